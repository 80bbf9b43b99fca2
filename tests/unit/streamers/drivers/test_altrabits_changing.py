"""Streamers that say in their states that what they are has changed."""

from __future__ import annotations

from contextlib import aclosing

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, StreamerSilent
from altrabits_desktop.streamers.drivers.altrabits.driver import INFO_AT_ONCE, AltraBitsDriver
from altrabits_desktop.streamers.drivers.driver import DriverIo, Reading, StillThere
from tests.unit.streamers.drivers.test_altrabits import BASE, AltraBitsStreamer


@pytest.fixture
def streamer() -> AltraBitsStreamer:
    return AltraBitsStreamer()


@pytest.fixture
def io(streamer: AltraBitsStreamer) -> DriverIo:
    return DriverIo(fetch=streamer.fetch, clock=streamer.clock, secure=streamer.secure)


async def test_what_changed_is_asked_again_when_a_state_says_so(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        streamer.say_info(name="Hearth", info_revision=1)
        streamer.tell(info_revision=1)
        reading = await anext(news)

    assert isinstance(reading, Reading)
    assert reading.facts.name == "Hearth"


async def test_one_whose_states_count_otherwise_is_not_asked_for_ever(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        for _ in range(4):
            streamer.clock.move(5)
            streamer.tell(info_revision=9)
            await anext(news)

    assert infos_asked(streamer) == 2


async def test_one_that_changes_all_the_time_is_asked_now_and_then(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        for revision in range(40):
            streamer.say_info(info_revision=revision)
            streamer.tell(info_revision=revision)
            await anext(news)

    assert infos_asked(streamer) == 1 + INFO_AT_ONCE


async def test_what_cannot_be_asked_now_is_asked_later(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        streamer.fetch.answers[f"{BASE}/api/v1/info"] = StreamerSilent("streamer.silent")
        streamer.tell(info_revision=1)
        await anext(news)
        streamer.say_info(name="Hearth", info_revision=1)
        streamer.clock.move(5)
        streamer.stream.say(": alive")
        reading = await anext(news)
        streamer.stream.say(": alive")
        sign = await anext(news)

    assert isinstance(reading, Reading)
    assert reading.facts.name == "Hearth"
    assert isinstance(sign, StillThere)
    assert infos_asked(streamer) == 3


async def test_another_streamer_that_answers_meanwhile_ends_the_watch(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        streamer.say_info(id="ab-0002", info_revision=1)
        streamer.tell(info_revision=1)
        with pytest.raises(MalformedAnswer, match="another_streamer"):
            await anext(news)


def infos_asked(streamer: AltraBitsStreamer) -> int:
    return sum(request.url.endswith("/info") for request in streamer.fetch.requests)
