"""Keeps the replica in step: sends what waits, in order and once, and takes what came.

One task. It wakes for a new errand, for a hint of the server, and after a pause that grows while
the server is away or the replica takes nothing; it never gives up and never hurries.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

from altrabits_desktop.contract.change_feed import ChangePage
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    Conflict,
    DecisionNeeded,
    MalformedAnswer,
    Refused,
)
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.routes import TO_EVERYBODY
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.contract.tickets import Ticket, TicketState
from altrabits_desktop.runtime.backoff import pause_s
from altrabits_desktop.runtime.faults import tell_fault
from altrabits_desktop.sync.outbox import Errand
from altrabits_desktop.sync.replica import CURSOR

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.sync.client import ServerClient
    from altrabits_desktop.sync.outbox import Waiting
    from altrabits_desktop.sync.replica import Replica

FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 300.0
PAGES_MOST = 100
"""Of the feed at once: 50,000 entries are five times as many objects as anybody has."""
ROUNDS_AT_ONCE = 8
"""So often within a second news may follow on news without a rest."""
REFUSALS_AT_ONCE = 8
"""So often in a row, however far the server is, a refusal may follow on another without one."""
CONFLICTS_MOST = 5
"""After so many tries, each for what was just read, an object is changed by no person."""
_UNKNOWN_CURSOR = "cursor.unknown"
_CHANGED = "object.changed"
_ANSWERS: Mapping[Errand, type[Owned | Ticket | None]] = {
    Errand.ADD_STREAMER: Owned,
    Errand.CHANGE_STREAMER: Owned,
    Errand.RELEASE_STREAMER: type(None),
    Errand.OPEN_TICKET: Ticket,
    Errand.REPLY: Ticket,
    Errand.CLOSE_TICKET: Ticket,
}
_PLACES: Mapping[Errand, str] = {
    Errand.CHANGE_STREAMER: "id",
    Errand.RELEASE_STREAMER: "id",
    Errand.REPLY: "number",
    Errand.CLOSE_TICKET: "number",
}
_KEYED = frozenset({Errand.ADD_STREAMER, Errand.OPEN_TICKET, Errand.REPLY})
_REVISED = frozenset({Errand.CHANGE_STREAMER, Errand.CLOSE_TICKET})


class SyncEngine:
    """One engine a profile. Belongs to one loop.

    Args:
        client: asks the server.
        replica: open.
        clock: for pauses.
        chance: 0 to 1 at random, so that many clients do not come back together.
        changed: told when the report is another one.
    """

    def __init__(
        self,
        client: ServerClient,
        replica: Replica,
        *,
        clock: Clock,
        chance: Callable[[], float],
        changed: Callable[[], None],
    ) -> None:
        self._client = client
        self._replica = replica
        self._clock = clock
        self._chance = chance
        self._tries = self._rounds = 0
        self._rounds_since_s = float("-inf")
        self._conflicts = ("", 0)
        """The errand that was in conflict last, and how often."""
        self._changed = changed
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self.report = SyncReport()

    def start(self) -> None:
        """Begin to keep in step; for a signed-in person whose policy is decided."""
        if self._task is None:
            keeping = asyncio.get_running_loop().create_task(self._keep(), name="keeping in step")
            keeping.add_done_callback(self._let_begin_anew)
            keeping.add_done_callback(tell_fault)
            self._task = keeping

    async def stop(self) -> None:
        """End at once; what waits stays where it is."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.wait((task,))
        self._say(SyncState.OFF)

    def _let_begin_anew(self, task: asyncio.Task[None]) -> None:
        """After an error that nobody foresaw a later start is one."""
        if self._task is task:
            self._task = None
            self._say(SyncState.OFF)

    def wake(self) -> None:
        """There is something to send, or the server may be back."""
        self._wake.set()

    async def _keep(self) -> None:
        refusals = 0
        while True:
            self._wake.clear()
            try:
                await self._round()
                self._say(SyncState.IN_STEP)
                await self._listen()
                refusals = 0
                if not await self._has_news() or self._is_hurried():
                    await self._rest_for(FIRST_PAUSE_S)
            except DecisionNeeded as error:
                refusals += 1
                self._say(SyncState.DUE, due_code=error.code)
                await self._wake.wait()
                if refusals >= REFUSALS_AT_ONCE:
                    # Nothing was in the way when somebody asked why, and yet it is refused.
                    self._wake.clear()
                    await self._rest()
            except AltraBitsError:
                # A server may be back or be set right, as a disk that is full may have room again.
                self._say(SyncState.AWAY)
                await self._rest()

    async def _round(self) -> None:
        """Send everything, then take everything."""
        while (waiting := self._next()) is not None:
            self._say(SyncState.WORKING)
            if self._is_of_no_use(waiting):
                await self._replica.drop(waiting.key)
            else:
                await self._send(waiting)
        await self._pull()

    def _next(self) -> Waiting | None:
        return next((w for w in self._replica.outbox if not w.refused_code), None)

    def _is_of_no_use(self, waiting: Waiting) -> bool:
        """Tell whether a request is to be closed that the server would not have opened."""
        return waiting.errand is Errand.CLOSE_TICKET and any(
            other.errand is Errand.OPEN_TICKET and other.refused_code
            for other in self._replica.outbox
            if other.object_id == waiting.object_id
        )

    async def _send(self, waiting: Waiting) -> None:
        try:
            answer = await self._client.call(
                waiting.errand.value,
                _ANSWERS[waiting.errand],
                body=waiting.body,
                places=self._places(waiting),
                key=waiting.key if waiting.errand in _KEYED else "",
                revision=self._replica.revision_of(waiting.object_id),
            )
        except Conflict as error:
            await self._settle(waiting, error)
        except Refused as error:
            if error.code in TO_EVERYBODY:
                # Nothing is wrong with what waits.
                raise
            if error.code == "object.unknown" and waiting.errand is Errand.RELEASE_STREAMER:
                # It was released already, perhaps by the try whose answer was lost.
                await self._replica.take_answer(waiting.key, None)
                return
            await self._replica.take_refusal(waiting.key, error.code)
        else:
            _check_answer(waiting, answer)
            if _is_left_open(waiting, answer):
                await self._replica.take_refusal(waiting.key, _CHANGED, answer)
            else:
                await self._replica.take_answer(waiting.key, answer)

    async def _settle(self, waiting: Waiting, error: AltraBitsError) -> None:
        """Settle an errand whose object is another one by now."""
        key, conflicts = self._conflicts
        conflicts = conflicts + 1 if key == waiting.key else 1
        self._conflicts = waiting.key, conflicts
        is_changed = waiting.errand in _REVISED and error.code == _CHANGED
        if is_changed and conflicts < CONFLICTS_MOST:
            # What the person did last wins; the next try names the revision just taken.
            before = self._replica.revision_of(waiting.object_id)
            await self._pull()
            if self._replica.revision_of(waiting.object_id) != before:
                return
        await self._replica.take_refusal(waiting.key, error.code)

    async def _has_news(self) -> bool:
        """Take what a hint was about; False where there was nothing, and no hurry therefore."""
        if self._next() is not None:
            return True
        before = await self._replica.fact(CURSOR)
        await self._pull()
        return await self._replica.fact(CURSOR) != before

    def _is_hurried(self) -> bool:
        """Note that there were news once more, and tell whether too often within a second."""
        now_s = self._clock.steady_s()
        if now_s - self._rounds_since_s >= FIRST_PAUSE_S:
            self._rounds_since_s, self._rounds = now_s, 0
        self._rounds += 1
        return self._rounds >= ROUNDS_AT_ONCE

    async def _pull(self) -> None:
        """Take all that came; a server that leads round in a circle or on for ever is not followed.

        Raises:
            MalformedAnswer: it does, or its feed does not keep to the table.
        """
        cursor, is_anew = await self._replica.fact(CURSOR), False
        for _ in range(PAGES_MOST):
            query = {"since": cursor} if cursor else {}
            try:
                page = await self._client.call("changes.since", ChangePage, query=query)
            except Refused as error:
                if error.code != _UNKNOWN_CURSOR or not cursor or is_anew:
                    raise
                await self._replica.begin_anew()
                cursor, is_anew = "", True
                continue
            if page.has_more and (page.cursor == cursor or not page.entries):
                raise MalformedAnswer("server.malformed")
            if page.entries or page.cursor != cursor:
                await self._replica.take_page(page)
            cursor = page.cursor
            if not page.has_more:
                return
        raise MalformedAnswer("server.malformed")

    async def _listen(self) -> None:
        """Wait until there is something to do, with the server's stream open.

        Raises as the client does when the stream is lost.
        """
        woken = asyncio.ensure_future(self._wake.wait())
        hinted = asyncio.ensure_future(self._hint())
        try:
            done, _ = await asyncio.wait((woken, hinted), return_when=asyncio.FIRST_COMPLETED)
            if hinted in done:
                hinted.result()
        finally:
            await _end(woken, hinted)

    async def _hint(self) -> None:
        """Return when the server has something new."""
        async with aclosing(self._client.hints()) as hints:  # type: ignore[type-var] # a generator
            await anext(hints)
            self._tries = 0
            # What came between the last look and the begin of the stream.
            await self._pull()
            await anext(hints)

    async def _rest(self) -> None:
        self._tries += 1
        pause = pause_s(
            self._tries, first_s=FIRST_PAUSE_S, most_s=LONGEST_PAUSE_S, chance=self._chance()
        )
        await self._rest_for(pause)

    async def _rest_for(self, pause_s: float) -> None:
        """Wait so long, or until there is something to do here."""
        woken = asyncio.ensure_future(self._wake.wait())
        rested = asyncio.ensure_future(self._clock.sleep(pause_s))
        try:
            await asyncio.wait((woken, rested), return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _end(woken, rested)

    def _places(self, waiting: Waiting) -> dict[str, str]:
        name = _PLACES.get(waiting.errand)
        return {name: waiting.object_id} if name else {}

    def _say(self, state: SyncState, *, due_code: str = "") -> None:
        if (state, due_code) != (self.report.state, self.report.due_code):
            self.report = SyncReport(state, since=self._clock.now(), due_code=due_code)
            self._changed()


def _check_answer(waiting: Waiting, answer: Owned | Ticket | None) -> None:
    """See that an answer is about what was sent.

    Raises:
        MalformedAnswer: it is not.
    """
    told = answer.number if isinstance(answer, Ticket) else answer.id if answer else ""
    if told and told != waiting.object_id:
        raise MalformedAnswer("server.malformed")


def _is_left_open(waiting: Waiting, answer: Owned | Ticket | None) -> bool:
    """Tell whether a request was to be closed and is not: the person has to be told."""
    if waiting.errand is not Errand.CLOSE_TICKET or not isinstance(answer, Ticket):
        return False
    return answer.state is not TicketState.CLOSED


async def _end(*tasks: asyncio.Future[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
