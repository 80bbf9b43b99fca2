"""Why a streamer does not answer: what was found where it was last, and one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from altrabits_desktop.runtime.sentences_why import why_words
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import Height, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.ui.pages.streamer.why_model import WhyModel
    from altrabits_desktop.ui.theme.theme import Theme


class WhyCard(Card):
    """There while the streamer is gone.

    Args:
        theme: the look in force.
        model: what was found out.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, model: WhyModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._model = model
        heading = translate("streamer", "Why it does not answer")
        self.setAccessibleName(heading)
        self.setObjectName("streamer.why")
        self._why = TextBlock(theme, type_name="text", role="text")
        self._to_do = TextBlock(theme)
        self._ask = PushButton(
            theme,
            translate("streamer", "Find out why"),
            height=Height.SMALL,
            icon="support",
            busy_text=translate("streamer", "Finding out"),
        )
        self._ask.setObjectName("streamer.why.button")
        self._ask.clicked.connect(model.ask)
        row = QHBoxLayout()
        row.addWidget(self._ask)
        row.addStretch(1)
        column = make_column(self, theme)
        column.addWidget(ElidedLabel(theme, heading, type_name="name"))
        column.addSpacing(theme.px("space.2"))
        for words in (self._why, self._to_do):
            column.addWidget(words)
        column.addSpacing(theme.px("space.3"))
        column.addLayout(row)
        model.changed.connect(self.show_why)
        self.hide()

    def show_why(self) -> None:
        """Show what the model knows."""
        diagnosis = self._model.diagnosis
        why, to_do = ("", "") if diagnosis is None else why_words(diagnosis)
        if diagnosis is None and self._model.is_asking:
            why = translate("streamer", "Looking where it was last")
        self._why.set_text(why)
        self._to_do.set_text(to_do)
        self._why.setVisible(bool(why))
        self._to_do.setVisible(bool(to_do))
        self._ask.set_busy(self._model.is_asking)
        self.setVisible(self._model.is_wanted)
