"""An icon that stands beside words and says nothing by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class IconMark(QWidget):
    """An icon in the colour of a role, at its own size.

    Args:
        theme: the look in force.
        icon: name of the icon.
        role: colour role.
        size_px: width and height.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        role: str = "text.2",
        size_px: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._role = role
        self._size_px = size_px or theme.px("icon.chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def icon_name(self) -> str:
        """The icon that is shown."""
        return self._icon

    def set_icon(self, icon: str, *, role: str = "text.2") -> None:
        """Show another icon."""
        if (icon, role) != (self._icon, self._role):
            self._icon, self._role = icon, role
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size_px, self._size_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._theme.icons.paint(
            painter,
            self._icon,
            self._role,
            corner=QPointF(0, 0),
            size_px=self._size_px,
            rtl=self.isRightToLeft(),
        )
        painter.end()
