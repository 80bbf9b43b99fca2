"""A volume that its streamer does not confirm at once is said to be awaited, or to be in vain."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.controlling import REGRETTED_S, SAID_AFTER_S, SHOWN_S
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import StreamerSilent
from altrabits_desktop.contract.streamers import AwaitedVolume
from tests.fakes.clock import settled
from tests.fakes.obeying import ObeyingStreamers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def house() -> AsyncIterator[ObeyingStreamers]:
    house = ObeyingStreamers()
    yield house
    await house.controlling.stop()
    assert asyncio.all_tasks() == {asyncio.current_task()}


def begin(house: ObeyingStreamers, volume: int) -> asyncio.Task[None]:
    return asyncio.ensure_future(house.controlling.perform(house.id, SetVolume(volume)))


async def test_a_volume_that_is_not_confirmed_at_once_is_said_to_be_awaited(
    house: ObeyingStreamers,
) -> None:
    house.is_deaf = True
    await house.controlling.perform(house.id, SetVolume(40))

    at_once = house.shown.awaited
    await house.clock.advance(SAID_AFTER_S)

    assert (at_once, house.shown.awaited) == (None, AwaitedVolume(40, confirmed=10))
    assert house.changes


async def test_a_volume_that_is_moved_on_is_awaited_since_the_first(
    house: ObeyingStreamers,
) -> None:
    house.latencies_s = [9.0]
    for volume in (40, 41, 42):
        begin(house, volume)
        await house.clock.advance(0.6 * SAID_AFTER_S)

    assert house.shown.awaited == AwaitedVolume(42, confirmed=10)


async def test_a_volume_within_what_the_streamer_can_is_awaited_as_that(
    house: ObeyingStreamers,
) -> None:
    house.is_deaf = True
    house.say(volume_maximum=60)
    await house.controlling.perform(house.id, SetVolume(90))
    await house.clock.advance(SAID_AFTER_S)

    assert house.shown.awaited == AwaitedVolume(60, confirmed=10)


async def test_a_volume_that_never_came_to_be_gives_way_to_the_truth_with_a_word(
    house: ObeyingStreamers,
) -> None:
    house.is_deaf = True
    await house.controlling.perform(house.id, SetVolume(40))

    await house.clock.advance(SHOWN_S)
    told, said, volume = len(house.changes), house.shown.awaited, house.state.volume
    await house.clock.advance(REGRETTED_S)

    assert (volume, said) == (10, AwaitedVolume(40, confirmed=10, has_failed=True))
    assert house.shown.awaited is None
    assert len(house.changes) == told + 1


async def test_a_volume_that_comes_to_be_later_is_not_regretted(house: ObeyingStreamers) -> None:
    house.is_deaf = True
    await house.controlling.perform(house.id, SetVolume(40))
    await house.clock.advance(SHOWN_S)

    house.say(volume=40)

    assert house.shown.awaited is None


async def test_the_next_volume_takes_back_what_was_said_of_the_one_before(
    house: ObeyingStreamers,
) -> None:
    house.is_deaf = True
    await house.controlling.perform(house.id, SetVolume(40))
    await house.clock.advance(SHOWN_S)
    await house.controlling.perform(house.id, SetVolume(50))
    await house.clock.advance(SAID_AFTER_S)

    assert house.shown.awaited == AwaitedVolume(50, confirmed=10)


async def test_what_waits_for_its_turn_does_not_go_back_meanwhile(house: ObeyingStreamers) -> None:
    house.latencies_s = [SHOWN_S - 0.5, SHOWN_S - 0.5]
    house.failures = [StreamerSilent("streamer.silent")]
    first = begin(house, 20)
    await settled()
    begin(house, 30)
    seen = set()

    for _ in range(2 * int(SHOWN_S)):
        await house.clock.advance(0.9)
        seen.add(house.state.volume)
    with pytest.raises(StreamerSilent):
        await first

    assert (seen, house.volumes()) == ({30}, [20, 30])
