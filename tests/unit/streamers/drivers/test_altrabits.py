from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from typing import Any

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import MalformedAnswer, StreamerSilent
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from altrabits_desktop.streamers.drivers.altrabits.driver import (
    INFO_FRESH_S,
    POLL_S,
    AltraBitsDriver,
)
from altrabits_desktop.streamers.drivers.driver import (
    Connection,
    Driver,
    DriverAddress,
    DriverIo,
    Reading,
    SecureAnswer,
    StillThere,
    ToldFacts,
)
from tests.fakes.clock import FakeClock, settled
from tests.fakes.fetch import FakeFetch, FakeStream, hang
from tests.fakes.secure_fetch import PIN, FakeSecureFetch, answer_of
from tests.harness.driver_suite import DriverSuite, StreamerWorld, read_once
from tests.harness.every_command import COMMANDS

BASE = "http://192.168.71.20:8080"
HOSTILE = "\x1b[31m\u202e<b>evil</b>\n" + "x" * 90
INFO = {
    "id": "ab-0001",
    "name": "Kitchen",
    "product": "Cobalt S1",
    "api_version": 1,
    "mac": "00:04:a3:11:22:33",
    "room": "Kitchen",
    "firmware": "2.1.0",
    "capabilities": [
        *("state", "now_playing", "volume", "events", "firmware"),
        *("control", "play_url", "skip", "seek", "set_volume", "mute", "input"),
        *("presets", "equaliser", "balance", "sleep_timer", "standby", "auto_standby", "light"),
        *("button_lock", "volume_maximum", "edit_inputs", "rename", "group", "restart", "reset"),
        "hand_over",
        *("network", "health", "logs", "settings"),
    ],
    "inputs": ["Network", "Optical", "Optical", " "],
    "page": "/settings",
    "secure_port": 8443,
}
PLAYING = {"title": "First Light", "artist": "The Cobalts", "position_s": 3.5, "cover": "3"}
STATE = {"playback": "playing", "revision": 7, "volume": 30, "now_playing": PLAYING}


def as_json(message: dict[str, Any], **changed: object) -> bytes:
    return json.dumps({**message, **changed}).encode()


class AltraBitsStreamer:
    """A streamer that speaks the control API, in memory."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.fetch = FakeFetch()
        self.secure = FakeSecureFetch()
        self.address = DriverAddress(
            "192.168.71.20", f"{BASE}/api/v1", pin=PIN, token="the-owners-token-of-22"
        )
        self.stream = FakeStream()
        self.fetch.streams[f"{BASE}/api/v1/events"] = self.stream
        self.say_info()
        self.say_state()
        self.tell()
        self.obey()

    def obey(self, **changed: object) -> None:
        self.secure.answers["POST /api/v1/command"] = answer_of({**STATE, **changed})

    def say_info(self, **changed: object) -> None:
        self.fetch.answers[f"{BASE}/api/v1/info"] = as_json(INFO, **changed)

    def say_state(self, **changed: object) -> None:
        self.fetch.answers[f"{BASE}/api/v1/state"] = as_json(STATE, **changed)

    def tell(self, **changed: object) -> None:
        data = as_json(STATE, **changed).decode()
        self.stream.say("id: 7", "event: state", f"data: {data}", "")

    def answer_with(self, garbage: bytes) -> None:
        self.fetch.answers = dict.fromkeys(self.fetch.answers, garbage)
        self.secure.answers = dict.fromkeys(self.secure.answers, SecureAnswer(200, garbage))

    def shout(self) -> None:
        self.say_info(name=HOSTILE, product=HOSTILE, room=HOSTILE, inputs=[HOSTILE])
        self.say_state(now_playing={"title": HOSTILE + "y" * 300})

    def fail(self, error: Exception) -> None:
        self.fetch.answers = dict.fromkeys(self.fetch.answers, error)
        self.stream.end(error)

    def change(self) -> None:
        self.tell(now_playing={"title": "Second Light"})


@pytest.fixture
def streamer() -> AltraBitsStreamer:
    return AltraBitsStreamer()


@pytest.fixture
def io(streamer: AltraBitsStreamer) -> DriverIo:
    return DriverIo(fetch=streamer.fetch, clock=streamer.clock, secure=streamer.secure)


class TestAltraBitsDriver(DriverSuite):
    performs = COMMANDS

    @pytest.fixture
    def io(self, streamer: StreamerWorld) -> DriverIo:
        assert isinstance(streamer, AltraBitsStreamer)
        return DriverIo(fetch=streamer.fetch, clock=streamer.clock, secure=streamer.secure)

    def sent_to(self, streamer: StreamerWorld) -> list[str]:
        assert isinstance(streamer, AltraBitsStreamer)
        return [*super().sent_to(streamer), *(each.address for each in streamer.secure.requests)]

    def stall(self, streamer: StreamerWorld) -> None:
        assert isinstance(streamer, AltraBitsStreamer)
        streamer.secure.delay = hang

    def driver(self, *, time_limit_s: float = 5.0) -> Driver:
        return AltraBitsDriver(time_limit_s=time_limit_s)


async def test_reading_holds_what_was_said(streamer: AltraBitsStreamer) -> None:
    reading = await read_once(AltraBitsDriver(), streamer)

    assert reading.facts == ToldFacts(
        name="Kitchen",
        product="Cobalt S1",
        maker="AltraBits",
        model_note="2.1.0",
        room="Kitchen",
        mac="00:04:a3:11:22:33",
        api_id="ab-0001",
        page_url=f"{BASE}/settings",
        inputs=("Network", "Optical"),
    )
    assert reading.state == StreamerState(
        playback=Playback.PLAYING,
        now_playing=NowPlaying(
            title="First Light", artist="The Cobalts", cover="3", position_s=3.5
        ),
        volume=30,
        is_muted=False,
    )


async def test_unknown_capabilities_are_left_out(streamer: AltraBitsStreamer, io: DriverIo) -> None:
    async with AltraBitsDriver().open(streamer.address, io) as connection:
        assert connection.capabilities == set(Capability)


async def test_standby_maximum_and_input_are_read(streamer: AltraBitsStreamer) -> None:
    streamer.say_state(volume_maximum=80, is_asleep=True, input="Optical 1", now_playing=None)

    state = (await read_once(AltraBitsDriver(), streamer)).state

    assert (state.volume_maximum, state.is_asleep, state.input_name) == (80, True, "Optical 1")
    assert state.now_playing is None


async def test_fixed_output_has_no_volume(streamer: AltraBitsStreamer) -> None:
    streamer.say_state(volume=None, volume_maximum=80)

    state = (await read_once(AltraBitsDriver(), streamer)).state

    assert (state.volume, state.volume_maximum) == (None, None)


@pytest.mark.parametrize("cover", ["../../etc/passwd", "http://evil.example/a.png", "9", ""])
async def test_cover_that_is_not_bundled_is_none(streamer: AltraBitsStreamer, cover: str) -> None:
    streamer.say_state(now_playing={**PLAYING, "cover": cover})

    playing = (await read_once(AltraBitsDriver(), streamer)).state.now_playing

    assert playing is not None
    assert playing.cover == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"volume": 1e300},
        {"volume": -1},
        {"volume": "30"},
        {"revision": None},
        {"playback": 7},
        {"now_playing": {"title": "x" * 600}},
        {"now_playing": {"position_s": -3}},
        {"now_playing": []},
    ],
)
async def test_state_that_breaks_its_contract_is_refused(
    streamer: AltraBitsStreamer, wrong: dict[str, object]
) -> None:
    streamer.say_state(**wrong)

    with pytest.raises(MalformedAnswer):
        await read_once(AltraBitsDriver(), streamer)


@pytest.mark.parametrize("page", ["//evil.example/", "/\\evil.example", "http://evil.example/"])
async def test_page_elsewhere_is_refused(streamer: AltraBitsStreamer, page: str) -> None:
    streamer.say_info(page=page)

    with pytest.raises(MalformedAnswer):
        await read_once(AltraBitsDriver(), streamer)


async def test_another_streamer_at_the_address_is_refused(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    async with AltraBitsDriver().open(streamer.address, io) as connection:
        streamer.clock.move(INFO_FRESH_S)
        streamer.say_info(id="ab-0002")
        with pytest.raises(MalformedAnswer):
            await connection.read_state()


async def test_what_it_is_is_asked_anew_only_after_a_while(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    async with AltraBitsDriver().open(streamer.address, io) as connection:
        streamer.say_info(name="Hall")
        still = await connection.read_state()
        streamer.clock.move(INFO_FRESH_S)
        fresh = await connection.read_state()

    assert (still.facts.name, fresh.facts.name) == ("Kitchen", "Hall")


async def test_keep_alive_line_is_a_sign_of_life(streamer: AltraBitsStreamer, io: DriverIo) -> None:
    streamer.stream.say(": alive", "")

    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        first, second = await anext(news), await anext(news)

    assert isinstance(first, Reading)
    assert first.took_ms is None
    assert second == StillThere()


async def test_event_from_before_a_command_is_only_a_sign_of_life(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    streamer.obey(revision=9)
    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        await connection.perform(SetVolume(60))
        streamer.tell(revision=8)
        streamer.tell(revision=9, volume=60)

        assert await anext(news) == StillThere()
        assert isinstance(await anext(news), Reading)


async def test_events_of_other_names_are_passed_over(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    streamer.stream.say("event: weather", "data: {}", "", "retry: 5", "", ": alive")

    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        assert await anext(news) == StillThere()


async def test_malformed_event_ends_the_watch(streamer: AltraBitsStreamer, io: DriverIo) -> None:
    streamer.stream.say("event: state", "data: {", "")

    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        with pytest.raises(MalformedAnswer):
            await anext(news)


async def test_stream_is_closed_with_the_watch(streamer: AltraBitsStreamer, io: DriverIo) -> None:
    async with AltraBitsDriver().open(streamer.address, io) as connection:
        async with aclosing(connection.watch()) as news:
            await anext(news)
            was_open = streamer.stream.is_open

        assert was_open
        assert not streamer.stream.is_open


async def test_stream_that_ends_quietly_ends_the_watch(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    streamer.stream.end()

    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        told = [latest async for latest in news]

    assert len(told) == 1


@pytest.mark.parametrize("has_events", [True, False])
async def test_streamer_without_a_free_stream_is_asked_instead(
    streamer: AltraBitsStreamer, io: DriverIo, *, has_events: bool
) -> None:
    streamer.fetch.streams.clear()
    if not has_events:
        streamer.say_info(capabilities=["state"])

    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        first = await anext(news)
        streamer.say_state(volume=31)
        asking = asyncio.ensure_future(anext(news))
        await streamer.clock.advance(POLL_S)
        second = await asking

    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert (first.state.volume, second.state.volume) == (30, 31)


@pytest.mark.parametrize(
    ("state", "asked", "asked_what"),
    [
        ({"playback": "playing"}, 10, 5),
        ({"playback": "loading"}, 10, 5),
        ({"playback": "paused"}, 2, 2),
        ({"playback": "stopped", "is_asleep": True}, 2, 0),
    ],
)
async def test_without_stream_it_is_asked_as_often_as_it_may_change(
    streamer: AltraBitsStreamer, io: DriverIo, state: dict[str, object], asked: int, asked_what: int
) -> None:
    streamer.fetch.streams.clear()
    streamer.say_state(**state)
    async with AltraBitsDriver().open(streamer.address, io) as connection:
        watching = asyncio.ensure_future(watch_all(connection))
        await settled()
        before = [request.url for request in streamer.fetch.requests]
        await streamer.clock.advance(10.0)
        after = [request.url for request in streamer.fetch.requests][len(before) :]
        watching.cancel()
        await asyncio.wait((watching,))

    assert sum(url.endswith("/state") for url in after) == asked
    assert sum(url.endswith("/info") for url in after) == asked_what


async def watch_all(connection: Connection) -> None:
    async with aclosing(connection.watch()) as news:
        async for _ in news:
            pass


async def test_silence_of_a_streamer_without_stream_ends_the_watch(
    streamer: AltraBitsStreamer, io: DriverIo
) -> None:
    streamer.fetch.streams.clear()

    async with (
        AltraBitsDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        streamer.fail(StreamerSilent("streamer.silent"))
        with pytest.raises(StreamerSilent):
            await anext(news)
