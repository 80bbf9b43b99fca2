"""The way to a streamer that is ready for a new owner: name typed, reset, certificate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.actions.new_owner import Phase
from altrabits_desktop.actions.upkeep import is_meant
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.widgets.field import Field
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.new_owner_model import NewOwnerModel, Readying
    from altrabits_desktop.ui.theme.theme import Theme


class NewOwnerPane(QWidget):
    """Hidden where a streamer cannot be made ready from here. Main thread only.

    Args:
        theme: the look in force.
        model: does it, and knows how far it is.
        parent: owner.
    """

    def __init__(
        self, theme: Theme, *, model: NewOwnerModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = theme
        self._model = model
        self._streamer: Streamer | None = None
        self._is_asking = False
        self._led_by_key: bool | None = None
        """Whether a key has led to the reset; None while nobody waits here for its end."""
        self.setObjectName("streamer.new_owner")
        self._begin = PushButton(
            theme, translate("streamer", "Get ready for a new owner"), height=Height.SMALL
        )
        self._begin.setObjectName("streamer.new_owner.begin")
        self._begin.clicked.connect(self._ask)
        self._words = TextBlock(theme)
        self._words.setObjectName("streamer.new_owner.words")
        self._name = Field(theme, label=translate("streamer", "Name of the streamer"))
        self._name.line.setObjectName("streamer.new_owner.name")
        self._name.line.textEdited.connect(lambda: self._name.set_error(""))
        self._keep = self._make_answer(translate("streamer", "Keep it"), "keep")
        self._keep.clicked.connect(self._leave)
        self._go = self._make_answer(translate("streamer", "Reset it"), "go")
        self._go.clicked.connect(self._send)
        self._save = PushButton(
            theme,
            translate("streamer", "Save the certificate"),
            icon="download",
            busy_text=translate("streamer", "Saving"),
        )
        self._save.setObjectName("streamer.new_owner.save")
        self._save.clicked.connect(model.save)
        # Return leads to the buttons, where the first one changes nothing.
        self._name.line.returnPressed.connect(
            partial(self._keep.setFocus, reason_of(is_by_key=True))
        )
        self._lay_out()

    def show_streamer(self, streamer: Streamer) -> None:
        """Show how a streamer gets ready for somebody else, or that it is."""
        if self._streamer is not None and self._streamer.id != streamer.id:
            self._is_asking = False
        self._streamer = streamer
        readying, offers = self._model.of(streamer.id), self._model.offers(streamer)
        is_over = readying is not None and (readying.ready is not None or bool(readying.fault))
        is_going = readying is not None and not is_over
        is_asking = self._is_asking and offers and not is_going
        self.setVisible(self._model.is_told(streamer))
        self._begin.setVisible(offers and not is_asking and not is_going)
        self._words.set_text(_words(streamer.name, readying, is_asking=is_asking))
        self._words.setVisible(bool(self._words.text()))
        for part in (self._name, self._keep, self._go):
            part.setVisible(is_asking)
        is_ready = readying is not None and readying.ready is not None
        self._save.setVisible(is_ready and readying is not None and not readying.file)
        self._save.set_busy(is_ready and self._model.is_busy)
        if is_over:
            self._lead_on()

    def ask(self) -> None:
        """Say what it means and ask, where it is offered."""
        if not self._begin.isHidden():
            self._ask()

    def leave_question(self) -> bool:
        """Ask no longer, and lead the keyboard back; False where nothing was asked."""
        if not self._is_asking:
            return False
        self._leave()
        return True

    def _ask(self) -> None:
        is_by_key = has_ring(self._begin)
        self._is_asking = True
        self._name.line.clear()
        self._name.set_error("")
        self._renew()
        self._name.line.setFocus(reason_of(is_by_key=is_by_key))
        # Once all of it has its place.
        QTimer.singleShot(0, self, partial(bring_into_sight, self._go))

    def _send(self) -> None:
        streamer = self._streamer
        if streamer is None:
            return
        if not is_meant(streamer, self._name.line.text()):
            refusal = Refused("reset.not_confirmed", name=streamer.name)
            self._name.set_error(sentence_of(refusal))
            self._name.line.setFocus(reason_of(is_by_key=False))
            return
        self._is_asking = False
        focused: QWidget | None = self.window().focusWidget()
        self._led_by_key = has_ring(focused)
        if focused is not None:
            # What has the keyboard is gone now; Qt would lead it to the name above.
            focused.clearFocus()
        self._model.begin(streamer)

    def _lead_on(self) -> None:
        """Lead the keyboard to the certificate, where somebody has waited for it."""
        led, self._led_by_key = self._led_by_key, None
        focused: QWidget | None = self.window().focusWidget()
        if led is not None and focused is None and self._save.isVisible():
            self._save.setFocus(reason_of(is_by_key=led))

    def _leave(self) -> None:
        is_by_key = has_ring(self.window().focusWidget())
        self._is_asking = False
        self._renew()
        self._begin.setFocus(reason_of(is_by_key=is_by_key))

    def _renew(self) -> None:
        if self._streamer is not None:
            self.show_streamer(self._streamer)

    def _make_answer(self, text: str, name: str) -> PushButton:
        button = PushButton(self._look, text, look=Look.PAIR)
        button.setObjectName(f"streamer.new_owner.{name}")
        return button

    def _lay_out(self) -> None:
        gap = self._look.px("space.2")
        width = max(button.sizeHint().width() for button in (self._keep, self._go))
        for button in (self._keep, self._go):
            button.setFixedWidth(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap, 0, 0)
        column.setSpacing(self._look.px("space.3"))
        column.addWidget(self._words)
        column.addWidget(self._name)
        for buttons in ((self._keep, self._go), (self._save,), (self._begin,)):
            row = QHBoxLayout()
            row.setSpacing(gap)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)


def _words(name: str, readying: Readying | None, *, is_asking: bool) -> str:
    if is_asking:
        return fill(
            translate(
                "streamer",
                "This resets {name}: its settings and presets are lost, and it is taken off your"
                " account. Then it is looked at again, and you can save a certificate for the new"
                " owner. Type its name to go on.",
            ),
            name=name,
        )
    return _how_far(readying) if readying is not None else ""


def _how_far(readying: Readying) -> str:
    if readying.fault:
        return readying.fault
    if readying.file:
        return fill(translate("streamer", "Saved in {file}."), file=readying.file)
    if readying.ready is not None:
        return fill(
            translate(
                "streamer",
                "{name} is ready for a new owner: it came back with a new certificate, and nobody"
                " owns it.",
            ),
            name=readying.name,
        )
    if readying.phase is Phase.AWAITED:
        return translate("streamer", "It starts anew, which takes up to two minutes.")
    return translate("streamer", "It is told to forget everything.")
