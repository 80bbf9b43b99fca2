"""Which side is louder: a level that is filled from its middle, and the words for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.commands import SetBalance
from altrabits_desktop.contract.streamer_settings import BALANCE_MOST
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


class BalanceLine(QWidget):
    """Tells each step, also while the handle is held: sent sparingly (`actions.controlling`).

    Args:
        theme: the look in force.
        parent: owner.
    """

    told = Signal(object)
    """A command."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = Slider(
            theme,
            name=translate("streamer", "Balance"),
            minimum=-BALANCE_MOST,
            maximum=BALANCE_MOST,
            middle=0,
        )
        self._slider.setObjectName("streamer.balance")
        # The left side is at the left in every language.
        self._slider.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._slider.setSingleStep(theme.px("slider.wheel_step"))
        self._slider.chosen.connect(self._choose)
        self._words = ElidedLabel(theme, role="text.2", numeric=True, is_at_end=True)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(theme, translate("streamer", "Balance"), type_name="label"))
        head.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px("space.2"), 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._slider)

    def show_balance(self, balance: int) -> None:
        """Show which side is louder; a handle that is held stays where it is."""
        if not self._slider.isSliderDown():
            self._slider.setValue(balance)
            self._say(balance)

    def _choose(self, balance: int) -> None:
        self._say(balance)
        self.told.emit(SetBalance(balance))

    def _say(self, balance: int) -> None:
        words = balance_words(balance)
        self._words.set_text(words)
        self._slider.setAccessibleDescription(words)


def balance_words(balance: int) -> str:
    """Say which side is louder, and by how much."""
    if not balance:
        return translate("streamer", "Middle", "of the balance")
    words = translate("streamer", "{number} to the left")
    if balance > 0:
        words = translate("streamer", "{number} to the right")
    return fill(words, number=abs(balance))
