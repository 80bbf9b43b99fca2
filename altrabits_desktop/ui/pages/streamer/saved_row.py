"""One group that is kept, while groups are being changed: its name in a field, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.widgets.field import LineField
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.saved_model import SavedEntry
    from altrabits_desktop.ui.theme.theme import Theme


class SavedRow(QWidget):
    """Main thread only.

    Args:
        theme: the look in force.
        place: of the row, from 1; ends its object names.
        parent: owner.
    """

    renamed = Signal(str, str)
    """The name, and the wanted one."""
    saving = Signal(str)
    """The group that plays now is to be kept under this name."""
    deleted = Signal(str)

    def __init__(self, theme: Theme, *, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._line = LineField(theme, name=translate("streamer", "Name of the group"))
        self._line.setObjectName(f"streamer.saved.name.{place}")
        self._line.setMaxLength(NAME_CHARACTERS)
        self._line.editingFinished.connect(self._take_name)
        self._save = PushButton(theme, translate("streamer", "Overwrite"), height=Height.SMALL)
        self._save.setObjectName(f"streamer.saved.over.{place}")
        self._save.setToolTip(
            tool_tip(translate("streamer", "Keep the group that plays now under this name"))
        )
        self._save.clicked.connect(lambda: self.saving.emit(self._name))
        words = translate("streamer", "Delete", "a saved group")
        self._delete = PushButton(theme, words, look=Look.QUIET, height=Height.SMALL)
        self._delete.setObjectName(f"streamer.saved.delete.{place}")
        self._delete.clicked.connect(lambda: self.deleted.emit(self._name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._line, 1)
        row.addWidget(self._delete)
        row.addWidget(self._save)

    def show_entry(self, entry: SavedEntry, *, can_save: bool) -> None:
        """Show a group; what is being typed stays."""
        self._name = entry.name
        if not (self._line.hasFocus() and self._line.isModified()):
            self._line.setText(entry.name)
        self._line.setToolTip(tool_tip(entry.members))
        self._save.setVisible(can_save)
        named = translate("streamer", "Name of the group")
        self._line.setAccessibleName(told_apart(named, entry.name))
        for button in (self._save, self._delete):
            button.setAccessibleName(told_apart(button.text(), entry.name))

    def _take_name(self) -> None:
        name = " ".join(self._line.text().split())
        was_typed = self._line.isModified()
        self._line.setModified(False)
        if was_typed and name and name != self._name:
            self.renamed.emit(self._name, name)
        elif not name:
            self._line.setText(self._name)
