"""The keys that the window answers to: one table for what hears them and for what tells of them."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QKeySequence

from altrabits_desktop.runtime.wording import fill, translate


class Command(Enum):
    """What a key does wherever the focus is."""

    FIND_AGAIN = "find again"
    SEARCH = "search"
    BACK = "back"
    SHOW_KEYS = "show keys"
    CLOSE = "close"
    QUIT = "quit"


_OWN = {
    Command.FIND_AGAIN: ("F5",),
    Command.SEARCH: ("Ctrl+F",),
    Command.BACK: ("Alt+Left",),
    Command.SHOW_KEYS: ("F1", "?"),
    Command.CLOSE: ("Ctrl+W",),
    Command.QUIT: ("Ctrl+Q",),
}
# What the system calls it is heard as well, where it is another key.
_STANDARD = {
    Command.FIND_AGAIN: QKeySequence.StandardKey.Refresh,
    Command.SEARCH: QKeySequence.StandardKey.Find,
    Command.BACK: QKeySequence.StandardKey.Back,
    Command.SHOW_KEYS: QKeySequence.StandardKey.HelpContents,
    Command.CLOSE: QKeySequence.StandardKey.Close,
    Command.QUIT: QKeySequence.StandardKey.Quit,
}
# Of a sign that needs Shift some systems tell both.
_ALSO = {Command.SHOW_KEYS: ("Shift+?",)}


def sequences(command: Command) -> list[QKeySequence]:
    """Give the keys that a command is heard by; Escape is not among them.

    What has the focus answers to Escape before the window does.
    """
    also = (QKeySequence(key) for key in _ALSO.get(command, ()))
    heard = [*_own(command), QKeySequence(_STANDARD[command]), *also]
    return [key for at, key in enumerate(heard) if not key.isEmpty() and key not in heard[:at]]


def keys_of(command: Command) -> list[str]:
    """Give the keys of a command as people read them, the one that is told first."""
    words = [key_words(sequence) for sequence in _own(command)]
    return [key_words(QKeySequence("Esc")), *words] if command is Command.BACK else words


def key_words(sequence: QKeySequence) -> str:
    """Give a key as it is written on keyboards, such as "Ctrl+F"."""
    text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return "+".join(_cap(part) for part in text.split("+"))


def with_key(words: str, command: Command) -> str:
    """Give a tool tip that names the key beside what it does."""
    return fill(
        translate("key", "{words} ({key})", "tool tip"), words=words, key=keys_of(command)[0]
    )


def _own(command: Command) -> list[QKeySequence]:
    return [QKeySequence(key) for key in _OWN[command]]


def _cap(part: str) -> str:
    caps = {
        "Ctrl": translate("key", "Ctrl"),
        "Shift": translate("key", "Shift"),
        "Left": translate("key", "Left"),
        "Right": translate("key", "Right"),
        "PgUp": translate("key", "Page Up"),
        "PgDown": translate("key", "Page Down"),
        "Space": translate("key", "Space"),
        "Return": translate("key", "Enter"),
    }
    return caps.get(part, part)
