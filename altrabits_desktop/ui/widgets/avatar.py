"""The round picture of who is here: an icon on a disc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class Avatar(QWidget):
    """Decoration beside the name it stands for.

    Args:
        theme: the look in force.
        icon: name of the icon.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def icon_name(self) -> str:
        """The icon that is shown."""
        return self._icon

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        if icon != self._icon:
            self._icon = icon
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("avatar.size"), self._theme.px("avatar.size"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = QRectF(self.rect())
        paint_box(
            painter,
            place,
            fill=self._theme.colour("card"),
            edge=self._theme.colour("border"),
            radius=place.height() / 2,
        )
        size_px = self._theme.px("avatar.icon")
        away = QPointF((place.width() - size_px) / 2, (place.height() - size_px) / 2)
        self._theme.icons.paint(
            painter,
            self._icon,
            "text.2",
            corner=away,
            size_px=size_px,
            rtl=self.isRightToLeft(),
        )
        painter.end()
