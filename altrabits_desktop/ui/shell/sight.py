"""Whether anybody can see the window, and letting everybody see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from altrabits_desktop.runtime.settings import WindowSize

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget

_TELLING = frozenset({QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange})


def come_forward(window: QWidget) -> None:
    """Let a window stand before the others, and have the keyboard."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def chosen_size(window: QWidget, *, first: QSize) -> WindowSize | None:
    """Give how large a person made a window; None where it is as large as it was at first."""
    is_filling = window.isMaximized() or window.isFullScreen()
    size = window.normalGeometry().size() if is_filling else window.size()
    return None if size == first or size.isEmpty() else WindowSize(size.width(), size.height())


class Sight(QObject):
    """Watches a window being shown, hidden, minimised and brought back.

    Args:
        window: what is watched, and owner.
    """

    changed = Signal(bool)
    """Whether it can be seen now; only when that is another answer than before."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_seen = self._look()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLING:
            is_seen = self._look() and event.type() != QEvent.Type.Hide
            if is_seen is not self._is_seen:
                self._is_seen = is_seen
                self.changed.emit(is_seen)
        return super().eventFilter(watched, event)

    def _look(self) -> bool:
        return self._window.isVisible() and not self._window.isMinimized()
