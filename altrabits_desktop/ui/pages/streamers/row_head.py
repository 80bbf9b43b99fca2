"""The head above the rows: what the columns are, and by which of them they are ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from altrabits_desktop.runtime.settings import StreamerOrder
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamers.row_columns import columns_of
from altrabits_desktop.ui.widgets.focus_ring import FocusRing
from altrabits_desktop.ui.widgets.plain import tool_tip, without_shortcut
from altrabits_desktop.ui.widgets.pressing import press_by_key

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class RowHead(QWidget):
    """The titles of the columns; Name and State can be pressed.

    Args:
        theme: the look in force.
        parent: owner.
    """

    order_wanted = Signal(object)
    """A `StreamerOrder`."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._order = StreamerOrder.ROOM
        self._name = HeadButton(theme, translate("streamers", "Name"), parent=self)
        self._name.setObjectName("streamers.rows.name")
        self._name.clicked.connect(self._choose_name)
        self._state = HeadButton(theme, translate("streamers", "State"), parent=self)
        self._state.setObjectName("streamers.rows.state")
        self._state.clicked.connect(self._choose_state)
        self.setFixedHeight(theme.px("row.head"))
        self.show_order(StreamerOrder.ROOM)

    def show_order(self, order: StreamerOrder) -> None:
        """Mark the column by which the rows are ordered."""
        self._order = order
        rooms = translate("streamers", "Order by room")
        is_by_state = order is StreamerOrder.STATE
        is_by_name = order is StreamerOrder.NAME
        by_name = translate("streamers", "Order by name")
        by_state = translate("streamers", "Order by state")
        self._name.show_mark(not is_by_state, tip=rooms if is_by_name else by_name)
        self._state.show_mark(is_by_state, tip=rooms if is_by_state else by_state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = columns_of(self.rect(), theme=self._theme, is_rtl=self.isRightToLeft())
        self._put(self._name, columns.picture)
        self._put(self._state, columns.state)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font("text"))
        painter.setPen(self._theme.colour("text.2"))
        is_rtl = self.isRightToLeft()
        columns = columns_of(self.rect(), theme=self._theme, is_rtl=is_rtl)
        start = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if is_rtl else Qt.AlignmentFlag.AlignRight
        self._title(painter, columns.playing, translate("streamers", "Playing", "column"), start)
        is_narrow = columns.level.isEmpty()
        volume = columns.number if is_narrow else columns.level
        side = end if is_narrow else start
        self._title(painter, volume, translate("streamers", "Volume"), side)
        if not columns.answer.isEmpty():
            self._title(painter, columns.answer, translate("streamers", "Answer"), end)
        painter.end()

    def _title(self, painter: QPainter, place: QRect, text: str, side: Qt.AlignmentFlag) -> None:
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        line = Qt.TextFlag.TextSingleLine.value | Qt.TextFlag.TextDontClip.value
        painter.drawText(place, flags.value | line, text)

    def _put(self, button: HeadButton, place: QRect) -> None:
        size = button.sizeHint()
        away = self._theme.px("space.1")
        left = place.left() - away
        if self.isRightToLeft():
            left = place.right() + 1 + away - size.width()
        top = (self.height() - size.height()) // 2
        button.setGeometry(left, top, size.width(), size.height())

    def _choose_name(self) -> None:
        is_by_name = self._order is StreamerOrder.NAME
        self.order_wanted.emit(StreamerOrder.ROOM if is_by_name else StreamerOrder.NAME)

    def _choose_state(self) -> None:
        is_by_state = self._order is StreamerOrder.STATE
        self.order_wanted.emit(StreamerOrder.ROOM if is_by_state else StreamerOrder.STATE)


class HeadButton(QPushButton):
    """The title of a column that rows can be ordered by.

    Args:
        theme: the look in force.
        text: the title, plain.
        parent: owner.
    """

    def __init__(self, theme: Theme, text: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = text
        self._is_marked = False
        self.ring = FocusRing(self, theme, radius_px=theme.px("corner.inner"))
        self.setText(without_shortcut(text))
        self.setFont(theme.font("text"))

    def show_mark(self, is_marked: bool, *, tip: str) -> None:
        """Show whether rows are ordered by it, and say what a press does."""
        self._is_marked = is_marked
        self.setToolTip(tool_tip(tip))
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(tip)
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        words_px = QFontMetrics(self.font()).horizontalAdvance(self._words)
        icon_px = theme.px("space.1") + theme.px("icon.chip")
        return QSize(words_px + icon_px + 2 * theme.px("space.1"), theme.px("target.least"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.ring.enter(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.ring.leave(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setFont(self.font())
        role = "text" if self.underMouse() else "text.2"
        painter.setPen(theme.colour(role))
        away, icon_px = theme.px("space.1"), theme.px("icon.chip")
        is_rtl = self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        place = self.rect().adjusted(away, 0, -away, 0)
        painter.drawText(place, flags.value, self._words)
        if self._is_marked:
            left = away if is_rtl else self.width() - away - icon_px
            corner = QPointF(left, (self.height() - icon_px) / 2)
            theme.icons.paint(painter, "chevron-up", role, corner=corner, size_px=icon_px)
        painter.end()
