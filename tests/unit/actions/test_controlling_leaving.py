"""Nothing that showed is lost when its page or the window is left; whoever asks later waits."""

from __future__ import annotations

import asyncio
from types import NoneType
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.commands import Next, SetBalance, SetMute, SetVolume
from altrabits_desktop.contract.errors import Refused
from tests.fakes.clock import settled
from tests.fakes.obeying import ObeyingStreamers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.contract.commands import Command


@pytest.fixture
async def house() -> AsyncIterator[ObeyingStreamers]:
    house = ObeyingStreamers()
    yield house
    await house.controlling.stop()


def begin(house: ObeyingStreamers, command: Command) -> asyncio.Task[None]:
    return asyncio.ensure_future(house.controlling.perform(house.id, command))


async def test_at_the_end_what_waits_for_its_tenth_of_a_second_is_sent(
    house: ObeyingStreamers,
) -> None:
    begin(house, SetVolume(20))
    await settled()
    leaving = begin(house, SetVolume(30))
    await settled()
    leaving.cancel()

    finishing = asyncio.ensure_future(house.controlling.finish())
    await house.clock.advance(0.2)
    await finishing

    assert house.volumes() == [20, 30]


async def test_at_the_end_what_waits_for_its_turn_is_sent(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.1, 0.1]
    for command in (SetMute(is_muted=True), SetBalance(3), Next()):
        begin(house, command)
    await settled()

    finishing = asyncio.ensure_future(house.controlling.finish())
    await house.clock.advance(0.4)
    await finishing

    assert [command for _, command in house.told] == [SetMute(True), SetBalance(3), Next()]


async def test_the_end_waits_for_nobody_who_does_not_answer(house: ObeyingStreamers) -> None:
    house.latencies_s = [60.0]
    begin(house, SetVolume(20))
    await settled()

    await asyncio.wait_for(house.controlling.finish(limit_s=0.01), 5)

    assert house.volumes() == [20]


async def test_the_end_does_not_wait_for_what_was_sent_and_not_confirmed(
    house: ObeyingStreamers,
) -> None:
    house.is_deaf = True
    await house.controlling.perform(house.id, SetVolume(20))

    await asyncio.wait_for(house.controlling.finish(limit_s=60.0), 5)

    assert house.state.volume == 20


async def test_whoever_needs_it_waits_until_all_is_told(house: ObeyingStreamers) -> None:
    house.latencies_s, house.failures = [0.5, 0.5, 0.5], [None, Refused("control.refused")]
    telling = []
    for command in (SetVolume(20), SetMute(is_muted=True), SetVolume(30)):
        telling.append(begin(house, command))
        await settled()

    waiting = asyncio.ensure_future(house.controlling.settled(house.id))
    await house.clock.advance(0.9)
    early = waiting.done()
    await house.clock.advance(0.2)

    assert (early, waiting.done(), waiting.exception()) == (False, True, None)
    assert [type(task.exception()) for task in telling] == [NoneType, Refused, NoneType]


async def test_nobody_waits_where_nothing_was_told(house: ObeyingStreamers) -> None:
    await asyncio.wait_for(house.controlling.settled(house.id), 5)
