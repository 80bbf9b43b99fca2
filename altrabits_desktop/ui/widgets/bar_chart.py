"""A small chart of bars over time, the newest at the end and in full colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from altrabits_desktop.ui.theme.theme import Theme

_WHOLE = 100.0


class BarChart(QWidget):
    """Shares from 0 to 100, oldest at the left; what is under a bound stands out by its colour.

    Time runs from left to right in every language.

    Args:
        theme: the look in force.
        name: what is shown, read aloud; say the numbers in the words beside it.
        bars: for how many there is room.
        weak_below: what is lower is shown as weak; its words say so too.
        parent: owner.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        name: str,
        bars: int,
        weak_below: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars = bars
        self._weak_below = weak_below
        self._values: tuple[int, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(self, values: Sequence[int], *, spoken: str = "") -> None:
        """Show other values, oldest first, at most as many as there is room for."""
        self.setAccessibleDescription(spoken)
        shown = tuple(values[-self._bars :])
        if shown != self._values:
            self._values = shown
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("path.node_width"), self._theme.px("spark.height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = bar_places(
            self._values,
            bars=self._bars,
            width=self.width(),
            height=self.height(),
            gap=self._theme.px("bars.gap"),
        )
        radius = self._theme.px("bars.corner")
        for number, (left, top, wide) in enumerate(places):
            place = QRectF(left, top, wide, self.height() - top)
            is_newest = number == len(places) - 1
            fill = self._fill(self._values[number], is_newest=is_newest)
            paint_box(painter, place, fill=fill, radius=radius)
        painter.end()

    def _fill(self, value: int, *, is_newest: bool) -> QColor:
        # Its own: the theme's is everybody's.
        colour = QColor(self._theme.colour("warn" if value < self._weak_below else "accent"))
        if not is_newest:
            colour.setAlphaF(self._theme.px("bars.past") / _WHOLE)
        return colour


def bar_places(
    values: Sequence[int], *, bars: int, width: int, height: int, gap: int
) -> tuple[tuple[float, float, float], ...]:
    """Give left, top and width of each bar, the newest at the right end. Pure.

    Args:
        values: 0 to 100, oldest first, at most `bars`.
        bars: for how many there is room.
        width: of the chart in pixels.
        height: of the chart in pixels.
        gap: between two bars.
    """
    step = (width + gap) / bars
    first = bars - len(values)
    return tuple(
        ((first + number) * step, height - max(1.0, height * value / _WHOLE), step - gap)
        for number, value in enumerate(values)
    )
