"""What is kept of a person at their server: support requests and streamers of their own.

Whatever is done here is safe on this computer when it returns, and is sent when the server answers.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

import msgspec

from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.ids import (
    ID_BYTES,
    TICKET_BYTES,
    new_id,
    new_ticket_number,
    read_ticket_number,
)
from altrabits_desktop.contract.possessions import OwnedFields
from altrabits_desktop.contract.tickets import AddMessage, CloseTicket, OpenTicket, TicketState
from altrabits_desktop.sync.outbox import Errand, Waiting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.contract.tickets import Ticket
    from altrabits_desktop.privacy.gate import Closed
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.sync.merge import View
    from altrabits_desktop.sync.outbox import Body

SUBJECT_MOST = 120
TEXT_MOST = 20_000
NAME_MOST = 64


@dataclass(frozen=True, slots=True)
class RefusedRequest:
    """What was asked of support and the server will not have; kept until the person has seen it."""

    key: str
    number: str
    subject: str
    """Empty for a reply, and where a request was to be closed."""
    text: str
    """Empty where a request was to be closed."""
    code: str
    """Of the sentence that says why."""

    @property
    def is_close(self) -> bool:
        """Whether a request was to be closed."""
        return not self.text


class ChangeKind(StrEnum):
    """What was to be done with a streamer of the person's."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class RefusedChange:
    """What was done with a streamer and the server will not have; kept until it was seen."""

    key: str
    kind: ChangeKind
    name: str
    """That it was to have; of one that was to be removed, its own, empty where nobody knows it."""
    code: str
    """Of the sentence that says why."""


class Keeping(Protocol):
    """What is used of the membership."""

    @property
    def view(self) -> View:
        """What there is of the person."""

    def closed_by(self, feature: Feature, *, is_demo: bool = False) -> Closed | None:
        """Give why a feature is closed."""

    async def keep(self, waiting: Waiting) -> None:
        """Keep an errand until it is carried out."""

    async def drop(self, key: str) -> None:
        """Drop an errand that was refused."""


class ReadMarks(Protocol):
    """Keeps which answers were read, with the person's other data (`sync.replica.Replica`)."""

    @property
    def answers_read(self) -> Mapping[str, int] | None:
        """How many answers of each support request were read; None before any was noted."""

    async def note_answers_read(self, email: str, counts: Mapping[str, int]) -> None:
        """Keep it of these requests; nothing where the data is of somebody else by now."""


class Belongings:
    """The actions; on the loop of the membership.

    Args:
        membership: whose they are.
        clock: when something was done.
        marks: keeps which answers were read; None where that is kept nowhere.

    Raises, from whatever changes something:
        DecisionNeeded: the gate is closed; the code says by what.
        StoreUnusable: it could not be kept; nothing was done.
    """

    def __init__(
        self, membership: Keeping, *, clock: Clock, marks: ReadMarks | None = None
    ) -> None:
        self._membership = membership
        self._clock = clock
        self._marks = marks

    def tickets(self) -> tuple[Ticket, ...]:
        """Give all support requests, the latest first; those that wait among them."""
        return self._membership.view.tickets

    def ticket(self, number: str) -> Ticket:
        """Give one support request by its number as a person may type it.

        Raises:
            Refused: `ticket.unknown`.
        """
        wanted = read_ticket_number(number)
        for ticket in self.tickets():
            if ticket.number == wanted:
                return ticket
        raise Refused("ticket.unknown")

    def is_waiting(self, object_id: str) -> bool:
        """Tell whether something of a streamer or support request has not been sent yet."""
        return object_id in self._membership.view.waiting

    def held_by(self, object_id: str) -> Closed | None:
        """Give what comes before something that waits is sent; None where the server alone does."""
        return self._membership.closed_by(Feature.SUPPORT) if self.is_waiting(object_id) else None

    def refused_requests(self) -> tuple[RefusedRequest, ...]:
        """Give what was asked of support and the server will not have, in the order made."""
        given = (_refused(waiting) for waiting in self._membership.view.refused)
        return tuple(each for each in given if each is not None)

    def refused_changes(self) -> tuple[RefusedChange, ...]:
        """Give what was done with streamers and the server will not have, in the order made."""
        view = self._membership.view
        names = {owned.id: owned.name for owned in view.streamers}
        return tuple(
            RefusedChange(
                key=waiting.key,
                kind=_KINDS[waiting.errand],
                name=getattr(waiting.body, "name", names.get(waiting.object_id, "")),
                code=waiting.refused_code,
            )
            for waiting in view.refused
            if waiting.errand in _KINDS
        )

    @property
    def keeps_answers_read(self) -> bool:
        """Whether it is kept which answers were read."""
        return self._marks is not None

    @property
    def answers_read(self) -> Mapping[str, int] | None:
        """How many answers of each support request were read; None where none was noted."""
        return self._marks.answers_read if self._marks is not None else None

    async def note_answers_read(self, email: str, counts: Mapping[str, int]) -> None:
        """Keep how many answers of some support requests this person has read."""
        if self._marks is not None:
            await self._marks.note_answers_read(email, counts)

    async def forget_refused(self, key: str) -> None:
        """Forget what was refused: the person has seen it."""
        await self._membership.drop(key)

    async def open_ticket(self, subject: str, text: str, *, streamer_id: str = "") -> str:
        """Open a support request and give its number at once.

        Raises:
            Refused: `ticket.subject_empty`, `ticket.subject_long`, `ticket.text_empty`,
                `ticket.text_long`.
        """
        self._need(Feature.SUPPORT)
        empty = Refused("ticket.subject_empty")
        long = Refused("ticket.subject_long", most=SUBJECT_MOST)
        subject = _checked(subject, most=SUBJECT_MOST, empty=empty, long=long)
        text = _checked_text(text)
        number = new_ticket_number(secrets.token_bytes(TICKET_BYTES))
        body = OpenTicket(
            number=number,
            message_id=new_id(secrets.token_bytes(ID_BYTES)),
            subject=subject_as_sent(subject),
            text=text,
            streamer_id=streamer_id,
        )
        await self._keep(Errand.OPEN_TICKET, number, body)
        return number

    async def reply(self, number: str, text: str) -> None:
        """Add a message to a support request.

        Raises:
            Refused: `ticket.unknown`, `ticket.closed`, `ticket.text_empty`, `ticket.text_long`.
        """
        self._need(Feature.SUPPORT)
        ticket = self.ticket(number)
        if ticket.state is TicketState.CLOSED:
            raise Refused("ticket.closed", number=ticket.number)
        body = AddMessage(
            id=new_id(secrets.token_bytes(ID_BYTES)),
            text=_checked_text(text),
        )
        await self._keep(Errand.REPLY, ticket.number, body)

    async def close_ticket(self, number: str) -> None:
        """Close a support request; one that is closed stays as it is.

        Raises:
            Refused: `ticket.unknown`.
        """
        self._need(Feature.SUPPORT)
        ticket = self.ticket(number)
        for refused in self.refused_requests():
            # It is tried once more, so that the last try has nothing more to say.
            if refused.is_close and refused.number == ticket.number:
                await self.forget_refused(refused.key)
        if ticket.state is not TicketState.CLOSED:
            await self._keep(Errand.CLOSE_TICKET, ticket.number, CloseTicket())

    def streamers(self) -> tuple[Owned, ...]:
        """Give the streamers of one's own, in the order added."""
        return self._membership.view.streamers

    def streamer(self, owned_id: str) -> Owned:
        """Give one streamer of one's own.

        Raises:
            Refused: `object.unknown`.
        """
        for owned in self.streamers():
            if owned.id == owned_id:
                return owned
        raise Refused("object.unknown")

    async def name_streamer(self, owned_id: str, name: str) -> None:
        """Give a streamer of one's own a name.

        Raises:
            Refused: `object.unknown`, `streamer.name_empty`, `streamer.name_long`.
        """
        self._need(Feature.OWN_STREAMERS)
        owned = self.streamer(owned_id)
        empty = Refused("streamer.name_empty")
        long = Refused("streamer.name_long", most=NAME_MOST)
        checked = _checked(name, most=NAME_MOST, empty=empty, long=long)
        await self._change(owned, name=" ".join(checked.split()))

    async def place_streamer(self, owned_id: str, room: str) -> None:
        """Put a streamer of one's own into a room; into none when empty.

        Raises:
            Refused: `object.unknown`, `streamer.room_long`.
        """
        self._need(Feature.OWN_STREAMERS)
        owned = self.streamer(owned_id)
        if len(room) > NAME_MOST:
            raise Refused("streamer.room_long", most=NAME_MOST)
        await self._change(owned, room=" ".join(room.split()))

    async def _change(self, owned: Owned, **changed: str) -> None:
        kept = {name: getattr(owned, name) for name in OwnedFields.__struct_fields__}
        body = msgspec.structs.replace(OwnedFields(**kept), **changed)
        await self._keep(Errand.CHANGE_STREAMER, owned.id, body)

    async def _keep(self, errand: Errand, object_id: str, body: Body) -> None:
        await self._membership.keep(
            Waiting(
                key=secrets.token_hex(16),
                errand=errand,
                object_id=object_id,
                body=body,
                made_at=self._clock.now(),
            )
        )

    def _need(self, feature: Feature) -> None:
        closed = self._membership.closed_by(feature)
        if closed is not None:
            raise DecisionNeeded(closed.value)


_KINDS = {
    Errand.ADD_STREAMER: ChangeKind.ADDED,
    Errand.CHANGE_STREAMER: ChangeKind.CHANGED,
    Errand.RELEASE_STREAMER: ChangeKind.REMOVED,
}


def _refused(waiting: Waiting) -> RefusedRequest | None:
    match waiting.body:
        case OpenTicket() as body:
            subject, text = body.subject, body.text
        case AddMessage() as body:
            subject, text = "", body.text
        case CloseTicket():
            subject = text = ""
        case _:
            return None
    return RefusedRequest(
        key=waiting.key,
        number=waiting.object_id,
        subject=subject,
        text=text,
        code=waiting.refused_code,
    )


def subject_as_sent(subject: str) -> str:
    """Give a subject as it goes to the server: in one line, with one space between words. Pure."""
    return " ".join(subject.split())


def text_as_sent(text: str) -> str:
    """Give a message as it goes to the server: without white space around it. Pure."""
    return text.strip()


def _checked_text(text: str) -> str:
    long = Refused("ticket.text_long", most=TEXT_MOST)
    return _checked(text, most=TEXT_MOST, empty=Refused("ticket.text_empty"), long=long)


def _checked(text: str, *, most: int, empty: Refused, long: Refused) -> str:
    """Give a text without white space around it, if it is neither empty nor too long."""
    stripped = text_as_sent(text)
    if not stripped:
        raise empty
    if len(stripped) > most:
        raise long
    return stripped
