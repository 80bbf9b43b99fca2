"""What takes the place of the cards for a while: a heading, a sentence, a way back, a content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.widgets.card import Card, CardGround
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.focus_ring import reason_of
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.ui.theme.theme import Theme


class Sheet(CardGround):
    """One card over the whole width; what it holds is put below its heading.

    Args:
        theme: the look in force.
        name: object name, and begin of that of its way back.
        heading: what it is.
        sentence: what it means.
        parent: owner.
    """

    left = Signal()
    """The person goes back to the cards."""

    def __init__(
        self, theme: Theme, *, name: str, heading: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self.look = theme
        self.setObjectName(name)
        self.setAccessibleName(heading)
        card = Card(theme)
        self.back = PushButton(
            theme, translate("documents", "Back to the streamer"), icon="chevron-left"
        )
        self.back.setObjectName(f"{name}.back")
        self.back.clicked.connect(self.left)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.px("space.2"))
        self.buttons.addWidget(self.back)
        self.buttons.addStretch(1)
        self.said = TextBlock(theme)
        self.said.setObjectName(f"{name}.said")
        self.content = QVBoxLayout()
        self.content.setSpacing(theme.px("space.3"))
        edge = theme.px("card.padding") + theme.px("card.edge")
        column = QVBoxLayout(card)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px("space.3"))
        column.addWidget(ElidedLabel(theme, heading, type_name="name"))
        column.addWidget(TextBlock(theme, sentence))
        column.addLayout(self.buttons)
        column.addWidget(self.said)
        column.addLayout(self.content, 1)
        self.row = QVBoxLayout(self)
        self.row.addWidget(card)
        self.row.addStretch(1)

    def add_buttons(self, buttons: Sequence[PushButton]) -> None:
        """Put what can be done beside the way back."""
        for button in buttons:
            self.buttons.insertWidget(self.buttons.count() - 1, button)

    def say(self, words: str) -> None:
        """Say what was done; "" for nothing."""
        self.said.set_text(words)
        self.said.setVisible(bool(words))

    def take_focus(self, *, is_by_key: bool) -> None:
        """Let the keyboard begin at the way back."""
        self.back.setFocus(reason_of(is_by_key=is_by_key))
