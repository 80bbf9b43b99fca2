"""The lines of the command palette as a list: headings, and entries below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import listed
from altrabits_desktop.ui.shell.window_command import Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from altrabits_desktop.ui.shell.palette_entries import PaletteEntry

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the entries of a group."""

    words: str


class PaletteRows(QAbstractListModel):
    """Headings and entries in the order of reading; only entries can be chosen.

    Args:
        parent: owner.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Heading | PaletteEntry] = []

    def show_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show other entries, each group below its heading."""
        rows: list[Heading | PaletteEntry] = []
        group: Group | None = None
        for entry in entries:
            if entry.group is not group:
                group = entry.group
                rows.append(Heading(heading_of(group)))
            rows.append(entry)
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: Index) -> Heading | PaletteEntry | None:
        """Give what stands at a place."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, key: str) -> int:
        """Give the row of an entry, else of the first one; -1 where there is none."""
        choosable = [
            (number, row) for number, row in enumerate(self._rows) if not isinstance(row, Heading)
        ]
        same = (number for number, row in choosable if row.key == key)
        return next(same, choosable[0][0] if choosable else -1)

    def neighbour(self, row: int, *, step: int) -> int:
        """Give the entry after a row, or before it; behind the last one is the first."""
        choosable = [
            number for number, each in enumerate(self._rows) if not isinstance(each, Heading)
        ]
        if row not in choosable:
            return choosable[0] if choosable else -1
        return choosable[(choosable.index(row) + step) % len(choosable)]

    def rowCount(self, parent: Index = _NOTHING) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.row_at(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words if isinstance(row, Heading) else row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words if isinstance(row, Heading) else spoken(row)
        return None


def heading_of(group: Group) -> str:
    """Give the words above a group."""
    match group:
        case Group.STREAMERS:
            return translate("commands", "Streamers", "heading")
        case Group.DO:
            return translate("commands", "Do", "heading")
        case Group.GO_TO:
            return translate("commands", "Go to", "heading")


def spoken(entry: PaletteEntry) -> str:
    """Give an entry as it is read aloud: what it is, what is so, and the keys that do the same."""
    words = ", ".join(part for part in (entry.title, entry.detail) if part)
    if not entry.keys:
        return words
    return fill(
        translate("commands", "{words}; keys: {keys}", "read aloud"),
        words=words,
        keys=listed(entry.keys),
    )
