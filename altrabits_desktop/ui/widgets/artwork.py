"""A product or cover picture with cut corners, named for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_WHOLE = 100


class Artwork(QLabel):
    """A square picture of a streamer or of what it plays.

    Args:
        theme: the look in force.
        picture: "products/..." or "covers/..." as `product_picture` gives it.
        size_px: width and height; from 64 on as the artwork wants it, smaller in rows.
        name: what is on it, read aloud.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        picture: str,
        *,
        size_px: int,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self._size_px = size_px
        self._is_gone = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_picture(self, picture: str, *, name: str) -> None:
        """Show another picture."""
        if (picture, name) == (self._picture, self.accessibleName()):
            return
        self._picture = picture
        self.setAccessibleName(name)
        self.update()

    def set_gone(self, is_gone: bool) -> None:
        """Show the picture at half, as of a streamer that is gone."""
        if is_gone is not self._is_gone:
            self._is_gone = is_gone
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size_px, self._size_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pixmap = self._theme.pictures.picture(
            self._picture,
            size_px=self._size_px,
            radius_px=self._theme.px("corner.control"),
            opacity_percent=self._theme.px("picture.gone") if self._is_gone else _WHOLE,
            ratio=self.devicePixelRatioF(),
        )
        painter.drawPixmap(0, 0, pixmap)
        painter.end()
