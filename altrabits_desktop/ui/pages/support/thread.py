"""The open request: its number, its messages, and the answer that is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.formatting import exact_time
from altrabits_desktop.ui.pages.support import words
from altrabits_desktop.ui.pages.support.closing_question import ClosingQuestion
from altrabits_desktop.ui.pages.support.message import MessageView
from altrabits_desktop.ui.pages.support.reply_box import ReplyBox
from altrabits_desktop.ui.pages.support.ruler import Ruler
from altrabits_desktop.ui.widgets.card import Card
from altrabits_desktop.ui.widgets.chip import Chip
from altrabits_desktop.ui.widgets.elided_label import ElidedLabel
from altrabits_desktop.ui.widgets.fitting_label import FittingLabel
from altrabits_desktop.ui.widgets.focus_ring import has_ring, reason_of
from altrabits_desktop.ui.widgets.icon_button import IconButton
from altrabits_desktop.ui.widgets.plain_view import PlainView
from altrabits_desktop.ui.widgets.push_button import Height, Look, PushButton
from altrabits_desktop.ui.widgets.scroll_area import ScrollArea
from altrabits_desktop.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from altrabits_desktop.contract.tickets import Ticket
    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.theme.theme import Theme

MESSAGES_AT_ONCE = 30


class ThreadView(Card):
    """Shows one request; what arrives moves neither what is read nor what is typed.

    Args:
        theme: the look in force.
        model: which request is open.
        parent: owner.
    """

    left = Signal()
    """The list is wanted, where there is room for one of both alone."""
    privacy_wanted = Signal()
    account_wanted = Signal()

    def __init__(
        self, theme: Theme, *, model: SupportViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._look = theme
        self._model = model
        self._number = ""
        self._is_closing = False
        self._most = MESSAGES_AT_ONCE
        self._is_end_wanted = False
        """Whether the newest message is to be in sight once anything is."""
        self._messages: dict[str, MessageView] = {}
        self.setObjectName("support.thread")
        self._back = IconButton(
            theme, "chevron-left", name=translate("support", "Back to the requests")
        )
        self._back.setObjectName("support.back.button")
        self._back.clicked.connect(self.left)
        self._subject = ElidedLabel(theme, type_name="name")
        self._number_view = PlainView(
            theme,
            name=translate("support", "Number of the request"),
            most_px=theme.line_px("lines"),
            numeric=True,
        )
        self._number_view.setObjectName("support.number")
        self._copy = IconButton(theme, "copy", name=translate("support", "Copy the number"))
        self._copy.setObjectName("support.copy")
        self._copy.clicked.connect(self._take_along)
        self._opened = FittingLabel(theme)
        self._chip = Chip(theme)
        self._close = PushButton(
            theme,
            translate("support", "Close", "a request"),
            height=Height.SMALL,
        )
        self._close.setAccessibleName(translate("support", "Close the request"))
        self._close.setObjectName("support.close")
        self._close.clicked.connect(self._ask)
        self._question = ClosingQuestion(theme)
        self._question.kept.connect(self._keep_open)
        self._question.agreed.connect(model.close_request)
        self._sent = TextBlock(theme, type_name="label", numeric=True)
        self._sent.setObjectName("support.sent")
        self._reply = ReplyBox(theme, model=model)
        self._reply.privacy_wanted.connect(self.privacy_wanted)
        self._reply.account_wanted.connect(self.account_wanted)
        self._lay_out()

    def set_alone(self, *, is_alone: bool) -> None:
        """Show the way back to the list, where the list is not beside it."""
        self._back.setVisible(is_alone)

    def focus_number(self) -> None:
        """Lead to the number, which is what is needed next after sending."""
        self._copy.setFocus()

    def show_all(self) -> None:
        """Show how the open request stands now; nothing where none is open."""
        ticket = self._model.ticket
        if ticket is None:
            return
        is_other = ticket.number != self._number
        if is_other:
            self._begin(ticket)
        self._show_head(ticket)
        self._show_messages(ticket, is_other=is_other)
        self._reply.show_all(ticket)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_end_wanted:
            # After the layout has made room.
            QTimer.singleShot(0, self, self._show_end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._question.isVisible():
            self._keep_open()
        else:
            super().keyPressEvent(event)

    def _begin(self, ticket: Ticket) -> None:
        self._number, self._most = ticket.number, MESSAGES_AT_ONCE
        self._question.hide()
        self._drop()
        self._number_view.set_text(ticket.number)
        self._number_view.setFixedWidth(self._number_view.natural_px())

    def _show_head(self, ticket: Ticket) -> None:
        model = self._model
        is_waiting = model.is_waiting(ticket.number)
        subject = words.subject(ticket.subject)
        self._subject.set_text(subject)
        self.setAccessibleName(subject)
        self._opened.say(
            words.opened(ticket, now=model.now),
            short=words.when(ticket.opened_at, model.now),
            tip=exact_time(ticket.opened_at),
        )
        state = words.state_words(ticket, is_waiting=is_waiting, is_unread=False)
        self._chip.set_state(*state)
        self._show_closing(ticket)
        is_held = is_waiting and model.closed is not None
        self._sent.setVisible(is_held or model.just_sent == ticket.number)
        self._sent.set_role("text.2" if is_waiting else "ok")
        self._sent.set_text(
            words.sent_words(ticket.number, is_waiting=is_waiting, closed=model.closed)
        )

    def _show_closing(self, ticket: Ticket) -> None:
        can_close = ticket.state is not TicketState.CLOSED and self._model.closed is None
        if not can_close:
            focused: QWidget | None = self.window().focusWidget()
            is_asked = focused is not None and self._question.isAncestorOf(focused)
            if focused is self._close or is_asked:
                self.focus_number()
            self._question.hide()
        elif self._is_closing and not self._model.is_closing:
            # It is still open, and why is said below.
            self._keep_open()
        self._is_closing = self._model.is_closing
        self._close.setVisible(can_close and self._question.isHidden())
        self._question.set_busy(is_busy=self._model.is_closing)

    def _ask(self) -> None:
        is_by_key = has_ring(self._close)
        self._question.ask(reason_of(is_by_key=is_by_key))
        self._close.hide()

    def _keep_open(self) -> None:
        is_by_key = has_ring(self.window().focusWidget())
        self._close.show()
        self._close.setFocus(reason_of(is_by_key=is_by_key))
        self._question.hide()

    def _show_messages(self, ticket: Ticket, *, is_other: bool) -> None:
        bar = self._area.verticalScrollBar()
        is_at_end = is_other or bar.value() >= bar.maximum()
        shown = ticket.messages[-self._most :]
        ids = [message.id for message in shown]
        if [each for each in self._messages if each in ids] != list(self._messages):
            self._drop()
        has_more = False
        for place, message in enumerate(shown):
            if message.id not in self._messages:
                view = MessageView(self._look, message, is_first=place == 0)
                self._messages[message.id] = view
                self._column.insertWidget(self._column.count() - 1, view)
                view.show()
                has_more = True
            self._messages[message.id].show_time(self._model.now)
        self._earlier.setVisible(len(ticket.messages) > len(shown))
        if has_more and is_at_end:
            # After the layout has made room.
            QTimer.singleShot(0, self, self._show_end)

    def _show_end(self) -> None:
        if not self.isVisible():
            self._is_end_wanted = True
            return
        self._is_end_wanted = False
        self._content.adjustSize()
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _drop(self) -> None:
        for view in self._messages.values():
            view.hide()
            view.deleteLater()
        self._messages.clear()

    def _show_earlier(self) -> None:
        self._most += MESSAGES_AT_ONCE
        self._drop()
        self.show_all()

    def _take_along(self) -> None:
        QGuiApplication.clipboard().setText(self._number)

    def _lay_out(self) -> None:
        theme = self._look
        away, edge = theme.px("card.padding"), theme.px("card.edge")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(edge, edge, edge, edge)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(Ruler(theme))
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        gap = theme.px("space.1")
        self._column.setContentsMargins(away, gap, away, gap)
        self._column.setSpacing(0)
        self._earlier = PushButton(
            theme,
            translate("support", "Show earlier messages"),
            look=Look.QUIET,
            height=Height.SMALL,
        )
        self._earlier.setObjectName("support.earlier")
        self._earlier.clicked.connect(self._show_earlier)
        self._earlier.hide()
        self._column.addWidget(self._earlier)
        self._column.addStretch(1)
        self._area = ScrollArea(theme, self._content)
        whole.addWidget(self._area, 1)
        whole.addWidget(Ruler(theme))
        whole.addWidget(self._reply)

    def _head(self) -> QVBoxLayout:
        theme = self._look
        away = theme.px("card.padding")
        whole = QVBoxLayout()
        whole.setContentsMargins(away, theme.px("space.3"), away, theme.px("space.3"))
        whole.setSpacing(theme.px("space.1"))
        row = QHBoxLayout()
        row.setSpacing(theme.px("space.2"))
        row.addWidget(self._back)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._subject)
        second = QHBoxLayout()
        second.setSpacing(theme.px("space.1"))
        for part in (self._number_view, self._copy):
            second.addWidget(part)
        second.addWidget(self._opened, 1)
        column.addLayout(second)
        row.addLayout(column, 1)
        row.addWidget(self._chip)
        row.addWidget(self._close)
        self._back.hide()
        whole.addLayout(row)
        whole.addWidget(self._question)
        whole.addWidget(self._sent)
        return whole
