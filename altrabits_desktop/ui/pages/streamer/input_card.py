"""The card with the inputs of a streamer, one of which it plays from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SelectInput
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.choice_grid import ChoiceGrid
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.theme.theme import Theme

_FEWEST = 2
"""One input is no choice."""


class InputCard(Card):
    """Hidden where nothing can be chosen. Main thread only.

    Args:
        theme: the look in force.
        parent: owner.
    """

    told = Signal(object)
    """A command."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        heading = translate("streamer", "Input")
        self.setObjectName("streamer.inputs")
        self.setAccessibleName(heading)
        self._choice = ChoiceGrid(theme, name=heading, prefix="streamer.input")
        self._choice.chosen.connect(self._tell)
        column = make_column(self, theme)
        column.addWidget(ElidedLabel(theme, heading, type_name="name"))
        column.addSpacing(theme.px("space.3"))
        column.addWidget(self._choice)
        self.hide()

    def show_inputs(self, streamer: Streamer, offered: Offered) -> None:
        """Show what can be chosen, and what is."""
        state = streamer.state
        is_choice = Capability.INPUT in offered.can and len(streamer.inputs) >= _FEWEST
        if is_choice and state is not None:
            self._choice.set_choices(streamer.inputs)
            self._choice.choose(state.input_name or "")
        self.setVisible(is_choice)

    def _tell(self, name: str) -> None:
        self.told.emit(SelectInput(name))
