"""The answer to a request: what is typed, what of it is sent, or why nothing can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from altrabits_desktop.actions.belongings import TEXT_MOST, text_as_sent
from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.support import words
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.icon_mark import IconMark
from altrabits_desktop.ui.widgets.lead_button import LeadButton
from altrabits_desktop.ui.widgets.push_button import Look, PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock
from altrabits_desktop.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from altrabits_desktop.contract.tickets import Ticket
    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.theme.theme import Theme


class ReplyBox(QWidget):
    """At the foot of a thread.

    Args:
        theme: the look in force.
        model: holds what is typed.
        parent: owner.
    """

    privacy_wanted = Signal()
    account_wanted = Signal()

    def __init__(
        self, theme: Theme, *, model: SupportViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._number = ""
        self._is_telling = False
        self.field = TextField(
            theme,
            name=translate("support", "Reply"),
            height_px=theme.px("support.reply"),
            placeholder=translate("support", "Write a reply"),
        )
        self.field.setObjectName("support.reply")
        self.field.textChanged.connect(self._hold)
        self.field.finished.connect(self._send)
        self._fault = TextBlock(theme, role="bad")
        self._fault.setObjectName("support.reply.fault")
        self._note = ElidedLabel(theme, role="text.2", numeric=True)
        self._button = PushButton(
            theme,
            translate("support", "Send"),
            look=Look.PRIMARY,
            icon="send",
            busy_text=translate("support", "Sending"),
        )
        self._button.setObjectName("support.reply.send")
        self._button.setAccessibleName(translate("support", "Send the reply"))
        self._button.clicked.connect(self._send)
        self._open, self._shut = QWidget(), QWidget()
        self._why = TextBlock(theme)
        self._why.setObjectName("support.closed")
        self._lead = LeadButton(theme, name="support.closed.button", look=Look.QUIET)
        self._lead.privacy_wanted.connect(self.privacy_wanted)
        self._lead.account_wanted.connect(self.account_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out()

    def show_all(self, ticket: Ticket) -> None:
        """Show what can be written to a request, and what is typed already."""
        model = self._model
        is_closed, gate = ticket.state is TicketState.CLOSED, model.closed
        if is_closed:
            self._why.set_text(
                translate(
                    "support",
                    "This request is closed. Whatever is left to say fits into a new request.",
                )
            )
        elif gate is not None:
            self._why.set_text(words.shut_sentence(gate))
        self._lead.show_closed(gate)
        self._lead.setVisible(gate is not None and not is_closed)
        self._open.setVisible(not is_closed and gate is None)
        self._shut.setVisible(is_closed or gate is not None)
        self._number = ticket.number
        self._is_telling = True
        self.field.set_text(model.reply)
        self._is_telling = False
        self._button.set_busy(model.is_sending)
        fault = model.fault
        self._fault.set_text(sentence_of(fault) if fault is not None else "")
        self._fault.setVisible(fault is not None)
        self.field.set_wrong(fault is not None)
        self._count()

    def _hold(self) -> None:
        if not self._is_telling:
            self._model.draft_reply(self.field.toPlainText())
            self._count()

    def _count(self) -> None:
        count = len(text_as_sent(self.field.toPlainText()))
        if count:
            note = words.count_of(count, TEXT_MOST)
        else:
            note = translate("support", "What stands here is sent, and nothing else.")
        self._note.set_text(note)
        self._note.set_role("bad" if count > TEXT_MOST else "text.2")

    def _send(self) -> None:
        if not self._model.is_sending:
            self._model.send_reply()

    def _lay_out(self) -> None:
        theme = self._theme
        away, gap = theme.px("card.padding"), theme.px("space.2")
        column = QVBoxLayout(self._open)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.field)
        column.addWidget(self._fault)
        foot = QHBoxLayout()
        foot.setSpacing(gap)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._button)
        column.addLayout(foot)
        row = QHBoxLayout(self._shut)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("space.3"))
        row.addWidget(IconMark(theme, "lock", size_px=theme.px("icon.button")))
        row.addWidget(self._why, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._lead)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(away, theme.px("space.3"), away, theme.px("space.3"))
        whole.addWidget(self._open)
        whole.addWidget(self._shut)
