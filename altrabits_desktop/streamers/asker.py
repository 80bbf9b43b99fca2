"""Asks a streamer once: by its driver, or where it has none by a knock."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import (
    DriverSwitchedOff,
    Malformed,
    NotReachable,
    StreamerSilent,
)
from altrabits_desktop.streamers.drivers.driver import Recognition

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import Connection, Reading
    from altrabits_desktop.streamers.drivers.host import Host
    from altrabits_desktop.streamers.kept import Kept, Target
    from altrabits_desktop.streamers.knocking import Knock
    from altrabits_desktop.streamers.registry import Registry
    from altrabits_desktop.streamers.turns import Turns

CHECK_LIMIT_S = 5.0
DOUBT_LIMIT_S = 2.4
"""For an answer of one that is doubted, so that who left is known to be gone within 10 s."""
CONTEST_LIMIT_S = 4.0
"""For an answer over a new connection, so that who moved is followed within 5 s."""
LOSSES = (NotReachable, Malformed)


class _SomebodyElse(StreamerSilent):
    """Another streamer answers at the address."""


class _Outcome(Enum):
    ANSWERED = auto()
    SILENT = auto()
    SOMEBODY_ELSE = auto()


class Asker:
    """Single questions; what is told goes to the registry.

    Args:
        registry: takes what streamers tell.
        host: opens drivers.
        clock: measures how long a knock takes.
        knock: asks a streamer without a driver.
        turns: who may ask when.
    """

    def __init__(
        self, *, registry: Registry, host: Host, clock: Clock, knock: Knock, turns: Turns
    ) -> None:
        self._registry = registry
        self._host = host
        self._clock = clock
        self._knock = knock
        self._turns = turns
        self._outdated_at_s: dict[StreamerId, float] = {}

    async def has_answer(
        self,
        streamer_id: StreamerId,
        target: Target,
        *,
        connection: Connection | None = None,
        has_worked: bool = False,
        limit_s: float | None = None,
    ) -> bool:
        """Whether a streamer answers now, over its open connection or else a new one.

        Args:
            streamer_id: the streamer.
            target: a driver, or the address where to knock.
            connection: the open one; it has its own limit.
            has_worked: it had an answer there before.
            limit_s: for a new one; None for the usual one.
        """
        if connection is None:
            limit_s = CHECK_LIMIT_S if limit_s is None else limit_s
            asking = self.once(streamer_id, target, has_worked=has_worked, limit_s=limit_s)
        else:
            asking = self._once_more(streamer_id, connection)
        return await self._outcome(streamer_id, target, asking) is _Outcome.ANSWERED

    async def is_there(self, streamer_id: StreamerId, kept: Kept, *, is_contested: bool) -> bool:
        """Whether a streamer that is doubted answers where it is known.

        Args:
            streamer_id: the streamer.
            kept: what is kept for it.
            is_contested: another address claims to be it (`Standing`).
        """
        # Who answers a knock says no name: of one that names a driver it proves nothing.
        target = kept.worked or kept.target
        has_worked = kept.has_knocked if isinstance(target, str) else target == kept.worked
        connection = kept.connection
        if connection is not None and is_contested:
            return await self._is_itself(streamer_id, target, connection)
        has_answered = await self.has_answer(
            streamer_id,
            target,
            connection=connection,
            has_worked=has_worked,
            limit_s=DOUBT_LIMIT_S,
        )
        if has_answered and isinstance(target, str):
            kept.has_knocked = True
        return has_answered

    async def _is_itself(
        self, streamer_id: StreamerId, target: Target, connection: Connection
    ) -> bool:
        """Whether a streamer answers itself, by a new connection and the open one at once.

        Who the new one meets counts: the open one may be answered by whoever has the address by
        now. Where it meets nobody the streamer may be too busy for one more, as a neighbour can
        see to, and the open one counts.
        """
        anew = self.once(streamer_id, target, has_worked=True, limit_s=CONTEST_LIMIT_S)
        over_open = self._once_more(streamer_id, connection)
        async with asyncio.TaskGroup() as both:
            first = both.create_task(self._outcome(streamer_id, target, anew))
            second = both.create_task(self._outcome(streamer_id, target, over_open))
        decisive = second if first.result() is _Outcome.SILENT else first
        return decisive.result() is _Outcome.ANSWERED

    async def _once_more(self, streamer_id: StreamerId, connection: Connection) -> None:
        async with self._turns.doubting:
            await self._turns.start()
            async with asyncio.timeout(DOUBT_LIMIT_S):
                self.take(streamer_id, await connection.read_state())

    async def _outcome(
        self, streamer_id: StreamerId, target: Target, asking: Coroutine[object, object, None]
    ) -> _Outcome:
        try:
            await asking
        except _SomebodyElse:
            return _Outcome.SOMEBODY_ELSE
        except (*LOSSES, TimeoutError):
            return _Outcome.SILENT
        except DriverSwitchedOff as off:
            self.switch_off(streamer_id, off, target)
            return _Outcome.SILENT
        return _Outcome.ANSWERED

    async def once(
        self,
        streamer_id: StreamerId,
        target: Target,
        *,
        has_worked: bool = False,
        limit_s: float | None = None,
    ) -> None:
        """Ask once, with a connection of its own; the limit counts from its turn on.

        Args:
            streamer_id: the streamer.
            target: a driver, or the address where to knock.
            has_worked: it had an answer there before, so it waits for none that never had one.
            limit_s: of a driver; a knock has its own.

        Raises:
            DriverSwitchedOff: the driver failed or hangs.
            NotReachable: nobody, or somebody else, answered.
            Malformed: an answer that does not fit.
            TimeoutError: after the limit.
        """
        if isinstance(target, str):
            turn = self._turns.at(target, has_worked=has_worked)
            async with turn, self._turns.knocking(has_worked=has_worked):
                await self._turns.start()
                asked_at_s = self._clock.steady_s()
                await self._knock(target)
                if self._registry.is_left(streamer_id):
                    raise _SomebodyElse("streamer.silent")
                took_s = self._clock.steady_s() - asked_at_s
            self._registry.answered(streamer_id, took_ms=took_s * 1000)
            return
        address = target.address.address
        turn = self._turns.at(address, has_worked=has_worked)
        async with turn, self._turns.opening(address, has_worked=has_worked):
            await self._turns.start()
            async with asyncio.timeout(limit_s), self._host.open(target) as connection:
                self.take(streamer_id, await connection.read_state())

    def switch_off(self, streamer_id: StreamerId, off: DriverSwitchedOff, target: Target) -> None:
        """Do without a driver that failed at a streamer."""
        driver = target if isinstance(target, Recognition) else None
        self._registry.switch_off(streamer_id, off.code, driver=driver)

    def outdate(self, streamer_id: StreamerId) -> None:
        """Take the state from no answer that was asked for before now: it was changed since."""
        self._outdated_at_s[streamer_id] = self._clock.steady_s()

    def forget(self, streamer_id: StreamerId) -> None:
        """Forget what was outdated of a streamer, with its connection."""
        self._outdated_at_s.pop(streamer_id, None)

    def take(self, streamer_id: StreamerId, reading: Reading) -> None:
        """Pass on what a streamer told; of an outdated answer all but its state counts.

        Raises:
            StreamerSilent: it is somebody else who answers there.
        """
        known = self._registry.streamer(streamer_id)
        outdated_at_s = self._outdated_at_s.get(streamer_id, float("-inf"))
        is_old = reading.asked_at_s is not None and reading.asked_at_s < outdated_at_s
        if is_old and known is not None and known.state is not None:
            reading = replace(reading, state=known.state)
        if not self._registry.read(streamer_id, reading):
            raise _SomebodyElse("streamer.silent")
