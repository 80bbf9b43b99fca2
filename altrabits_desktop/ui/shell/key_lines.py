"""The lines of page Keys: those of the table of commands, and the keys that every control has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command, key_words, keys_of
from altrabits_desktop.ui.pages.keys.lines import KeyGroup, KeyLine
from altrabits_desktop.ui.shell.commands import WINDOW_COMMANDS

if TYPE_CHECKING:
    from altrabits_desktop.ui.shell.commands import Commands


def lines_of(commands: Commands) -> tuple[KeyGroup, ...]:
    """Give all keys; those of what may not be told in this window are left out."""
    groups = (
        KeyGroup(translate("keys", "Everywhere"), (*_told(commands), *_everywhere())),
        KeyGroup(translate("keys", "In the list of commands"), _in_the_list(commands)),
        KeyGroup(translate("keys", "In the rows of streamers"), _in_rows()),
        KeyGroup(
            translate("keys", "On a chosen streamer, and on its page"), _on_a_streamer(commands)
        ),
    )
    return tuple(group for group in groups if group.lines)


def _told(commands: Commands) -> tuple[KeyLine, ...]:
    """Give the lines of the table; commands of the same words share one, the first key of each."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for each in WINDOW_COMMANDS:
        if each.keys and commands.may(each.command):
            found.setdefault(each.title(), []).append(each.keys)
    return tuple(
        KeyLine(keys[0] if len(keys) == 1 else tuple(own[0] for own in keys), words)
        for words, keys in found.items()
    )


def _everywhere() -> tuple[KeyLine, ...]:
    return (
        _line(translate("keys", "Go on to the next control"), "Tab"),
        _line(translate("keys", "Press what has the focus"), "Return", "Space"),
        _line(translate("keys", "Scroll the page"), "PgUp", "PgDown"),
    )


def _in_the_list(commands: Commands) -> tuple[KeyLine, ...]:
    if not commands.may(Command.SHOW_COMMANDS):
        return ()
    return (
        KeyLine(("↑", "↓"), translate("keys", "Choose what is to be done")),
        _line(translate("keys", "Do it"), "Return"),
        _line(translate("keys", "Leave the list"), "Esc"),
    )


def _in_rows() -> tuple[KeyLine, ...]:
    return (
        _line(translate("keys", "Open the streamer, or fold its room"), "Return"),
        _line(translate("keys", "Fold a room, or unfold it"), "Left", "Right"),
        _line(translate("keys", "Show what can be done with it"), "Shift+F10"),
    )


def _on_a_streamer(commands: Commands) -> tuple[KeyLine, ...]:
    told = (
        (Command.PLAY, translate("keys", "Play, or pause")),
        (Command.LOUDER, translate("keys", "Louder")),
        (Command.SOFTER, translate("keys", "Softer")),
    )
    return tuple(
        KeyLine(tuple(keys_of(command)), words) for command, words in told if commands.may(command)
    )


def _line(words: str, *keys: str) -> KeyLine:
    return KeyLine(tuple(key_words(QKeySequence(key)) for key in keys), words)
