"""Support requests as the window holds them: which is open, what is being typed, what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.contract.tickets import Author, TicketState
from altrabits_desktop.privacy.gate import Closed, closed_by
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.pages.support import words

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.actions.belongings import RefusedRequest
    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.tickets import Ticket, TicketMessage
    from altrabits_desktop.ui.services import Services

_KNOWN = frozenset({SyncState.IN_STEP, SyncState.AWAY, SyncState.DUE})


class SupportViewModel(QObject):
    """Lives as long as the window, so that no page that is left takes a draft along. Main thread.

    What is typed is held in memory alone; which answers were read is kept with the person's other
    data. Both go with the account they are of.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()
    """Anything of it, drafts excepted."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._email = ""
        self._is_known = False
        self._marks: dict[str, int] | None = None
        self._unread: set[str] = set()
        self._replies: dict[str, str] = {}
        self._shown = 0
        self.subject = ""
        """Of the new request, as typed."""
        self.text = ""
        self.chosen = ""
        """Number of the request that is open; "" for none."""
        self.is_writing = False
        """Whether a new request is being written."""
        self.just_sent = ""
        """Number of the request that was made last, until another one is opened."""
        self.fault: AltraBitsError | None = None
        """Why what was to be sent last could not be kept."""
        self.is_sending = self.is_closing = False
        self._unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(self._unsubscribe)
        self._look()

    @property
    def report(self) -> HomeReport:
        """How the person stands."""
        return self._services.home.report()

    @property
    def now(self) -> datetime:
        """The instant now, UTC."""
        return self._services.clock.now()

    @property
    def tickets(self) -> tuple[Ticket, ...]:
        """All requests of whoever is signed in, the one that was written to last first.

        Those of an account whose sign-in has ended may still be on this computer; they are not
        shown to somebody who has not signed in.
        """
        if not self.report.email:
            return ()
        # By the time that the list shows, so that none stands above a later one.
        return tuple(
            sorted(
                self._services.belongings.tickets(),
                key=lambda one: (words.last_at(one), one.opened_at, one.number),
                reverse=True,
            )
        )

    @property
    def refused(self) -> tuple[RefusedRequest, ...]:
        """What the server will not have."""
        return self._services.belongings.refused_requests() if self.report.email else ()

    @property
    def ticket(self) -> Ticket | None:
        """The request that is open."""
        return next((each for each in self.tickets if each.number == self.chosen), None)

    @property
    def closed(self) -> Closed | None:
        """Why nothing can be written to support; None where it can."""
        report = self.report
        has_session = bool(report.email)
        return closed_by(Feature.SUPPORT, standing=report.standing, has_session=has_session)

    @property
    def is_starting(self) -> bool:
        """Whether it is not known yet who is here."""
        report = self.report
        is_unknown = report.policy is None and not report.email
        return is_unknown and report.server is ServerState.STARTING

    @property
    def is_reading(self) -> bool:
        """Whether the requests of an account are still on their way to this computer."""
        return bool(self.report.email) and not self.tickets and not self._is_known

    @property
    def unread(self) -> int:
        """How many requests have an answer that was not read."""
        return len(self._unread)

    @property
    def reply(self) -> str:
        """What is typed as an answer to the open request."""
        return self._replies.get(self.chosen, "")

    @property
    def has_draft(self) -> bool:
        """Whether anything is typed that is not sent and could be."""
        return self._is_begun or bool(self._answered)

    def show_draft(self) -> None:
        """Open what is typed: the new request, else an answer."""
        answered = self._answered
        if self._is_begun or not answered:
            self.write()
        else:
            self.open(answered)

    def is_waiting(self, number: str) -> bool:
        """Tell whether something of a request has not been sent yet."""
        return self._services.belongings.is_waiting(number)

    def is_unread(self, number: str) -> bool:
        """Tell whether a request has an answer that was not read."""
        return number in self._unread

    def appear(self) -> None:
        """A page shows all of it from now on, so an open request is read."""
        self._shown += 1
        self._read()
        self.changed.emit()

    def disappear(self) -> None:
        """A page is gone."""
        self._shown -= 1

    def open(self, number: str) -> None:
        """Open a request; what is written of a new one is kept."""
        self.chosen, self.is_writing = number, False
        self.fault = None
        if number != self.just_sent:
            self.just_sent = ""
        self._read()
        self.changed.emit()

    def close(self) -> None:
        """Show the list alone; drafts stay."""
        self.chosen, self.is_writing, self.fault = "", False, None
        self.changed.emit()

    def write(self) -> None:
        """Begin a new request, or go on with one."""
        self.is_writing, self.fault = True, None
        self.changed.emit()

    def stop_writing(self) -> None:
        """Leave the new request; what is typed stays."""
        self.is_writing, self.fault = False, None
        self.changed.emit()

    def draft_reply(self, text: str) -> None:
        """Hold what is typed as an answer to the open request."""
        self._replies[self.chosen] = text

    def send(self) -> None:
        """Open a request of what is typed; its number is in `chosen` and `just_sent` then."""
        self._begin()
        # Owned by this object: a page that is left does not stop what was pressed.
        self._services.launcher.launch(
            self, self._send(), on_error=self._fail, on_done=self._settle
        )

    def send_reply(self) -> None:
        """Add what is typed to the open request."""
        self._begin()
        self._services.launcher.launch(
            self, self._reply(self.chosen), on_error=self._fail, on_done=self._settle
        )

    def close_request(self) -> None:
        """Close the open request: nothing more is to be said about it."""
        if self.is_closing:
            return
        self.is_closing, self.fault = True, None
        self.changed.emit()
        self._services.launcher.launch(
            self,
            self._services.belongings.close_ticket(self.chosen),
            on_error=self._fail,
            on_done=self._settle,
        )

    def forget_refused(self) -> None:
        """What the server would not have last was seen."""
        refused = self.refused
        if refused:
            self._services.launcher.launch(
                self,
                self._services.belongings.forget_refused(refused[-1].key),
                on_error=self._fail,
                on_done=self.changed.emit,
            )

    async def _send(self) -> None:
        number = await self._services.belongings.open_ticket(self.subject, self.text)
        self.subject = self.text = ""
        self.chosen = self.just_sent = number
        self.is_writing = False

    async def _reply(self, number: str) -> None:
        await self._services.belongings.reply(number, self._replies.get(number, ""))
        self._replies.pop(number, None)

    @property
    def _is_begun(self) -> bool:
        return bool(self.subject.strip() or self.text.strip())

    @property
    def _answered(self) -> str:
        """Number of a request that an answer is typed to; "" where none takes one any more."""
        for ticket in self.tickets:
            is_typed = bool(self._replies.get(ticket.number, "").strip())
            if is_typed and ticket.state is not TicketState.CLOSED:
                return ticket.number
        return ""

    def _begin(self) -> None:
        self.is_sending, self.fault = True, None
        self.changed.emit()

    def _fail(self, error: AltraBitsError) -> None:
        self.fault = error

    def _settle(self) -> None:
        self.is_sending = self.is_closing = False
        self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        if Topic.HOME in changes.topics:
            self._look()
            self._read()
            self.changed.emit()

    def _look(self) -> None:
        """Note which answers are new: those that nobody has read here since the sign-in."""
        report = self.report
        if report.email != self._email:
            self._forget(report.email)
        self._is_known = self._is_known or report.sync.state in _KNOWN
        answers = {ticket.number: _answers_of(ticket) for ticket in self.tickets}
        self._take_marks(answers, is_whole=report.sync.state is SyncState.IN_STEP)
        marks = answers if self._marks is None else self._marks
        self._unread = {
            ticket.number
            for ticket in self.tickets
            if _awaits_reading(ticket) and answers[ticket.number] > marks.get(ticket.number, 0)
        }
        if self.chosen and self.chosen not in answers:
            self.chosen = ""

    def _take_marks(self, answers: dict[str, int], *, is_whole: bool) -> None:
        """Take what was read before; after a sign-in, all that the server has by then."""
        kept = self._services.belongings.answers_read if self._email else None
        if kept is not None:
            self._marks = {**kept, **(self._marks or {})}
        elif self._marks is None and self._email and is_whole:
            self._marks = {}
            self._note(answers)

    def _read(self) -> None:
        ticket = self.ticket
        if ticket is not None and self._shown and not self.is_writing:
            is_new = ticket.number in self._unread
            self._unread.discard(ticket.number)
            if is_new and self._marks is not None:
                self._note({ticket.number: _answers_of(ticket)})

    def _note(self, counts: dict[str, int]) -> None:
        if self._marks is not None:
            self._marks.update(counts)
        belongings = self._services.belongings
        if belongings.keeps_answers_read:
            # Where it cannot be kept, an answer is new once more after the next start.
            self._services.launcher.launch(
                self,
                belongings.note_answers_read(self._email, counts),
                on_error=lambda _error: None,
            )

    def _forget(self, email: str) -> None:
        self._email, self._is_known = email, False
        self._marks = None
        self._unread.clear()
        self._replies.clear()
        self.subject = self.text = self.chosen = self.just_sent = ""
        self.is_writing, self.fault = False, None


def _awaits_reading(ticket: Ticket) -> bool:
    """Tell whether an answer may be new: who wrote or closed after it, anywhere, knows it."""
    is_closed = ticket.state is TicketState.CLOSED
    return not is_closed and bool(ticket.messages) and _is_answer(ticket.messages[-1])


def _is_answer(message: TicketMessage) -> bool:
    return message.author is Author.SUPPORT


def _answers_of(ticket: Ticket) -> int:
    return sum(_is_answer(message) for message in ticket.messages)
