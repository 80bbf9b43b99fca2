from __future__ import annotations

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable
from altrabits_desktop.contract.limits import EVENTS_PER_MINUTE
from altrabits_desktop.streamers.drivers.driver import Notice
from altrabits_desktop.streamers.events.callback import Callback
from tests.fakes.callbacks import RENDERER
from tests.fakes.clock import FakeClock


def callback(clock: FakeClock | None = None) -> Callback:
    return Callback(RENDERER, clock=clock or FakeClock())


async def taken(of: Callback, count: int) -> list[Notice]:
    return [await of.next() for _ in range(count)]


async def test_notices_are_given_in_their_order() -> None:
    told = callback()
    for number in range(3):
        told.take(str(number).encode(), sequence=number)

    assert await taken(told, 3) == [Notice(b"0"), Notice(b"1"), Notice(b"2")]


async def test_a_number_twice_is_one_notice_and_a_missing_one_is_noted() -> None:
    told = callback()
    for number in (0, 0, 1, 3, 4):
        told.take(str(number).encode(), sequence=number)

    assert await taken(told, 4) == [
        Notice(b"0"),
        Notice(b"1"),
        Notice(b"3", has_gap=True),
        Notice(b"4"),
    ]


async def test_after_the_last_number_comes_one() -> None:
    told = callback()
    for number in (2**32 - 1, 1):
        told.take(str(number).encode(), sequence=number)

    assert [notice.has_gap for notice in await taken(told, 2)] == [True, False]


async def test_of_more_than_are_waited_for_the_oldest_go_and_are_missing() -> None:
    told = callback()
    for number in range(20):
        told.take(str(number).encode(), sequence=number)

    kept = await taken(told, 8)

    assert kept[-1] == Notice(b"19", has_gap=True)


async def test_what_it_ended_with_comes_after_what_was_kept() -> None:
    told = callback()
    told.take(b"0", sequence=0)
    told.fail(NotReachable("streamer.silent"))

    assert await told.next() == Notice(b"0")
    with pytest.raises(NotReachable):
        await told.next()


async def test_r7_more_than_three_hundred_a_minute_are_too_many() -> None:
    clock = FakeClock()
    within, beyond = callback(clock), callback(clock)
    for each in (within, beyond):
        assert all(each.count() for _ in range(EVENTS_PER_MINUTE))
    clock.move(59.9)
    is_beyond = beyond.count()
    clock.move(0.1)

    assert (is_beyond, within.count()) == (False, True)
    with pytest.raises(MalformedAnswer, match=r"events\.too_many"):
        await beyond.next()


def test_r8_nobody_can_guess_where_notices_are_taken() -> None:
    paths = {callback().path for _ in range(100)}

    assert len(paths) == 100
    assert min(map(len, paths)) > 20
