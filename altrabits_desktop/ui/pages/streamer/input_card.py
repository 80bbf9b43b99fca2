"""The inputs of a streamer: the one that it plays from is chosen, all are renamed and hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import HideInput, NameInput, SelectInput
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import told_apart
from altrabits_desktop.ui.pages.streamer.editable import EditHead, make_headed_column
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.choice_grid import ChoiceGrid
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.field import LineField
from altrabits_desktop.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamer_settings import InputSlot
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.theme.theme import Theme

_FEWEST = 2
"""One input is no choice."""


class InputCard(Card):
    """Hidden where nothing can be chosen or changed. Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    told = Signal(object)
    """A command."""
    undo_offered = Signal(str, object)
    """What was done, and the commands that take it back."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        heading = translate("streamer", "Input")
        self.setObjectName("streamer.inputs")
        self.setAccessibleName(heading)
        self._head = EditHead(
            theme,
            heading,
            name="streamer.inputs.edit",
            action=translate("streamer", "Rename or hide"),
        )
        self._head.switched.connect(self._switch)
        self._choice = ChoiceGrid(theme, name=heading, prefix="streamer.input")
        self._choice.chosen.connect(self._tell)
        self._edits = QWidget()
        self._slots: tuple[InputSlot, ...] = ()
        self._has_choice = False
        self._rows: dict[str, _InputRow] = {}
        self._edit_column = QVBoxLayout(self._edits)
        self._edit_column.setContentsMargins(0, 0, 0, 0)
        self._edit_column.setSpacing(theme.px("space.2"))
        self._edits.hide()
        reach = theme.px("button.padding_small")
        column = make_headed_column(self, theme, self._head, reach_px=reach)
        column.addWidget(self._choice)
        column.addWidget(self._edits)
        self.hide()

    def show_inputs(self, streamer: Streamer, offered: Offered) -> None:
        """Show what can be chosen and changed, and what is chosen."""
        state, slots = streamer.state, streamer.choices.input_slots
        is_choice = Capability.INPUT in offered.can and len(streamer.inputs) >= _FEWEST
        can_edit = Capability.EDIT_INPUTS in offered.can and bool(slots)
        if is_choice and state is not None:
            self._choice.set_choices(streamer.inputs)
            self._choice.choose(state.input_name or "")
        self._head.allow(is_allowed=can_edit)
        self._slots = slots
        self._has_choice = is_choice
        self._switch()
        self.setVisible(is_choice or can_edit)

    def leave_edit(self) -> bool:
        """Change nothing any more; False where nothing was being changed."""
        return self._head.leave()

    def _show_slots(self, slots: tuple[InputSlot, ...]) -> None:
        gone = self._rows.keys() - {slot.slot for slot in slots}
        for name in gone:
            row = self._rows.pop(name)
            row.hide()
            row.deleteLater()
        shown = sum(not slot.is_hidden for slot in slots)
        for number, slot in enumerate(slots, 1):
            row = self._rows.get(slot.slot) or self._add_row(slot, number)
            row.show_slot(slot, can_hide=slot.is_hidden or shown > 1)

    def _add_row(self, slot: InputSlot, number: int) -> _InputRow:
        row = _InputRow(self._look, slot, number=number)
        row.named.connect(self._name)
        row.hiding.connect(self._hide)
        self._rows[slot.slot] = row
        self._edit_column.addWidget(row)
        return row

    def _switch(self) -> None:
        if self._head.is_editing:
            # Most people never change them: the rows are made when somebody does.
            self._show_slots(self._slots)
        self._edits.setVisible(self._head.is_editing)
        self._choice.setVisible(self._has_choice and not self._head.is_editing)

    def _tell(self, name: str) -> None:
        self.told.emit(SelectInput(name))

    def _name(self, slot: InputSlot, name: str) -> None:
        self.told.emit(NameInput(slot.slot, name))
        words = translate("streamer", "The input “{input}” has another name now.")
        self._offer(fill(words, input=slot.name), NameInput(slot.slot, slot.name))

    def _hide(self, slot: InputSlot, is_hidden: bool) -> None:
        self.told.emit(HideInput(slot.slot, is_hidden))
        if is_hidden:
            words = translate("streamer", "The input “{input}” is hidden now.")
            self._offer(fill(words, input=slot.name), HideInput(slot.slot, is_hidden=False))

    def _offer(self, words: str, command: NameInput | HideInput) -> None:
        self.undo_offered.emit(words, (command,))


class _InputRow(QWidget):
    """One input: its name in a field, and whether it is shown."""

    named = Signal(object, str)
    hiding = Signal(object, bool)

    def __init__(self, theme: Theme, slot: InputSlot, *, number: int) -> None:
        super().__init__()
        self._slot = slot
        self._name = LineField(theme, name=translate("streamer", "Name of the input"))
        self._name.setObjectName(f"streamer.inputs.name.{number}")
        self._name.editingFinished.connect(self._take_name)
        self._words = ElidedLabel(theme, role="text.2", is_at_end=True)
        self._switch = Switch(theme, name="")
        self._switch.setObjectName(f"streamer.inputs.shown.{number}")
        self._switch.clicked.connect(self._take_hiding)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.3"))
        row.addWidget(self._name, 1)
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_slot(self, slot: InputSlot, *, can_hide: bool) -> None:
        """Show an input; what is being typed stays."""
        self._slot = slot
        if not (self._name.hasFocus() and self._name.isModified()):
            self._name.setText(slot.name)
        is_shown = not slot.is_hidden
        self._switch.setChecked(is_shown)
        # The last one that is shown stays: without any there is nothing to choose.
        self._switch.setEnabled(can_hide)
        words = translate("streamer", "Shown", "an input")
        self._words.set_text(words if is_shown else translate("streamer", "Hidden", "an input"))
        label = slot.name or slot.slot
        self._name.setAccessibleName(told_apart(translate("streamer", "Name of the input"), label))
        spoken = translate("streamer", "Shown", "an input")
        self._switch.setAccessibleName(told_apart(spoken, label))

    def _take_name(self) -> None:
        name = self._name.text().strip()
        self._name.setModified(False)
        if name != self._slot.name:
            self.named.emit(self._slot, name)

    def _take_hiding(self, is_shown: bool) -> None:
        self.hiding.emit(self._slot, not is_shown)
