"""Keeps whoever stands at a kiosk inside it: what Qt would open or take beside the pages is eaten.

An event filter of the whole application, there for as long as visitors have the window. It lets
through what presses and moves: pointer, fingers, wheel, Tab, arrows, Enter, Space, Escape, digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

_Type = QEvent.Type
_EATEN = frozenset(
    {
        *(_Type.ContextMenu, _Type.ToolTip, _Type.WhatsThis, _Type.Shortcut),
        *(_Type.DragEnter, _Type.DragMove, _Type.Drop),
        *(_Type.InputMethod, _Type.Clipboard),
    }
)
_TOUCHES = frozenset(
    {
        *(_Type.MouseButtonPress, _Type.MouseButtonRelease, _Type.MouseMove, _Type.Wheel),
        *(_Type.TouchBegin, _Type.TouchUpdate, _Type.KeyPress),
    }
)
_KEYS = frozenset(
    {
        *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter),
        *(Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Backspace),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
        *(Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4),
        *(Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9),
    }
)
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class KioskLock(QObject):
    """Main thread only. Told of each touch, by whichever way it comes.

    Args:
        touched: somebody is there.
        parent: owner.
    """

    def __init__(self, *, touched: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._touched = touched
        self._is_locked = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.installEventFilter(self)

    def set_locked(self, *, is_locked: bool) -> None:
        """Eat what leads out, or only hear of touches."""
        self._is_locked = is_locked

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _TOUCHES:
            self._touched()
        if not self._is_locked:
            return False
        if kind in _EATEN:
            return True
        if kind is _Type.ShortcutOverride:
            # Taken here, the key comes as a key and starts no shortcut.
            event.accept()
            return True
        is_key = kind in {_Type.KeyPress, _Type.KeyRelease} and isinstance(event, QKeyEvent)
        return is_key and not _is_let_through(event)


def _is_let_through(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.modifiers() & ~_HARMLESS:
        return False
    return event.key() in _KEYS
