"""A key as it lies on a keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from altrabits_desktop.ui.theme.paint_flags import CENTRE, direction
from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme


class KeyCap(QWidget):
    """A small box with the words of a key ("Ctrl+F").

    Args:
        theme: the look in force.
        words: of the key, plain.
        parent: owner.
    """

    def __init__(self, theme: Theme, words: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.setFont(theme.font("text"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self._words)
        width += 2 * self._theme.px("field.key_cap_padding")
        return QSize(max(width, self._theme.px("field.key_cap")), self._theme.px("field.key_cap"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(
            painter,
            QRectF(self.rect()),
            fill=self._theme.colour("sunken"),
            edge=self._theme.colour("border"),
            radius=self._theme.px("corner.mark"),
        )
        painter.setPen(self._theme.colour("text.2"))
        painter.drawText(QRectF(self.rect()), CENTRE | direction(self._words), self._words)
        painter.end()
