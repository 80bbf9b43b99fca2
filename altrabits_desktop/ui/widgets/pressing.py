"""Return and Enter press a button as Space does; Qt leaves them to the buttons of dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QAbstractButton


def press_by_key(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button by Return or Enter, and tell whether it was one of them.

    A key that is held presses once: what stands there next is not pressed by the same hand.
    """
    if not _is_enter(event):
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True


def is_for_the_page(event: QKeyEvent) -> bool:
    """Tell whether a key scrolls what a button stands on.

    Qt would go on to the next button by it, as Tab does.
    """
    # Imported here: see `theme/paint_flags`.
    from PySide6.QtCore import Qt

    return event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}


def is_pressing(event: QKeyEvent) -> bool:
    """Tell whether a key presses buttons."""
    # Imported here: see `theme/paint_flags`.
    from PySide6.QtCore import Qt

    return _is_enter(event) or event.key() == Qt.Key.Key_Space


def _is_enter(event: QKeyEvent) -> bool:
    from PySide6.QtCore import Qt

    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
