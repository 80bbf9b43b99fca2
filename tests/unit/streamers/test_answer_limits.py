from __future__ import annotations

import asyncio

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.streamers.answer_limits import HousePace, LineSplitter, Pace
from tests.fakes.clock import FakeClock, settled


def test_an_event_of_sixty_four_thousand_bytes_is_taken_and_one_more_is_not() -> None:
    splitter = LineSplitter()

    assert splitter.split(b"x" * 64_000 + b"\n\n") == ["x" * 64_000, ""]
    assert splitter.split(b"y\n") == ["y"]
    with pytest.raises(MalformedAnswer):
        splitter.split(b"x" * 64_000)


def test_a_slow_answer_may_go_on_for_ever() -> None:
    pace = Pace()

    for second in range(1000):
        pace.check(b"data: x\n" * 100, now_s=float(second))

    with pytest.raises(MalformedAnswer):
        pace.check(b"x" * 300_000, now_s=1000.0)


def test_too_much_within_a_second_is_refused_and_a_second_later_it_is_not() -> None:
    pace = Pace()
    pace.check(b"x" * 250_000, now_s=0.0)

    with pytest.raises(MalformedAnswer):
        pace.check(b"x" * 10_000, now_s=0.9)
    pace.check(b"x" * 10_000, now_s=1.0)


def test_r2_a_stream_tells_some_thirty_events_a_second_and_no_more() -> None:
    event = b"event: state\ndata: {}\n\n"
    pace = Pace()

    for number in range(30):
        pace.check(event, now_s=number / 40)

    with pytest.raises(MalformedAnswer):
        pace.check(event * 10, now_s=0.9)


async def test_a_crowd_that_says_too_much_leaves_the_loop_time() -> None:
    clock, heard = FakeClock(), 0
    pace = HousePace(clock)

    async def say() -> None:
        nonlocal heard
        while True:
            await pace.turn()
            heard += 1

    crowd = [asyncio.ensure_future(say()) for _ in range(60)]
    for _ in range(3000):
        await clock.advance(0.001)
    for each in crowd:
        each.cancel()

    # Three seconds, and what was saved up before.
    assert 900 <= heard <= 1001


async def test_who_says_little_in_a_crowd_waits_for_one_line_of_each_other() -> None:
    clock = FakeClock()
    pace = HousePace(clock)

    async def say() -> None:
        while True:
            await pace.turn()

    crowd = [asyncio.ensure_future(say()) for _ in range(60)]
    await clock.advance(2.0)
    quiet = asyncio.ensure_future(pace.turn())
    waited_s = 0.0
    while not quiet.done():
        await clock.advance(0.01)
        waited_s += 0.01
    for each in crowd:
        each.cancel()

    assert waited_s < 60 / 250 + 0.1


async def test_a_quiet_house_says_much_at_once() -> None:
    clock = FakeClock()
    pace = HousePace(clock)

    async def say_all() -> None:
        for _ in range(200):
            await pace.turn()

    saying = asyncio.ensure_future(say_all())
    await settled()

    assert saying.done()
