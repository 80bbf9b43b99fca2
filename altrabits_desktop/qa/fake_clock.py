"""A clock that stands still until a test moves it."""

from __future__ import annotations

import asyncio
import heapq
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
_TURNS = 25
_REST_S = 0.05


class FakeClock:
    """Keeps `runtime.clock.Clock`; sleepers wake in order, and only when time is moved.

    Args:
        starts_at: the first instant, UTC.
    """

    def __init__(self, starts_at: datetime = NOON) -> None:
        self._starts_at = starts_at
        self._passed_s = 0.0
        self._order = count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    @property
    def sleepers(self) -> int:
        """How many wait now."""
        return sum(not future.done() for _, _, future in self._sleepers)

    def now(self) -> datetime:
        """Give the instant that time was moved to, UTC-aware."""
        return self._starts_at + timedelta(seconds=self._passed_s)

    def steady_s(self) -> float:
        """Give the seconds that time was moved by."""
        return self._passed_s

    async def sleep(self, duration_s: float) -> None:
        """Wait until a test has moved time so far."""
        if duration_s <= 0:
            await asyncio.sleep(0)
            return
        future = asyncio.get_running_loop().create_future()
        wakes_at_s = self._passed_s + duration_s
        heapq.heappush(self._sleepers, (wakes_at_s, next(self._order), future))
        await future

    def move(self, duration_s: float) -> None:
        """Move time at once, without a turn of the loop; for code that does not wait."""
        self._passed_s += duration_s
        while self._sleepers and self._sleepers[0][0] <= self._passed_s:
            self._wake_next()

    async def advance(self, duration_s: float) -> None:
        """Move time from sleeper to sleeper; each may work, and sleep anew, before the next.

        No time passes for what is no part of the program, such as streamers: whoever is to answer
        meanwhile must be waited for between two steps.
        """
        end_s = self._passed_s + duration_s
        await settled()
        while self._sleepers and self._sleepers[0][0] <= end_s:
            self._passed_s = max(self._passed_s, self._sleepers[0][0])
            self._wake_next()
            await settled()
        self._passed_s = end_s

    async def advance_until(
        self, holds: Callable[[], bool], *, step_s: float = 1.0, within_s: float = 20.0
    ) -> None:
        """Move time step by step until something holds, with real time between for the network.

        A streamer that fell silent is asked before it is gone, for example, and that question
        takes the network's own time.

        Args:
            holds: looked at before each step.
            step_s: of the time that is moved.
            within_s: of real time.

        Raises:
            TimeoutError: it does not hold by then.
        """
        async with asyncio.timeout(within_s):
            while not holds():
                await self.advance(step_s)
                await asyncio.sleep(_REST_S)

    def _wake_next(self) -> None:
        _, _, future = heapq.heappop(self._sleepers)
        if not future.done():
            future.set_result(None)


async def settled() -> None:
    """Let everything run that needs no time; a chain of awaits is a turn each."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)
