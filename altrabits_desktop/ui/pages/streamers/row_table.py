"""The list of rows as it is used: keys, pointer, folding, and the place that scrolling keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.keys import Command, told_by
from altrabits_desktop.ui.pages.streamers.entries import RoomEntry, StreamerEntry
from altrabits_desktop.ui.pages.streamers.row_painter import RowPainter, RowPart
from altrabits_desktop.ui.widgets.focus_ring import is_keyboard
from altrabits_desktop.ui.widgets.own_viewport import clear_viewport, take_touch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.pages.streamers.entries import Entry, EntryKey
    from altrabits_desktop.ui.pages.streamers.face import Face
    from altrabits_desktop.ui.pages.streamers.rows import RowModel
    from altrabits_desktop.ui.theme.theme import Theme

_WHOLE = 100
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class RowTable(QTableView):
    """One column that paints whole rows; QTableView lays out nothing anew when a row changes.

    Args:
        theme: the look in force.
        model: what the rows are.
        parent: owner.
    """

    chosen = Signal(str)
    """A streamer is to be shown."""
    offer_taken = Signal(str)
    """What can be done with a streamer is to be done."""
    more_wanted = Signal(str, QPoint)
    """The menu of a streamer is wanted at a place on the screen."""
    folding_wanted = Signal(object)
    """A room (or None) is to be folded or unfolded."""
    told = Signal(str, object)
    """A streamer's id, and what the person tells it."""

    def __init__(self, theme: Theme, model: RowModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = model
        self._painter = RowPainter(theme, model, parent=self)
        self._pressed: tuple[EntryKey, RowPart] | None = None
        self.setObjectName("streamers.rows.list")
        self.setAccessibleName(translate("streamers", "Streamers"))
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self._set_up_view()
        self._set_up_headers()

    @property
    def rows(self) -> RowModel:
        """What the rows are."""
        return self._rows

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these lines; what is in sight stays where it is unless it moved itself."""
        anchor = self._anchor()
        self._rows.show(entries)
        self._set_heights()
        # Else the bar knows of the new height only with the next turn of the loop.
        self.updateGeometries()
        self._restore(anchor)

    def content_px(self) -> int:
        """Give the height of all rows together."""
        return self.verticalHeader().length()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0))
        self._painter.has_ring = is_keyboard(event.reason())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @property
    def has_ring(self) -> bool:
        """Whether the row with the focus shows it by a ring."""
        return self.hasFocus() and self._painter.has_ring

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._painter.has_ring = True
        entry = self._current()
        key = Qt.Key(event.key())
        is_shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key is Qt.Key.Key_F10 and is_shifted:
            self._ask_for_more(self.currentIndex())
        elif key in _OPENING and entry is not None:
            self._open(entry)
        elif isinstance(entry, RoomEntry) and self._folds(key, entry):
            self.folding_wanted.emit(entry.room)
        elif isinstance(entry, StreamerEntry) and self._tell_by_key(event, entry):
            pass
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._painter.has_ring = False
        self._pressed = self._thing_at(event.position().toPoint())
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self._pressed is not None and self._pressed[1] is RowPart.LEVEL:
            self._hold(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            # What opened meanwhile may have taken the release.
            self._let_go()
        if self._painter.held is not None:
            self._hold(event.position().toPoint())
            return
        super().mouseMoveEvent(event)
        self._point(self._part_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if self._let_go():
            return
        at = event.position().toPoint()
        is_click = pressed is not None and pressed == self._thing_at(at)
        if is_click and event.button() is Qt.MouseButton.LeftButton:
            self._press(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The second press of two is a press like any other.
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_for_more(self.currentIndex())
        else:
            self._ask_for_more(self.indexAt(event.pos()), at=event.pos())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point(None)
        return super().viewportEvent(event)

    def _set_up_view(self) -> None:
        take_touch(clear_viewport(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(self._theme.px("row.height"))

    def _set_up_headers(self) -> None:
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header = self.verticalHeader()
        header.hide()
        header.setMinimumSectionSize(self._theme.px("row.group"))
        header.setDefaultSectionSize(self._theme.px("row.height"))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_heights(self) -> None:
        header = self.verticalHeader()
        high, low = self._theme.px("row.height"), self._theme.px("row.group")
        for row, entry in enumerate(self._rows.entries):
            wanted = low if isinstance(entry, RoomEntry) else high
            if header.sectionSize(row) != wanted:
                header.resizeSection(row, wanted)

    def _anchor(self) -> tuple[EntryKey, int] | None:
        """Give the uppermost row in sight and how far it is scrolled past the edge."""
        if not self.verticalScrollBar().value():
            return None
        row = self.rowAt(0)
        if row < 0:
            return None
        return self._rows.entries[row].key, self.rowViewportPosition(row)

    def _restore(self, anchor: tuple[EntryKey, int] | None) -> None:
        if anchor is None:
            return
        key, was_px = anchor
        for row, entry in enumerate(self._rows.entries):
            if entry.key == key:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.rowViewportPosition(row) - was_px)
                return

    def _current(self) -> Entry | None:
        index = self.currentIndex()
        return self._rows.entries[index.row()] if index.isValid() else None

    def _folds(self, key: Qt.Key, entry: RoomEntry) -> bool:
        closing, opening = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.isRightToLeft():
            closing, opening = opening, closing
        return key is (opening if entry.is_folded else closing)

    def _part_at(self, at: QPoint) -> tuple[int, RowPart] | None:
        index = self.indexAt(at)
        if not index.isValid():
            return None
        place, is_rtl = self.visualRect(index), self.isRightToLeft()
        return index.row(), self._painter.part_at(index.row(), place, at, is_rtl=is_rtl)

    def _thing_at(self, at: QPoint) -> tuple[EntryKey, RowPart] | None:
        # By key: between press and release a row may have gone somewhere else.
        found = self._part_at(at)
        return (self._rows.entries[found[0]].key, found[1]) if found else None

    def _point(self, at: tuple[int, RowPart] | None) -> None:
        if at == self._painter.pointed:
            return
        was, self._painter.pointed = self._painter.pointed, at
        for row in {pointed[0] for pointed in (was, at) if pointed is not None}:
            if row < self._rows.rowCount():
                self.update(self._rows.index(row))
        is_link = at is not None and at[1] is not RowPart.ROW
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _hold(self, at: QPoint) -> None:
        """Let the level that is held follow the pointer, wherever its row has gone meanwhile."""
        streamer_id = self._pressed[0][1] if self._pressed is not None else ""
        row = self._rows.row_of(streamer_id)
        entry = self._rows.entries[row] if row is not None else None
        if row is None or not isinstance(entry, StreamerEntry):
            return
        place = self.visualRect(self._rows.index(row))
        volume = self._painter.level_at(place, at, is_rtl=self.isRightToLeft())
        face = self._rows.face(entry)
        held = (streamer_id, min(volume, _most_of(face)))
        if self._painter.held is None and (step := _step_beyond(face, held[1])) is not None:
            # As with a slider: it goes one step, and nothing is held.
            self.told.emit(streamer_id, SetVolume(step))
            return
        if held != self._painter.held:
            self._painter.held = held
            self.update(self._rows.index(row))
            self.told.emit(streamer_id, SetVolume(held[1]))

    def _let_go(self) -> bool:
        """Hold no level any more, and tell whether one was held."""
        was_held = self._painter.held is not None
        if was_held:
            self._painter.held = self._pressed = None
            self.viewport().update()
        return was_held

    def _tell_by_key(self, event: QKeyEvent, entry: StreamerEntry) -> bool:
        """Tell the chosen streamer what a key means, and whether it means something."""
        face, key = self._rows.face(entry), Qt.Key(event.key())
        if told_by(key) is Command.PLAY and face.controls.can_play:
            if not event.isAutoRepeat():
                self.told.emit(face.id, face.controls.primary)
            return True
        way = self._way_of(key)
        if not way or face.level is None or not face.controls.can_set_volume:
            return False
        volume = max(0, min(_most_of(face), face.level.value + way))
        if volume != face.level.value:
            self.told.emit(face.id, SetVolume(volume))
        return True

    def _way_of(self, key: Qt.Key) -> int:
        """Give by how much a key moves a level; 0 for other keys."""
        step = self._theme.px("slider.wheel_step")
        told = told_by(key)
        if told in {Command.LOUDER, Command.SOFTER}:
            return step if told is Command.LOUDER else -step
        on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            on, back = back, on
        return {on: 1, back: -1}.get(key, 0)

    def _press(self, at: QPoint) -> None:
        found = self._part_at(at)
        if found is None:
            return
        row, part = found
        entry = self._rows.entries[row]
        if part is RowPart.MORE:
            self._ask_for_more(self._rows.index(row), at=at)
        elif part is RowPart.OFFER and isinstance(entry, StreamerEntry):
            self.offer_taken.emit(entry.streamer.id)
        elif part is not RowPart.LEVEL:
            self._open(entry)

    def _open(self, entry: Entry) -> None:
        if isinstance(entry, RoomEntry):
            self.folding_wanted.emit(entry.room)
        else:
            self.chosen.emit(entry.streamer.id)

    def _ask_for_more(self, index: QModelIndex, *, at: QPoint | None = None) -> None:
        """Ask for a row's menu: at the pointer, else below where the row begins."""
        entry = self._rows.entries[index.row()] if index.isValid() else None
        if isinstance(entry, StreamerEntry):
            place: QRect = self.visualRect(index)
            start = place.bottomRight() if self.isRightToLeft() else place.bottomLeft()
            self.more_wanted.emit(entry.streamer.id, self.viewport().mapToGlobal(at or start))


def _step_beyond(face: Face, volume: int) -> int | None:
    """Give how far a press may lead that would make it louder than one step does, else None."""
    step = face.controls.volume_step
    if not step or face.level is None or volume <= face.level.value + step:
        return None
    return face.level.value + step


def _most_of(face: Face) -> int:
    """Give the greatest level that may be chosen."""
    limit = face.level.limit if face.level is not None else None
    return _WHOLE if limit is None else limit
