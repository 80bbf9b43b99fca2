"""The card for looking after a streamer: how it is doing, log, copies, restart, reset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.streamer.care_question import CareQuestion
from altrabits_desktop.ui.pages.streamer.editable import make_headed_column
from altrabits_desktop.ui.pages.streamer.facts_card import FactLines
from altrabits_desktop.ui.pages.streamer.network_words import health_facts
from altrabits_desktop.ui.pages.streamer.upkeep_model import Care
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.upkeep_model import UpkeepModel
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.theme.theme import Theme


class CareCard(Card):
    """Hidden where a streamer has nothing of it. Main thread only.

    Args:
        theme: the look in force.
        model: asks and tells.
        parent: owner.
    """

    sheet_wanted = Signal(str)
    """"log" or "copies" is to take the place of the cards."""

    def __init__(self, theme: Theme, *, model: UpkeepModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = model
        self._streamer: Streamer | None = None
        self._can_reset = False
        heading = translate("care", "Looking after it")
        self.setObjectName("streamer.care")
        self.setAccessibleName(heading)
        self._facts = FactLines(theme)
        self._log = self._make(translate("care", "Log"), "log")
        self._log.clicked.connect(lambda: self.sheet_wanted.emit("log"))
        self._copies = self._make(translate("care", "Copies of the settings"), "copies")
        self._copies.clicked.connect(lambda: self.sheet_wanted.emit("copies"))
        self._restart = self._make(
            translate("care", "Restart"), "restart", busy_text=translate("care", "Restarting")
        )
        self._restart.clicked.connect(lambda: self._ask(Care.RESTART))
        self._reset = self._make(translate("care", "Factory reset"), "reset", look=Look.QUIET)
        self._reset.clicked.connect(lambda: self._ask(Care.RESET))
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.2"))
        for button in (self._log, self._copies, self._restart):
            row.addWidget(button)
        row.addStretch(1)
        self._question = CareQuestion(theme)
        self._question.answered.connect(self._answer)
        self._question.given_up.connect(self._fold)
        head = QWidget()
        head.setFixedHeight(theme.px("button.small"))
        first = QHBoxLayout(head)
        first.setContentsMargins(0, 0, 0, 0)
        first.addWidget(ElidedLabel(theme, heading, type_name="name"), 1)
        first.addWidget(self._reset)
        reach = theme.px("button.padding_small")
        column = make_headed_column(self, theme, head, reach_px=reach)
        column.addWidget(self._facts)
        column.addSpacing(theme.px("space.2"))
        column.addWidget(self._buttons)
        column.addWidget(self._question)
        self.hide()

    def show_care(self, streamer: Streamer, offered: Offered) -> None:
        """Show how it is doing, and what can be done for it."""
        self._streamer = streamer
        can, model = offered.can, self._model
        self._can_reset = Capability.RESET in can
        self._facts.set_facts(health_facts(model.health, model.told_at))
        for button, needed in (
            (self._log, Capability.LOGS),
            (self._copies, Capability.SETTINGS),
            (self._restart, Capability.RESTART),
        ):
            button.setVisible(needed in can)
        self._restart.set_busy(model.doing is Care.RESTART)
        self._question.set_busy(is_busy=model.doing is Care.RESET)
        is_any = bool(can & {*_BUTTONS, Capability.HEALTH})
        if not can & _BUTTONS:
            self._question.hide()
        # While something is asked there is one thing to answer.
        self._reset.setVisible(self._can_reset and self._question.isHidden())
        self._buttons.setVisible(bool(can & _BUTTONS) and self._question.isHidden())
        self.setVisible(is_any)

    def ask(self, name: str) -> None:
        """Ask whether to "restart" or "reset" it, where it can be."""
        button = self._reset if name == Care.RESET.value else self._restart
        if not button.isHidden() and not self.isHidden():
            self._ask(Care(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._question.isHidden():
            self._fold()
            event.accept()
            return
        super().keyPressEvent(event)

    def _make(
        self, words: str, name: str, *, look: Look = Look.SECONDARY, busy_text: str = ""
    ) -> PushButton:
        button = PushButton(self._look, words, look=look, height=Height.SMALL, busy_text=busy_text)
        button.setObjectName(f"streamer.care.{name}")
        return button

    def _ask(self, care: Care) -> None:
        if self._streamer is not None:
            self._question.ask(care, self._streamer)
            self._buttons.hide()
            self._reset.hide()

    def _fold(self) -> None:
        asked = self._reset if self._question.asked is Care.RESET else self._restart
        self._question.hide()
        self._buttons.show()
        self._reset.setVisible(self._can_reset)
        asked.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, care: object) -> None:
        streamer = self._streamer
        if streamer is None:
            return
        self._fold()
        if care is Care.RESTART:
            self._model.restart(streamer.id)
        else:
            self._model.reset(streamer.id)


_BUTTONS = frozenset({Capability.LOGS, Capability.SETTINGS, Capability.RESTART, Capability.RESET})
