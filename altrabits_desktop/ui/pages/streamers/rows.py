"""The list model of the rows: what stands in each line, changed in place wherever possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.streamers.differences import Insertion, Move, Removal, differences
from altrabits_desktop.ui.pages.streamers.entries import RoomEntry, StreamerEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.entries import Entry, EntryKey
    from altrabits_desktop.ui.pages.streamers.face import Face

STREAMER_ID = Qt.ItemDataRole.UserRole
"""Role that gives the id of a row's streamer; None for the line of a room."""

_MOVES_AT_ONCE = 64


class RowModel(QAbstractListModel):
    """The lines of the list. Main thread only.

    A face is made when a row is painted or read, not when its streamer changes: of thousands of
    changes only those in sight cost anything.

    Args:
        face_of: how a streamer looks now.
        parent: owner.
    """

    def __init__(
        self, face_of: Callable[[Streamer], Face], *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._face_of = face_of
        self._entries: list[Entry] = []
        self._row_of: dict[EntryKey, int] = {}
        self._faces: dict[str, Face] = {}

    @property
    def entries(self) -> Sequence[Entry]:
        """The lines from top to bottom."""
        return self._entries

    def face(self, entry: StreamerEntry) -> Face:
        """Give how the streamer of a line looks now."""
        streamer = entry.streamer
        face = self._faces.get(streamer.id)
        if face is None:
            face = self._faces[streamer.id] = self._face_of(streamer)
        return face

    def row_of(self, streamer_id: str) -> int | None:
        """Give the row of a streamer; None where it is not shown."""
        return self._row_of.get(("streamer", streamer_id))

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these lines; rows that stay are neither removed nor read anew."""
        keys = [entry.key for entry in entries]
        steps = differences([entry.key for entry in self._entries], keys)
        if sum(isinstance(step, Move) for step in steps) > _MOVES_AT_ONCE:
            self.beginResetModel()
            self._take(entries)
            self.endResetModel()
            return
        before = {entry.key: entry for entry in self._entries}
        for step in steps:
            self._carry_out(step, entries)
        self._take(entries)
        for row, entry in enumerate(entries):
            if before.get(entry.key, entry) != entry:
                self._tell(row)

    def renew(self, streamers: Iterable[Streamer]) -> None:
        """Take newer snapshots of streamers where they stand."""
        for streamer in streamers:
            row = self.row_of(streamer.id)
            self._faces.pop(streamer.id, None)
            if row is not None:
                self._entries[row] = StreamerEntry(streamer)
                self._tell(row)

    def renew_times(self) -> None:
        """Say anew how long ago the ones that are gone were heard."""
        for row, entry in enumerate(self._entries):
            if isinstance(entry, StreamerEntry) and entry.streamer.presence is Presence.GONE:
                self._faces.pop(entry.streamer.id, None)
                self._tell(row)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == STREAMER_ID:
            return entry.streamer.id if isinstance(entry, StreamerEntry) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _title(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        return None

    def _spoken(self, entry: Entry) -> str:
        if isinstance(entry, StreamerEntry):
            return f"{entry.streamer.name}, {self.face(entry).spoken}"
        return room_spoken(entry)

    def _carry_out(self, step: Removal | Move | Insertion, after: Sequence[Entry]) -> None:
        top = QModelIndex()
        if isinstance(step, Removal):
            self.beginRemoveRows(top, step.first, step.last)
            for entry in self._entries[step.first : step.last + 1]:
                if isinstance(entry, StreamerEntry):
                    self._faces.pop(entry.streamer.id, None)
            del self._entries[step.first : step.last + 1]
            self.endRemoveRows()
        elif isinstance(step, Insertion):
            self.beginInsertRows(top, step.first, step.last)
            self._entries[step.first : step.first] = after[step.first : step.last + 1]
            self.endInsertRows()
        else:
            # Qt names the row before which it is put, counted while it still stands at its start.
            before = step.end if step.end < step.start else step.end + 1
            self.beginMoveRows(top, step.start, step.start, top, before)
            self._entries.insert(step.end, self._entries.pop(step.start))
            self.endMoveRows()

    def _take(self, entries: Sequence[Entry]) -> None:
        known = {e.streamer.id: e.streamer for e in self._entries if isinstance(e, StreamerEntry)}
        self._entries = list(entries)
        self._row_of = {entry.key: row for row, entry in enumerate(self._entries)}
        for entry in entries:
            if isinstance(entry, StreamerEntry) and (
                known.get(entry.streamer.id) is not entry.streamer
            ):
                self._faces.pop(entry.streamer.id, None)

    def _tell(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)


def room_name(room: str | None) -> str:
    """Give the name of a room as it is shown."""
    return translate("streamers", "No room yet") if room is None else room


def room_spoken(entry: RoomEntry) -> str:
    """Give the line of a room for screen readers."""
    streamers = translate("streamers", "%n streamers", "in a room", entry.count)
    if entry.is_folded:
        folded = translate("streamers", "{room}, {streamers}, folded")
        return fill(folded, room=room_name(entry.room), streamers=streamers)
    return fill(
        translate("streamers", "{room}, {streamers}"),
        room=room_name(entry.room),
        streamers=streamers,
    )


def _title(entry: Entry) -> str:
    return entry.streamer.name if isinstance(entry, StreamerEntry) else room_name(entry.room)
