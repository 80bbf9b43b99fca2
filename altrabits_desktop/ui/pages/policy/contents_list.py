"""The contents of a policy: one line a section, the one being read marked, read ones ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.theme.paint_flags import direction, side
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.focus_ring import is_keyboard
from altrabits_desktop.ui.widgets.own_viewport import clear_viewport, take_touch

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.pages.policy.sections import Section
    from altrabits_desktop.ui.theme.theme import Theme

_WRAPPED = Qt.TextFlag.TextWordWrap.value
_IS_READ = Qt.ItemDataRole.UserRole + 1
_NOTE = Qt.ItemDataRole.UserRole + 2


class Types(NamedTuple):
    """In what a line is set: names of type rows and of a measure."""

    text: str
    chosen: str
    above: str


_FOR_POINTERS = Types("text", "chosen", "policy.entry_above")
_FOR_FINGERS = Types("kiosk_small", "name", "policy.entry_above_touch")


class ContentsList(QListWidget):
    """Arrow keys and the pointer choose a section.

    Args:
        theme: the look in force.
        is_touch: whether its lines are for fingers.
        parent: owner.
    """

    section_chosen = Signal(str)
    """The person chose a section, by the id of its heading."""

    def __init__(
        self, theme: Theme, *, is_touch: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.types = _FOR_FINGERS if is_touch else _FOR_POINTERS
        """Which rows of the type table its lines are set in."""
        self.has_ring = False
        """Whether the chosen line shows by a ring that the focus came by a key."""
        self.setObjectName("policy.contents")
        self.setAccessibleName(translate("policy", "Contents"))
        take_touch(clear_viewport(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setItemDelegate(_LinePainter(theme, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.currentItemChanged.connect(self._tell)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other sections; the first one is marked."""
        self.blockSignals(True)
        self.clear()
        for section in sections:
            item = QListWidgetItem(section.title, self)
            item.setData(Qt.ItemDataRole.UserRole, section.id)
            item.setData(_NOTE, section.note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(item, is_read=False))
        self.setCurrentRow(0)
        self.blockSignals(False)

    def mark(self, current: str, read: Collection[str]) -> None:
        """Mark the section being read, and tick those that were; tells nobody."""
        self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            section = item.data(Qt.ItemDataRole.UserRole)
            is_read = section in read
            if item.data(_IS_READ) is not is_read:
                words = _spoken(item, is_read=is_read)
                item.setData(_IS_READ, is_read)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            if section == current and self.currentRow() != row:
                self.setCurrentRow(row)
                self.scrollToItem(item)
        self.blockSignals(False)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px("policy.contents"), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.has_ring = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.has_ring = False
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            # Also the marked one: its heading may have been scrolled away.
            self.section_chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.has_ring = is_keyboard(event.reason())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.section_chosen.emit(item.data(Qt.ItemDataRole.UserRole))


class _LinePainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: ContentsList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        theme = self._theme
        high = self._lines(str(index.data())) * theme.line_px(self._view.types.chosen)
        note = theme.line_px(self._view.types.text) if index.data(_NOTE) else 0
        return QSize(0, high + note + 2 * theme.px(self._view.types.above))

    def _lines(self, title: str) -> int:
        """Give how many lines a title takes while it is marked, so that nothing moves then."""
        room = self._view.viewport().width() - 2 * self._theme.px("policy.entry_padding")
        metrics = QFontMetrics(self._theme.font(self._view.types.chosen))
        box = metrics.boundingRect(QRect(0, 0, max(1, room), 0), _WRAPPED, title)
        return max(1, round(box.height() / metrics.lineSpacing()))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, view = self._theme, self._view
        place = QRectF(view.visualRect(view.model().index(index.row(), 0)))
        is_current = index.row() == view.currentRow()
        is_under_pointer = bool(option.state & QStyle.StateFlag.State_MouseOver)
        radius = theme.px("corner.control")
        if is_current or is_under_pointer:
            ground = theme.colour("accent.soft" if is_current else "row.hover")
            paint_box(painter, place, fill=ground, radius=radius)
        if is_current and view.hasFocus() and view.has_ring:
            paint_box(
                painter,
                place,
                fill=None,
                edge=theme.colour("accent"),
                radius=radius,
                edge_px=theme.px("ring.width"),
            )
        inside = place.adjusted(*self._insets())
        if index.data(_IS_READ) and not is_current:
            inside = self._paint_tick(painter, inside)
        note = str(index.data(_NOTE) or "")
        if note:
            inside = self._paint_note(painter, inside, note, is_current=is_current)
        self._paint_title(painter, inside, str(index.data()), is_current=is_current)

    def _insets(self) -> tuple[float, float, float, float]:
        away = self._theme.px("policy.entry_padding")
        return away, 0, -away, 0

    def _paint_tick(self, painter: QPainter, inside: QRectF) -> QRectF:
        """Paint the tick at the end of a line, and give what is left before it."""
        theme, rtl = self._theme, self._view.isRightToLeft()
        size = theme.px("icon.chip")
        left = inside.left() if rtl else inside.right() - size
        corner = QPointF(left, inside.center().y() - size / 2)
        theme.icons.paint(painter, "check", "ok", corner=corner, size_px=size, rtl=rtl)
        room = size + theme.px("space.1")
        return inside.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)

    def _paint_note(
        self, painter: QPainter, inside: QRectF, note: str, *, is_current: bool
    ) -> QRectF:
        """Paint the second line, and give the place of what is above it."""
        theme = self._theme
        painter.setFont(theme.font(self._view.types.text, numeric=True))
        painter.setPen(theme.colour("accent.text" if is_current else "text.2"))
        above, high = theme.px(self._view.types.above), theme.line_px(self._view.types.text)
        place = QRectF(inside.left(), inside.bottom() - above - high, inside.width(), high)
        flags = side(is_right=self._view.isRightToLeft()) | direction(note)
        painter.drawText(place, flags, note)
        return inside.adjusted(0, above, 0, -above - high)

    def _paint_title(
        self, painter: QPainter, place: QRectF, title: str, *, is_current: bool
    ) -> None:
        theme, types = self._theme, self._view.types
        painter.setFont(theme.font(types.chosen if is_current else types.text))
        painter.setPen(theme.colour("accent.text" if is_current else "text.2"))
        flags = side(is_right=self._view.isRightToLeft()) | direction(title)
        if self._lines(title) > 1:
            painter.drawText(place, flags | _WRAPPED, title)
            return
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, flags, shown)


def _spoken(item: QListWidgetItem, *, is_read: bool) -> str:
    title = ", ".join(part for part in (item.text(), item.data(_NOTE)) if part)
    if not is_read:
        return title
    return fill(translate("policy", "{section}, read", "read aloud"), section=title)
