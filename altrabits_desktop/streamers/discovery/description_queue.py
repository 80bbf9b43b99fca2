"""Orders that wait to be read, and which comes next: fair among those who announce them.

Anybody can announce any number of descriptions that never come, from many addresses. So who failed
goes behind who never did, rests longer each time, and makes room first.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WAITING_MOST = 512
WAITING_PER_SOURCE = 64
_CROWD = 8
_FIRST_PAUSE_S = 10.0
_LONGEST_PAUSE_S = 60.0
_FAILED_KEPT = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One description to be read; equal orders are read once."""

    address: str
    location: str
    udn: str | None
    configuration: str | None
    is_loopback_allowed: bool


@dataclass(frozen=True, slots=True)
class _Failures:
    count: int
    rests_until_s: float


_NONE = _Failures(0, float("-inf"))


class DescriptionQueue:
    """Holds `WAITING_MOST` orders at most, `WAITING_PER_SOURCE` of one source; knows no clock.

    Args:
        dropped: told of every order that made room for another.
    """

    def __init__(self, *, dropped: Callable[[Order], None]) -> None:
        self._dropped = dropped
        self._waiting: dict[str, deque[Order]] = {}
        self._ordered: set[Order] = set()
        self._without_turn: set[str] = set()
        self._failures: dict[str, _Failures] = {}
        self._takes_latest = False

    def __contains__(self, order: Order) -> bool:
        """Whether an order waits."""
        return order in self._ordered

    @property
    def is_crowded(self) -> bool:
        """Whether many sources wait."""
        return len(self._waiting) > _CROWD

    def put(self, order: Order) -> bool:
        """Let an order wait; where there is no room, one of a worse source makes it.

        Returns:
            False when there is none to be had: then the order leaves nothing behind.
        """
        source = order.address
        if len(self._waiting.get(source, ())) >= WAITING_PER_SOURCE:
            return False
        if len(self._ordered) >= WAITING_MOST and not self._make_room(source):
            return False
        if source not in self._waiting:
            self._waiting[source] = deque()
            self._without_turn.add(source)
        self._waiting[source].append(order)
        self._ordered.add(order)
        return True

    def put_back(self, order: Order, *, now_s: float) -> bool:
        """Let an order wait once more, which had too little time to be called silent.

        Its source does not rest, but goes behind all that never failed.

        Returns:
            False when there is no room any more, like `put`.
        """
        self.note_failure(order.address, is_silent=False, now_s=now_s)
        is_waiting = self.put(order)
        self._without_turn.discard(order.address)
        return is_waiting

    def take(self, *, now_s: float, may_begin: Callable[[str], bool]) -> Order | None:
        """Give the next order; sources take turns.

        Who failed less goes first. Among equals it is in turn who waits longest and who came last:
        a crowd that came before keeps no newcomer waiting, nor does one that keeps coming.

        Args:
            now_s: of the steady clock.
            may_begin: whether one more of a source may be under way.
        """
        ready = [
            source
            for source in self._waiting
            if self._failures_of(source).rests_until_s <= now_s and may_begin(source)
        ]
        if not ready:
            return None
        fewest = min(self._failures_of(source).count for source in ready)
        equals = [source for source in ready if self._failures_of(source).count == fewest]
        latest = [source for source in equals if source in self._without_turn]
        source = latest[-1] if latest and self._takes_latest else equals[0]
        self._takes_latest = not self._takes_latest
        return self._pop(source)

    def note_success(self, source: str) -> None:
        """Forget that a source failed: one success makes good for everything before."""
        self._failures.pop(source, None)

    def note_failure(self, source: str, *, is_silent: bool, now_s: float) -> None:
        """Keep that an order of a source came to nothing.

        Args:
            source: who announced it.
            is_silent: it kept others waiting; then the source rests.
            now_s: of the steady clock.
        """
        before = self._failures.pop(source, _NONE)
        pause_s = min(_FIRST_PAUSE_S * 2**before.count, _LONGEST_PAUSE_S) if is_silent else 0.0
        self._failures[source] = _Failures(before.count + 1, now_s + pause_s)
        while len(self._failures) > _FAILED_KEPT:
            self._failures.pop(next(iter(self._failures)))

    def has_failed(self, source: str) -> bool:
        """Whether the latest order of a source came to nothing."""
        return source in self._failures

    def rest_ends_at_s(self, *, now_s: float) -> float | None:
        """Give when the next source that rests may go on; None when nobody waits for that."""
        ends = (self._failures_of(source).rests_until_s for source in self._waiting)
        return min((end_s for end_s in ends if end_s > now_s), default=None)

    def clear(self) -> None:
        """Drop all orders without a word, and forget who failed."""
        self._waiting.clear()
        self._ordered.clear()
        self._without_turn.clear()
        self._failures.clear()

    def _failures_of(self, source: str) -> _Failures:
        return self._failures.get(source, _NONE)

    def _pop(self, source: str) -> Order:
        orders = self._waiting.pop(source)
        order = orders.popleft()
        if orders:
            self._waiting[source] = orders
        self._ordered.discard(order)
        self._without_turn.discard(source)
        return order

    def _make_room(self, newcomer: str) -> bool:
        """Drop the last order of the source that failed most, then of the one that waits most."""
        worst = max(self._waiting, key=self._burden)
        failures, waiting = self._burden(newcomer)
        if self._burden(worst) <= (failures, waiting + 1):
            return False
        order = self._waiting[worst].pop()
        self._ordered.discard(order)
        if not self._waiting[worst]:
            del self._waiting[worst]
            self._without_turn.discard(worst)
        self._dropped(order)
        return True

    def _burden(self, source: str) -> tuple[int, int]:
        return self._failures_of(source).count, len(self._waiting.get(source, ()))
