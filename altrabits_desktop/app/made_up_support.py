"""The support requests that the pictures show, as a server would tell them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace as replace_struct

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.app import made_up_home as homes
from altrabits_desktop.app.made_up_house import afternoon
from altrabits_desktop.contract.ids import TICKET_BYTES, new_ticket_number
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.contract.tickets import (
    AddMessage,
    Author,
    CloseTicket,
    Ticket,
    TicketMessage,
    TicketState,
)
from altrabits_desktop.privacy.bundled_contact import BUNDLED_CONTACTS
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.sync.merge import UNSENT, View
from altrabits_desktop.sync.outbox import Errand, Waiting

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.app.staging import StagedServer

ANSWERED, UNSENT_NUMBER, CLOSED = "AB-7K2Q-9MZT-T", "AB-4XD1-0H8P-1", "AB-93EV-TB5N-X"
_MANY = 60
_HOSTILE = (
    "<b>Not bold</b> &amp; <a href='http://example.net'>no link</a> "
    + "unbroken" * 40
    + " \u202eturned round\u202c\n"
    + "\n".join(f"Line {number} of a log" for number in range(1, 60))
)


def empty() -> StagedServer:
    """Give somebody signed in who has asked nothing."""
    told = homes.accepted()
    return replace(told, report=replace(told.report, sync=SyncReport(SyncState.IN_STEP)))


def reading() -> StagedServer:
    """Give somebody who has just signed in, whose requests are on their way."""
    told = homes.accepted()
    return replace(told, report=replace(told.report, sync=SyncReport(SyncState.WORKING)))


def listed() -> StagedServer:
    """Give somebody with requests in every state."""
    told, waiting = empty(), frozenset({UNSENT_NUMBER})
    report = replace(told.report, waits=len(waiting))
    return replace(told, report=report, view=View(tickets=_tickets(), waiting=waiting))


def listed_elsewhere() -> StagedServer:
    """Give the same with a server elsewhere, whose operator has named no contact."""
    told, [contact, *_] = listed(), sorted(BUNDLED_CONTACTS, reverse=True)
    policy = replace_struct(told.report.policy, contact=contact) if told.report.policy else None
    report = replace(told.report, elsewhere=homes.ELSEWHERE, policy=policy)
    return replace(told, report=report)


def waiting() -> StagedServer:
    """Give the same while the server is away, with what waits on top."""
    told = listed()
    report = replace(
        told.report,
        server=ServerState.AWAY,
        server_code="server.away",
        sync=SyncReport(SyncState.AWAY),
        waits=1,
    )
    return replace(told, report=report)


def declined() -> StagedServer:
    """Give somebody with requests who took the yes back."""
    told = homes.declined()
    return replace(told, view=View(tickets=_tickets()[1:]))


def stopped() -> StagedServer:
    """Give somebody without requests who said no."""
    told = homes.declined()
    report = replace(told.report, email="", standing=Standing.DECLINED)
    return replace(told, report=report)


def hostile() -> StagedServer:
    """Give a thread of long and hostile texts."""
    first = _said(Author.PERSON, _HOSTILE, at=afternoon() - timedelta(hours=2))
    answer = _said(Author.SUPPORT, "w" * 300, at=afternoon() - timedelta(minutes=5))
    odd = _ticket(
        ANSWERED,
        "<h1>" + "Subject" * 16,
        first,
        answer,
        state=TicketState.ANSWERED,
    )
    return replace(empty(), view=View(tickets=(odd,)))


def many() -> StagedServer:
    """Give more requests and messages than are shown at once."""
    begun = afternoon() - timedelta(days=1)
    thread = tuple(
        _said(Author.PERSON, f"Part {part} of 40.", at=begun + timedelta(minutes=part))
        for part in range(1, 41)
    )
    rest = tuple(_old(_number(place), f"Request {place}", days=place) for place in range(2, _MANY))
    first = _ticket(ANSWERED, "A long talk", *thread)
    return replace(empty(), view=View(tickets=(first, *rest)))


def refused() -> StagedServer:
    """Give a reply that the server will not have: the request was closed meanwhile."""
    told = listed()
    body = AddMessage(id="m-refused-1", text="The optical input works again since the update.")
    late = Waiting(
        key="refused",
        errand=Errand.REPLY,
        object_id=CLOSED,
        body=body,
        made_at=afternoon(),
        refused_code="ticket.closed",
    )
    return replace(told, view=View(tickets=_tickets()[1:], refused=(late,)))


def not_closed() -> StagedServer:
    """Give a request that the server would not close."""
    told = listed()
    close = Waiting(
        key="refused",
        errand=Errand.CLOSE_TICKET,
        object_id=ANSWERED,
        body=CloseTicket(),
        made_at=afternoon(),
        refused_code="object.changed",
    )
    return replace(told, view=replace(told.view, refused=(close,)))


def _tickets() -> tuple[Ticket, ...]:
    now = afternoon()
    return (
        _ticket(
            UNSENT_NUMBER,
            "Optical input has no sound",
            _said(
                Author.PERSON,
                "The optical input of the Cobalt S1 is silent since this morning. The television"
                " is set to PCM, and the cable was changed.",
                at=now - timedelta(minutes=4),
            ),
            revision=UNSENT,
        ),
        _ticket(
            ANSWERED,
            "Study drops out on Wi-Fi",
            _said(
                Author.PERSON,
                "Since noon the streamer in the study drops out every few minutes. Moving it did"
                " not help.",
                at=now - timedelta(hours=3),
            ),
            _said(
                Author.SUPPORT,
                "Thank you for the exact times. The signal falls to 48 % at 13:20.\n\nDoes it help"
                " to switch the access point of the study to another channel?",
                at=now - timedelta(minutes=18),
            ),
            state=TicketState.ANSWERED,
        ),
        _old(CLOSED, "Second preset was lost", days=34),
        _old("AB-1R0C-PM64-1", "Which input for a turntable", days=48),
        _old("AB-8FGS-2VJ7-S", "Change the e-mail address of the account", days=81),
    )


def _number(place: int) -> str:
    return new_ticket_number(place.to_bytes(TICKET_BYTES))


def _old(number: str, subject: str, *, days: int) -> Ticket:
    at = afternoon() - timedelta(days=days)
    return _ticket(
        number,
        subject,
        _said(Author.PERSON, subject + ".", at=at),
        _said(Author.SUPPORT, "This is done.", at=at + timedelta(hours=2)),
        state=TicketState.CLOSED,
    )


def _ticket(
    number: str,
    subject: str,
    *messages: TicketMessage,
    state: TicketState = TicketState.OPEN,
    revision: int = 1,
) -> Ticket:
    return Ticket(
        number=number,
        subject=subject,
        state=state,
        streamer_id="",
        opened_at=messages[0].written_at,
        revision=revision,
        messages=messages,
    )


def _said(author: Author, text: str, *, at: datetime) -> TicketMessage:
    return TicketMessage(id=f"m-{author}-{at:%d%H%M}", author=author, text=text, written_at=at)
