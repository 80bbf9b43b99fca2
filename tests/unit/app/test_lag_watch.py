from __future__ import annotations

import asyncio

import pytest

from altrabits_desktop.app.lag_watch import LagWatch
from tests.fakes.clock import FakeClock, settled


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


async def test_a_late_wake_up_is_told_and_logged(
    clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    stalls: list[float] = []
    watch = LagWatch(clock, told=stalls.append, busy_s=clock.steady_s)
    caplog.set_level("INFO", logger="altrabits_desktop.app.lag_watch")
    task = asyncio.ensure_future(watch.run())
    await settled()

    clock.move(0.75)
    await settled()

    task.cancel()
    assert stalls == [0.25]
    assert "stood still for 250 ms" in caplog.text


async def test_a_late_wake_up_on_a_computer_busy_with_other_things_is_only_logged(
    clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    stalls: list[float] = []
    watch = LagWatch(clock, told=stalls.append, busy_s=lambda: 1.0)
    caplog.set_level("INFO", logger="altrabits_desktop.app.lag_watch")
    task = asyncio.ensure_future(watch.run())
    await settled()

    clock.move(0.75)
    await settled()

    task.cancel()
    assert stalls == []
    assert "busy for 0 ms of it" in caplog.text


async def test_a_wake_up_in_time_is_nothing(clock: FakeClock) -> None:
    stalls: list[float] = []
    watch = LagWatch(clock, told=stalls.append)
    task = asyncio.ensure_future(watch.run())

    await clock.advance(5)

    task.cancel()
    assert (stalls, watch.longest_s) == ([], 0.0)


async def test_looks_less_often_while_nobody_sees_the_window(clock: FakeClock) -> None:
    watch = LagWatch(clock)
    watch.set_pace(False)
    task = asyncio.ensure_future(watch.run())
    await settled()

    clock.move(9.9)
    await settled()
    is_asleep = clock.sleepers == 1
    await clock.advance(0.1)

    task.cancel()
    assert is_asleep
    assert watch.longest_s == 0.0
