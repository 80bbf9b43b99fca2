"""A small chart of values over time, the newest at the end and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from altrabits_desktop.ui.widgets.box import paint_disc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.ui.theme.theme import Theme


class Sparkline(QWidget):
    """A line over a soft ground, from the oldest value at the left to the newest at the right.

    Time runs from left to right in every language.

    Args:
        theme: the look in force.
        name: what is shown, read aloud; say the numbers in the words beside it.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: tuple[float, ...] = ()
        self._is_past = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, values: Sequence[float], *, spoken: str = "") -> None:
        """Show other values, oldest first; `spoken` says them in a sentence."""
        self.setAccessibleDescription(spoken)
        if tuple(values) != self._values:
            self._values = tuple(values)
            self.update()

    def set_past(self, is_past: bool) -> None:
        """Be grey, because no newer value is to be expected, or coloured again."""
        if is_past is not self._is_past:
            self._is_past = is_past
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("path.node_width"), self._theme.px("spark.height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._values:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = spark_places(
            self._values,
            width=self.width(),
            height=self.height(),
            margin=self._theme.px("spark.dot"),
        )
        points = [QPointF(x, y) for x, y in places]
        base, end = float(self.height()), float(self.width())
        # The ground goes on below the mark, so that the chart ends where the text does.
        corners = (QPointF(end, points[-1].y()), QPointF(end, base), QPointF(points[0].x(), base))
        ground = QPolygonF([*points, *corners])
        line = self._theme.colour("text.3" if self._is_past else "accent")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("chip" if self._is_past else "accent.soft"))
        painter.drawPolygon(ground)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(line, self._theme.px("spark.line"))
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        size = 2 * self._theme.px("spark.dot")
        paint_disc(painter, points[-1].x(), points[-1].y(), size=size, fill=line)
        painter.end()


def spark_places(
    values: Sequence[float], *, width: int, height: int, margin: int
) -> tuple[tuple[float, float], ...]:
    """Give where each value stands: even steps in width, the greatest at the top.

    Pure. The scale begins at zero, so that a steady answer looks steady. The oldest stands at
    the very left.

    Args:
        values: at least one, none negative.
        width: of the chart in pixels.
        height: of the chart in pixels.
        margin: kept free above, below and at the end, for the mark.
    """
    most = max(*values, 0.0) or 1.0
    step = (width - margin) / max(1, len(values) - 1)
    room = height - 2 * margin
    first = width - margin - step * (len(values) - 1)
    return tuple(
        (first + step * number, margin + room * (1 - value / most))
        for number, value in enumerate(values)
    )
