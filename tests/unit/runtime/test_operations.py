from __future__ import annotations

import pytest

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.operations import REPORT_EVERY_S, Operations, OperationState
from tests.fakes.clock import FakeClock


class Bench:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.told: list[Changes] = []
        self.operations = Operations(publish=self.told.append, steady_s=self.clock.steady_s)


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_it_is_seen_from_its_begin_to_its_end(bench: Bench) -> None:
    running = bench.operations.begin(lambda: "Copy")
    begun = bench.operations.all
    bench.clock.move(REPORT_EVERY_S)
    running.report(3, 7, phase=lambda: "3 of 7")
    [going] = bench.operations.all
    running.end(lambda: "7 copied")
    [ended] = bench.operations.all

    assert [(one.title(), one.state, one.can_cancel) for one in begun] == [
        ("Copy", OperationState.RUNNING, False)
    ]
    assert going.phase is not None
    assert (going.done, going.total, going.phase()) == (3, 7, "3 of 7")
    assert ended.phase is not None
    assert (ended.state, ended.phase()) == (OperationState.DONE, "7 copied")
    assert bench.told == [Changes(topics=Topic.OPERATIONS)] * 3


def test_ten_reports_a_second_are_told_at_most(bench: Bench) -> None:
    running = bench.operations.begin(lambda: "Copy")
    before = len(bench.told)

    for number in range(200):
        bench.clock.move(0.01)
        running.report(number, 200)

    assert len(bench.told) - before <= 20
    assert bench.operations.all[0].done == 199


def test_a_person_may_end_what_can_be_ended(bench: Bench) -> None:
    ended: list[str] = []
    bench.operations.begin(lambda: "Copy", cancel=lambda: ended.append("copy"))
    bench.operations.begin(lambda: "Write")
    copy, write = bench.operations.all

    bench.operations.cancel(copy.id)
    bench.operations.cancel(write.id)

    assert (copy.can_cancel, write.can_cancel) == (True, False)
    assert ended == ["copy"]


def test_what_has_ended_is_put_away_and_what_goes_on_is_not(bench: Bench) -> None:
    running = bench.operations.begin(lambda: "Copy")
    [copy] = bench.operations.all

    bench.operations.put_away(copy.id)
    still = bench.operations.all
    running.end(state=OperationState.FAILED)
    bench.operations.put_away(copy.id)
    bench.operations.put_away(copy.id)

    assert len(still) == 1
    assert bench.operations.all == ()


def test_only_the_last_that_ended_are_kept(bench: Bench) -> None:
    going = bench.operations.begin(lambda: "long")
    for number in range(5):
        bench.operations.begin(lambda number=number: f"{number}").end()  # type: ignore[misc] # bound now

    assert [one.title() for one in bench.operations.all] == ["long", "2", "3", "4"]
    going.end()
