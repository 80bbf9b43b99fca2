"""The box of a dialog: its ground and edge, and which pixels lie wholly inside of it."""

from __future__ import annotations

from math import ceil, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QGuiApplication, QRegion

from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from altrabits_desktop.ui.theme.theme import Theme


def paint_ground(painter: QPainter, box: QRect, *, theme: Theme) -> None:
    """Paint a dialog's ground with its round corners and its edge."""
    paint_box(
        painter,
        QRectF(box),
        fill=theme.colour("dialog"),
        edge=theme.colour("border"),
        radius=theme.px("corner.card"),
    )


def shines_through() -> bool:
    """Tell whether what a window leaves clear surely shows what lies behind it.

    On X11 it is black where no compositor runs, and Qt does not say whether one does.
    """
    return QGuiApplication.platformName() != "xcb"


def wholly_inside(box: QRect, *, radius: int) -> QRegion:
    """Give the pixels of a box that its round corners cut nothing from. Pure.

    Args:
        box: in whole pixels.
        radius: of its corners; at most half of its sides.
    """
    region = QRegion(box.adjusted(0, radius, 0, -radius))
    for row in range(radius):
        # One more: ground and edge, each smoothed, leave a little of what is below it.
        inset = ceil(radius - sqrt(radius**2 - (radius - row) ** 2)) + 1
        line = QRect(box.left() + inset, box.top() + row, box.width() - 2 * inset, 1)
        region += QRegion(line)
        line.moveTop(box.bottom() - row)
        region += QRegion(line)
    return region
