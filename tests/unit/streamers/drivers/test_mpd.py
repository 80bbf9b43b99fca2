from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Command,
    Next,
    Pause,
    Play,
    Previous,
    Seek,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from altrabits_desktop.streamers.drivers.driver import Driver, DriverAddress, Reading
from altrabits_desktop.streamers.drivers.mpd.driver import LOOK_LOADING_S, LOOK_S, MpdDriver
from tests.fakes.clock import FakeClock
from tests.fakes.fetch import FakeFetch
from tests.fakes.lines import FakeLines, FakeTalk
from tests.harness.every_command import COMMANDS
from tests.harness.line_driver_suite import LineDriverSuite, io_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.fakes.lines import Answer

STATUS = {
    "volume": "30",
    "playlistlength": "3",
    "state": "play",
    "song": "0",
    "songid": "1",
    "elapsed": "3.500",
    "duration": "180.250",
    "audio": "44100:16:2",
}
SONG = {"file": "albums/First Light.flac", "Title": "First Light", "Artist": "The Cobalts"}
COMMANDS_LET = (
    *("addid", "currentsong", "idle", "next", "pause", "play", "playid", "playlistfind"),
    *("previous", "seekcur", "setvol", "status", "stop", "urlhandlers"),
)
HOSTILE = "\x1b[31m\u202e<b>evil</b>" + "x" * 300


class MpdServer:
    """An MPD in memory, as far as its words go."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.fetch = FakeFetch()
        self.lines = FakeLines(self.clock, answer=self.answer, greeting=lambda: self.greeting)
        self.address = DriverAddress("192.168.71.20", "", port=6600)
        self.greeting: Answer = ("OK MPD 0.23.5",)
        self.status = dict(STATUS)
        self.song = dict(SONG)
        self.lets: tuple[str, ...] = COMMANDS_LET
        self.handlers: tuple[str, ...] = ("http://", "https://")
        self.queue: dict[str, int] = {}
        self.faults: dict[str, str] = {}
        """What is said instead of an answer, by command."""
        self.always: bytes | Exception | None = None
        self._list: list[str] | None = None

    def answer(self, talk: FakeTalk, line: str) -> Answer:
        if self.always is not None:
            return () if self._is_within_list(line) else self.always
        if line == "command_list_ok_begin":
            self._list = []
            return ()
        if line == "command_list_end":
            said, self._list = self._list or [], None
            return [*(part for each in said for part in (*self.told(each), "list_OK")), "OK"]
        if self._list is not None:
            self._list.append(line)
            return ()
        name = line.partition(" ")[0]
        if name in self.faults:
            return (self.faults[name],)
        return () if name == "idle" else (*self.told(line), "OK")

    def _is_within_list(self, line: str) -> bool:
        return line in {"command_list_ok_begin", "status", "currentsong"}

    def told(self, line: str) -> Iterable[str]:
        name, _, rest = line.partition(" ")
        plain = {
            "status": [f"{key}: {value}" for key, value in self.status.items()],
            "currentsong": [f"{key}: {value}" for key, value in self.song.items()],
            "commands": [f"command: {each}" for each in self.lets],
            "urlhandlers": [f"handler: {each}" for each in self.handlers],
        }
        if name == "playlistfind":
            number = self.queue.get(rest.split('"')[3])
            return [] if number is None else [f"file: {rest}", f"Id: {number}"]
        if name == "addid":
            self.queue[rest.split('"')[1]] = 7
            return ["Id: 7"]
        return plain.get(name, [])

    def answer_with(self, garbage: bytes) -> None:
        self.greeting = self.always = garbage + b"\n"

    def shout(self) -> None:
        self.song = {"file": HOSTILE, "Title": HOSTILE, "Artist": HOSTILE, "Album": "\u202e"}

    def fail(self, error: Exception) -> None:
        self.greeting = self.always = error
        self.lines.tell_all(error)

    def change(self) -> None:
        self.song = {"Title": f"{self.song['Title']}!"}
        for talk in self.lines.talks:
            if talk.said[-1:] == ['idle "player" "mixer" "playlist" "options"']:
                talk.tell(("changed: player", "OK"))


@pytest.fixture
def streamer() -> MpdServer:
    return MpdServer()


class TestMpdDriver(LineDriverSuite):
    performs = COMMANDS[:8]
    tells_its_name = False

    def driver(self, *, time_limit_s: float = 5.0) -> Driver:
        return MpdDriver(time_limit_s=time_limit_s)


async def read(streamer: MpdServer) -> Reading:
    async with MpdDriver().open(streamer.address, io_of(streamer)) as connection:
        return await connection.read_state()


async def able(streamer: MpdServer) -> frozenset[Capability]:
    async with MpdDriver().open(streamer.address, io_of(streamer)) as connection:
        return connection.capabilities


async def told(streamer: MpdServer, command: Command) -> list[str]:
    """Perform, and give what was said for it."""
    async with MpdDriver().open(streamer.address, io_of(streamer)) as connection:
        before = len(streamer.lines.said)
        await connection.perform(command)
        return streamer.lines.said[before:]


async def test_reading_holds_what_was_said(streamer: MpdServer) -> None:
    reading = await read(streamer)

    assert reading.state == StreamerState(
        playback=Playback.PLAYING,
        now_playing=NowPlaying(
            title="First Light",
            artist="The Cobalts",
            audio_format="FLAC 44.1 kHz / 16 bit",
            position_s=3.5,
            duration_s=180.25,
        ),
        volume=30,
    )
    assert (reading.facts.product, reading.facts.model_note) == (
        "Music Player Daemon",
        "MPD 0.23.5",
    )


@pytest.mark.parametrize(
    ("song", "title", "station"),
    [
        ({"file": "a/b/Some Song.mp3"}, "Some Song", ""),
        ({"file": "http://radio.example/jazz%20live"}, "jazz live", ""),
        ({"file": "http://radio.example:8000/"}, "radio.example", ""),
        ({"file": "http://[/"}, "", ""),
        (
            {"file": "http://r.example/x", "Name": "Jazz FM", "Title": "So What"},
            "So What",
            "Jazz FM",
        ),
        ({"file": "http://r.example/x", "Name": "Jazz FM"}, "", "Jazz FM"),
        ({}, "", ""),
    ],
)
async def test_what_plays_has_the_best_name_there_is(
    streamer: MpdServer, song: dict[str, str], title: str, station: str
) -> None:
    streamer.song = song

    playing = (await read(streamer)).state.now_playing

    assert playing is not None
    assert (playing.title, playing.station) == (title, station)


@pytest.mark.parametrize("volume", ["-1", "101", "", "9" * 12, "loud", "³"])
async def test_without_a_mixer_there_is_no_volume(streamer: MpdServer, volume: str) -> None:
    streamer.status["volume"] = volume

    assert (await read(streamer)).state.volume is None
    assert not {Capability.VOLUME, Capability.SET_VOLUME} & await able(streamer)


async def test_it_can_what_it_lets_us_do(streamer: MpdServer) -> None:
    streamer.lets = ("currentsong", "status", "play", "stop")

    assert await able(streamer) == {
        *(Capability.STATE, Capability.NOW_PLAYING, Capability.VOLUME, Capability.CONTROL),
    }


async def test_what_it_cannot_with_what_plays_is_not_offered(streamer: MpdServer) -> None:
    assert {Capability.SKIP, Capability.SEEK, Capability.PLAY_URL} <= await able(streamer)
    streamer.status.update(playlistlength="1", duration="0")
    streamer.handlers = ("nfs://",)

    assert not {Capability.SKIP, Capability.SEEK, Capability.PLAY_URL} & await able(streamer)


@pytest.mark.parametrize("lets", [("play",), ("status", "play")])
async def test_one_that_shows_nothing_without_a_password_is_refused(
    streamer: MpdServer, lets: tuple[str, ...]
) -> None:
    streamer.lets = lets

    with pytest.raises(MalformedAnswer):
        await read(streamer)


@pytest.mark.parametrize(
    ("command", "lines"),
    [
        (Play(), ["play"]),
        (Pause(), ['pause "1"']),
        (Stop(), ["stop"]),
        (Next(), ["next"]),
        (Previous(), ["previous"]),
        (Seek(30.5), ['seekcur "30.500"']),
        (Seek(-4), ['seekcur "0.000"']),
        (SetVolume(21), ['setvol "21"']),
        (SetVolume(400), ['setvol "100"']),
    ],
)
async def test_command_is_one_line(streamer: MpdServer, command: Command, lines: list[str]) -> None:
    assert await told(streamer, command) == lines


async def test_address_is_queued_once(streamer: MpdServer) -> None:
    url = "http://192.168.71.9/a.flac"

    first = await told(streamer, Play(url))
    again = await told(streamer, Play(url))

    assert first == [f'playlistfind "file" "{url}"', f'addid "{url}"', 'playid "7"']
    assert again == [f'playlistfind "file" "{url}"', 'playid "7"']


@pytest.mark.parametrize("url", ["http://a/b\nkill", "file:///etc/passwd", "http://"])
async def test_address_that_nobody_would_take_is_not_said(streamer: MpdServer, url: str) -> None:
    before = 3  # greeting of the connection: commands, urlhandlers, one reading

    with pytest.raises(Refused) as refused:
        await told(streamer, Play(url))

    assert refused.value.code == "control.url_refused"
    assert len([line for line in streamer.lines.said if "list" not in line]) == before + 1


@pytest.mark.parametrize(
    ("command", "word", "number", "code"),
    [
        (Play("http://192.168.71.9/a"), "addid", 50, "control.url_refused"),
        (Play("http://192.168.71.9/a"), "addid", 51, "control.refused"),
        (Play("http://192.168.71.9/a"), "playid", 50, "control.refused"),
        (Next(), "next", 55, "control.not_now"),
        (Stop(), "stop", 4, "control.refused"),
        (Pause(), "pause", 5, "control.unsupported"),
    ],
)
async def test_no_is_told_and_the_connection_stays(
    streamer: MpdServer, command: Command, word: str, number: int, code: str
) -> None:
    streamer.faults[word] = f"ACK [{number}@0] {{{word}}} \u202eno"

    async with MpdDriver().open(streamer.address, io_of(streamer)) as connection:
        with pytest.raises(Refused) as refused:
            await connection.perform(command)
        await connection.read_state()

    assert refused.value.code == code
    assert len(streamer.lines.openings) == 1


@pytest.mark.parametrize("fault", ["ACK no", "ACK [9999@0] {stop} x", "changed: player", "OK no"])
async def test_no_that_does_not_fit_is_malformed(streamer: MpdServer, fault: str) -> None:
    streamer.faults["stop"] = f"{fault}\nOK"

    with pytest.raises(MalformedAnswer):
        await told(streamer, Stop())


@pytest.mark.parametrize("said", ["Id: x", "Id: ³", "OK", "Id: 1\nId: 2"])
async def test_number_that_is_none_is_malformed(streamer: MpdServer, said: str) -> None:
    streamer.faults["addid"] = f"{said}\nOK"

    with pytest.raises(MalformedAnswer):
        await told(streamer, Play("http://192.168.71.9/a"))


async def test_several_artists_are_named_together(streamer: MpdServer) -> None:
    class Twice(dict[str, str]):
        def items(self) -> list[tuple[str, str]]:  # type: ignore[override] # a word said twice
            return [("file", "x"), ("Artist", "Ada"), ("Artist", "Ben")]

    streamer.song = Twice()

    playing = (await read(streamer)).state.now_playing

    assert playing is not None
    assert playing.artist == "Ada, Ben"


async def test_what_does_not_sound_yet_is_loading_and_looked_at_again_soon(
    streamer: MpdServer,
) -> None:
    audio = streamer.status.pop("audio")
    async with (
        MpdDriver().open(streamer.address, io_of(streamer)) as connection,
        aclosing(connection.watch()) as news,
    ):
        first = await anext(news)
        streamer.status["audio"] = audio
        asked = asyncio.ensure_future(news.__anext__())
        await streamer.clock.advance(LOOK_LOADING_S)
        await asyncio.wait((asked,), timeout=5)
        second = asked.result()

    assert isinstance(first, Reading)
    assert isinstance(second, Reading)
    assert (first.state.playback, second.state.playback) == (Playback.LOADING, Playback.PLAYING)


async def test_it_is_asked_each_fifth_second_where_nothing_changes(streamer: MpdServer) -> None:
    async with (
        MpdDriver().open(streamer.address, io_of(streamer)) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        streamer.status["elapsed"] = "8.500"
        asked = asyncio.ensure_future(news.__anext__())
        await streamer.clock.advance(LOOK_S - 0.5)
        assert not asked.done()
        await streamer.clock.advance(1)
        await asyncio.wait((asked,), timeout=5)
        reading = asked.result()

    assert isinstance(reading, Reading)
    assert reading.state.now_playing is not None
    assert reading.state.now_playing.position_s == 8.5
    assert sum(line.startswith("idle") for line in streamer.lines.said) == 1


async def test_r7_an_answer_without_end_is_malformed(streamer: MpdServer) -> None:
    async with MpdDriver().open(streamer.address, io_of(streamer)) as connection:
        streamer.always = b"a: b\n" * 999 + b"a: b\n" * 2
        with pytest.raises(MalformedAnswer):
            await connection.read_state()


@pytest.mark.parametrize(
    "said",
    [
        b"state: play\nOK\n",
        b"list_OK\nstate: dancing\nlist_OK\nlist_OK\nOK\n",
        (b"a: " + b"x" * 30_000 + b"\n") * 3,
        b"ACK [4@0] {status} no\n",
        b"OK\n",
    ],
)
async def test_r7_reading_that_does_not_fit_is_malformed(streamer: MpdServer, said: bytes) -> None:
    async with MpdDriver().open(streamer.address, io_of(streamer)) as connection:
        streamer.always = said
        with pytest.raises(MalformedAnswer):
            await connection.read_state()


@pytest.mark.parametrize("said", ["ACK [4@0] {commands} no", "list_OK\nOK", "command: a\nb: c\nOK"])
async def test_list_that_does_not_fit_is_malformed(streamer: MpdServer, said: str) -> None:
    streamer.faults["commands"] = said

    with pytest.raises(MalformedAnswer):
        await read(streamer)
