"""What comes to one callback: in order, counted, and kept until it is taken; no socket in here."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import EVENTS_PER_MINUTE
from altrabits_desktop.streamers.drivers.driver import Notice

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.runtime.clock import Clock

_KEPT = 8
_MINUTE_S = 60.0
_LAST_NUMBER = 2**32 - 1


class Callback:
    """Keeps `drivers.driver.Subscription` for one subscription of one streamer; on one loop.

    Args:
        source: IPv4 literal of the streamer; nobody else is heard.
        clock: for how many come in a minute.
    """

    def __init__(self, source: str, *, clock: Clock) -> None:
        self.source = source
        self.path = f"/{secrets.token_urlsafe(16)}"
        """Nobody who was not given it can guess it."""
        self.sid = ""
        """What the streamer calls the subscription; empty until it has said so."""
        self.is_known = asyncio.Event()
        self.has_come = asyncio.Event()
        """Set with the first notice: callbacks reach this computer."""
        self._clock = clock
        self._came_at_s: deque[float] = deque()
        self._last: int | None = None
        self._kept: deque[Notice] = deque()
        self._failure: AltraBitsError | None = None
        self._news = asyncio.Event()

    def grant(self, sid: str) -> None:
        """Take note of what the streamer calls the subscription."""
        self.sid = sid
        self.is_known.set()

    def count(self) -> bool:
        """Count something that comes from the streamer; False where it is too much by now."""
        now_s = self._clock.steady_s()
        while self._came_at_s and now_s - self._came_at_s[0] >= _MINUTE_S:
            self._came_at_s.popleft()
        if len(self._came_at_s) >= EVENTS_PER_MINUTE:
            self.fail(MalformedAnswer("events.too_many"))
            return False
        self._came_at_s.append(now_s)
        return True

    def take(self, content: bytes, *, sequence: int) -> None:
        """Keep a notice; what was said before is not said again, and what is missing is noted."""
        if sequence == self._last:
            return
        expected = 0 if self._last is None else 1 if self._last == _LAST_NUMBER else self._last + 1
        has_gap = sequence != expected
        self._last = sequence
        while len(self._kept) >= _KEPT:
            self._kept.popleft()
            has_gap = True
        self._kept.append(Notice(content, has_gap=has_gap))
        self.has_come.set()
        self._news.set()

    def fail(self, error: AltraBitsError) -> None:
        """End it: whoever waits learns why, after what was kept."""
        self._failure = self._failure or error
        self._news.set()

    async def next(self) -> Notice:
        """Give what came, one after the other; raises what it ended with."""
        while not self._kept:
            if self._failure is not None:
                raise self._failure
            self._news.clear()
            await self._news.wait()
        return self._kept.popleft()
