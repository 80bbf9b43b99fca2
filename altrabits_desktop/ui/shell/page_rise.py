"""A page coming up: the ground laid over it grows thinner, while it moves up a few pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEasingCurve, QObject, Qt, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.theme.colours import with_share

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme


class PageRise(QObject):
    """Begins at once and ends by itself.

    Args:
        theme: the look in force.
        page: what comes up, in its final place.
        duration_ms: how long it takes.
        parent: what the page lies in, and owner.
    """

    def __init__(self, theme: Theme, page: QWidget, *, duration_ms: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._way_px = theme.px("motion.travel")
        self._veil = _Veil(theme, parent=parent)
        self._veil.setGeometry(parent.rect())
        self._veil.show()
        self._veil.raise_()
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(duration_ms)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._step)
        self._motion.finished.connect(self.end)
        self._step(0.0)
        self._motion.start()

    def end(self) -> None:
        """Be done with it: the page is in its place."""
        if not shiboken6.isValid(self) or self._motion.parent() is None:
            return
        self._motion.stop()
        self._motion.setParent(None)
        self._veil.hide()
        self._veil.deleteLater()
        if shiboken6.isValid(self._page):
            self._page.move(0, 0)
        self.deleteLater()

    def _step(self, share: float) -> None:
        self._veil.lift(share)
        if shiboken6.isValid(self._page):
            self._page.move(0, round(self._way_px * (1 - share)))


class _Veil(QWidget):
    """Cheaper than a picture of the page, and the page stays alive below it."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def lift(self, share: float) -> None:
        """Let so much of the page be seen: 0 nothing, 1 everything."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), with_share(self._theme.colour("ground"), 1 - self._share))
        painter.end()
