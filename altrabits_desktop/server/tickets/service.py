"""Support requests: opened by a person, answered by support, read by both (C7, C16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.change_feed import Noun
from altrabits_desktop.contract.ids import AccountId
from altrabits_desktop.contract.tickets import (
    Author,
    Ticket,
    TicketMessage,
    Tickets,
    TicketState,
)
from altrabits_desktop.runtime.instants import as_instant, as_number
from altrabits_desktop.server.feed import record_change
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.store.store import Duplicate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from altrabits_desktop.contract.tickets import AddMessage, OpenTicket
    from altrabits_desktop.server.store.store import Reading, Value, Writing

MOST = 1000
MESSAGES_MOST = 500
"""In one request."""
MESSAGES_OF_ACCOUNT_MOST = 5000
TEXT_MOST = 400_000
"""Characters in one request when its person writes; each goes along whole with every change."""
TEXT_WITH_ANSWERS_MOST = 600_000
"""The same when support does. Six bytes for each is what a client takes as one answer."""
TEXT_OF_ACCOUNT_MOST = 5_000_000
"""Characters in all requests of an account together."""
_OPEN = """
INSERT INTO tickets VALUES (:number, :account_id, :subject, 'open', :streamer_id, :now, 0)
"""
_ADD = "INSERT INTO messages VALUES (:ticket, :place, :id, :author, :text, :now)"
_ALL = """
SELECT * FROM tickets WHERE account_id = :account_id ORDER BY opened_at DESC, number
"""
_ONE = "SELECT * FROM tickets WHERE account_id = :account_id AND number = :number"
_WHOSE = "SELECT account_id FROM tickets WHERE number = :number"
_EVERY = "SELECT account_id, number FROM tickets ORDER BY opened_at DESC, number"
_THREAD = "SELECT * FROM messages WHERE ticket = :number ORDER BY place"
_COUNT = "SELECT COUNT(*) AS count FROM tickets WHERE account_id = :account_id"
_WRITTEN = """
SELECT COUNT(*) AS count, SUM(LENGTH(text)) AS characters
FROM messages JOIN tickets ON tickets.number = messages.ticket
WHERE tickets.account_id = :account_id
"""
_LENGTH = """
SELECT COUNT(*) AS count, SUM(LENGTH(text)) AS characters FROM messages WHERE ticket = :number
"""
_SET = "UPDATE tickets SET state = :state, revision = :revision WHERE number = :number"


def tickets_of(reading: Reading, account_id: AccountId) -> Tickets:
    """Give all support requests of an account with their threads, the latest first."""
    rows = reading.rows(_ALL, account_id=account_id)
    return Tickets(tickets=tuple(_ticket(reading, row) for row in rows))


def ticket_of(reading: Reading, account_id: AccountId, number: str) -> Ticket | None:
    """Give one support request of an account."""
    row = reading.row(_ONE, account_id=account_id, number=number)
    return _ticket(reading, row) if row else None


def every_ticket(reading: Reading) -> tuple[Ticket, ...]:
    """Give the support requests of everybody, for whoever answers them; the latest first."""
    whose = reading.rows(_EVERY)
    found = (
        ticket_of(reading, AccountId(str(row["account_id"])), str(row["number"])) for row in whose
    )
    return tuple(ticket for ticket in found if ticket is not None)


def whose_ticket(reading: Reading, number: str) -> AccountId:
    """Give whose support request a number is.

    Raises:
        Problem: `object.unknown`.
    """
    row = reading.row(_WHOSE, number=number)
    if row is None:
        raise Problem("object.unknown")
    return AccountId(str(row["account_id"]))


def open_ticket(
    writing: Writing, account_id: AccountId, message: OpenTicket, *, now: datetime
) -> Ticket:
    """Open a support request under the number that its person has been given already.

    Raises:
        Problem: `object.exists`, `tickets.too_many`.
    """
    if _count(writing.row(_COUNT, account_id=account_id)) >= MOST:
        raise Problem("tickets.too_many", most=MOST)
    _see_room(writing, account_id, text=message.text)
    try:
        writing.run(
            _OPEN,
            number=message.number,
            account_id=account_id,
            subject=message.subject,
            streamer_id=message.streamer_id,
            now=as_number(now),
        )
    except Duplicate as error:
        raise Problem("object.exists") from error
    _add(
        writing,
        message.number,
        message_id=message.message_id,
        author=Author.PERSON,
        text=message.text,
        now=now,
    )
    return _settled(writing, account_id, message.number, state=TicketState.OPEN)


def reply(
    writing: Writing, account_id: AccountId, number: str, message: AddMessage, *, now: datetime
) -> Ticket:
    """Add a message of the person.

    Raises:
        Problem: `object.unknown`, `ticket.closed`, `object.exists`, `tickets.too_many`,
            `messages.too_many`.
    """
    found = ticket_of(writing, account_id, number)
    if found is None:
        raise Problem("object.unknown")
    if found.state is TicketState.CLOSED:
        raise Problem("ticket.closed", number=number)
    _see_room(writing, account_id, text=message.text)
    _add(writing, number, message_id=message.id, author=Author.PERSON, text=message.text, now=now)
    return _settled(writing, account_id, number, state=TicketState.OPEN)


def answer(writing: Writing, number: str, *, message_id: str, text: str, now: datetime) -> Ticket:
    """Add a message of support.

    Raises:
        Problem: `object.unknown`, `messages.too_many`.
    """
    account_id = whose_ticket(writing, number)
    _add(writing, number, message_id=message_id, author=Author.SUPPORT, text=text, now=now)
    return _settled(writing, account_id, number, state=TicketState.ANSWERED)


def close_own(writing: Writing, account_id: AccountId, number: str, *, revision: int) -> Ticket:
    """Close a support request of an account, as its person has seen it; a closed one stays so.

    Raises:
        Problem: `object.unknown`, or `object.changed` when it has another revision by now.
    """
    found = ticket_of(writing, account_id, number)
    if found is None:
        raise Problem("object.unknown")
    if found.state is TicketState.CLOSED:
        return found
    if found.revision != revision:
        raise Problem("object.changed")
    return _settled(writing, account_id, number, state=TicketState.CLOSED)


def close(writing: Writing, number: str) -> Ticket:
    """Close a support request, as support.

    Raises:
        Problem: `object.unknown`.
    """
    account_id = whose_ticket(writing, number)
    return _settled(writing, account_id, number, state=TicketState.CLOSED)


def _see_room(reading: Reading, account_id: AccountId, *, text: str) -> None:
    """See to it that an account fills nobody's disk; support may answer all the same."""
    written = reading.row(_WRITTEN, account_id=account_id)
    if _count(written) >= MESSAGES_OF_ACCOUNT_MOST:
        raise Problem("tickets.too_many", most=MESSAGES_OF_ACCOUNT_MOST)
    if _count(written, "characters") + len(text) > TEXT_OF_ACCOUNT_MOST:
        raise Problem("tickets.too_many", most=TEXT_OF_ACCOUNT_MOST)


def _add(  # a row has that many columns
    writing: Writing,
    number: str,
    *,
    message_id: str,
    author: Author,
    text: str,
    now: datetime,
) -> None:
    thread = writing.row(_LENGTH, number=number)
    place, characters = _count(thread) + 1, _count(thread, "characters") + len(text)
    if place > MESSAGES_MOST:
        raise Problem("messages.too_many", most=MESSAGES_MOST)
    most = TEXT_MOST if author is Author.PERSON else TEXT_WITH_ANSWERS_MOST
    if characters > most:
        raise Problem("messages.too_many", most=most)
    try:
        writing.run(
            _ADD,
            ticket=number,
            place=place,
            id=message_id,
            author=author.value,
            text=text,
            now=as_number(now),
        )
    except Duplicate as error:
        raise Problem("object.exists") from error


def _settled(writing: Writing, account_id: AccountId, number: str, *, state: TicketState) -> Ticket:
    revision = record_change(writing, account_id, noun=Noun.TICKET, object_id=number)
    writing.run(_SET, number=number, state=state.value, revision=revision)
    found = ticket_of(writing, account_id, number)
    if found is None:
        raise Problem("object.unknown")
    return found


def _ticket(reading: Reading, row: Mapping[str, Value]) -> Ticket:
    revision = row["revision"]
    return Ticket(
        number=str(row["number"]),
        subject=str(row["subject"]),
        state=TicketState(str(row["state"])),
        streamer_id=str(row["streamer_id"]),
        opened_at=as_instant(row["opened_at"]),
        revision=revision if isinstance(revision, int) else 0,
        messages=tuple(
            TicketMessage(
                id=str(message["id"]),
                author=Author(str(message["author"])),
                text=str(message["text"]),
                written_at=as_instant(message["written_at"]),
            )
            for message in reading.rows(_THREAD, number=row["number"])
        ),
    )


def _count(row: Mapping[str, Value] | None, name: str = "count") -> int:
    count = row[name] if row else 0
    return count if isinstance(count, int) else 0
