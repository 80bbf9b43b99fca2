"""The change feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.runtime.changes import FRAME_S, NO_CHANGES, ChangeFeed, Changes, Topic

if TYPE_CHECKING:
    from collections.abc import Callable

A = StreamerId("a")
B = StreamerId("b")


class Stage:
    """A loop and a clock that are moved by hand."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.due: list[tuple[float, Callable[[], None]]] = []
        self.feed = ChangeFeed(call_later=self._call_later, steady_s=lambda: self.now_s)
        self.told: list[Changes] = []
        self.unsubscribe = self.feed.subscribe(self.told.append)

    def _call_later(self, delay_s: float, function: Callable[[], None]) -> None:
        self.due.append((delay_s, function))

    def run(self) -> float:
        delay_s, function = self.due.pop(self.due.index(min(self.due, key=lambda due: due[0])))
        self.now_s += delay_s
        function()
        return delay_s


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_the_first_change_after_quiet_is_told_at_the_next_turn(stage: Stage) -> None:
    stage.feed.publish(Changes(streamers=frozenset({A})))

    assert stage.run() == 0.0
    assert stage.told == [Changes(streamers=frozenset({A}))]


def test_changes_that_wait_are_told_together(stage: Stage) -> None:
    stage.feed.publish(Changes(streamers=frozenset({A})))
    stage.feed.publish(Changes(streamers=frozenset({B}), has_new_set=True))
    stage.feed.publish(Changes(topics=Topic.FINDING))
    stage.run()

    assert stage.told == [
        Changes(streamers=frozenset({A, B}), topics=Topic.FINDING, has_new_set=True)
    ]
    assert stage.due == []


def test_the_next_changes_wait_for_the_rest_of_two_frames(stage: Stage) -> None:
    stage.feed.publish(Changes(streamers=frozenset({A})))
    stage.run()
    stage.feed.publish(Changes(streamers=frozenset({B})))

    assert stage.run() == pytest.approx(2 * FRAME_S)


@pytest.mark.parametrize(
    ("took_s", "waits_s"), [(0.008, 2 * FRAME_S - 0.008), (0.05, 0.15), (2.0, 0.0)]
)
def test_r2_a_telling_that_took_long_makes_the_next_wait_longer(
    stage: Stage, took_s: float, waits_s: float
) -> None:
    def take_long(_: Changes) -> None:
        stage.now_s += took_s

    stage.feed.subscribe(take_long)
    stage.feed.publish(Changes(streamers=frozenset({A})))
    stage.run()

    stage.feed.publish(Changes(streamers=frozenset({B})))

    assert stage.run() == pytest.approx(waits_s)


def test_a_telling_that_is_quick_again_ends_the_long_waits(stage: Stage) -> None:
    def take_long(_: Changes) -> None:
        stage.now_s += 0.05

    end = stage.feed.subscribe(take_long)
    stage.feed.publish(Changes(streamers=frozenset({A})))
    stage.run()
    end()
    stage.feed.publish(Changes(streamers=frozenset({A})))
    stage.run()

    stage.feed.publish(Changes(streamers=frozenset({B})))

    assert stage.run() == pytest.approx(2 * FRAME_S)


def test_no_change_tells_nobody(stage: Stage) -> None:
    stage.feed.publish(NO_CHANGES)

    assert stage.due == []


def test_a_listener_that_raises_leaves_nobody_untold_and_its_error_surfaces(stage: Stage) -> None:
    def break_down(_: Changes) -> None:
        raise LookupError("a page that fails")

    late: list[Changes] = []
    stage.feed.subscribe(break_down)
    stage.feed.subscribe(break_down)
    stage.feed.subscribe(late.append)
    stage.feed.publish(Changes(streamers=frozenset({A})))

    for _ in range(2):
        with pytest.raises(LookupError):
            stage.run()
    stage.run()

    assert stage.told == late == [Changes(streamers=frozenset({A}))]
    assert stage.due == []


def test_who_is_told_late_is_told_before_the_next_changes(stage: Stage) -> None:
    late: list[Changes] = []

    def break_down(_: Changes) -> None:
        stage.feed.publish(Changes(streamers=frozenset({B})))
        raise LookupError("a page that fails")

    stop = stage.feed.subscribe(break_down)
    stage.feed.subscribe(late.append)
    stage.feed.publish(Changes(streamers=frozenset({A})))
    with pytest.raises(LookupError):
        stage.run()
    stop()
    stage.run()
    stage.run()

    assert [changes.streamers for changes in late] == [{A}, {B}]


def test_who_leaves_while_others_are_told_is_not_told_any_more(stage: Stage) -> None:
    told: list[Changes] = []
    leave: list[Callable[[], None]] = []
    stage.feed.subscribe(lambda _: leave[0]())
    leave.append(stage.feed.subscribe(told.append))
    stage.feed.publish(Changes(streamers=frozenset({A})))

    stage.run()

    assert told == []


def test_who_left_hears_nothing_more_and_may_leave_twice(stage: Stage) -> None:
    stage.unsubscribe()
    stage.unsubscribe()
    stage.feed.publish(Changes(streamers=frozenset({A})))
    stage.run()

    assert stage.told == []
