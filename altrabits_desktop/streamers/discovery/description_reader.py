"""Fetches descriptions a few at a time, each once, and fairly among those who announce them."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Malformed, NotReachable
from altrabits_desktop.contract.limits import (
    FETCHES_AT_ONCE,
    FETCHES_PER_MINUTE,
    STREAMERS_LISTED,
)
from altrabits_desktop.streamers.discovery.description import Description, parse_description
from altrabits_desktop.streamers.discovery.tasks import OwnTasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.discovery.device_types import DeviceTypes
    from altrabits_desktop.streamers.drivers.driver import Fetch

# A changed description comes with another location or configuration; some change it silently.
_FRESH_S = 1800.0
_FAILURE_KEPT_S = 10.0
_WAITING_MOST = 512
_WAITING_PER_SOURCE = 64
_AT_ONCE_PER_SOURCE = 2
_MINUTE_S = 60.0
_QUICKLY_READ_BYTES = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One description to be read; equal orders are read once."""

    address: str
    location: str
    udn: str | None
    configuration: str | None
    is_loopback_allowed: bool


class Outcome(Enum):
    """Why there is no description (yet)."""

    WAITING = auto()
    REFUSED = auto()
    """Too many wait already."""
    SILENT = auto()
    MALFORMED = auto()


@dataclass(frozen=True, slots=True)
class _Kept:
    result: Description | Outcome
    until_s: float


class DescriptionReader:
    """Reads descriptions within the limits of R7; on one loop.

    Args:
        fetch: how a description is fetched; keeps bytes, seconds and redirects.
        clock: for freshness and the count per minute.
        wanted: the types of which devices are looked for.
        done: told of every order that was carried out, on the loop.
    """

    def __init__(
        self,
        *,
        fetch: Fetch,
        clock: Clock,
        wanted: DeviceTypes,
        done: Callable[[Order, Description | Outcome], None],
    ) -> None:
        self._fetch = fetch
        self._clock = clock
        self._wanted = wanted
        self._done = done
        self._kept: dict[Order, _Kept] = {}
        self._waiting: dict[str, deque[Order]] = {}
        self._ordered: set[Order] = set()
        self._under_way: dict[str, int] = {}
        self._begun_at_s: deque[float] = deque(maxlen=FETCHES_PER_MINUTE)
        self._is_pausing = False
        self._tasks = OwnTasks()

    def get(self, order: Order) -> Description | Outcome:
        """Give what is at hand; else order it, and `done` is told when it was tried."""
        kept = self._kept.get(order)
        if kept is not None and self._clock.steady_s() < kept.until_s:
            return kept.result
        if order in self._ordered:
            return Outcome.WAITING
        # A sender that gets no turn leaves nothing behind: anybody can forge any number of them.
        if len(self._ordered) >= _WAITING_MOST:
            return Outcome.REFUSED
        if len(self._waiting.get(order.address, ())) >= _WAITING_PER_SOURCE:
            return Outcome.REFUSED
        self._waiting.setdefault(order.address, deque()).append(order)
        self._ordered.add(order)
        self._begin_more()
        return Outcome.WAITING

    async def stop(self) -> None:
        """Drop all orders and what was read."""
        # Whatever ends begins the next one, so nothing may wait any more when they are ended.
        self._waiting.clear()
        await self._tasks.stop()
        self._kept.clear()
        self._ordered.clear()
        self._under_way.clear()
        self._is_pausing = False

    def _begin_more(self) -> None:
        while sum(self._under_way.values()) < FETCHES_AT_ONCE:
            order = self._next()
            if order is None:
                return
            self._begun_at_s.append(self._clock.steady_s())
            self._under_way[order.address] = self._under_way.get(order.address, 0) + 1
            self._tasks.start(self._carry_out(order))

    def _next(self) -> Order | None:
        """Give the first order of the next source that may begin; sources take turns."""
        ready = [a for a in self._waiting if self._under_way.get(a, 0) < _AT_ONCE_PER_SOURCE]
        if not ready or self._must_pause():
            return None
        address = ready[0]
        queue = self._waiting.pop(address)
        order = queue.popleft()
        if queue:
            self._waiting[address] = queue
        return order

    def _must_pause(self) -> bool:
        if len(self._begun_at_s) < FETCHES_PER_MINUTE:
            return False
        rest_s = self._begun_at_s[0] + _MINUTE_S - self._clock.steady_s()
        if rest_s <= 0:
            return False
        if not self._is_pausing:
            self._is_pausing = True
            self._tasks.start(self._go_on_after(rest_s))
        return True

    async def _go_on_after(self, rest_s: float) -> None:
        await self._clock.sleep(rest_s)
        self._is_pausing = False
        self._begin_more()

    async def _carry_out(self, order: Order) -> None:
        try:
            result = await self._read(order)
        finally:
            self._ordered.discard(order)
            self._under_way[order.address] -= 1
            if not self._under_way[order.address]:
                del self._under_way[order.address]
            self._begin_more()
        self._keep(order, result)
        self._done(order, result)

    async def _read(self, order: Order) -> Description | Outcome:
        try:
            content = await self._fetch.get(
                order.location,
                address=order.address,
                is_loopback_allowed=order.is_loopback_allowed,
            )
            if len(content) <= _QUICKLY_READ_BYTES:
                return self._parse(content, order)
            return await asyncio.to_thread(self._parse, content, order)
        except NotReachable:
            return Outcome.SILENT
        except Malformed:
            return Outcome.MALFORMED

    def _parse(self, content: bytes, order: Order) -> Description:
        return parse_description(
            content, location=order.location, udn=order.udn, wanted=self._wanted
        )

    def _keep(self, order: Order, result: Description | Outcome) -> None:
        for_s = _FAILURE_KEPT_S if isinstance(result, Outcome) else _FRESH_S
        self._kept.pop(order, None)
        self._kept[order] = _Kept(result, self._clock.steady_s() + for_s)
        while len(self._kept) > STREAMERS_LISTED:
            self._kept.pop(next(iter(self._kept)))
