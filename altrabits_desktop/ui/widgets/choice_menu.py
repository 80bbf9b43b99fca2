"""A menu in which what holds now is marked by our own tick, sharp at every size of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class ChoiceMenu(QMenu):
    """Marks its checked entries; the stylesheet leaves the room and paints no mark of its own.

    Args:
        theme: the look in force.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size, away = self._theme.px("icon.chip"), self._theme.px("space.2")
        painter = QPainter(self)
        for entry in self.actions():
            if entry.isChecked():
                place = self.actionGeometry(entry)
                left = place.left() + away
                if self.isRightToLeft():
                    left = place.right() + 1 - away - size
                corner = QPointF(left, place.top() + (place.height() - size) / 2)
                role = "accent.text"
                self._theme.icons.paint(painter, "check", role, corner=corner, size_px=size)
        painter.end()
