"""Writes single lines into rows, cut where they do not fit; measures each text only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from altrabits_desktop.ui.theme.paint_flags import LEFT, RIGHT, SINGLE_LINE, direction

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from altrabits_desktop.ui.theme.theme import Theme

_KEPT = 4000
_LINE = SINGLE_LINE | Qt.TextFlag.TextDontClip.value
_LEFT, _RIGHT = _LINE | LEFT, _LINE | RIGHT


class LineWriter:
    """Knows the fonts of the rows. Main thread only; what it remembers is bounded.

    Args:
        theme: the look in force; fonts are the same in every theme.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._metrics = {
            name: QFontMetrics(theme.font(name)) for name in ("text", "label", "chosen")
        }
        self._cut: dict[tuple[str, str, int], tuple[str, int, int]] = {}

    def width_px(self, text: str, type_name: str) -> int:
        """Give the width of a whole line."""
        return self._metrics[type_name].horizontalAdvance(text)

    def ascent_px(self, type_name: str) -> int:
        """Give how far letters reach above the line they stand on."""
        return self._metrics[type_name].ascent()

    def write(
        self,
        painter: QPainter,
        text: str,
        place: QRect,
        type_name: str,
        *,
        is_rtl: bool,
        numeric: bool = False,
        at_end: bool = False,
    ) -> int:
        """Write a line with the painter's pen.

        Args:
            painter: its font is changed.
            text: plain.
            place: where it may be; it stands in the middle of the height.
            type_name: row of the type table.
            is_rtl: whether reading begins at the right.
            numeric: digits of one width.
            at_end: where reading ends, for numbers in a column.

        Returns:
            The width it took.
        """
        shown, wide, way = self._fitted(text, type_name, place.width())
        painter.setFont(self._theme.font(type_name, numeric=numeric))
        painter.drawText(place, way | (_RIGHT if is_rtl is not at_end else _LEFT), shown)
        return wide

    def _fitted(self, text: str, type_name: str, room_px: int) -> tuple[str, int, int]:
        key = (text, type_name, room_px)
        fitted = self._cut.get(key)
        if fitted is None:
            if len(self._cut) >= _KEPT:
                self._cut.clear()
            fitted = self._cut[key] = self._fit(text, type_name, room_px)
        return fitted

    def _fit(self, text: str, type_name: str, room_px: int) -> tuple[str, int, int]:
        """Give what is written, its width and the flag of the direction it is read in."""
        metrics = self._metrics[type_name]
        wide, way = metrics.horizontalAdvance(text), direction(text)
        if wide <= room_px:
            return text, wide, way
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room_px), room_px, way
