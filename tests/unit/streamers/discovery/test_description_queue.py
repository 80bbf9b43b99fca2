from __future__ import annotations

import pytest

from altrabits_desktop.streamers.discovery import description_queue
from altrabits_desktop.streamers.discovery.description_queue import (
    WAITING_MOST,
    WAITING_PER_SOURCE,
    DescriptionQueue,
    Order,
)


def order(source: str, number: int = 0) -> Order:
    return Order(
        address=source,
        location=f"http://{source}/{number}",
        udn=None,
        configuration=None,
        is_loopback_allowed=False,
    )


class Bench:
    """A queue, and what it dropped."""

    def __init__(self) -> None:
        self.dropped: list[Order] = []
        self.queue = DescriptionQueue(dropped=self.dropped.append)

    def put(self, *sources: str) -> list[bool]:
        return [self.queue.put(order(source)) for source in sources]

    def fail(self, source: str, *, is_silent: bool = True) -> None:
        self.queue.note_failure(source, is_silent=is_silent, now_s=0.0)

    def take(self, *, now_s: float = 0.0) -> str | None:
        taken = self.queue.take(now_s=now_s, may_begin=lambda _source: True)
        return taken.address if taken is not None else None

    def fill(self, *, but: int = 0) -> None:
        """Let as many wait as may, one of each source."""
        self.put(*(f"crowd {number}" for number in range(WAITING_MOST - but)))


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_r2_who_waits_longest_and_who_came_last_are_served_in_turn(bench: Bench) -> None:
    bench.put("a", "b", "c", "d", "e")

    assert [bench.take() for _ in range(6)] == ["a", "e", "b", "d", "c", None]


def test_what_is_put_back_comes_after_all_that_never_failed_and_does_not_rest(
    bench: Bench,
) -> None:
    bench.put("slow", "slower", "a")
    for source in ("slow", "slower"):
        bench.queue.take(now_s=0.0, may_begin=source.__eq__)
        bench.queue.put_back(order(source), now_s=0.0)
    bench.put("b")

    assert [bench.take() for _ in range(4)] == ["a", "b", "slow", "slower"]


def test_r2_a_source_of_many_orders_is_no_newcomer_after_its_first_turn(bench: Bench) -> None:
    for number in range(4):
        bench.queue.put(order("a", number))
    bench.put("b", "c", "d")

    assert [bench.take() for _ in range(7)] == ["a", "d", "b", "c", "a", "a", "a"]


def test_who_may_not_begin_is_passed_over(bench: Bench) -> None:
    bench.put("a", "b")

    taken = bench.queue.take(now_s=0.0, may_begin=lambda source: source != "a")

    assert taken == order("b")


def test_r2_who_failed_goes_behind_who_never_did(bench: Bench) -> None:
    bench.fail("a", is_silent=False)
    bench.put("a", "b")

    assert [bench.take(), bench.take()] == ["b", "a"]


def test_r2_who_was_silent_waits_for_the_end_of_its_rest(bench: Bench) -> None:
    bench.fail("a")
    bench.put("a")

    assert bench.take(now_s=9.9) is None
    assert bench.queue.rest_ends_at_s(now_s=9.9) == 10.0
    assert bench.take(now_s=10.0) == "a"
    assert bench.queue.rest_ends_at_s(now_s=9.9) is None


def test_one_success_makes_good_for_all_failures(bench: Bench) -> None:
    bench.fail("a")
    bench.queue.note_success("a")
    bench.put("a")

    assert not bench.queue.has_failed("a")
    assert bench.take() == "a"


def test_r2_where_there_is_no_room_who_failed_makes_it(bench: Bench) -> None:
    bench.fill()
    bench.fail("crowd 5")

    assert bench.put("new", "newer") == [True, False]
    assert bench.dropped == [order("crowd 5")]
    assert order("crowd 5") not in bench.queue


def test_r2_where_nobody_failed_who_waits_for_most_makes_room(bench: Bench) -> None:
    for number in range(3):
        bench.queue.put(order("greedy", number))
    bench.fill(but=3)

    assert bench.put("new", "newer", "newest") == [True, True, False]
    assert bench.dropped == [order("greedy", 2), order("greedy", 1)]


def test_r2_who_failed_makes_no_room_for_itself(bench: Bench) -> None:
    bench.fill()
    bench.fail("bad")

    assert bench.put("bad") == [False]
    assert bench.dropped == []


def test_one_source_has_so_many_places_and_no_more(bench: Bench) -> None:
    taken = [bench.queue.put(order("a", number)) for number in range(WAITING_PER_SOURCE + 1)]

    assert taken == [True] * WAITING_PER_SOURCE + [False]


def test_many_waiting_sources_are_a_crowd(bench: Bench) -> None:
    bench.put(*"abcdefgh")
    few = bench.queue.is_crowded
    bench.put("i")

    assert (few, bench.queue.is_crowded) == (False, True)


def test_r2_who_failed_longest_ago_is_forgotten_first(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(description_queue, "_FAILED_KEPT", 2)
    for source in "abc":
        bench.fail(source)

    assert [bench.queue.has_failed(source) for source in "abc"] == [False, True, True]
