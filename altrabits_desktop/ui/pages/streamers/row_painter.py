"""Paints the rows: one delegate for streamers and rooms, and the place of everything in them."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from altrabits_desktop.ui.formatting import SEPARATOR
from altrabits_desktop.ui.pages.streamers.entries import RoomEntry
from altrabits_desktop.ui.pages.streamers.face import Offer, offer_words
from altrabits_desktop.ui.pages.streamers.level import HELD, level_at, paint_handle, paint_level
from altrabits_desktop.ui.pages.streamers.line_writer import LineWriter
from altrabits_desktop.ui.pages.streamers.row_columns import columns_of
from altrabits_desktop.ui.pages.streamers.row_name import RowName
from altrabits_desktop.ui.pages.streamers.rows import room_name
from altrabits_desktop.ui.pages.streamers.state_words import Tone
from altrabits_desktop.ui.widgets.box import paint_box
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor

    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.pages.streamers.row_columns import Columns
    from altrabits_desktop.ui.pages.streamers.rows import RowModel
    from altrabits_desktop.ui.theme.theme import Theme

_ROLES = {Tone.NEUTRAL: "text.2", Tone.ACTIVITY: "accent.text", Tone.WARN: "warn"}


class RowPart(Enum):
    """What of a row can be pressed."""

    ROW = "row"
    OFFER = "offer"
    LEVEL = "level"
    MORE = "more"


class RowPainter(QStyledItemDelegate):
    """Paints from the faces of the model; reads colours as it paints. Main thread only.

    Args:
        theme: the look in force.
        model: what the rows are.
        parent: owner.
    """

    def __init__(self, theme: Theme, model: RowModel, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._writer = LineWriter(theme)
        self._name = RowName(theme, self._writer)
        self._columns: dict[tuple[int, int, bool], Columns] = {}
        self.has_ring = False
        """Whether the row with the focus shows its ring: the keyboard is used."""
        self.pointed: tuple[int, RowPart] | None = None
        """Row and part under the pointer."""
        self.held: tuple[str, int] | None = None
        """Whose handle is held, and the level it is held at."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry = self._model.entries[index.row()]
        name = "row.group" if isinstance(entry, RoomEntry) else "row.height"
        return QSize(0, self._theme.px(name))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = self._model.entries[index.row()]
        whole, is_rtl = _geometry(option)
        place = QRect(QPoint(0, 0), whole.size())
        row = index.row()
        painter.save()
        painter.translate(whole.topLeft())
        if isinstance(entry, RoomEntry):
            self._paint_ground(painter, place, row, fill=self._theme.colour("sunken"))
            self._paint_room(painter, place, entry, is_rtl=is_rtl)
        else:
            self._paint_ground(painter, place, row, fill=self._ground(option.state))
            face, column = self._model.face(entry), self._columns_of(place, is_rtl=is_rtl).name
            is_raised = bool(option.state & QStyle.StateFlag.State_Selected)
            self._name.paint(painter, column, face, is_raised=is_raised, is_rtl=is_rtl)
            self._paint_streamer(painter, place, row, face=face, is_rtl=is_rtl)
        if self.has_ring and option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_ring(painter, place)
        painter.restore()

    def part_at(self, row: int, place: QRect, at: QPoint, *, is_rtl: bool) -> RowPart:
        """Give what of a streamer's row lies at a point; links reach over the row's height."""
        entry = self._model.entries[row]
        if isinstance(entry, RoomEntry):
            return RowPart.ROW
        columns, at = self._columns_of(place, is_rtl=is_rtl), at - place.topLeft()
        reach = self._theme.px("list.gap") // 2
        if columns.more.adjusted(-reach, 0, reach, 0).contains(at):
            return RowPart.MORE
        face = self._model.face(entry)
        if self._has_handle(face, columns):
            half = self._theme.px("slider.halo") // 2
            if columns.level.adjusted(-half, 0, half, 0).contains(at):
                return RowPart.LEVEL
        if face.offer is not Offer.NOTHING:
            link = self._link_place(columns, offer_words(face.offer), is_rtl=is_rtl)
            if link.adjusted(-reach, 0, reach, 0).contains(at):
                return RowPart.OFFER
        return RowPart.ROW

    def level_at(self, place: QRect, at: QPoint, *, is_rtl: bool) -> int:
        """Give the level that a point of a row stands for."""
        columns = self._columns_of(place, is_rtl=is_rtl)
        return level_at(columns.level, at.x() - place.left(), is_rtl=is_rtl)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        place, is_rtl = _geometry(option)
        text = self.whole_text_at(index.row(), place, event.pos(), is_rtl=is_rtl)
        QToolTip.showText(event.globalPos(), tool_tip(text), view)
        return True

    def whole_text_at(self, row: int, place: QRect, at: QPoint, *, is_rtl: bool) -> str:
        """Give the whole of a text that is cut at a point; "" where nothing is cut."""
        entry = self._model.entries[row]
        if isinstance(entry, RoomEntry):
            return self._if_cut(room_name(entry.room), "chosen", place.width() // 2)
        columns, at = self._columns_of(place, is_rtl=is_rtl), at - place.topLeft()
        face = self._model.face(entry)
        if columns.name.contains(at):
            name, _mark = self._name.places(columns.name, face, is_rtl=is_rtl)
            return self._if_cut(face.name, "chosen", name.width())
        if columns.playing.contains(at):
            text = face.remark or face.whole_line
            room_px = self._playing_place(columns, face, is_rtl=is_rtl).width()
            return self._if_cut(text, "label", room_px)
        if columns.state.contains(at):
            return face.standing
        return ""

    def _columns_of(self, place: QRect, *, is_rtl: bool) -> Columns:
        """Give the parts of a row of this size whose corner is the origin."""
        key = (place.width(), place.height(), is_rtl)
        columns = self._columns.get(key)
        if columns is None:
            row = QRect(QPoint(0, 0), place.size())
            # A row has few sizes; while the window is pulled wider, only the present one counts.
            self._columns.clear()
            columns = columns_of(row, theme=self._theme, is_rtl=is_rtl)
            self._columns[key] = columns
        return columns

    def _if_cut(self, text: str, type_name: str, room_px: int) -> str:
        return text if self._writer.width_px(text, type_name) > room_px else ""

    def _ground(self, state: QStyle.StateFlag) -> QColor | None:
        if state & QStyle.StateFlag.State_Selected:
            return self._theme.colour("accent.soft")
        if state & QStyle.StateFlag.State_MouseOver:
            return self._theme.colour("row.hover")
        return None

    def _paint_ground(
        self, painter: QPainter, place: QRect, row: int, *, fill: QColor | None
    ) -> None:
        is_last = row == len(self._model.entries) - 1
        if fill is not None and is_last:
            radius = self._theme.px("corner.card") - self._theme.px("card.edge")
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(_round_below(QRectF(place), radius), fill)
            painter.restore()
        elif fill is not None:
            painter.fillRect(place, fill)
        if not is_last:
            line = QRect(place.left(), place.bottom(), place.width(), 1)
            painter.fillRect(line, self._theme.colour("border"))

    def _paint_ring(self, painter: QPainter, place: QRect) -> None:
        paint_box(
            painter,
            QRectF(place),
            fill=None,
            edge=self._theme.colour("accent"),
            radius=self._theme.px("list.ring_radius"),
            edge_px=self._theme.px("ring.width"),
        )

    def _paint_room(
        self, painter: QPainter, place: QRect, entry: RoomEntry, *, is_rtl: bool
    ) -> None:
        theme, away = self._theme, self._theme.px("list.padding")
        icon_px, fold_px = theme.px("icon.chip"), theme.px("list.more")
        gap = theme.px("space.2")
        start = away + icon_px + gap
        name_px = min(
            self._writer.width_px(room_name(entry.room), "chosen") + 1,
            place.width() // 2,
        )
        count = QRect(start + name_px + theme.px("streamers.count_gap"), 0, place.width() // 4, 0)
        name = _turned(QRect(start, 0, name_px, 0), place, is_rtl=is_rtl)
        icon = _turned(QRect(away, 0, icon_px, 0), place, is_rtl=is_rtl)
        fold = _turned(QRect(place.width() - away - fold_px, 0, fold_px, 0), place, is_rtl=is_rtl)
        picture = "streamer" if entry.room is None else "room"
        self._paint_icon(painter, picture, "text.2", icon, size_px=icon_px)
        painter.setPen(theme.colour("text"))
        self._writer.write(painter, room_name(entry.room), name, "chosen", is_rtl=is_rtl)
        painter.setPen(theme.colour("text.3"))
        count = _turned(count, place, is_rtl=is_rtl)
        self._writer.write(painter, str(entry.count), count, "text", is_rtl=is_rtl, numeric=True)
        arrow = "chevron-down" if entry.is_folded else "chevron-up"
        self._paint_icon(painter, arrow, "text.2", fold, size_px=theme.px("icon.chip"))

    def _paint_streamer(
        self, painter: QPainter, place: QRect, row: int, *, face: Face, is_rtl: bool
    ) -> None:
        columns = self._columns_of(place, is_rtl=is_rtl)
        self._paint_picture(painter, face, columns.picture)
        playing = self._playing_place(columns, face, is_rtl=is_rtl)
        self._paint_playing(painter, face, playing, is_rtl=is_rtl)
        if face.offer is not Offer.NOTHING:
            self._paint_link(painter, face, columns, row=row, is_rtl=is_rtl)
        else:
            self._paint_volume(painter, face, columns, row=row, is_rtl=is_rtl)
        self._paint_state(painter, face, columns.state, is_rtl=is_rtl)
        if not columns.answer.isEmpty():
            painter.setPen(self._theme.colour("text.2"))
            answer = face.answer or "–"
            place = self._with_gap(columns.answer, is_rtl=is_rtl)
            self._writer.write(
                painter, answer, place, "text", is_rtl=is_rtl, numeric=True, at_end=True
            )
        icon_px = self._theme.px("list.more_icon")
        self._paint_icon(painter, "more", "text.2", columns.more, size_px=icon_px)

    def _paint_picture(self, painter: QPainter, face: Face, place: QRect) -> None:
        picture = self._theme.pictures.picture(
            face.picture,
            size_px=place.width(),
            radius_px=self._theme.px("corner.inner"),
            opacity_percent=self._theme.px("picture.gone") if face.is_faded else 100,
            ratio=painter.device().devicePixelRatioF(),
        )
        painter.drawPixmap(place.topLeft(), picture)

    def _paint_playing(self, painter: QPainter, face: Face, place: QRect, *, is_rtl: bool) -> None:
        if face.remark:
            painter.setPen(self._theme.colour("text.2"))
            self._writer.write(painter, face.remark, place, "text", is_rtl=is_rtl)
            return
        painter.setPen(self._theme.colour("text"))
        used_px = self._writer.write(painter, face.headline, place, "label", is_rtl=is_rtl)
        if not face.detail or place.width() - used_px < self._theme.px("list.more"):
            return
        painter.setPen(self._theme.colour("text.2"))
        # Each by itself: they may be read in different directions.
        for text in (SEPARATOR, face.detail):
            rest = _turned(QRect(used_px, 0, place.width() - used_px, 0), place, is_rtl=is_rtl)
            used_px += self._writer.write(painter, text, rest, "text", is_rtl=is_rtl)

    def _paint_link(
        self, painter: QPainter, face: Face, columns: Columns, *, row: int, is_rtl: bool
    ) -> None:
        words = offer_words(face.offer)
        painter.setPen(self._theme.colour("accent.text"))
        place = self._link_place(columns, words, is_rtl=is_rtl)
        self._writer.write(painter, words, place, "label", is_rtl=is_rtl)
        if self.pointed == (row, RowPart.OFFER):
            below = place.center().y() + self._writer.ascent_px("label") // 2 + 3
            painter.fillRect(place.left(), below, place.width(), 1, painter.pen().color())

    def _link_place(self, columns: Columns, words: str, *, is_rtl: bool) -> QRect:
        room, is_at_end = columns.offer, columns.level.isEmpty()
        wide = min(self._writer.width_px(words, "label") + 1, room.width())
        left = room.right() + 1 - wide if is_rtl is not is_at_end else room.left()
        return QRect(left, room.top(), wide, room.height())

    def _playing_place(self, columns: Columns, face: Face, *, is_rtl: bool) -> QRect:
        """Give the room for what plays; in a narrow row the link stands at the end of it."""
        if face.offer is Offer.NOTHING or not columns.level.isEmpty():
            return columns.playing
        link = self._link_place(columns, offer_words(face.offer), is_rtl=is_rtl)
        room, gap = QRect(columns.offer), self._theme.px("list.number_gap")
        if is_rtl:
            room.setLeft(link.right() + 1 + gap)
        else:
            room.setRight(link.left() - 1 - gap)
        return room

    def _paint_volume(
        self, painter: QPainter, face: Face, columns: Columns, *, row: int, is_rtl: bool
    ) -> None:
        level, theme = face.level, self._theme
        if level is None:
            return
        is_unsettled = level.confirmed is not None
        if self.held is not None and self.held[0] == face.id:
            level, is_unsettled = replace(level, value=self.held[1]), True
        if not columns.level.isEmpty():
            groove = QRectF(columns.level)
            paint_level(painter, groove, level, theme=theme, is_rtl=is_rtl)
            if face.controls.can_set_volume:
                halo = HELD if is_unsettled else self._halo(row)
                paint_handle(painter, groove, level, theme=theme, is_rtl=is_rtl, halo=halo)
        painter.setPen(theme.colour("accent.text" if is_unsettled else "text"))
        number, place = str(level.value), self._with_gap(columns.number, is_rtl=is_rtl)
        kind = "chosen" if is_unsettled else "label"
        self._writer.write(painter, number, place, kind, is_rtl=is_rtl, numeric=True, at_end=True)

    def _halo(self, row: int) -> str:
        return "chip" if self.pointed == (row, RowPart.LEVEL) else ""

    def _has_handle(self, face: Face, columns: Columns) -> bool:
        is_there = face.level is not None and face.controls.can_set_volume
        return is_there and not columns.level.isEmpty()

    def _with_gap(self, column: QRect, *, is_rtl: bool) -> QRect:
        """Give a column of numbers with the gap before it, where a longer number may begin."""
        gap = self._theme.px("list.number_gap")
        return column.adjusted(0, 0, gap, 0) if is_rtl else column.adjusted(-gap, 0, 0, 0)

    def _paint_state(self, painter: QPainter, face: Face, place: QRect, *, is_rtl: bool) -> None:
        icon_px = self._theme.px("icon.chip")
        role = _ROLES[face.state.tone]
        left = place.right() + 1 - icon_px if is_rtl else place.left()
        icon = QRect(left, place.top(), icon_px, place.height())
        self._paint_icon(painter, face.state.icon, role, icon, size_px=icon_px)
        used = icon_px + self._theme.px("list.state_gap")
        word = place.adjusted(0, 0, -used, 0) if is_rtl else place.adjusted(used, 0, 0, 0)
        painter.setPen(self._theme.colour(role))
        text = face.state.shorter or face.state.word
        self._writer.write(painter, text, word, "label", is_rtl=is_rtl)

    def _paint_icon(
        self, painter: QPainter, name: str, role: str, place: QRect, *, size_px: int
    ) -> None:
        corner = QPointF(
            place.left() + (place.width() - size_px) / 2,
            place.top() + (place.height() - size_px) / 2,
        )
        self._theme.icons.paint(painter, name, role, corner=corner, size_px=size_px)


def _geometry(option: QStyleOptionViewItem) -> tuple[QRect, bool]:
    return option.rect, option.direction is Qt.LayoutDirection.RightToLeft


def _turned(part: QRect, place: QRect, *, is_rtl: bool) -> QRect:
    """Give a part of a line, measured from where reading begins, as it lies in the line."""
    left = place.width() - part.left() - part.width() if is_rtl else part.left()
    return QRect(place.left() + left, place.top(), part.width(), place.height())


def _round_below(place: QRectF, radius: float) -> QPainterPath:
    """Give a place with its two lower corners rounded."""
    path = QPainterPath()
    path.addRoundedRect(place, radius, radius)
    path.addRect(QRectF(place.left(), place.top(), place.width(), place.height() / 2))
    return path.simplified()
