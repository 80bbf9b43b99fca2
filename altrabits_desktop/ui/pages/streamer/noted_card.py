"""The card of a streamer that is in no account: a name for oneself, and ways to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.facts_card import make_column
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.field import Field
from altrabits_desktop.ui.widgets.plain import tool_tip
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.noted_model import NotedModel
    from altrabits_desktop.ui.theme.theme import Theme


class NotedCard(Card):
    """Hidden for streamers of the person's and of the demo. Main thread only.

    Args:
        theme: the look in force.
        model: what is noted.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, model: NotedModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = model
        self._streamer: Streamer | None = None
        self._noted = ""
        self.setObjectName("streamer.noted")
        heading = translate("streamer", "For you alone")
        self.setAccessibleName(heading)
        self.name = Field(theme, label=translate("streamer", "Name"))
        self.name.line.setObjectName("streamer.noted.name")
        self.name.line.returnPressed.connect(self._save_typed)
        self.name.line.textEdited.connect(self._edit)
        self._kept = TextBlock(theme)
        self._kept.setObjectName("streamer.noted.kept")
        self._fault = TextBlock(theme, role="bad")
        self._fault.setObjectName("streamer.noted.fault")
        self._save = self._make_button("save", translate("streamer", "Save"), look=Look.PAIR)
        self._save.clicked.connect(self._save_typed)
        self._ignore = self._make_button("ignore", translate("streamer", "Ignore"))
        tip = translate("streamer", "Shown no more; page Settings lists what is ignored")
        self._ignore.setToolTip(tool_tip(tip))
        self._ignore.clicked.connect(self._ignore_it)
        self._forget = self._make_button("forget", translate("streamer", "Forget"))
        tip = translate("streamer", "Off the list until it is heard again")
        self._forget.setToolTip(tool_tip(tip))
        self._forget.clicked.connect(self._forget_it)
        self._lay_out(heading)
        model.changed.connect(self._show)

    def show_streamer(self, streamer: Streamer) -> None:
        """Show what is noted of a streamer; what is being typed stays."""
        former, self._streamer = self._streamer, streamer
        noted = self._model.name_of(streamer)
        if former is None or former.id != streamer.id or self.name.line.text() == self._noted:
            self.name.line.setText(noted)
        self._noted = noted
        self.name.line.setPlaceholderText(streamer.announced_name or streamer.name)
        self.setVisible(self._model.may_note(streamer))
        self._show()

    def _show(self) -> None:
        if self._streamer is not None:
            self._noted = self._model.name_of(self._streamer)
        self._save.setEnabled(self.name.line.text() != self._noted and not self._model.is_busy)
        for button in (self._ignore, self._forget):
            button.setEnabled(not self._model.is_busy)
        self._kept.set_text(self._model.kept_sentence)
        self._fault.set_text(self._model.fault)
        self._fault.setVisible(bool(self._model.fault))

    def _edit(self) -> None:
        self._model.forget_fault()
        self._show()

    def _save_typed(self) -> None:
        if self._streamer is not None and self._save.isEnabled():
            self._model.name(self._streamer, self.name.line.text())

    def _ignore_it(self) -> None:
        if self._streamer is not None:
            self._model.ignore(self._streamer)

    def _forget_it(self) -> None:
        if self._streamer is not None:
            self._model.forget(self._streamer)

    def _make_button(self, name: str, text: str, *, look: Look = Look.QUIET) -> PushButton:
        button = PushButton(self._look, text, look=look)
        button.setObjectName(f"streamer.noted.{name}")
        return button

    def _lay_out(self, heading: str) -> None:
        theme = self._look
        foot = QHBoxLayout()
        foot.setSpacing(theme.px("space.2"))
        foot.addWidget(self._save)
        foot.addStretch(1)
        foot.addWidget(self._forget)
        foot.addWidget(self._ignore)
        column = make_column(self, theme)
        label = ElidedLabel(theme, type_name="name")
        label.set_text(heading)
        column.addWidget(label)
        column.addSpacing(theme.px("space.2"))
        for part in (self.name, self._kept, self._fault):
            column.addWidget(part)
        column.addSpacing(theme.px("space.2"))
        column.addLayout(foot)
