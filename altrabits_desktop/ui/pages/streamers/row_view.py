"""The box of the rows: head, list, and the scroll bar beside it in the page's margin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from altrabits_desktop.ui.pages.streamers.entries import make_entries
from altrabits_desktop.ui.pages.streamers.row_head import RowHead
from altrabits_desktop.ui.pages.streamers.row_table import RowTable
from altrabits_desktop.ui.pages.streamers.rows import RowModel
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.shadow import Shadow

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class RowView(QWidget):
    """Shows the streamers as rows; as high as they are, and scrolling where they are more.

    Args:
        theme: the look in force.
        view_model: what is shown.
        parent: owner.
    """

    offer_taken = Signal(str)
    """What can be done with a streamer is to be done."""

    def __init__(
        self, theme: Theme, view_model: StreamersViewModel, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view_model = view_model
        self._shadow = Shadow(theme, "card")
        self._sides_px = 0
        self.head = RowHead(theme, parent=self)
        self.table = RowTable(theme, RowModel(view_model.face, parent=self), parent=self)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.hide()
        self._join_bars()
        self.head.order_wanted.connect(view_model.choose_order)
        self.table.folding_wanted.connect(view_model.fold)
        self.setFocusProxy(self.table)

    def show_groups(self) -> None:
        """Show the streamers of the view model; what stays is not touched."""
        self.head.show_order(self._view_model.order)
        entries = make_entries(self._view_model.groups, folded=self._view_model.folded)
        self.table.show_entries(entries)
        self._place_parts()

    def renew(self, streamers: tuple[Streamer, ...]) -> None:
        """Show newer snapshots where they stand."""
        self.table.rows.renew(streamers)

    def renew_times(self) -> None:
        """Say anew what tells of times past."""
        self.table.rows.renew_times()

    def set_sides(self, sides_px: int) -> None:
        """Stand so far from both sides of the page."""
        if sides_px != self._sides_px:
            self._sides_px = sides_px
            self._place_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self._box()
        self._shadow.paint(painter, box)
        paint_box(
            painter,
            QRectF(box),
            fill=self._theme.colour("card"),
            edge=self._theme.colour("border"),
            radius=self._theme.px("corner.card"),
        )
        below = self.head.geometry().bottom() + 1
        line = QRect(box.left(), below, box.width(), self._theme.px("card.edge"))
        painter.fillRect(line, self._theme.colour("border"))
        painter.end()

    def _box(self) -> QRect:
        """Give the place of the box; it reaches beyond the page where there are more rows."""
        edge, top = self._theme.px("card.edge"), self._top_px()
        high = edge + self._theme.px("row.head") + edge + self.table.content_px() + edge
        most = self.height() - top + self._theme.px("corner.card") + edge
        wide = max(0, self.width() - 2 * self._sides_px)
        return QRect(self._sides_px, top, wide, min(high, most))

    def _top_px(self) -> int:
        return self._theme.px("streamers.room_gap")

    def _place_parts(self) -> None:
        edge, box = self._theme.px("card.edge"), self._box()
        inner = box.adjusted(edge, edge, -edge, -edge)
        head_px = self._theme.px("row.head")
        self.head.setGeometry(inner.left(), inner.top(), inner.width(), head_px)
        top = inner.top() + head_px + edge
        high = max(0, min(inner.bottom() + 1, self.height()) - top)
        self.table.setGeometry(inner.left(), top, inner.width(), high)
        self._place_bar(top, high)
        self.update()

    def _place_bar(self, top: int, high: int) -> None:
        away, wide = self._theme.px("scroll.away"), self._theme.px("scroll.width")
        left = away if self.isRightToLeft() else self.width() - away - wide
        gap = self._theme.px("corner.inner")
        self._bar.setGeometry(left, top + gap, wide, max(0, high - 2 * gap))

    def _join_bars(self) -> None:
        inner = self.table.verticalScrollBar()
        inner.rangeChanged.connect(self._take_range)
        inner.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(inner.setValue)

    def _take_range(self, least: int, most: int) -> None:
        inner = self.table.verticalScrollBar()
        self._bar.setRange(least, most)
        self._bar.setPageStep(inner.pageStep())
        self._bar.setSingleStep(inner.singleStep())
        self._bar.setValue(inner.value())
        self._bar.setVisible(most > least)
