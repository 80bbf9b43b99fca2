"""Events of streamers without a network: what comes, and whether anything does, as a test says."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.streamers.drivers.driver import Notice

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.streamers.drivers.driver import Subscription


class FakeSubscription:
    """Keeps `Subscription`."""

    def __init__(self) -> None:
        self._news: asyncio.Queue[Notice | Exception] = asyncio.Queue()

    def tell(self, content: bytes, *, has_gap: bool = False) -> None:
        self._news.put_nowait(Notice(content, has_gap=has_gap))

    def end(self, error: Exception | None = None) -> None:
        self._news.put_nowait(error or NotReachable("streamer.unreachable"))

    async def next(self) -> Notice:
        latest = await self._news.get()
        if isinstance(latest, Exception):
            raise latest
        return latest


class FakeEvents:
    """Keeps `Events`; the first notice of each subscription is there at once.

    Args:
        first: the first notice; None where none ever comes.
    """

    def __init__(self, first: bytes | None = b"") -> None:
        self.first = first
        self.open: dict[str, FakeSubscription] = {}
        self.asked: list[tuple[str, str, bool]] = []
        self.refusal: Exception | None = None

    @asynccontextmanager
    async def subscribed(
        self, url: str, *, address: str, is_loopback_allowed: bool
    ) -> AsyncIterator[Subscription]:
        self.asked.append((url, address, is_loopback_allowed))
        if self.refusal is not None:
            raise self.refusal
        subscription = self.open[url] = FakeSubscription()
        if self.first is None:
            subscription.end()
        else:
            subscription.tell(self.first)
        try:
            yield subscription
        finally:
            del self.open[url]
