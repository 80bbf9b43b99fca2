"""What the answer to a command says of the streamer, and a stream that answers nothing."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from altrabits_desktop.contract.commands import Pause, SetVolume
from altrabits_desktop.contract.errors import StreamerSilent
from altrabits_desktop.streamers.drivers.altrabits.driver import (
    TELLS_NOTHING_MOST_S,
    AltraBitsDriver,
)
from altrabits_desktop.streamers.drivers.driver import DriverIo
from tests.fakes.clock import settled
from tests.unit.streamers.drivers.test_altrabits import AltraBitsStreamer


@pytest.fixture
def streamer() -> AltraBitsStreamer:
    return AltraBitsStreamer()


@pytest.fixture
def io(streamer: AltraBitsStreamer) -> DriverIo:
    return DriverIo(fetch=streamer.fetch, clock=streamer.clock, secure=streamer.secure)


async def test_a_command_is_confirmed_by_its_answer(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    streamer.obey(revision=9, volume=60)

    async with AltraBitsDriver().open(streamer.address, io) as connection:
        told = await connection.perform(SetVolume(60))

    assert told is not None
    assert told.state is not None
    assert told.state.volume == 60


async def test_an_answer_that_an_event_has_overtaken_says_nothing(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    streamer.obey(revision=8, volume=60)
    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        streamer.tell(revision=9, volume=61)
        await anext(news)

        assert await connection.perform(SetVolume(60)) is None


async def test_of_two_answers_that_cross_the_older_says_nothing(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    async with AltraBitsDriver().open(streamer.address, io) as connection:
        streamer.obey(revision=9)
        newer = await connection.perform(Pause())
        streamer.obey(revision=8, volume=60)
        older = await connection.perform(SetVolume(60))

    assert (newer is None, older) == (False, None)


async def test_an_answer_that_is_older_than_what_was_read_says_nothing_until_it_is_read_anew(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    streamer.obey(revision=2, volume=60)
    async with AltraBitsDriver().open(streamer.address, io) as connection:
        await connection.read_state()
        overtaken = await connection.perform(SetVolume(60))
        # It was started anew, and counts from the beginning.
        streamer.say_state(revision=1)
        await connection.read_state()
        told = await connection.perform(SetVolume(60))

    assert overtaken is None
    assert told is not None


async def test_r7_a_stream_that_tells_nothing_for_long_is_silent(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        streamer.stream.say("event: weather", "data: {}", "")
        waiting = asyncio.ensure_future(anext(news))
        await settled()
        streamer.clock.move(TELLS_NOTHING_MOST_S + 1)
        streamer.stream.say("event: weather", "data: {}", "")

        with pytest.raises(StreamerSilent):
            await asyncio.wait_for(waiting, 5)
