"""A picture that fills its place, its corners cut; what does not fit is left out at the sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme

_WHOLE = 100


class Art(QLabel):
    """Main thread only.

    Args:
        theme: the look in force.
        picture: "products/..." or "covers/...".
        name: what is on it, read aloud; "" for decoration.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, picture: str, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture = picture
        self._is_gone = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: str, *, name: str, is_gone: bool = False) -> None:
        """Show another picture."""
        self._picture, self._is_gone = picture, is_gone
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, place = self._theme, QRectF(self.rect())
        side = max(self.width(), self.height())
        pixmap = theme.pictures.picture(
            self._picture,
            size_px=side,
            opacity_percent=theme.px("picture.gone") if self._is_gone else _WHOLE,
            ratio=self.devicePixelRatioF(),
        )
        outline = QPainterPath()
        radius = theme.px("corner.control")
        outline.addRoundedRect(place, radius, radius)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(outline)
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, pixmap)
        painter.end()
