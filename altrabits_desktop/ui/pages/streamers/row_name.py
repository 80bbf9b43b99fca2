"""The name in a row, and behind it the mark of a demo streamer, as its card has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

from altrabits_desktop.ui.pages.streamers.face_words import demo_word
from altrabits_desktop.ui.widgets.box import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.pages.streamers.line_writer import LineWriter
    from altrabits_desktop.ui.theme.theme import Theme


class RowName:
    """Paints them. The mark has its word alone: an icon would leave too little of the name.

    Args:
        theme: the look in force.
        writer: of the rows.
    """

    def __init__(self, theme: Theme, writer: LineWriter) -> None:
        self._theme = theme
        self._writer = writer

    def places(self, column: QRect, face: Face, *, is_rtl: bool) -> tuple[QRect, QRect]:
        """Give where name and mark stand in their column; the second is empty without a mark."""
        if not face.is_demo:
            return column, QRect()
        theme = self._theme
        text_px = self._writer.width_px(demo_word(), "text")
        mark_px = min(text_px + 2 * theme.px("list.mark_side"), column.width())
        gap, high = theme.px("list.mark_gap"), theme.px("list.mark")
        room_px = max(0, column.width() - gap - mark_px)
        name_px = min(self._writer.width_px(face.name, "chosen") + 1, room_px)
        top = column.top() + (column.height() - high) // 2
        name = QRect(column.left(), column.top(), name_px, column.height())
        mark = QRect(column.left() + name_px + gap, top, mark_px, high)
        if is_rtl:
            name.moveRight(column.right())
            mark.moveRight(name.left() - 1 - gap)
        return name, mark

    def paint(
        self, painter: QPainter, column: QRect, face: Face, *, is_raised: bool, is_rtl: bool
    ) -> None:
        """Paint them.

        Args:
            painter: its pen and font are changed.
            column: of the names.
            face: whose.
            is_raised: whether the row is selected, where the mark's own ground would be lost.
            is_rtl: whether reading begins at the right.
        """
        theme = self._theme
        name, mark = self.places(column, face, is_rtl=is_rtl)
        painter.setPen(theme.colour("text"))
        self._writer.write(painter, face.name, name, "chosen", is_rtl=is_rtl)
        if mark.isEmpty():
            return
        fill = theme.colour("card" if is_raised else "chip")
        paint_box(painter, QRectF(mark), fill=fill, radius=mark.height() / 2)
        painter.setPen(theme.colour("text.2"))
        side = theme.px("list.mark_side")
        inside = mark.adjusted(side, 0, -side, 0)
        self._writer.write(painter, demo_word(), inside, "text", is_rtl=is_rtl)
