"""Painted boxes: filled, edged, with round corners, crisp on whole pixels.

Everything goes through paths, whose brush and pen come ready made: a painter's own `setBrush` and
`setPen` would load all of Qt's enumerations before the first paint (see `theme/paint_flags`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPalette, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QColor

_DASHES = (3.0, 2.0)


def paint_box(
    painter: QPainter,
    place: QRectF,
    *,
    fill: QColor | None,
    edge: QColor | None = None,
    radius: float,
    edge_px: int = 1,
    is_dashed: bool = False,
) -> None:
    """Paint a box that covers exactly `place`, its edge inside of it.

    Args:
        painter: left with antialiasing on, pen and brush as they were.
        place: in the painter's pixels.
        fill: of the inside; None leaves it clear.
        edge: of the line around; None for no line.
        radius: of the outer corners.
        edge_px: width of the line.
        is_dashed: whether the line is broken.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = edge_px / 2 if edge is not None else 0.0
    inside = place.adjusted(half, half, -half, -half)
    path = QPainterPath()
    path.addRoundedRect(inside, radius - half, radius - half)
    if fill is not None and fill.alpha():
        painter.fillPath(path, solid(fill))
    if edge is not None:
        painter.strokePath(path, _pen(edge, edge_px, is_dashed=is_dashed))


def paint_disc(
    painter: QPainter, middle_x: float, middle_y: float, *, size: float, fill: QColor
) -> None:
    """Paint a filled disc around a middle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(_disc(middle_x, middle_y, size), solid(fill))


def paint_circle(
    painter: QPainter, middle_x: float, middle_y: float, *, size: float, edge: QColor, edge_px: int
) -> None:
    """Paint a circle around a middle; `size` is measured in the middle of its line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(_disc(middle_x, middle_y, size), _pen(edge, edge_px, is_dashed=False))


def solid(colour: QColor) -> QBrush:
    """Give a brush of one colour."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, colour)
    return palette.window()


def _disc(middle_x: float, middle_y: float, size: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(middle_x - size / 2, middle_y - size / 2, size, size))
    return path


def _pen(colour: QColor, width_px: int, *, is_dashed: bool) -> QPen:
    pen = QPen()
    pen.setColor(colour)
    pen.setWidth(width_px)
    if is_dashed:
        # Imported here: nothing that is painted first has a broken edge.
        from PySide6.QtCore import Qt

        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DASHES)
    return pen
