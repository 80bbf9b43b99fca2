"""What `altrabits streamers new-owner` asks and says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Mapping


def name_prompt(name: str) -> str:
    """Give the words before the name is typed."""
    return fill(
        translate(
            "new owner",
            "This resets {name}: its settings are lost, and it is taken off your account."
            "\nType its name to go on: ",
        ),
        name=plain_text(name),
    )


def waiting_note(name: str) -> str:
    """Say that it starts anew."""
    return fill(
        translate("new owner", "{name} is reset and starts anew, which takes up to two minutes."),
        name=plain_text(name),
    )


def ready_line(record: Mapping[str, Any]) -> str:
    """Say that it is ready, and where that is written down."""
    return fill(
        translate("new owner", "{name} is ready for a new owner. What was seen stands in {file}."),
        name=plain_text(str(record["new_owner"])),
        file=str(record["file"]),
    )
