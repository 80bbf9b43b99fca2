"""Asks a streamer once: by its driver, or where it has none by a knock."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import (
    DriverSwitchedOff,
    Malformed,
    NotReachable,
    StreamerSilent,
)
from altrabits_desktop.streamers.drivers.driver import Recognition

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import Connection, Reading
    from altrabits_desktop.streamers.drivers.host import Host
    from altrabits_desktop.streamers.kept import Target
    from altrabits_desktop.streamers.knocking import Knock
    from altrabits_desktop.streamers.registry import Registry
    from altrabits_desktop.streamers.turns import Turns

CHECK_LIMIT_S = 5.0
DOUBT_LIMIT_S = 2.4
"""For an answer over an open connection, so that who left is known to be gone within 10 s."""
LOSSES = (NotReachable, Malformed)


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

    async def has_answer(
        self,
        streamer_id: StreamerId,
        target: Target,
        *,
        connection: Connection | None = None,
        has_worked: bool = False,
    ) -> bool:
        """Whether a streamer answers now, over its open connection or else a new one."""
        try:
            if connection is None:
                await self.once(streamer_id, target, has_worked=has_worked, limit_s=CHECK_LIMIT_S)
            else:
                async with self._turns.doubting:
                    await self._turns.start()
                    async with asyncio.timeout(DOUBT_LIMIT_S):
                        self.take(streamer_id, await connection.read_state())
        except (*LOSSES, TimeoutError):
            return False
        except DriverSwitchedOff as off:
            self.switch_off(streamer_id, off, target)
            return False
        return True

    async def once(
        self,
        streamer_id: StreamerId,
        target: Target,
        *,
        has_worked: bool = False,
        limit_s: float | None = None,
    ) -> None:
        """Ask once, with a connection of its own; the limit counts from its turn on.

        Raises:
            DriverSwitchedOff: the driver failed or hangs.
            NotReachable: nobody, or somebody else, answered.
            Malformed: an answer that does not fit.
            TimeoutError: after the limit.
        """
        if isinstance(target, str):
            async with self._turns.at(target, has_worked=False), self._turns.knocking:
                await self._turns.start()
                asked_at_s = self._clock.steady_s()
                await self._knock(target)
                took_s = self._clock.steady_s() - asked_at_s
            self._registry.answered(streamer_id, took_ms=took_s * 1000)
            return
        turn = self._turns.at(target.address.address, has_worked=has_worked)
        async with turn, self._turns.opening(has_worked=has_worked):
            await self._turns.start()
            async with asyncio.timeout(limit_s), self._host.open(target) as connection:
                self.take(streamer_id, await connection.read_state())

    def switch_off(self, streamer_id: StreamerId, off: DriverSwitchedOff, target: Target) -> None:
        """Do without a driver that failed at a streamer."""
        driver = target if isinstance(target, Recognition) else None
        self._registry.switch_off(streamer_id, off.code, driver=driver)

    def take(self, streamer_id: StreamerId, reading: Reading) -> None:
        """Pass on what a streamer told.

        Raises:
            StreamerSilent: it is somebody else who answers there.
        """
        if not self._registry.read(streamer_id, reading):
            raise StreamerSilent("streamer.silent")
