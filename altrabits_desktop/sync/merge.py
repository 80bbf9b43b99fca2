"""What a person sees: what the server said last, with what waits laid over it. Pure.

Waiting changes are laid over in the order made, whatever the server has said meanwhile, so a
name that was typed never springs back; once it was sent the server's answer takes its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import asdict, replace

from altrabits_desktop.contract.possessions import AddOwned, Owned, OwnedFields
from altrabits_desktop.contract.tickets import (
    AddMessage,
    Author,
    CloseTicket,
    OpenTicket,
    Ticket,
    TicketMessage,
    TicketState,
)
from altrabits_desktop.sync.outbox import Errand

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from altrabits_desktop.contract.policies import Receipt
    from altrabits_desktop.sync.outbox import Waiting

UNSENT = 0
"""Revision of what the server has not seen yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What there is of a person, as they see it."""

    streamers: tuple[Owned, ...] = ()
    """In the order added."""
    tickets: tuple[Ticket, ...] = ()
    """The latest first."""
    receipts: tuple[Receipt, ...] = ()
    """The first one first."""
    waiting: frozenset[str] = frozenset()
    """Ids and numbers of what waits to be sent."""
    refused: tuple[Waiting, ...] = ()
    """What the server will not have; kept for the person to see."""

    @property
    def waits(self) -> int:
        """How many objects wait."""
        return len(self.waiting)


NOTHING = View()


def view_of(
    *,
    streamers: Mapping[str, Owned],
    tickets: Mapping[str, Ticket],
    receipts: Sequence[Receipt],
    outbox: Sequence[Waiting],
) -> View:
    """Lay what waits over what the server said.

    Args:
        streamers: by id, as the server said them last.
        tickets: by number, the same.
        receipts: all decisions.
        outbox: in the order made.
    """
    owned, threads = dict(streamers), dict(tickets)
    for waiting in outbox:
        if not waiting.refused_code:
            _lay_streamer(owned, waiting)
            _lay_ticket(threads, waiting)
    return View(
        streamers=tuple(sorted(owned.values(), key=lambda one: (one.added_at, one.id))),
        tickets=tuple(
            sorted(threads.values(), key=lambda one: (one.opened_at, one.number), reverse=True)
        ),
        receipts=tuple(sorted(receipts, key=lambda receipt: receipt.number)),
        waiting=frozenset(w.object_id for w in outbox if not w.refused_code),
        refused=tuple(waiting for waiting in outbox if waiting.refused_code),
    )


def _lay_streamer(owned: dict[str, Owned], waiting: Waiting) -> None:
    match waiting.errand, waiting.body:
        case Errand.ADD_STREAMER, AddOwned() as body:
            owned.setdefault(
                body.id, Owned(**asdict(body), revision=UNSENT, added_at=waiting.made_at)
            )
        case Errand.CHANGE_STREAMER, OwnedFields() as body if waiting.object_id in owned:
            owned[waiting.object_id] = replace(owned[waiting.object_id], **asdict(body))
        case Errand.RELEASE_STREAMER, _:
            owned.pop(waiting.object_id, None)


def _lay_ticket(tickets: dict[str, Ticket], waiting: Waiting) -> None:
    match waiting.body:
        case OpenTicket() as body:
            first = _message(body.message_id, body.text, waiting)
            tickets.setdefault(
                body.number,
                Ticket(
                    number=body.number,
                    subject=body.subject,
                    state=TicketState.OPEN,
                    streamer_id=body.streamer_id,
                    opened_at=waiting.made_at,
                    revision=UNSENT,
                    messages=(first,),
                ),
            )
        case AddMessage() as body if waiting.object_id in tickets:
            ticket = tickets[waiting.object_id]
            if all(message.id != body.id for message in ticket.messages):
                added = _message(body.id, body.text, waiting)
                tickets[waiting.object_id] = replace(
                    ticket, state=TicketState.OPEN, messages=(*ticket.messages, added)
                )
        case CloseTicket() if waiting.object_id in tickets:
            ticket = tickets[waiting.object_id]
            tickets[waiting.object_id] = replace(ticket, state=TicketState.CLOSED)


def _message(message_id: str, text: str, waiting: Waiting) -> TicketMessage:
    return TicketMessage(id=message_id, author=Author.PERSON, text=text, written_at=waiting.made_at)
