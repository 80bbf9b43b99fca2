"""The label of a room above its cards: icon, name and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from altrabits_desktop.ui.pages.streamers.entries import RoomEntry
from altrabits_desktop.ui.pages.streamers.rows import room_name, room_spoken
from altrabits_desktop.ui.theme.paint_flags import SINGLE_LINE, direction, side
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.theme.theme import Theme


class RoomHeading(QLabel):
    """One line; a name that does not fit is cut and is the tool tip.

    Args:
        theme: the look in force.
        room: its name as the streamers tell it; None for streamers without a room.
        parent: owner.
    """

    def __init__(self, theme: Theme, room: str | None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room = room
        self._count = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font("chosen"))
        self.setText(room_name(room))

    def show_count(self, count: int) -> None:
        """Say how many streamers are in it."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(room_spoken(RoomEntry(self._room, count, is_folded=False)))
            self._fit()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, is_rtl = self._theme, self.isRightToLeft()
        painter = QPainter(self)
        icon_px = theme.px("icon.chip")
        left = self.width() - icon_px if is_rtl else 0
        corner = QPointF(left, (self.height() - icon_px) / 2)
        picture = "streamer" if self._room is None else "room"
        theme.icons.paint(painter, picture, "text.2", corner=corner, size_px=icon_px)
        start = icon_px + theme.px("space.2")
        name_px = self._name_px()
        painter.setPen(theme.colour("text.2"))
        painter.setFont(self.font())
        cut = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, name_px
        )
        self._write(painter, cut, QRect(start, 0, name_px, self.height()))
        painter.setFont(theme.font("text", numeric=True))
        painter.setPen(theme.colour("text.3"))
        after = start + name_px + theme.px("streamers.count_gap")
        rest = QRect(after, 0, max(0, self.width() - after), self.height())
        self._write(painter, str(self._count), rest)
        painter.end()

    def _write(self, painter: QPainter, text: str, place: QRect) -> None:
        is_rtl = self.isRightToLeft()
        if is_rtl:
            left = self.width() - place.left() - place.width()
            place = QRect(left, 0, place.width(), place.height())
        painter.drawText(place, side(is_right=is_rtl) | SINGLE_LINE | direction(text), text)

    def _name_px(self) -> int:
        count_px = QFontMetrics(self._theme.font("text", numeric=True)).horizontalAdvance(
            str(self._count)
        )
        used = self._theme.px("icon.chip") + self._theme.px("space.2") + count_px
        room = self.width() - used - self._theme.px("streamers.count_gap") - 1
        whole = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1
        return max(0, min(whole, room))

    def _fit(self) -> None:
        whole = QFontMetrics(self.font()).horizontalAdvance(self.text())
        self.setToolTip(tool_tip(self.text()) if self._name_px() < whole else "")
