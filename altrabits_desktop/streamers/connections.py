"""Connections: every listed streamer is watched by its driver, or else asked now and then."""

from __future__ import annotations

import asyncio
import logging
import random
from contextlib import AsyncExitStack, aclosing, suppress
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import DriverSwitchedOff, StreamerSilent
from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.runtime.backoff import pause_s
from altrabits_desktop.streamers.asker import CHECK_LIMIT_S, LOSSES, Asker
from altrabits_desktop.streamers.drivers.driver import Reading, Recognition
from altrabits_desktop.streamers.kept import Kept, Target, is_deeper, is_dressed_anew
from altrabits_desktop.streamers.knocking import Knock, knock
from altrabits_desktop.streamers.telling import Teller
from altrabits_desktop.streamers.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import StreamerId, StreamerState
    from altrabits_desktop.contract.upkeep import Inquiry, Told
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import Connection
    from altrabits_desktop.streamers.drivers.host import Host
    from altrabits_desktop.streamers.registry import Registry

logger = logging.getLogger(__name__)

KNOCK_EVERY_S = 10.0
MEASURED_EVERY_S = 30.0
"""How often a streamer that speaks by itself is asked, to know how long its answer takes."""
MEASURED_AGAIN_AFTER_S = 3.0
"""The first answer waits amid the opening of all others, so the second one follows soon."""
LASTS_AFTER_S = 2.0
"""A connection that is lost sooner was never a good one, and is not opened again at once."""
CHANGES_EVERY_S = 5.0
"""A streamer's first driver may follow at once on another; then anybody could name a new one."""
FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 30.0
LONGEST_PROBE_PAUSE_S = 60.0

_STOP_LIMIT_S = 2.0
_PROBES_COUNTED = 8


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
        self._chance = chance
        self._kept: dict[StreamerId, Kept] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._turns = Turns(clock=clock)
        self._asker = Asker(
            registry=registry, host=host, clock=clock, knock=knock, turns=self._turns
        )
        self._teller = Teller(registry=registry, host=host, asker=self._asker, turns=self._turns)
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

        Returns after its answer, or 5 s at most; silence changes nothing.
        """
        self._registry.switch_on(streamer_id)
        streamer = self._registry.streamer(streamer_id)
        if streamer is None:
            return
        kept = self._kept.get(streamer_id)
        worked = kept and kept.worked
        target: Target = worked or self._registry.recognition(streamer_id) or streamer.address
        try:
            async with asyncio.timeout(CHECK_LIMIT_S):
                if kept is not None and kept.connection is not None:
                    self._asker.take(streamer_id, await kept.connection.read_state())
                else:
                    await self._asker.once(streamer_id, target)
        except (*LOSSES, TimeoutError):
            return
        except DriverSwitchedOff as off:
            self._asker.switch_off(streamer_id, off, target)
            return
        kept = self._kept.get(streamer_id)
        if kept is not None:
            # It has just answered, so nothing needs to be waited for.
            kept.changed_at_s = float("-inf")
            kept.wake.set()
            self._look_at(streamer_id)

    async def perform(self, streamer_id: StreamerId, command: Command) -> StreamerState | None:
        """Tell a streamer to do something, as `telling.Teller.perform` says."""
        if self._is_stopped:
            raise StreamerSilent("streamer.silent")
        return await self._teller.perform(streamer_id, command, kept=self._kept.get(streamer_id))

    async def tell(self, streamer_id: StreamerId, inquiry: Inquiry) -> Told:
        """Ask one of the person's for what its owner alone is told, as `Teller.tell` says."""
        if self._is_stopped:
            raise StreamerSilent("streamer.silent")
        return await self._teller.tell(streamer_id, inquiry, kept=self._kept.get(streamer_id))

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
        if streamer is None or streamer.presence is Presence.GONE:
            self._let_go(streamer_id)
            return
        target: Target = self._registry.recognition(streamer_id) or streamer.address
        kept = self._kept.get(streamer_id)
        if kept is None:
            self._keep(streamer_id, Kept(streamer.address, target))
        elif kept.address != streamer.address:
            self._restart(streamer_id, kept, target, address=streamer.address)
        elif kept.target != target or (kept.task is not None and kept.task.done()):
            self._change(streamer_id, kept, target)
        self._settle(streamer_id)

    def _keep(self, streamer_id: StreamerId, kept: Kept) -> None:
        if self._is_stopped:
            return
        self._kept[streamer_id] = kept
        if isinstance(kept.target, str):
            kept.task = self._run(self._keep_knocking(streamer_id, kept))
        else:
            kept.task = self._run(self._keep_open(streamer_id, kept, kept.target))

    def _let_go(self, streamer_id: StreamerId) -> None:
        kept = self._kept.pop(streamer_id, None)
        if kept is not None:
            self._asker.forget(streamer_id)
            for task in (kept.task, *kept.others):
                if task is not None:
                    task.cancel()

    def _restart(
        self, streamer_id: StreamerId, kept: Kept, target: Target, *, address: str
    ) -> None:
        """Keep something else, soon: between two changes there are some seconds."""
        begins_at_s = max(self._clock.steady_s(), kept.changed_at_s + CHANGES_EVERY_S)
        is_here = kept.address == address
        self._let_go(streamer_id)
        self._keep(
            streamer_id,
            Kept(
                address,
                target,
                changed_at_s=begins_at_s,
                begins_at_s=begins_at_s,
                worked=kept.worked if is_here else None,
                has_knocked=is_here and kept.has_knocked,
            ),
        )

    def _change(self, streamer_id: StreamerId, kept: Kept, target: Target) -> None:
        """Take note of another driver at the same address; what works is not given up for it."""
        wait_s = kept.changed_at_s + CHANGES_EVERY_S - self._clock.steady_s()
        has_connection = kept.connection is not None
        if kept.worked is not None and self._registry.is_off(streamer_id, kept.worked):
            kept.worked, has_connection = None, False
        if (
            has_connection
            and isinstance(target, Recognition)
            and is_dressed_anew(target, kept.target)
        ):
            kept.worked = target
            self._restart(streamer_id, kept, target, address=kept.address)
        elif has_connection:
            if kept.is_probing or not isinstance(target, Recognition):
                return
            if is_deeper(target, kept.target):
                kept.is_probing = True
                self._run_for(kept, self._probe(streamer_id, kept, target))
        elif kept.worked is not None and kept.task is not None and not kept.task.done():
            # It takes turns between what worked and what is named now.
            now_s = self._clock.steady_s()
            if kept.woken_for != target and now_s - kept.woken_at_s >= CHANGES_EVERY_S:
                kept.woken_for, kept.woken_at_s = target, now_s
                kept.wake.set()
        elif wait_s <= 0:
            self._restart(streamer_id, kept, target, address=kept.address)
        elif not kept.is_looked_at_later:
            kept.is_looked_at_later = True
            self._run_for(kept, self._look_later(streamer_id, kept, wait_s))

    async def _look_later(self, streamer_id: StreamerId, kept: Kept, wait_s: float) -> None:
        await self._clock.sleep(wait_s)
        kept.is_looked_at_later = False
        self._look_at(streamer_id)

    async def _probe(self, streamer_id: StreamerId, kept: Kept, target: Recognition) -> None:
        """Open a deeper driver beside the one that works; it is taken when it has an answer."""
        if kept.probes:
            await self._clock.sleep(
                min(LONGEST_PROBE_PAUSE_S, CHANGES_EVERY_S * 2 ** (kept.probes - 1))
            )
        kept.probes = min(kept.probes + 1, _PROBES_COUNTED)
        target = self._registry.recognition(streamer_id) or target
        try:
            has_answered = await self._asker.has_answer(streamer_id, target)
        finally:
            kept.is_probing = False
        if has_answered:
            kept.worked = target
            self._restart(streamer_id, kept, target, address=kept.address)
        else:
            self._look_at(streamer_id)

    def _settle(self, streamer_id: StreamerId) -> None:
        """Ask a streamer that is doubted, unless a driver that had answers does so anyway."""
        kept = self._kept.get(streamer_id)
        if kept is None or kept.is_settling or (kept.is_trying and kept.worked is not None):
            return
        if self._registry.standing(streamer_id).is_doubted:
            kept.is_settling = True
            self._run_for(kept, self._ask_the_doubted(streamer_id, kept))

    async def _ask_the_doubted(self, streamer_id: StreamerId, kept: Kept) -> None:
        was_contested = self._registry.standing(streamer_id).is_contested
        try:
            has_answered = await self._asker.is_there(streamer_id, kept, is_contested=was_contested)
        finally:
            kept.is_settling = False
        is_contested = self._registry.standing(streamer_id).is_contested
        if has_answered and is_contested and not was_contested:
            self._settle(streamer_id)
            return
        self._registry.conclude(streamer_id, has_answered=has_answered)
        if has_answered:
            kept.wake.set()

    async def _keep_knocking(self, streamer_id: StreamerId, kept: Kept) -> None:
        await self._clock.sleep(max(0.0, kept.begins_at_s - self._clock.steady_s()))
        await self._clock.sleep(self._chance())
        while True:
            with suppress(StreamerSilent):
                await self._asker.once(streamer_id, kept.address)
                kept.has_knocked = True
            await self._clock.sleep(KNOCK_EVERY_S * (0.9 + 0.1 * self._chance()))

    async def _keep_open(self, streamer_id: StreamerId, kept: Kept, target: Recognition) -> None:
        await self._clock.sleep(max(0.0, kept.begins_at_s - self._clock.steady_s()))
        tries = 0
        while True:
            target = self._choose(streamer_id, kept, tries, current=target)
            lasted_s = await self._watch_while_it_lasts(streamer_id, kept, target)
            if lasted_s is None:
                if kept.worked is None:
                    return
                lasted_s = 0.0
            if lasted_s >= LASTS_AFTER_S:
                tries = 0
                kept.is_trying = True
                self._registry.mark(streamer_id, Presence.CHECKING)
            tries += 1
            # After a loss one try at once; then it is left to other signs of life.
            if tries > 1:
                await self._pause(kept, tries - 1)

    def _choose(
        self, streamer_id: StreamerId, kept: Kept, tries: int, *, current: Recognition
    ) -> Recognition:
        """Give what is tried next: what worked last and what is named now, by turns."""
        named = self._registry.recognition(streamer_id)
        is_here = named is not None and named.address.address == kept.address
        choices = [c for c in (kept.worked, named if is_here else None) if c is not None]
        target = choices[(max(tries, 1) - 1) % len(choices)] if choices else current
        now_s = self._clock.steady_s()
        if target == current or now_s - kept.changed_at_s < CHANGES_EVERY_S:
            return current
        kept.target, kept.changed_at_s = target, now_s
        return target

    async def _watch_while_it_lasts(
        self, streamer_id: StreamerId, kept: Kept, recognition: Recognition
    ) -> float | None:
        """Give for how many seconds it was open; None when its driver is done without."""
        opened_at_s: float | None = None
        has_worked = recognition == kept.worked
        address = recognition.address.address
        try:
            async with AsyncExitStack() as stack:
                # A place is taken by what has a turn, and given back before any pause: streamers
                # that never answer, however many are claimed, keep none from those that do.
                async with self._turns.at(address, has_worked=has_worked):
                    if self._turns.open.is_full:
                        # It may take long, and a doubt must not wait for that.
                        self._end_try(streamer_id, kept, has_answered=None)
                    await stack.enter_async_context(self._turns.open.at(address))
                    async with self._turns.opening(address, has_worked=has_worked):
                        kept.is_trying = True
                        await self._turns.start()
                        connection = await stack.enter_async_context(self._host.open(recognition))
                        self._asker.take(streamer_id, await connection.read_state())
                opened_at_s = self._clock.steady_s()
                kept.worked, kept.connection = recognition, connection
                self._end_try(streamer_id, kept, has_answered=True)
                await self._watch(streamer_id, connection)
        except DriverSwitchedOff as off:
            self._asker.switch_off(streamer_id, off, recognition)
            if has_worked or opened_at_s is not None:
                kept.worked = None
            return None
        except LOSSES:
            pass
        finally:
            kept.connection = None
            if opened_at_s is None:
                self._end_try(streamer_id, kept, has_answered=False if has_worked else None)
        return 0.0 if opened_at_s is None else self._clock.steady_s() - opened_at_s

    def _end_try(self, streamer_id: StreamerId, kept: Kept, *, has_answered: bool | None) -> None:
        """Let a try settle a doubt; one of a driver that never worked proves no silence (None)."""
        kept.is_trying = False
        if self._kept.get(streamer_id) is not kept:
            return
        if has_answered is None:
            self._settle(streamer_id)
        else:
            self._registry.conclude(streamer_id, has_answered=has_answered)

    async def _watch(self, streamer_id: StreamerId, connection: Connection) -> None:
        due_at_s = self._clock.steady_s() + MEASURED_AGAIN_AFTER_S
        async with aclosing(connection.watch()) as news:
            async for latest in news:
                now_s = self._clock.steady_s()
                if isinstance(latest, Reading):
                    self._asker.take(streamer_id, latest)
                    due_at_s = due_at_s if latest.took_ms is None else now_s + MEASURED_EVERY_S
                else:
                    self._registry.answered(streamer_id)
                if now_s >= due_at_s:
                    due_at_s = now_s + MEASURED_EVERY_S
                    self._asker.take(streamer_id, await connection.read_state())

    async def _pause(self, kept: Kept, tries: int) -> None:
        longest_s = pause_s(
            tries, first_s=FIRST_PAUSE_S, most_s=LONGEST_PAUSE_S, chance=self._chance()
        )
        await kept.rest(self._clock, longest_s)

    def _run_for(self, kept: Kept, work: Coroutine[object, object, None]) -> None:
        task = self._run(work)
        kept.others.add(task)
        task.add_done_callback(kept.others.discard)

    def _run(self, work: Coroutine[object, object, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            logger.error("a connection ended by an error", exc_info=task.exception())
