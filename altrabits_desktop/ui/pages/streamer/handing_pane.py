"""The way of a streamer to somebody else: what it means, the code, and how it ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.actions.handing_over import HandOverEnd
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import bring_into_sight
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from altrabits_desktop.actions.handing_over import HandOverReport
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.pages.streamer.handing_model import HandingModel
    from altrabits_desktop.ui.theme.theme import Theme

_LOOK_MS = 10_000
_GROUP = 3


class HandingPane(QWidget):
    """Hidden where a streamer cannot be handed over from here. Main thread only.

    Args:
        theme: the look in force.
        model: asks, and knows how it stands.
        parent: owner.
    """

    def __init__(self, theme: Theme, *, model: HandingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = theme
        self._model = model
        self._streamer: Streamer | None = None
        self._is_asking = False
        self._has_code = False
        self.setObjectName("streamer.hand_over")
        self._begin = PushButton(
            theme, translate("streamer", "Hand over to somebody else"), height=Height.SMALL
        )
        self._begin.setObjectName("streamer.hand_over.begin")
        self._begin.clicked.connect(self._ask)
        self._words = TextBlock(theme)
        self._words.setObjectName("streamer.hand_over.words")
        self._code = TextBlock(theme, type_name="title", role="text", numeric=True)
        self._code.setObjectName("streamer.hand_over.code")
        self._fault = TextBlock(theme, role="bad")
        self._fault.setObjectName("streamer.hand_over.fault")
        self._keep = self._make_answer(translate("streamer", "Keep it"), "keep")
        self._keep.clicked.connect(self._leave)
        self._go = self._make_answer(
            translate("streamer", "Show a code"), "go", busy_text=translate("streamer", "Asking")
        )
        self._go.clicked.connect(self._get)
        self._minutes = QTimer(self, interval=_LOOK_MS)
        self._minutes.timeout.connect(self._show)
        self._lay_out()

    def show_streamer(self, streamer: Streamer) -> None:
        """Show how a streamer can go to somebody else, or has gone."""
        if self._streamer is not None and self._streamer.id != streamer.id:
            self._is_asking = False
        self._streamer = streamer
        self._show()

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

    def _show(self) -> None:
        streamer = self._streamer
        if streamer is None:
            return
        report = self._model.report(streamer.id)
        is_open = report is not None and report.end is HandOverEnd.OPEN
        fault = self._model.fault(streamer.id)
        offers = self._model.offers(streamer)
        self.setVisible(self._model.is_told(streamer))
        is_asking = self._is_asking and offers and not is_open
        self._begin.setVisible(not is_asking and not is_open and offers)
        self._words.set_text(_words(streamer.name, report, self._model, is_asking=is_asking))
        self._words.setVisible(bool(self._words.text()))
        self._code.set_text(_spaced(report.code) if report is not None and is_open else "")
        self._code.setVisible(is_open)
        self._fault.set_text(fault)
        self._fault.setVisible(bool(fault))
        self._keep.setVisible(is_asking or is_open)
        self._go.setVisible(is_asking)
        self._go.set_busy(self._model.is_busy)
        if is_open and not self._has_code and self.isVisible():
            # What was asked for comes some turns later, and makes the pane higher.
            QTimer.singleShot(0, self, partial(bring_into_sight, self._keep))
        self._has_code = is_open
        if is_open:
            self._minutes.start()
        else:
            self._minutes.stop()

    def _ask(self) -> None:
        if self._streamer is None:
            return
        is_by_key = has_ring(self._begin)
        self._is_asking = True
        self._model.forget(self._streamer.id)
        self._show()
        self._lead_to_keep(is_by_key=is_by_key)

    def _get(self) -> None:
        if self._streamer is None or self._go.is_busy:
            return
        is_by_key = has_ring(self._go)
        self._is_asking = False
        self._model.begin(self._streamer.id)
        self._keep.setVisible(True)
        self._lead_to_keep(is_by_key=is_by_key)

    def _lead_to_keep(self, *, is_by_key: bool) -> None:
        self._keep.setFocus(reason_of(is_by_key=is_by_key))
        # Once all of it has its place.
        QTimer.singleShot(0, self, partial(bring_into_sight, self._keep))

    def _leave(self) -> None:
        if self._streamer is None:
            return
        is_by_key = has_ring(self.window().focusWidget())
        was_asking, self._is_asking = self._is_asking, False
        if not was_asking:
            self._model.end(self._streamer.id)
        self._show()
        self._begin.setFocus(reason_of(is_by_key=is_by_key))

    def _make_answer(self, text: str, name: str, *, busy_text: str = "") -> PushButton:
        button = PushButton(self._look, text, look=Look.PAIR, busy_text=busy_text)
        button.setObjectName(f"streamer.hand_over.{name}")
        return button

    def _lay_out(self) -> None:
        gap = self._look.px("space.2")
        answers = QHBoxLayout()
        answers.setSpacing(gap)
        width = max(button.sizeHint().width() for button in (self._keep, self._go))
        for button in (self._keep, self._go):
            button.setFixedWidth(width)
            answers.addWidget(button)
        answers.addStretch(1)
        begin = QHBoxLayout()
        begin.addWidget(self._begin)
        begin.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap, 0, 0)
        column.setSpacing(self._look.px("space.3"))
        for part in (self._words, self._code, self._fault):
            column.addWidget(part)
        column.addLayout(answers)
        column.addLayout(begin)


def _spaced(code: str) -> str:
    return f"{code[:_GROUP]} {code[_GROUP:]}"


def _words(
    name: str, report: HandOverReport | None, model: HandingModel, *, is_asking: bool
) -> str:
    if is_asking:
        return fill(
            translate(
                "streamer",
                "{name} gives a code for its next owner. Whoever adds it with this code, in"
                " AltraBits Desktop on the same network, owns it from then on; it keeps its"
                " settings and is taken off your account.",
            ),
            name=name,
        )
    if report is None:
        return ""
    match report.end:
        case HandOverEnd.OPEN:
            return fill(
                translate(
                    "streamer",
                    "Code for the next owner, good for {minutes} min. Tell it to nobody else:"
                    " whoever adds {name} with it owns it.",
                ),
                name=name,
                minutes=model.minutes_left(report),
            )
        case HandOverEnd.TAKEN:
            return fill(
                translate("streamer", "{name} has a new owner, and is no longer in your account."),
                name=report.name,
            )
        case HandOverEnd.OVER:
            return fill(
                translate("streamer", "Nobody took {name} over. It is still yours."), name=name
            )
        case HandOverEnd.ENDED:
            return ""
