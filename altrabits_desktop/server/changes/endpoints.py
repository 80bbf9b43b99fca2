"""The change feed on the wire: pages, and a stream that says only that there is more."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import StreamingResponse

from altrabits_desktop.contract.change_feed import Hint, Noun
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.routes import Special
from altrabits_desktop.server.changes.service import changes_since
from altrabits_desktop.server.decisions.service import receipt_of
from altrabits_desktop.server.feed import latest_revision
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.authentication import closed_for
from altrabits_desktop.server.sessions.service import holds
from altrabits_desktop.server.streamers.service import owned
from altrabits_desktop.server.tickets.service import ticket_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.server.changes.service import Describe
    from altrabits_desktop.server.http.call import Call, Handler, Person
    from altrabits_desktop.server.store.store import Reading, Store

ALIVE_S = 15.0
"""A stream with nothing to say sends a comment this often, so that a cut cable is noticed."""
STREAMS_MOST = 2000
_encode = msgspec.json.Encoder().encode

DESCRIBE: Mapping[Noun, Describe] = {
    Noun.STREAMER: lambda reading, account_id, name: {"streamer": owned(reading, account_id, name)},
    Noun.TICKET: lambda reading, account_id, name: {"ticket": ticket_of(reading, account_id, name)},
    Noun.DECISION: lambda reading, account_id, name: {
        "receipt": receipt_of(reading, account_id, name)
    },
}
"""How each noun's object is given along with its entry; a policy is asked for anew."""


class ChangeEndpoints:
    """Feed and stream.

    Args:
        store: where changes are kept and told.
        clock: for how long a session of a stream still holds.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._streams: set[asyncio.Event] = set()
        self._has_ended = False

    def handlers(self) -> dict[str, Handler]:
        """Give what carries out each operation."""
        return {"changes.since": self._since, "changes.events": self._events}

    def end(self) -> None:
        """End all streams; the server is about to close."""
        self._has_ended = True
        for changed in self._streams:
            changed.set()

    async def _since(self, call: Call) -> object:
        cursor = call.query.get("since", "")
        return await self._store.read(
            lambda reading: changes_since(reading, call.account_id, cursor, describe=DESCRIBE)
        )

    async def _events(self, call: Call) -> object:
        if call.person is None:
            raise Problem("session.missing")
        if len(self._streams) >= STREAMS_MOST:
            raise Problem("server.busy")
        return StreamingResponse(self._stream(call.person), media_type=Special.EVENTS.value)

    async def _stream(self, person: Person) -> AsyncIterator[bytes]:
        def look(reading: Reading) -> int | None:
            now, account_id = self._clock.now(), person.account_id
            is_open = (
                holds(reading, person, now=now)
                and closed_for(reading, Feature.SYNC, account_id, now=now) is None
            )
            return latest_revision(reading, account_id) if is_open else None

        changed = asyncio.Event()
        unsubscribe = self._store.subscribe(changed.set)
        self._streams.add(changed)
        told = -1
        try:
            # What ends a session, or closes the gate, ends its streams with that very commit.
            while (latest := await self._store.read(look)) is not None:
                if latest != told:
                    told = latest
                    yield b"event: changes\ndata: " + _encode(Hint(after=latest)) + b"\n\n"
                if not await _has_changed(changed):
                    yield b": alive\n\n"
                if self._has_ended:
                    return
        finally:
            self._streams.discard(changed)
            unsubscribe()


async def _has_changed(changed: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(ALIVE_S):
            await changed.wait()
    except TimeoutError:
        return False
    changed.clear()
    return True
