"""The part of the group's card with the groups that are kept: brought back, kept, changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.pages.streamer.editable import EditHead, reaching_row
from altrabits_desktop.ui.pages.streamer.saved_model import SavedShelf
from altrabits_desktop.ui.pages.streamer.saved_row import SavedRow
from altrabits_desktop.ui.pages.streamer.tile import Tile
from altrabits_desktop.ui.pages.streamer.tile_grid import TileGrid
from altrabits_desktop.ui.widgets.field import LineField
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import Look as ButtonLook
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from altrabits_desktop.ui.pages.streamer.saved_model import SavedEntry, SavedModel
    from altrabits_desktop.ui.theme.theme import Theme


class SavedPart(QWidget):
    """Hidden where nothing is kept and nothing can be. Main thread only.

    Args:
        theme: the look in force.
        model: what is kept.
        parent: owner.
    """

    wanted = Signal(str)
    """The name of the group that is to play together."""

    def __init__(self, theme: Theme, *, model: SavedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme
        self._model = model
        self._shelf = SavedShelf()
        self._tiles: list[Tile] = []
        self._rows: list[SavedRow] = []
        self.setObjectName("streamer.saved")
        self._head = EditHead(
            theme,
            translate("streamer", "Saved groups"),
            name="streamer.saved.edit",
            action=translate("streamer", "Change", "saved groups"),
            is_part=True,
        )
        self._head.switched.connect(self._end)
        self._grid = TileGrid(theme)
        self._add = Tile(theme, translate("streamer", "Save this group"), parent=self._grid)
        self._add.setObjectName("streamer.saved.add")
        self._add.clicked.connect(self._begin)
        self._add.hide()
        self._name = _NameLine(theme)
        self._name.given.connect(self._save)
        self._name.typed.connect(self._say_taken)
        self._name.left.connect(self._end)
        self._words = TextBlock(theme)
        self._words.setObjectName("streamer.saved.words")
        self._edits = QWidget()
        self._edit_column = QVBoxLayout(self._edits)
        self._edit_column.setContentsMargins(0, 0, 0, 0)
        self._edit_column.setSpacing(theme.px("space.2"))
        self._lay_out()
        model.changed.connect(self._end)
        model.failed.connect(self._words.set_text)
        model.failed.connect(self._words.show)

    def show_shelf(self, shelf: SavedShelf) -> None:
        """Show what is kept; what is being typed stays."""
        if [one.name for one in shelf.entries] != [one.name for one in self._shelf.entries]:
            self._make_tiles(shelf.entries)
        self._shelf = shelf
        self._head.allow(is_allowed=bool(shelf.entries))
        for tile, entry in zip(self._tiles, shelf.entries, strict=True):
            tile.set_chosen(is_chosen=entry.is_on)
            tile.setToolTip(tool_tip(entry.members))
            tile.setAccessibleName(_spoken(entry))
        if not shelf.can_save and not self._name.isHidden():
            self._end()
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only what the field itself does not take comes here.
        if event.key() == Qt.Key.Key_Escape and not self._name.isHidden():
            self._end()
            event.accept()
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        shelf, is_naming = self._shelf, not self._name.isHidden()
        has_any = bool(shelf.entries) or shelf.can_save
        is_editing = self._head.is_editing
        can_add = shelf.can_save and not is_naming
        self._grid.set_tiles([*self._tiles, self._add] if can_add else self._tiles)
        if is_editing:
            self._show_rows()
        self._head.setVisible(bool(shelf.entries))
        self._grid.setVisible((bool(shelf.entries) or can_add) and not is_editing)
        self._edits.setVisible(is_editing)
        if shelf.needs_account:
            words = translate(
                "streamer", "Who is signed in can save this group, and bring it back in one press."
            )
            self._words.set_text(words)
        elif not is_naming and not is_editing:
            self._words.set_text("")
        self._words.setVisible(bool(self._words.text()))
        self.setVisible(has_any or shelf.needs_account)

    def _make_tiles(self, entries: tuple[SavedEntry, ...]) -> None:
        former, self._tiles = self._tiles, []
        for place, entry in enumerate(entries, 1):
            tile = Tile(self._look, entry.name, icon="group", parent=self._grid)
            tile.setObjectName(f"streamer.saved.{place}")
            tile.clicked.connect(partial(self.wanted.emit, entry.name))
            self._tiles.append(tile)
        self._grid.set_tiles(self._tiles)
        for tile in former:
            tile.deleteLater()

    def _show_rows(self) -> None:
        while len(self._rows) < len(self._shelf.entries):
            row = SavedRow(self._look, place=len(self._rows) + 1)
            row.renamed.connect(self._model.rename)
            row.saving.connect(self._model.save)
            row.deleted.connect(self._model.delete)
            self._rows.append(row)
            self._edit_column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._shelf.entries))
            if place < len(self._shelf.entries):
                row.show_entry(self._shelf.entries[place], can_save=self._shelf.can_save)

    def _begin(self) -> None:
        self._words.set_text("")
        self._name.begin()
        self._arrange()

    def _end(self) -> None:
        had_focus = self._name.has_focus()
        self._name.hide()
        self._words.set_text("")
        self._arrange()
        if had_focus and self._add.isVisible():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, name: str) -> None:
        self._model.save(name)

    def _say_taken(self, name: str) -> None:
        words = ""
        if self._model.is_taken(name):
            words = translate("streamer", "Another group has this name. Saving overwrites it.")
        self._words.set_text(words)
        self._words.setVisible(bool(words))

    def _lay_out(self) -> None:
        theme = self._look
        away = theme.px("card.padding") + theme.px("card.edge")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.px("space.2"), 0, 0)
        whole.setSpacing(0)
        reach = theme.px("button.padding_small")
        whole.addLayout(reaching_row(self._head, away_px=away, reach_px=reach))
        column = QVBoxLayout()
        column.setContentsMargins(away, theme.px("space.1"), away, 0)
        column.setSpacing(theme.px("space.2"))
        for part in (self._grid, self._edits, self._name, self._words):
            column.addWidget(part)
        whole.addLayout(column)
        self._name.hide()
        self._words.hide()


class _NameLine(QWidget):
    """The field for the name of a group, and what keeps it."""

    given = Signal(str)
    """The name under which the group is to be kept."""
    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        name = translate("streamer", "Name of the group")
        self._line = LineField(theme, name=name)
        self._line.setObjectName("streamer.saved.name")
        self._line.setPlaceholderText(name)
        self._line.setMaxLength(NAME_CHARACTERS)
        self._line.textEdited.connect(self._edit)
        self._line.returnPressed.connect(self._give)
        self._save = PushButton(theme, translate("streamer", "Save"), look=ButtonLook.PAIR)
        self._save.setObjectName("streamer.saved.save")
        self._save.clicked.connect(self._give)
        cancel = translate("streamer", "Cancel")
        self._cancel = PushButton(theme, cancel, look=ButtonLook.QUIET)
        self._cancel.setObjectName("streamer.saved.cancel")
        self._cancel.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px("space.1"), 0, 0)
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._line, 1)
        row.addWidget(self._save)
        row.addWidget(self._cancel)

    def begin(self) -> None:
        """Ask for a name."""
        self._line.clear()
        self._save.setEnabled(False)
        self.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus(self) -> bool:
        """Whether the keyboard is here."""
        return any(part.hasFocus() for part in (self._line, self._save, self._cancel))

    def _edit(self, text: str) -> None:
        self._save.setEnabled(bool(text.strip()))
        self.typed.emit(text)

    def _give(self) -> None:
        if self._line.text().strip():
            self.given.emit(self._line.text())


def _spoken(entry: SavedEntry) -> str:
    words = translate("streamer", "Play together: {group}")
    if entry.is_on:
        words = translate("streamer", "{group} plays together now")
    return told_apart(fill(words, group=entry.name), entry.members)
