"""What is asked before a streamer starts anew, or is made as it came from the factory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.actions.upkeep import is_meant
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.pages.streamer.upkeep_model import Care
from altrabits_desktop.ui.widgets.field import Field
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.theme.theme import Theme


class CareQuestion(QWidget):
    """Return in the name leads to the buttons, where the first one changes nothing.

    Args:
        theme: the look in force.
        parent: owner.
    """

    answered = Signal(object)
    """The person wants it: a `Care`."""
    given_up = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme
        self.asked = Care.RESTART
        """What is asked about."""
        self._streamer: Streamer | None = None
        self.setObjectName("streamer.care.question")
        self._sentence = TextBlock(theme)
        self._name = Field(theme, label=translate("care", "Name of the streamer"))
        self._name.line.setObjectName("streamer.care.name")
        self._name.line.textEdited.connect(lambda: self._name.set_error(""))
        self._name.line.returnPressed.connect(self._lead_to_buttons)
        self._keep = self._make("keep")
        self._keep.clicked.connect(self.given_up)
        self._go = self._make("go")
        self._go.clicked.connect(self._answer)
        row = QHBoxLayout()
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._keep)
        row.addWidget(self._go)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px("space.3"))
        column.addWidget(self._sentence)
        column.addWidget(self._name)
        column.addLayout(row)
        self.hide()

    def ask(self, care: Care, streamer: Streamer) -> None:
        """Ask whether it is meant."""
        self.asked, self._streamer = care, streamer
        is_reset = care is Care.RESET
        is_by_key = has_ring(self.window().focusWidget())
        self._sentence.set_text(_sentence(care, streamer.name))
        self._keep.set_words(
            translate("care", "Leave it as it is") if is_reset else translate("care", "Not now")
        )
        go = translate("care", "Restart")
        if is_reset:
            go = translate("care", "Reset")
        self._go.set_words(go)
        width = max(button.sizeHint().width() for button in (self._keep, self._go))
        for button in (self._keep, self._go):
            button.setFixedWidth(width)
        self._name.line.clear()
        self._name.set_error("")
        self._name.setVisible(is_reset)
        self.show()
        first = self._name.line if is_reset else self._keep
        first.setFocus(reason_of(is_by_key=is_by_key))
        # Once all of it has its place.
        QTimer.singleShot(0, self, lambda: bring_into_sight(self._go))

    def set_busy(self, *, is_busy: bool) -> None:
        """Show that it goes on."""
        self._go.set_busy(is_busy)

    def _make(self, name: str) -> PushButton:
        button = PushButton(self._look, "", look=Look.PAIR)
        button.setObjectName(f"streamer.care.{name}")
        return button

    def _lead_to_buttons(self) -> None:
        self._keep.setFocus(reason_of(is_by_key=True))

    def _answer(self) -> None:
        streamer = self._streamer
        is_typed = self.asked is not Care.RESET or (
            streamer is not None and is_meant(streamer, self._name.line.text())
        )
        if streamer is None or is_typed:
            self.answered.emit(self.asked)
            return
        refusal = Refused("reset.not_confirmed", name=streamer.name)
        self._name.set_error(sentence_of(refusal))
        self._name.line.setFocus(reason_of(is_by_key=False))


def _sentence(care: Care, name: str) -> str:
    if care is Care.RESTART:
        return translate(
            "care",
            "The music stops, and the streamer does not answer for about a minute. Its settings"
            " stay.",
        )
    return fill(
        translate(
            "care",
            "Everything that was set is lost: presets, names, equaliser, its place in the Wi-Fi."
            " It obeys this account no longer and has to be added again. Nothing brings that"
            " back; a copy of the settings can be put back later. Type its name, {name}, to go"
            " on.",
        ),
        name=name,
    )
