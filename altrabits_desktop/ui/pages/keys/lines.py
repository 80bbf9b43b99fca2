"""The keys that page Keys tells of, and what each does, in the spoken language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command, key_words, keys_of


@dataclass(frozen=True, slots=True)
class KeyLine:
    """Keys that do the same, and what they do."""

    keys: tuple[str, ...]
    words: str


def lines_everywhere() -> tuple[KeyLine, ...]:
    """Give the keys that the whole window answers to."""
    return (
        KeyLine(tuple(keys_of(Command.FIND_AGAIN)), translate("keys", "Find again")),
        KeyLine(tuple(keys_of(Command.SEARCH)), translate("keys", "Search streamers")),
        KeyLine(tuple(keys_of(Command.BACK)), translate("keys", "Go back")),
        _line(translate("keys", "Go on to the next control"), "Tab"),
        _line(translate("keys", "Press what has the focus"), "Return", "Space"),
        _line(translate("keys", "Scroll the page"), "PgUp", "PgDown"),
        KeyLine(tuple(keys_of(Command.SHOW_KEYS)), translate("keys", "Show these keys")),
        KeyLine(
            (*keys_of(Command.CLOSE)[:1], *keys_of(Command.QUIT)[:1]),
            translate("keys", "Close the window"),
        ),
    )


def lines_in_rows() -> tuple[KeyLine, ...]:
    """Give the keys that the rows of streamers answer to."""
    return (
        _line(translate("keys", "Open the streamer, or fold its room"), "Return"),
        _line(translate("keys", "Fold a room, or unfold it"), "Left", "Right"),
        _line(translate("keys", "Show what can be done with it"), "Shift+F10"),
    )


def lines_on_a_streamer() -> tuple[KeyLine, ...]:
    """Give the keys that a streamer answers to: chosen in the list, or on its page."""
    return (
        _line(translate("keys", "Play, or pause"), "Space"),
        _line(translate("keys", "Louder"), "+"),
        _line(translate("keys", "Softer"), "-"),
    )


def _line(words: str, *keys: str) -> KeyLine:
    return KeyLine(tuple(key_words(QKeySequence(key)) for key in keys), words)
