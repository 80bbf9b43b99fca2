"""The demo's streamers obey whoever looks at the demo, over the house as the window builds it."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.controlling import Controlling
from altrabits_desktop.app.wiring import Search, Surroundings, build_house
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Pause, SetVolume
from altrabits_desktop.contract.streamers import Playback, Presence, Streamer
from altrabits_desktop.privacy.gate import Standing, closed_by

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from altrabits_desktop.app.wiring import House

ANONYMOUS = partial(closed_by, standing=Standing.ANONYMOUS, has_session=False)
PATIENCE_S = 10.0


def controlling_of(house: House) -> Controlling:
    controlling = Controlling(
        streamers=house.owner,
        directory=house.registry,
        closed_by=ANONYMOUS,
        clock=house.clock,
        publish=house.feed.publish,
    )
    house.feed.subscribe(controlling.follow)
    return controlling


@pytest.fixture
async def house() -> AsyncIterator[House]:
    house = build_house(
        Search(cards=("127.0.0.1",), surroundings=Surroundings(ways=frozenset())),
        open_address=lambda _address: False,
    )
    for part in house.parts:
        started = part.start() if part.start is not None else None
        if started is not None:
            await started
    yield house
    for part in reversed(house.parts):
        await part.stop()


async def playing_one(house: House) -> Streamer:
    def find() -> Streamer | None:
        streamers = house.registry.streamers()
        return next((one for one in streamers if Capability.CONTROL in one.capabilities), None)

    await until(lambda: find() is not None)
    found = find()
    assert found is not None
    return found


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not holds():  # noqa: ASYNC110 # what is waited for comes over real sockets
            await asyncio.sleep(0.02)


async def test_a_demo_streamer_obeys_a_person_without_an_account(house: House) -> None:
    await house.finding.start_demo(1)
    controlling = controlling_of(house)
    one = await playing_one(house)

    await controlling.perform(one.id, SetVolume(7))
    await controlling.perform(one.id, Pause())
    told = house.registry.streamer(one.id)
    await controlling.stop()

    assert told is not None
    assert told.state is not None
    assert (told.state.volume, told.state.playback) == (7, Playback.PAUSED)
    assert (told.is_owned, told.owned_id, told.name) == (False, None, one.name)


async def test_a_demo_that_begins_again_obeys_again(house: House) -> None:
    await house.finding.start_demo(1)
    controlling = controlling_of(house)
    first = await playing_one(house)
    await controlling.perform(first.id, SetVolume(7))

    await house.finding.stop_demo()
    await house.finding.start_demo(1)
    second = await playing_one(house)
    await controlling.perform(second.id, SetVolume(9))
    told = house.registry.streamer(second.id)
    await controlling.stop()

    assert told is not None
    assert told.state is not None
    assert told.state.volume == 9


async def test_a_demo_streamer_is_claimed_once_for_more_commands_than_it_takes_claims(
    house: House,
) -> None:
    await house.finding.start_demo(1)
    controlling = controlling_of(house)
    one = await playing_one(house)

    for value in range(20, 30):
        await controlling.perform(one.id, SetVolume(value))
    told = house.registry.streamer(one.id)
    await controlling.stop()

    assert told is not None
    assert told.state is not None
    assert told.state.volume == 29


async def test_a_demo_streamer_is_heard_on_after_it_was_claimed(house: House) -> None:
    await house.finding.start_demo(1)
    controlling = controlling_of(house)
    one = await playing_one(house)
    await controlling.perform(one.id, SetVolume(7))

    def answers() -> int:
        streamer = house.registry.streamer(one.id)
        return len(streamer.answers) if streamer is not None else 0

    told_so_far = answers()
    await until(lambda: answers() > told_so_far)
    await controlling.stop()

    heard = house.registry.streamer(one.id)
    assert heard is not None
    assert heard.presence is Presence.ANSWERING
    assert Capability.SET_VOLUME in heard.capabilities
