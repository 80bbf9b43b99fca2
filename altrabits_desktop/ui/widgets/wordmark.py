"""The name of the product as its mark, in the colour of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class Wordmark(QLabel):
    """The wordmark, or folded the app's icon in its place.

    Args:
        theme: the look in force.
        name: the product's name, read aloud.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_folded = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_folded(self, is_folded: bool) -> None:
        """Show the icon in place of the word, or the word."""
        self._is_folded = is_folded
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._is_folded:
            return QSize(self._theme.px("side.app_icon"), self._theme.px("side.app_icon"))
        return QSize(self._theme.px("side.wordmark_width"), self._theme.px("side.wordmark"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pictures, ratio = self._theme.pictures, self.devicePixelRatioF()
        if self._is_folded:
            size_px = self._theme.px("side.app_icon")
            painter.drawPixmap(0, 0, pictures.picture("app-icon", size_px=size_px, ratio=ratio))
        else:
            size = self.sizeHint()
            painter.drawPixmap(0, 0, pictures.tinted("wordmark", "text", size=size, ratio=ratio))
        painter.end()
