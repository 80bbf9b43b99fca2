"""What the window can be told, by name, and the keys that tell it: one table for all who ask.

The names stay the same from release to release: written lists of what is allowed speak of them.
What each command does stands in `ui/shell/commands.py` and `ui/shell/streamer_commands.py`.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from altrabits_desktop.runtime.wording import fill, translate


class Command(Enum):
    """Everything that a person can tell the window, or a streamer, by name."""

    SHOW_COMMANDS = "commands.show"
    OPEN_ADDRESS = "address.open"
    FIND_AGAIN = "find"
    SEARCH = "search"
    BACK = "back"
    SHOW_KEYS = "keys.show"
    CLOSE = "window.close"
    QUIT = "window.quit"

    PAUSE_ALL = "streamers.pause"
    BRING_BACK = "group.restore"
    START_DEMO = "demo.start"
    STOP_DEMO = "demo.stop"
    START_KIOSK = "kiosk.start"
    WRITE_REQUEST = "support.write"
    DECIDE_POLICY = "policy.decide"
    USE_SYSTEM_THEME = "theme.system"
    USE_LIGHT_THEME = "theme.light"
    USE_DARK_THEME = "theme.dark"
    SHOW_CARDS = "view.cards"
    SHOW_ROWS = "view.rows"
    SHOW_AUTOMATIC = "view.automatic"
    ORDER_BY_ROOM = "order.room"
    ORDER_BY_NAME = "order.name"
    ORDER_BY_STATE = "order.state"

    GO_TO_STREAMERS = "go.streamers"
    GO_TO_SUPPORT = "go.support"
    GO_TO_PRIVACY = "go.privacy"
    GO_TO_POLICY = "go.policy"
    GO_TO_ACCOUNT = "go.account"
    GO_TO_SETTINGS = "go.settings"

    SHOW_STREAMER = "streamer.show"
    PLAY = "streamer.play"
    NEXT = "streamer.next"
    PREVIOUS = "streamer.previous"
    STOP = "streamer.stop"
    SET_VOLUME = "streamer.volume"
    LOUDER = "streamer.louder"
    SOFTER = "streamer.softer"
    MUTE = "streamer.mute"
    SELECT_INPUT = "streamer.input"
    PLAY_PRESET = "streamer.preset"
    SET_EQUALISER = "streamer.equaliser"
    SET_SLEEP_TIMER = "streamer.sleep_timer"
    SET_STANDBY = "streamer.standby"
    LOCK_BUTTONS = "streamer.buttons"
    SHOW_LOG = "streamer.log"
    COPY_SETTINGS = "streamer.settings"
    RESTART = "streamer.restart"
    RESET = "streamer.reset"
    CHECK = "streamer.check"
    OPEN_PAGE = "streamer.page"
    ADD = "streamer.add"


_OWN = {
    Command.SHOW_COMMANDS: ("Ctrl+K",),
    Command.FIND_AGAIN: ("F5",),
    Command.SEARCH: ("Ctrl+F",),
    Command.BACK: ("Alt+Left",),
    Command.SHOW_KEYS: ("F1", "?"),
    Command.CLOSE: ("Ctrl+W",),
    Command.QUIT: ("Ctrl+Q",),
    Command.PLAY: ("Space",),
    Command.SET_VOLUME: ("+", "-"),
    Command.LOUDER: ("+",),
    Command.SOFTER: ("-",),
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
_ON_A_STREAMER = {
    Qt.Key.Key_Space: Command.PLAY,
    Qt.Key.Key_Plus: Command.LOUDER,
    # The same key without Shift, on the keyboards where the plus needs it.
    Qt.Key.Key_Equal: Command.LOUDER,
    Qt.Key.Key_Minus: Command.SOFTER,
}
# They stand beside each other: a hyphen would be half as wide as the plus.
_SIGNS = {"+": "+", "-": "\N{MINUS SIGN}"}


def sequences(command: Command) -> list[QKeySequence]:
    """Give the keys that a command is heard by; Escape is not among them.

    What has the focus answers to Escape before the window does.
    """
    also = [QKeySequence(key) for key in _ALSO.get(command, ())]
    if command in _STANDARD:
        also.insert(0, QKeySequence(_STANDARD[command]))
    heard = [*_own(command), *also]
    return [key for at, key in enumerate(heard) if not key.isEmpty() and key not in heard[:at]]


def keys_of(command: Command) -> list[str]:
    """Give the keys of a command as people read them, the one that is told first; none of most."""
    words = [key_words(sequence) for sequence in _own(command)]
    return [key_words(QKeySequence("Esc")), *words] if command is Command.BACK else words


def told_by(key: int) -> Command | None:
    """Give what a key tells the streamer that has the focus, or whose page is open."""
    return _ON_A_STREAMER.get(Qt.Key(key))


def key_words(sequence: QKeySequence) -> str:
    """Give a key as it is written on keyboards, such as "Ctrl+F"."""
    text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    if text in _SIGNS:
        return _SIGNS[text]
    return "+".join(_cap(part) for part in text.split("+"))


def with_key(words: str, command: Command) -> str:
    """Give a tool tip that names the key beside what it does."""
    return fill(
        translate("key", "{words} ({key})", "tool tip"), words=words, key=keys_of(command)[0]
    )


def _own(command: Command) -> list[QKeySequence]:
    return [QKeySequence(key) for key in _OWN.get(command, ())]


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
