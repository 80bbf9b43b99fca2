"""The network cards as check boxes: all of them, or the ticked ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import card_kind, card_words, left_to_right, listed
from altrabits_desktop.ui.widgets.check_box import CheckBox
from altrabits_desktop.ui.widgets.plain import tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.actions.cards import CardChoice
    from altrabits_desktop.contract.streamers import CardKind
    from altrabits_desktop.ui.theme.theme import Theme


class CardsChoice(QWidget):
    """One box for all, and one a card below it.

    Args:
        theme: the look in force.
        parent: owner.
    """

    all_chosen = Signal()
    card_chosen = Signal(str, bool)
    """Name of a card, and whether it is wanted."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: dict[str, tuple[str, CheckBox]] = {}
        self._all = CheckBox(theme, translate("settings", "All cards, also ones that come later"))
        self._all.setObjectName("settings.cards.all")
        self._all.clicked.connect(self._choose_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._all)

    def show_cards(self, choices: Sequence[CardChoice], *, is_all: bool) -> None:
        """Show which cards there are and which are chosen."""
        self._all.setChecked(is_all)
        kinds = [(choice.name, choice.kind) for choice in choices if choice.addresses]
        wanted = {choice.name: _words(choice, kinds) for choice in choices}
        if wanted != {name: words for name, (words, _) in self._boxes.items()}:
            self._make_boxes(wanted)
        for choice in choices:
            self._boxes[choice.name][1].setChecked(choice.is_chosen)

    def _make_boxes(self, wanted: dict[str, str]) -> None:
        for _, box in self._boxes.values():
            box.hide()
            box.setParent(None)
            box.deleteLater()
        self._boxes.clear()
        before = self._all
        for name, words in wanted.items():
            box = CheckBox(self._theme, words)
            box.setObjectName(f"settings.card.{name}")
            box.setToolTip(tool_tip(left_to_right(name)))
            box.clicked.connect(self._choose_card)
            self._column.addWidget(box)
            # Tab goes by the order of making, and boxes may be made after the whole page.
            self.setTabOrder(before, box)
            before = box
            self._boxes[name] = (words, box)

    def _choose_all(self) -> None:
        # All is left by choosing among the cards, so a second press changes nothing.
        self._all.setChecked(True)
        self.all_chosen.emit()

    def _choose_card(self, is_wanted: bool) -> None:
        # A slot bound to the name would not be given whether the box is checked.
        pressed = self.sender()
        for name, (_, box) in self._boxes.items():
            if box is pressed:
                self.card_chosen.emit(name, is_wanted)


def _words(choice: CardChoice, kinds: Sequence[tuple[str, CardKind]]) -> str:
    if not choice.addresses:
        return fill(
            translate("settings", "{name}, not here now", "network card"),
            name=left_to_right(choice.name),
        )
    words = fill(
        translate("card", "{kind} {address}"),
        kind=card_kind(choice.kind),
        address=listed([left_to_right(address) for address in choice.addresses]),
    )
    return card_words(words, name=choice.name, kind=choice.kind, among=kinds)
