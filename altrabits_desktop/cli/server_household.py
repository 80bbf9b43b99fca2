"""What `altrabits server` says of a household: how to join, and who has joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.cli.moments import minute
from altrabits_desktop.cli.table import table
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.wording import fill, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.household import Computer

ID_SHOWN = 12
"""Digits of a computer's id that people are shown, and may type."""


def shared_words(url: str, *, is_announced: bool) -> str:
    """Say where a shared server answers, and how a computer joins."""
    where = fill(
        translate("server", "The server of your home answers at {url}. Ctrl+C ends it."), url=url
    )
    how = translate(
        "server",
        "To let a computer join, give this command here, with the same --profile if one was given:"
        " altrabits server pair",
    )
    if is_announced:
        return f"{where}\n{how}"
    silent = translate(
        "server",
        "It cannot be announced on the network, so computers do not find it by themselves: they"
        " join by its address.",
    )
    return f"{where}\n{silent}\n{how}"


def code_words(code: str) -> str:
    """Show a code, in two halves as it is read out."""
    half = len(code) // 2
    shown = fill(translate("server", "Code: {code}"), code=f"{code[:half]} {code[half:]}")
    how = fill(
        translate(
            "server",
            "Type it at the computer that is to join: on page Settings under “{heading}”, or with"
            " altrabits household join. It holds for two minutes, for one computer, and as long as"
            " this command runs.",
        ),
        heading=translate("settings", "One home, several computers"),
    )
    return f"{shown}\n{how}"


def joined_words(computer: Computer) -> str:
    """Say that a computer has joined."""
    return fill(
        translate(
            "server",
            "A computer has joined ({computer}). If it is not yours: altrabits server computers"
            " remove {id}",
        ),
        computer=_system(computer),
        id=computer.id[:ID_SHOWN],
    )


def removed_words(computer: Computer) -> str:
    """Say that a computer is let in no longer."""
    return fill(
        translate("server", "The computer {id} is let in no longer."), id=computer.id[:ID_SHOWN]
    )


def computer_table(computers: Sequence[Computer]) -> str:
    """Give the list of computers for people."""
    if not computers:
        return translate("server", "No computer has joined.")
    head = (
        translate("server", "Computer"),
        translate("server", "System"),
        translate("server", "Joined"),
    )
    rows = [(each.id[:ID_SHOWN], _system(each), minute(each.joined_at)) for each in computers]
    return table(head, rows)


def _system(computer: Computer) -> str:
    known = {"linux": "Linux", "macos": "macOS", "windows": "Windows"}
    return known.get(computer.system, plain_text(computer.system) or "?")
