"""`altrabits household ...`: which words there are, and what is shown to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from altrabits_desktop.cli.errand import Errand
from altrabits_desktop.cli.table import table
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.command_line import Option
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    Record = Mapping[str, object]

_JSON = Option("--json")

HOUSEHOLD = (
    Errand(
        ("find",), (_JSON,), "", lambda: translate("help", "look for a shared server in the home")
    ),
    Errand(
        ("join",),
        (Option("--code", "CODE"), _JSON),
        "[ADDRESS]",
        lambda: translate("help", "join the home whose server shows a code; alone, the one found"),
    ),
    Errand(("show",), (_JSON,), "", lambda: translate("help", "show which home was joined")),
    Errand(("leave",), (_JSON,), "", lambda: translate("help", "leave the home again")),
)


def household_purpose() -> str:
    """Say what these commands are for."""
    return translate(
        "help",
        "Joins this computer to a home whose computers share a server, so that all of them have the"
        " same accounts, streamers and support requests.",
    )


def code_prompt() -> str:
    """Ask for the code."""
    return translate("household", "Code shown at the server: ")


def household_lines(result: Record | Sequence[Record]) -> str:
    """Give a result for people."""
    if not isinstance(result, Mapping):
        return _found(result)
    if result["address"] is None:
        told = translate("household", "This computer has joined no home.")
        if not result.get("left_at_server", True):
            told = f"{told}\n{_listed_still()}"
        return told if result["is_used"] else f"{told}\n{_later()}"
    told = fill(
        translate("household", "This computer belongs to the home whose server is at {address}."),
        address=plain_text(str(result["address"])),
    )
    return told if result["is_used"] else f"{told}\n{_later()}"


def _listed_still() -> str:
    return translate(
        "household",
        "The server of that home has not heard of it, so its list may still have this computer,"
        " which nobody can use any more. It is taken off there: altrabits server computers remove.",
    )


def _later() -> str:
    return translate(
        "household",
        "The window uses that from its next start on, and commands do as soon as no window is"
        " open.",
    )


def _found(records: Sequence[Record]) -> str:
    if not records:
        return translate("household", "No shared server answers on this network.")
    head = (translate("household", "Address"), translate("household", "Certificate begins"))
    rows = [(plain_text(str(each["address"])), plain_text(str(each["id"]))) for each in records]
    return table(head, rows)
