"""A code to scan: an address that is not opened here, for a telephone to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme

_QUIET = 4
"""Modules of light around it, as ISO/IEC 18004 wants them."""


class ScanCode(QLabel):
    """Dark on light in both themes: readers of codes want it so.

    Args:
        theme: the look in force.
        address: what stands in it; also read aloud.
        size_px: width and height.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, address: str, *, size_px: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # Imported here: hardly any window shows a code.
        import segno

        self._theme = theme
        self._size_px = size_px
        self._rows = tuple(segno.make(address, error="m", micro=False).matrix)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name = translate("kiosk", "Code to scan: {address}", "read aloud")
        self.setAccessibleName(fill(name, address=address))

    def sizeHint(self) -> QSize:
        return QSize(self._size_px, self._size_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = self._theme.px("corner.control")
        paint_box(
            painter, QRectF(self.rect()), fill=self._theme.colour("code.paper"), radius=radius
        )
        ink = self._theme.colour("code.ink")
        step = self._size_px // (len(self._rows) + 2 * _QUIET)
        start = (self._size_px - step * len(self._rows)) // 2
        for row, modules in enumerate(self._rows):
            for column, is_dark in enumerate(modules):
                if is_dark:
                    left, top = start + column * step, start + row * step
                    painter.fillRect(left, top, step, step, ink)
        painter.end()
