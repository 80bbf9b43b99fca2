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
        return QSize(cap_px(self._theme, self._words), self._theme.px("field.key_cap"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_cap(painter, QRectF(self.rect()), self._words, theme=self._theme)
        painter.end()


def cap_px(theme: Theme, words: str) -> int:
    """Give how wide a key is: at least as wide as high."""
    width = QFontMetrics(theme.font("text")).horizontalAdvance(words)
    return max(width + 2 * theme.px("field.key_cap_padding"), theme.px("field.key_cap"))


def paint_cap(painter: QPainter, place: QRectF, words: str, *, theme: Theme) -> None:
    """Paint a key at a place; font and pen of the painter are changed."""
    paint_box(
        painter,
        place,
        fill=theme.colour("sunken"),
        edge=theme.colour("border"),
        radius=theme.px("corner.mark"),
    )
    painter.setFont(theme.font("text"))
    painter.setPen(theme.colour("text.2"))
    painter.drawText(place, CENTRE | direction(words), words)
