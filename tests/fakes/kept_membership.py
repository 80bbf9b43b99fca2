"""Keeps `actions.belongings.Keeping` in memory: a server that a test is, and an outbox."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.tickets import (
    Author,
    Ticket,
    TicketMessage,
    TicketState,
)
from altrabits_desktop.privacy.gate import closed_by
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.sync.merge import View, view_of
from tests.fakes.clock import NOON

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.contract.possessions import Owned
    from altrabits_desktop.privacy.gate import Closed
    from altrabits_desktop.sync.outbox import Waiting
    from tests.fakes.kept_home import KeptHome


def message(text: str, *, author: Author = Author.PERSON, at: datetime = NOON) -> TicketMessage:
    """Give a message of a thread."""
    return TicketMessage(
        id=f"m-{author.value}-{abs(hash((text, at)))}", author=author, text=text, written_at=at
    )


def ticket(
    number: str,
    *texts: str,
    subject: str = "No sound",
    state: TicketState = TicketState.OPEN,
    at: datetime = NOON,
) -> Ticket:
    """Give a request of a person who wrote these texts."""
    return Ticket(
        number=number,
        subject=subject,
        state=state,
        streamer_id="",
        opened_at=at,
        revision=1,
        messages=tuple(message(text, at=at) for text in texts or ("It is silent.",)),
    )


class KeptMembership:
    """What the server said is what a test sets; what is kept waits until a test takes it."""

    def __init__(self, home: KeptHome, *, publish: Callable[[Changes], None]) -> None:
        self._home = home
        self._publish = publish
        self.tickets: dict[str, Ticket] = {}
        self.streamers: dict[str, Owned] = {}
        self.outbox: list[Waiting] = []
        self.refusal: AltraBitsError | None = None
        self.answers_read: dict[str, int] | None = None

    @property
    def view(self) -> View:
        return view_of(
            streamers=self.streamers, tickets=self.tickets, receipts=(), outbox=self.outbox
        )

    def closed_by(self, feature: Feature, *, is_demo: bool = False) -> Closed | None:
        report = self._home.report()
        return closed_by(
            feature,
            standing=report.standing,
            has_session=bool(report.email),
            is_demo=is_demo,
        )

    async def keep(self, waiting: Waiting) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.outbox.append(waiting)
        self.tell()

    async def note_answers_read(self, email: str, counts: Mapping[str, int]) -> None:
        self.answers_read = {**(self.answers_read or {}), **counts}
        self.tell()

    async def drop(self, key: str) -> None:
        self.outbox = [waiting for waiting in self.outbox if waiting.key != key]
        self.tell()

    def show(self, *tickets: Ticket) -> None:
        """Let these be what the server has."""
        self.tickets = {one.number: one for one in tickets}
        self.tell()

    def own(self, *owned: Owned) -> None:
        """Let these be the streamers of the person's."""
        self.streamers = {one.id: one for one in owned}
        self.tell()

    def answer(self, number: str, text: str, *, at: datetime = NOON) -> None:
        """Let support answer a request."""
        former = self.tickets[number]
        self.tickets[number] = msgspec.structs.replace(
            former,
            state=TicketState.ANSWERED,
            messages=(*former.messages, message(text, author=Author.SUPPORT, at=at)),
        )
        self.tell()

    def take(self) -> None:
        """Let the server take everything that waits."""
        seen = self.view
        self.tickets = {one.number: one for one in seen.tickets}
        self.streamers = {one.id: one for one in seen.streamers}
        self.outbox.clear()
        self.tell()

    def refuse(self, code: str) -> None:
        """Let the server have none of what waits."""
        self.outbox = [replace(waiting, refused_code=code) for waiting in self.outbox]
        self.tell()

    def tell(self) -> None:
        """Tell the window."""
        self._publish(Changes(topics=Topic.HOME))
