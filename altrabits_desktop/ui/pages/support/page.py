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
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
    from altrabits_desktop.ui.theme.theme import Theme
    from altrabits_desktop.ui.widgets.skeleton import Block


class SupportPage(QWidget):
    """List and request side by side; one of them alone where both would be cut.

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
        # In full: "Close" alone is what the request below it is closed by.
        seen = PushButton(theme, translate("support", "Close the message"))
        seen.setObjectName("support.refused.close")
        seen.clicked.connect(model.forget_refused)
        self._refused = NoticeCard(
            theme,
            icon="error",
            icon_role="bad",
            heading=translate("support", "Something was not taken by the server"),
            sentence="",
            buttons=(seen,),
            details_words=translate("support", "What was written"),
        )
        self._refused.setObjectName("support.refused")
        self._refused.unfold_button.setObjectName("support.refused.details")
        self._skeleton = Skeleton(
            theme, (), name=translate("support", "The requests are being read")
        )
        self._skeleton.follow(self._blocks)
        self._empty = self._make_empty()
        self._shut = self._make_shut()
        self._list = TicketList(theme)
        self._list.chosen.connect(self._open)
        self._thread = ThreadView(theme, model=model)
        self._thread.left.connect(self._leave_thread)
        self._thread.privacy_wanted.connect(self.privacy_wanted)
        self._thread.account_wanted.connect(self.account_wanted)
        self._form = NewRequest(theme, model=model)
        self._form.left.connect(self._leave_form)
        self._lay_out()
        self._minutes = Minutes(self)
        self._minutes.passed.connect(self._show_all)
        model.changed.connect(self._follow)
        self._show_all()

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
        if event.key() == Qt.Key.Key_Escape and self._form.isVisible():
            self._leave_form()
        elif event.key() == Qt.Key.Key_Escape and self._is_narrow() and self._model.chosen:
            self._leave_thread()
        else:
            super().keyPressEvent(event)

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
        self._list.setFixedWidth(theme.px("support.list"))
        ground = CardGround(theme)
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(theme.px("page.gap"))
        self._panes = QWidget()
        row = QHBoxLayout(self._panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("page.gap"))
        for pane in (self._list, self._thread, self._form):
            row.addWidget(pane)
        for part in (self._contact, self._refused):
            self._column.addWidget(part)
        for filling in (self._skeleton, self._empty, self._shut):
            self._column.addWidget(filling, 1)
        self._column.addWidget(self._panes, 1)
        self._head.stand_over(ground, page=self)

    def _follow(self) -> None:
        if self._is_counted:
            # The requests may have come, or the open one may have gone, while the page stood.
            self._open_latest()
        self._show_all()

    def _show_all(self) -> None:
        model = self._model
        is_loading = model.is_starting or model.is_reading
        is_writing = model.is_writing and model.closed is None
        has_tickets = bool(model.tickets)
        is_alone = self._is_narrow() and (is_writing or bool(model.chosen))
        self._show_head(is_alone=is_alone)
        self._show_refused()
        self._show_loading(is_loading=is_loading)
        is_bare = not is_loading and not has_tickets and not is_writing
        self._empty.setVisible(is_bare and model.closed is None)
        closed = model.closed
        self._shut.setVisible(is_bare and closed is not None)
        if closed is not None:
            heading, why = words.closed_words(closed)
            self._shut.set_words(heading=heading, sentence=why)
            self._lead.show_closed(closed)
        is_open = model.ticket is not None and not is_writing
        self._panes.setVisible(has_tickets or is_writing)
        self._list.setVisible(has_tickets and not is_alone)
        self._set_list_width()
        focused: QWidget | None = self.window().focusWidget()
        was_written = focused is not None and self._form.isAncestorOf(focused)
        self._thread.setVisible(is_open)
        self._thread.set_alone(is_alone=is_alone)
        self._form.setVisible(is_writing)
        if has_tickets:
            self._list.show_tickets(model)
        if is_writing:
            self._form.show_all()
        else:
            self._thread.show_all()
            if was_written and model.just_sent:
                self._thread.focus_number()
        self._minutes.aim(words.instants_of(model.tickets, chosen=model.chosen), now=model.now)

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

    def _show_refused(self) -> None:
        refused = self._model.refused
        self._refused.setVisible(bool(refused))
        if refused:
            self._refused.set_words(
                heading=translate("support", "Something was not taken by the server"),
                sentence=words.refused_sentence(refused[-1]),
                details=words.refused_text(refused[-1]),
            )

    def _show_loading(self, *, is_loading: bool) -> None:
        self._skeleton.setVisible(is_loading)
        if not is_loading:
            self._skeleton.end()
        elif not self._skeleton.has_appeared:
            self._skeleton.begin()

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
        if self._is_narrow():
            self._list.setMinimumWidth(self._theme.px("support.list"))
            self._list.setMaximumWidth(self.maximumWidth())
        else:
            self._list.setFixedWidth(self._theme.px("support.list"))

    def _is_narrow(self) -> bool:
        return self.window().width() < self._theme.px("support.alone_below")

    def _open_latest(self) -> None:
        """Show the latest request beside the list, so that no half of the page is empty."""
        model = self._model
        if not self._is_narrow() and not model.chosen and not model.is_writing and model.tickets:
            model.open(model.tickets[0].number)

    def _open(self, number: str) -> None:
        self._model.open(number)
        if self._is_narrow():
            self._thread.focus_number()

    def _leave_thread(self) -> None:
        number = self._model.chosen
        self._model.close()
        row = self._list.row(number)
        if row is not None:
            row.setFocus()

    def _leave_form(self) -> None:
        self._model.stop_writing()
        self._open_latest()
        self._new.setFocus()

    def write(self) -> None:
        """Begin a new request, or go on with one."""
        self._model.write()
        self._form.subject.setFocus()
