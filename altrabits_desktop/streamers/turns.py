"""Who may ask a streamer when: some at once, few at one address, and so many a minute there."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.runtime.clock import Clock

OPEN_MOST = 300
OPENING_AT_ONCE = 8
KNOCKING_AT_ONCE = 60
AGAIN_AT_ONCE = 256
"""Streamers that are doubted or were lost: a whole house that loses its network is found to be
gone within seconds, and is back as soon."""
AT_ONCE_PER_SOURCE = 2
"""Openings and knocks at one address: whoever hangs there keeps no turn from other addresses."""
TRIES_PER_MINUTE = 120
"""Openings and knocks at one address: anybody can name it as that of many streamers."""

_MINUTE_S = 60.0


class Turns:
    """Places for those that ask; a driver that has worked at an address has its own.

    However many streamers are claimed, those that never answered take nothing from one that did.

    Args:
        clock: for the count per minute.
    """

    def __init__(self, *, clock: Clock) -> None:
        self._clock = clock
        self.open = asyncio.Semaphore(OPEN_MOST)
        self.knocking = asyncio.Semaphore(KNOCKING_AT_ONCE)
        self.doubting = asyncio.Semaphore(AGAIN_AT_ONCE)
        self._opening = asyncio.Semaphore(OPENING_AT_ONCE)
        self._opening_again = asyncio.Semaphore(AGAIN_AT_ONCE)
        self._starting = asyncio.Lock()
        # Each is there while somebody waits for it or has it, however many addresses come.
        self._sources: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._tries: Counter[str] = Counter()
        self._minute = 0

    def opening(self, *, has_worked: bool) -> asyncio.Semaphore:
        """Give the places of those that open a connection."""
        return self._opening_again if has_worked else self._opening

    async def start(self) -> None:
        """Return on a turn of the loop on which nobody else starts: beginning to ask takes time."""
        async with self._starting:
            await asyncio.sleep(0)

    @asynccontextmanager
    async def at(self, address: str, *, has_worked: bool) -> AsyncIterator[None]:
        """Wait for a turn at an address, and have it."""
        if has_worked:
            yield
            return
        source = self._sources.setdefault(address, asyncio.Semaphore(AT_ONCE_PER_SOURCE))
        async with source:
            while not self._counts(address):
                await self._clock.sleep(_MINUTE_S - self._clock.steady_s() % _MINUTE_S)
            yield

    def _counts(self, address: str) -> bool:
        minute = int(self._clock.steady_s() // _MINUTE_S)
        if minute != self._minute:
            self._minute = minute
            self._tries.clear()
        if self._tries[address] >= TRIES_PER_MINUTE:
            return False
        self._tries[address] += 1
        return True
