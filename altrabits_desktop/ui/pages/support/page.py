"""Page Support: whom to turn to, the requests, the open one, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from altrabits_desktop.runtime.wording import translate
from altrabits_desktop.ui.pages.support import words
from altrabits_desktop.ui.pages.support.contact_line import ContactLine
from altrabits_desktop.ui.pages.support.loading_blocks import list_blocks, thread_blocks
from altrabits_desktop.ui.pages.support.minutes import Minutes
from altrabits_desktop.ui.pages.support.new_request import NewRequest
from altrabits_desktop.ui.pages.support.thread import ThreadView
from altrabits_desktop.ui.pages.support.ticket_list import TicketList
from altrabits_desktop.ui.widgets.card import CardGround
from altrabits_desktop.ui.widgets.empty_state import EmptyState
from altrabits_desktop.ui.widgets.lead_button import LeadButton
from altrabits_desktop.ui.widgets.notice_card import NoticeCard
from altrabits_desktop.ui.widgets.page_head import PageHead
from altrabits_desktop.ui.widgets.pieces import Pieces
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.skeleton import Skeleton
from altrabits_desktop.ui.widgets.wanted import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.skeleton import Block


class SupportPage(QWidget):
    """List and request side by side; one of them alone where both would be cut.

    Head and contact are there at once. What else is to be seen is made in turns of the loop and
    seen together, so that nothing moves; what is not to be seen is not made.

    Args:
        theme: the look in force.
        model: the requests, and what is being typed.
        parent: owner.
    """

    privacy_wanted = Signal()
    """What opens requests is decided on page Privacy."""
    account_wanted = Signal()
    """What opens requests is a sign-in."""

    def __init__(
        self, theme: Theme, *, model: SupportViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._is_counted = False
        title = translate("support", "Support")
        self.setObjectName("support")
        self.setAccessibleName(title)
        self._new = PushButton(theme, translate("support", "New request"), icon="add")
        self._new.setObjectName("support.new")
        self._new.clicked.connect(self.write)
        self._head = PageHead(theme, title=title, tools=(self._new,))
        self._contact = ContactLine(theme)
        self._is_grown = False
        self._lay_out()
        self._minutes = Minutes(self)
        self._minutes.passed.connect(self._show_all)
        model.changed.connect(self._follow)
        self._show_all()
        self._pieces = Pieces(self._turns(), parent=self)

    def build_rest(self) -> None:
        """Make at once what is not there yet, because somebody looks for a part of the page."""
        self._pieces.finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(self._column)
        if self._is_counted:
            self._show_all()
            # Where there is room for both again.
            self._open_latest()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_counted:
            self._is_counted = True
            self._model.appear()
            self._open_latest()
        self._show_all()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._is_counted:
            self._is_counted = False
            self._model.disappear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # One step back at a time: out of what is written or read, then off the page.
        if event.key() == Qt.Key.Key_Escape and self._is_form_open:
            self._leave_form()
        elif event.key() == Qt.Key.Key_Escape and self._is_narrow() and self._model.chosen:
            self._leave_thread()
        else:
            super().keyPressEvent(event)

    @property
    def _is_form_open(self) -> bool:
        return self._form.part is not None and self._form.part.isVisible()

    @property
    def _is_writing(self) -> bool:
        return self._model.is_writing and self._model.closed is None

    @property
    def _is_alone(self) -> bool:
        return self._is_narrow() and (self._is_writing or bool(self._model.chosen))

    @property
    def _has_list(self) -> bool:
        return bool(self._model.tickets) and not self._is_alone

    @property
    def _has_thread(self) -> bool:
        return self._model.ticket is not None and not self._is_writing

    @property
    def _is_loading(self) -> bool:
        return self._model.is_starting or self._model.is_reading

    @property
    def _is_bare(self) -> bool:
        return not (self._is_loading or self._model.tickets or self._is_writing)

    def _turns(self) -> Iterator[Callable[[], object]]:
        if self._has_list:
            yield from self._list.turns(self._fill_list)
        if self._has_thread:
            yield from self._thread.turns(self._fill_thread)
        if self._is_writing:
            yield from self._form.turns(NewRequest.show_all)
        if self._is_bare:
            yield from (self._empty if self._model.closed is None else self._shut).turns()
        yield self._end_growing

    def _end_growing(self) -> None:
        self._is_grown = True
        self._show_all()

    def _make_refused(self) -> NoticeCard:
        # In full: "Close" alone is what the request below it is closed by.
        seen = PushButton(self._theme, translate("support", "Close the message"))
        seen.setObjectName("support.refused.close")
        seen.clicked.connect(self._model.forget_refused)
        refused = NoticeCard(
            self._theme,
            icon="error",
            icon_role="bad",
            heading=translate("support", "Something was not taken by the server"),
            sentence="",
            buttons=(seen,),
            details_words=translate("support", "What was written"),
        )
        refused.setObjectName("support.refused")
        refused.unfold_button.setObjectName("support.refused.details")
        return refused

    def _make_skeleton(self) -> Skeleton:
        skeleton = Skeleton(
            self._theme, (), name=translate("support", "The requests are being read")
        )
        skeleton.follow(self._blocks)
        return skeleton

    def _make_list(self) -> TicketList:
        tickets = TicketList(self._theme)
        tickets.chosen.connect(self._open)
        return tickets

    def _make_thread(self) -> ThreadView:
        thread = ThreadView(self._theme, model=self._model)
        thread.left.connect(self._leave_thread)
        thread.privacy_wanted.connect(self.privacy_wanted)
        thread.account_wanted.connect(self.account_wanted)
        return thread

    def _make_form(self) -> NewRequest:
        form = NewRequest(self._theme, model=self._model)
        form.left.connect(self._leave_form)
        return form

    def _make_empty(self) -> EmptyState:
        write = PushButton(self._theme, translate("support", "Write a request"), icon="add")
        write.setObjectName("support.empty.new")
        write.clicked.connect(self.write)
        return EmptyState(
            self._theme,
            spot="no-tickets",
            heading=translate("support", "No requests yet"),
            sentence=translate(
                "support",
                "A request gets a number at once, also without the server, and its answers"
                " appear here.",
            ),
            action=write,
        )

    def _make_shut(self) -> EmptyState:
        lead = LeadButton(self._theme, name="support.shut.button")
        lead.privacy_wanted.connect(self.privacy_wanted)
        lead.account_wanted.connect(self.account_wanted)
        self._lead = lead
        shut = EmptyState(self._theme, spot="no-tickets", heading="", sentence="", action=lead)
        shut.setObjectName("support.shut")
        return shut

    def _lay_out(self) -> None:
        theme = self._theme
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(theme.px("page.gap"))
        self._panes = QWidget()
        self._panes.hide()
        self._list = Wanted(self._make_list, parent=self._panes)
        self._thread = Wanted(self._make_thread, parent=self._panes)
        self._form = Wanted(self._make_form, parent=self._panes)
        row = QHBoxLayout(self._panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("page.gap"))
        for pane in (self._list.place, self._thread.place, self._form.place):
            row.addWidget(pane)
        self._refused = Wanted(self._make_refused, parent=ground)
        self._skeleton = Wanted(self._make_skeleton, parent=ground)
        self._empty = Wanted(self._make_empty, parent=ground)
        self._shut = Wanted(self._make_shut, parent=ground)
        for part in (self._contact, self._refused.place):
            self._column.addWidget(part)
        for filling in (self._skeleton.place, self._empty.place, self._shut.place, self._panes):
            self._column.addWidget(filling, 1)
        self._head.stand_over(ground, page=self)

    def _follow(self) -> None:
        if self._is_counted:
            # The requests may have come, or the open one may have gone, while the page stood.
            self._open_latest()
        self._show_all()

    def _show_all(self) -> None:
        model = self._model
        self._show_head(is_alone=self._is_alone)
        self._refused.show_if(bool(model.refused), self._fill_refused)
        if not self._is_grown:
            return
        self._show_loading(is_loading=self._is_loading)
        self._empty.show_if(self._is_bare and model.closed is None)
        self._shut.show_if(self._is_bare and model.closed is not None, self._fill_shut)
        self._panes.setVisible(bool(model.tickets) or self._is_writing)
        self._set_list_width()
        focused: QWidget | None = self.window().focusWidget()
        form = self._form.part
        was_written = focused is not None and form is not None and form.isAncestorOf(focused)
        self._list.show_if(self._has_list, self._fill_list)
        self._thread.show_if(self._has_thread, self._fill_thread)
        self._form.show_if(self._is_writing, NewRequest.show_all)
        thread = self._thread.part
        if thread is not None and was_written and model.just_sent and not self._is_writing:
            thread.focus_number()
        self._minutes.aim(words.instants_of(model.tickets, chosen=model.chosen), now=model.now)

    def _fill_thread(self, thread: ThreadView) -> None:
        thread.set_alone(is_alone=self._is_alone)
        thread.show_all()

    def _fill_list(self, tickets: TicketList) -> None:
        tickets.show_tickets(self._model)

    def _fill_shut(self, shut: EmptyState) -> None:
        closed = self._model.closed
        if closed is not None:
            heading, why = words.closed_words(closed)
            shut.set_words(heading=heading, sentence=why)
            self._lead.show_closed(closed)

    def _show_head(self, *, is_alone: bool) -> None:
        model = self._model
        report = model.report
        waiting = sum(model.is_waiting(ticket.number) for ticket in model.tickets)
        line = words.head_line(
            report, unread=model.unread, waiting=waiting, count=len(model.tickets)
        )
        self._head.set_words(title=self.accessibleName(), line=line)
        can_write = model.closed is None and not model.is_writing
        self._new.setVisible(can_write and bool(model.tickets))
        self._contact.setVisible(not is_alone)
        self._contact.show_contact(report)

    def _fill_refused(self, card: NoticeCard) -> None:
        refused = self._model.refused[-1]
        card.set_words(
            heading=translate("support", "Something was not taken by the server"),
            sentence=words.refused_sentence(refused),
            details=words.refused_text(refused),
        )

    def _show_loading(self, *, is_loading: bool) -> None:
        self._skeleton.show_if(is_loading)
        skeleton = self._skeleton.part
        if skeleton is None:
            return
        if not is_loading:
            skeleton.end()
        elif not skeleton.has_appeared:
            skeleton.begin()

    def _blocks(self, size: QSize) -> tuple[Block, ...]:
        theme = self._theme
        if self._is_narrow():
            return list_blocks(theme, size)
        least = theme.px("support.list")
        beside = least + theme.px("page.gap")
        return (
            *list_blocks(theme, QSize(least, size.height())),
            *thread_blocks(theme, size, left=beside),
        )

    def _set_list_width(self) -> None:
        """Give the list all of the room where nothing stands beside it."""
        place = self._list.place
        if self._is_narrow():
            place.setMinimumWidth(self._theme.px("support.list"))
            place.setMaximumWidth(self.maximumWidth())
        else:
            place.setFixedWidth(self._theme.px("support.list"))

    def _is_narrow(self) -> bool:
        return self.window().width() < self._theme.px("support.alone_below")

    def _open_latest(self) -> None:
        """Show the latest request beside the list, so that no half of the page is empty."""
        model = self._model
        if not self._is_narrow() and not model.chosen and not model.is_writing and model.tickets:
            model.open(model.tickets[0].number)

    def _open(self, number: str) -> None:
        self._model.open(number)
        if self._is_narrow() and self._thread.part is not None:
            self._thread.part.focus_number()

    def _leave_thread(self) -> None:
        number = self._model.chosen
        self._model.close()
        row = self._list.part.row(number) if self._list.part is not None else None
        if row is not None:
            row.setFocus()

    def _leave_form(self) -> None:
        self._model.stop_writing()
        self._open_latest()
        self._new.setFocus()

    def write(self) -> None:
        """Begin a new request, or go on with one."""
        self._model.write()
        self.build_rest()
        if self._form.part is not None:
            self._form.part.subject.setFocus()
