"""Fetches descriptions a few at a time, each once, and fairly among those who announce them."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import Malformed, NotReachable
from altrabits_desktop.contract.limits import (
    FETCHES_AT_ONCE,
    FETCHES_PER_MINUTE,
    STREAMERS_LISTED,
)
from altrabits_desktop.streamers.discovery.description import Description, parse_description
from altrabits_desktop.streamers.discovery.description_queue import DescriptionQueue, Order
from altrabits_desktop.streamers.discovery.tasks import OwnTasks
from altrabits_desktop.streamers.drivers.driver import Fetch

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.discovery.device_types import DeviceTypes

# A changed description comes with another location or configuration; some change it silently.
_FRESH_S = 1800.0
_FAILURE_KEPT_S = 10.0
_AT_ONCE_PER_SOURCE = 2
_MINUTE_S = 60.0
_QUICKLY_READ_BYTES = 16_384
CROWDED_TRY_S = 1.0
"""For the first try of a source while many wait: most answer within a tenth of this."""


class OpenedFetch(Fetch, Protocol):
    """HTTP whose opening can be waited for, so that it is not counted as a streamer's time."""

    async def ready(self) -> None:
        """Wait until requests can leave; only the first ones wait for that."""


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
        done: told of every order that was carried out or made room for another, on the loop.
        crowded_try_s: time limit of a source's first try while many wait. Who needs longer is
            tried once more, after the others and with all its time.
    """

    def __init__(
        self,
        *,
        fetch: OpenedFetch,
        clock: Clock,
        wanted: DeviceTypes,
        done: Callable[[Order, Description | Outcome], None],
        crowded_try_s: float = CROWDED_TRY_S,
    ) -> None:
        self._fetch = fetch
        self._clock = clock
        self._wanted = wanted
        self._done = done
        self._crowded_try_s = crowded_try_s
        self._kept: dict[Order, _Kept] = {}
        self._queue = DescriptionQueue(dropped=self._drop)
        self._under_way: set[Order] = set()
        self._put_back: set[Order] = set()
        self._begun_at_s: deque[float] = deque(maxlen=FETCHES_PER_MINUTE)
        self._goes_on_at_s = float("inf")
        self._tasks = OwnTasks()

    def get(self, order: Order) -> Description | Outcome:
        """Give what is at hand; else order it, and `done` is told when it was tried."""
        kept = self._kept.get(order)
        if kept is not None and self._clock.steady_s() < kept.until_s:
            return kept.result
        if order in self._under_way or order in self._queue:
            return Outcome.WAITING
        if not self._queue.put(order):
            return Outcome.REFUSED
        self._begin_more()
        return Outcome.WAITING

    async def stop(self) -> None:
        """Drop all orders and what was read."""
        # Whatever ends begins the next one, so nothing may wait any more when they are ended.
        self._queue.clear()
        await self._tasks.stop()
        self._queue.clear()
        self._kept.clear()
        self._under_way.clear()
        self._put_back.clear()
        self._goes_on_at_s = float("inf")

    def _begin_more(self) -> None:
        while len(self._under_way) < FETCHES_AT_ONCE:
            now_s = self._clock.steady_s()
            rest_ends_at_s = self._rest_of_minute_ends_at_s(now_s)
            if rest_ends_at_s is None:
                order = self._queue.take(now_s=now_s, may_begin=self._may_begin)
                rest_ends_at_s = self._queue.rest_ends_at_s(now_s=now_s)
            else:
                order = None
            if order is None:
                self._go_on_at(rest_ends_at_s, now_s=now_s)
                return
            self._begun_at_s.append(now_s)
            self._under_way.add(order)
            self._tasks.start(self._carry_out(order))

    def _may_begin(self, source: str) -> bool:
        return sum(order.address == source for order in self._under_way) < _AT_ONCE_PER_SOURCE

    def _rest_of_minute_ends_at_s(self, now_s: float) -> float | None:
        if len(self._begun_at_s) < FETCHES_PER_MINUTE:
            return None
        ends_at_s = self._begun_at_s[0] + _MINUTE_S
        return ends_at_s if ends_at_s > now_s else None

    def _go_on_at(self, at_s: float | None, *, now_s: float) -> None:
        """Begin more at an instant, unless that will be done earlier anyway."""
        if at_s is not None and at_s < self._goes_on_at_s:
            self._goes_on_at_s = at_s
            self._tasks.start(self._go_on_after(at_s - now_s))

    async def _go_on_after(self, rest_s: float) -> None:
        await self._clock.sleep(rest_s)
        self._goes_on_at_s = float("inf")
        self._begin_more()

    async def _carry_out(self, order: Order) -> None:
        result: Description | Outcome = Outcome.SILENT
        try:
            result = await self._read(order)
        finally:
            self._under_way.discard(order)
            self._note(order, result)
            self._begin_more()
        if result is Outcome.WAITING:
            return
        self._put_back.discard(order)
        self._keep(order, result)
        self._done(order, result)

    def _note(self, order: Order, result: Description | Outcome) -> None:
        now_s = self._clock.steady_s()
        if isinstance(result, Description):
            self._queue.note_success(order.address)
        elif result is Outcome.WAITING:
            self._put_back.add(order)
            if not self._queue.put_back(order, now_s=now_s):
                self._drop(order)
        else:
            is_silent = result is Outcome.SILENT
            self._queue.note_failure(order.address, is_silent=is_silent, now_s=now_s)

    def _drop(self, order: Order) -> None:
        self._put_back.discard(order)
        self._done(order, Outcome.REFUSED)

    async def _read(self, order: Order) -> Description | Outcome:
        await self._fetch.ready()
        is_short = (
            self._queue.is_crowded
            and not self._queue.has_failed(order.address)
            and order not in self._put_back
        )
        try:
            async with asyncio.timeout(self._crowded_try_s if is_short else None):
                content = await self._fetch.get(
                    order.location,
                    address=order.address,
                    is_loopback_allowed=order.is_loopback_allowed,
                )
            if len(content) <= _QUICKLY_READ_BYTES:
                return self._parse(content, order)
            return await asyncio.to_thread(self._parse, content, order)
        except TimeoutError:
            return Outcome.WAITING
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
