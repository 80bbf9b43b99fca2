from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from altrabits_desktop.streamers.discovery.wake_watch import SLEPT_FROM_S, WakeWatch
from tests.fakes.clock import FakeClock

USUAL_S = 3.0


class TwoClocks(FakeClock):
    """A wall clock that goes by itself too."""

    ahead_s = 0.0

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.ahead_s)


@pytest.fixture
def clock() -> TwoClocks:
    return TwoClocks()


@pytest.fixture
def watch(clock: TwoClocks) -> WakeWatch:
    return WakeWatch(clock, usual_s=USUAL_S)


def test_r9_sleep_shows_where_the_steady_clock_stood_still(
    clock: TwoClocks, watch: WakeWatch
) -> None:
    clock.move(USUAL_S)
    clock.ahead_s += 3600

    assert [watch.has_slept(), watch.has_slept()] == [True, False]


def test_r9_sleep_shows_where_the_steady_clock_went_on(clock: TwoClocks, watch: WakeWatch) -> None:
    clock.move(USUAL_S + SLEPT_FROM_S + 1)
    clock.ahead_s -= USUAL_S + SLEPT_FROM_S + 1

    assert watch.has_slept()


def test_a_late_look_is_no_sleep(clock: TwoClocks, watch: WakeWatch) -> None:
    clock.move(USUAL_S + SLEPT_FROM_S)

    assert not watch.has_slept()


def test_a_wall_clock_that_is_set_back_is_no_sleep(clock: TwoClocks, watch: WakeWatch) -> None:
    clock.move(USUAL_S)
    clock.ahead_s -= 86_400

    assert not watch.has_slept()
