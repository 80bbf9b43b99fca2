"""What `altrabits streamers hand-over` tells its person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Mapping

_MINUTE_S = 60
_GROUP = 3


def spaced(code: str) -> str:
    """Write a code so that it can be read out: in two groups. Pure."""
    return f"{code[:_GROUP]} {code[_GROUP:]}"


def code_note(name: str, code: str, *, ends_in_s: int) -> str:
    """Tell the code, for whom it is, and what happens."""
    minutes = max(1, round(ends_in_s / _MINUTE_S))
    return fill(
        translate(
            "handing",
            "Code for the next owner of {name}: {code}\nWhoever adds it with this code within"
            " {minutes} min is its owner, and it is taken off your account. Tell it to nobody else."
            " Ctrl+C keeps the streamer.",
        ),
        name=plain_text(name),
        code=spaced(code),
        minutes=minutes,
    )


def handed_line(record: Mapping[str, Any]) -> str:
    """Say that it is the other person's."""
    return fill(
        translate("handing", "{name} has a new owner, and is no longer in your account."),
        name=plain_text(str(record["name"])),
    )
