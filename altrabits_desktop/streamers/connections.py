"""Connections: every listed streamer is watched by its driver, or else asked now and then."""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import AsyncExitStack, aclosing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from altrabits_desktop.contract.errors import (
    DriverSwitchedOff,
    Malformed,
    NotReachable,
    StreamerSilent,
)
from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.runtime.backoff import pause_s
from altrabits_desktop.streamers.drivers.driver import Reading, Recognition
from altrabits_desktop.streamers.knocking import Knock, knock

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import Connection
    from altrabits_desktop.streamers.drivers.host import Host
    from altrabits_desktop.streamers.registry import Registry

logger = logging.getLogger(__name__)

OPEN_MOST = 300
OPENING_AT_ONCE = 8
KNOCKING_AT_ONCE = 16
AT_ONCE_PER_SOURCE = 2
"""Openings and knocks at one address: whoever hangs there keeps no turn from other addresses."""
KNOCK_EVERY_S = 10.0
MEASURED_EVERY_S = 30.0
"""How often a streamer that speaks by itself is asked, to know how long its answer takes."""
MEASURED_AGAIN_AFTER_S = 3.0
"""The first answer waits amid the opening of all others, so the second one follows soon."""
LASTS_AFTER_S = 2.0
"""A connection that is lost sooner was never a good one, and is not opened again at once."""
CHECK_LIMIT_S = 5.0
FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 30.0

_STOP_LIMIT_S = 2.0
_LOSSES = (NotReachable, Malformed)

Target = Recognition | str
"""What is kept: a driver at an address, or the bare address of a streamer without one."""


@dataclass(slots=True)
class _Kept:
    """What is kept for one streamer."""

    target: Target
    task: asyncio.Task[None] | None = None
    connection: Connection | None = None
    is_checked: bool = False
    """Whether its being doubted has led to a check already."""
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    """Ends a pause between tries."""


class Connections:
    """Keeps what is known of streamers fresh; on the loop that owns the registry.

    Args:
        registry: gives the streamers, and takes what they tell.
        host: opens drivers.
        clock: for all waiting.
        knock: asks a streamer without a driver.
        chance: 0 to 1, spreads the pauses.
    """

    def __init__(
        self,
        *,
        registry: Registry,
        host: Host,
        clock: Clock,
        knock: Knock = knock,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._registry = registry
        self._host = host
        self._clock = clock
        self._knock = knock
        self._chance = chance
        self._kept: dict[StreamerId, _Kept] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._open = asyncio.Semaphore(OPEN_MOST)
        self._opening = asyncio.Semaphore(OPENING_AT_ONCE)
        self._knocking = asyncio.Semaphore(KNOCKING_AT_ONCE)
        # Each is there while somebody waits for it or has it, however many addresses come.
        self._turns: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._is_stopped = False

    def start(self) -> None:
        """Connect to all streamers that are listed already, on the running loop."""
        for streamer in self._registry.streamers():
            self._look_at(streamer.id)

    def follow(self, changes: Changes) -> None:
        """Open, move and close connections as streamers change; for `ChangeFeed.subscribe`."""
        for streamer_id in changes.streamers:
            self._look_at(streamer_id)

    async def check(self, streamer_id: StreamerId) -> None:
        """Ask one streamer now; a driver that was switched off gets another chance.

        Returns after its answer, or 5 s at most; an answer shows in the registry, silence changes
        nothing.
        """
        self._registry.switch_on(streamer_id)
        streamer = self._registry.streamer(streamer_id)
        if streamer is None:
            return
        kept = self._kept.get(streamer_id)
        target: Target = self._registry.recognition(streamer_id) or streamer.address
        try:
            async with asyncio.timeout(CHECK_LIMIT_S):
                if kept is not None and kept.connection is not None and kept.target == target:
                    self._take(streamer_id, await kept.connection.read_state())
                else:
                    await self._ask_once(streamer_id, target)
        except (*_LOSSES, TimeoutError):
            return
        except DriverSwitchedOff as off:
            self._registry.switch_off(streamer_id, off.code)
            return
        if kept is not None:
            kept.wake.set()

    async def stop(self) -> None:
        """Close everything within 2 s; nothing is opened any more."""
        self._is_stopped = True
        self._kept.clear()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=_STOP_LIMIT_S)

    def _look_at(self, streamer_id: StreamerId) -> None:
        streamer = self._registry.streamer(streamer_id)
        kept = self._kept.get(streamer_id)
        if streamer is None or streamer.presence is Presence.GONE:
            self._let_go(streamer_id)
            return
        target: Target = self._registry.recognition(streamer_id) or streamer.address
        if kept is None or kept.target != target:
            self._let_go(streamer_id)
            self._keep(streamer_id, target)
        elif streamer.presence is not Presence.CHECKING:
            kept.is_checked = False
        elif not kept.is_checked:
            kept.is_checked = True
            if kept.connection is not None or isinstance(target, str):
                self._run(self.check(streamer_id))
            else:
                kept.wake.set()

    def _keep(self, streamer_id: StreamerId, target: Target) -> None:
        if self._is_stopped:
            return
        kept = _Kept(target)
        self._kept[streamer_id] = kept
        if isinstance(target, str):
            kept.task = self._run(self._keep_knocking(streamer_id, target))
        else:
            kept.task = self._run(self._keep_open(streamer_id, kept, target))

    def _let_go(self, streamer_id: StreamerId) -> None:
        kept = self._kept.pop(streamer_id, None)
        if kept is not None and kept.task is not None:
            kept.task.cancel()

    async def _keep_knocking(self, streamer_id: StreamerId, address: str) -> None:
        await self._clock.sleep(self._chance())
        while True:
            with suppress(StreamerSilent):
                await self._ask_once(streamer_id, address)
            await self._clock.sleep(KNOCK_EVERY_S * (0.9 + 0.1 * self._chance()))

    async def _keep_open(
        self, streamer_id: StreamerId, kept: _Kept, recognition: Recognition
    ) -> None:
        tries = 0
        while True:
            lasted_s = await self._watch_while_it_lasts(streamer_id, kept, recognition)
            if lasted_s is None:
                return
            if lasted_s >= LASTS_AFTER_S:
                tries = 0
                kept.is_checked = True
                self._registry.mark(streamer_id, Presence.CHECKING)
            tries += 1
            # After a loss one try at once; then it is left to other signs of life.
            if tries > 1:
                await self._pause(kept, tries - 1)

    async def _watch_while_it_lasts(
        self, streamer_id: StreamerId, kept: _Kept, recognition: Recognition
    ) -> float | None:
        """Give for how many seconds it was open; None when its driver is done without."""
        opened_at_s: float | None = None
        try:
            async with AsyncExitStack() as stack:
                # A place is taken by what has a turn, and given back before any pause: streamers
                # that never answer, however many are claimed, keep none from those that do.
                async with self._turn_of(recognition.address.address):
                    await stack.enter_async_context(self._open)
                    async with self._opening:
                        connection = await stack.enter_async_context(self._host.open(recognition))
                        self._take(streamer_id, await connection.read_state())
                opened_at_s = self._clock.steady_s()
                kept.connection = connection
                await self._watch(streamer_id, connection)
        except DriverSwitchedOff as off:
            self._registry.switch_off(streamer_id, off.code)
            return None
        except _LOSSES:
            pass
        finally:
            kept.connection = None
        return 0.0 if opened_at_s is None else self._clock.steady_s() - opened_at_s

    async def _watch(self, streamer_id: StreamerId, connection: Connection) -> None:
        due_at_s = self._clock.steady_s() + MEASURED_AGAIN_AFTER_S
        async with aclosing(connection.watch()) as news:
            async for latest in news:
                now_s = self._clock.steady_s()
                if isinstance(latest, Reading):
                    self._take(streamer_id, latest)
                    due_at_s = due_at_s if latest.took_ms is None else now_s + MEASURED_EVERY_S
                else:
                    self._registry.answered(streamer_id)
                if now_s >= due_at_s:
                    due_at_s = now_s + MEASURED_EVERY_S
                    self._take(streamer_id, await connection.read_state())

    def _take(self, streamer_id: StreamerId, reading: Reading) -> None:
        if not self._registry.read(streamer_id, reading):
            raise StreamerSilent("streamer.silent")

    async def _ask_once(self, streamer_id: StreamerId, target: Target) -> None:
        if isinstance(target, str):
            async with self._turn_of(target), self._knocking:
                asked_at_s = self._clock.steady_s()
                await self._knock(target)
                took_s = self._clock.steady_s() - asked_at_s
            self._registry.answered(streamer_id, took_ms=took_s * 1000)
            return
        turn = self._turn_of(target.address.address)
        async with turn, self._opening, self._host.open(target) as connection:
            self._take(streamer_id, await connection.read_state())

    def _turn_of(self, address: str) -> asyncio.Semaphore:
        return self._turns.setdefault(address, asyncio.Semaphore(AT_ONCE_PER_SOURCE))

    async def _pause(self, kept: _Kept, tries: int) -> None:
        kept.wake.clear()
        longest_s = pause_s(
            tries, first_s=FIRST_PAUSE_S, most_s=LONGEST_PAUSE_S, chance=self._chance()
        )
        pausing = asyncio.ensure_future(self._clock.sleep(longest_s))
        waking = asyncio.ensure_future(kept.wake.wait())
        try:
            await asyncio.wait((pausing, waking), return_when=asyncio.FIRST_COMPLETED)
        finally:
            pausing.cancel()
            waking.cancel()

    def _run(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            logger.error("a connection ended by an error", exc_info=task.exception())
