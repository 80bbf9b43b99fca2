from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Command,
    Next,
    Pause,
    Play,
    Previous,
    Seek,
    SelectInput,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from altrabits_desktop.streamers.drivers.driver import Driver, DriverAddress, Reading, ToldFacts
from altrabits_desktop.streamers.drivers.snapcast.driver import SnapcastDriver
from tests.fakes.clock import FakeClock
from tests.fakes.fetch import FakeFetch
from tests.fakes.lines import FakeLines
from tests.harness.line_driver_suite import LineDriverSuite, io_of

if TYPE_CHECKING:
    from tests.fakes.lines import Answer, FakeTalk

HOSTILE = "\x1b[31m\u202e<b>evil</b>" + "x" * 300
CAN = {f"can{word}": True for word in ("Control", "GoNext", "GoPrevious", "Pause", "Play", "Seek")}
METADATA = {"title": "First Light", "artist": ["The Cobalts", "Ada"], "duration": 180.5}
NEWS = '{"jsonrpc":"2.0","method":"Client.OnVolumeChanged","params":{"id":"den"}}'


def a_player(name: str, percent: int = 40, **said: Any) -> dict[str, Any]:  # noqa: ANN401 # of JSON
    plain = {
        "id": name,
        "connected": True,
        "config": {"name": "", "volume": {"muted": False, "percent": percent}},
        "host": {"name": name},
    }
    return {**plain, **said}


def a_group(name: str, *players: dict[str, Any], **said: Any) -> dict[str, Any]:  # noqa: ANN401 # of JSON
    plain = {"id": name, "muted": False, "name": "", "stream_id": "radio"}
    return {**plain, "clients": list(players), **said}


def a_stream(name: str, **said: Any) -> dict[str, Any]:  # noqa: ANN401 # of JSON
    plain = {"id": name, "status": "idle", "uri": {"query": {"name": name.title()}}}
    return {**plain, **said}


class SnapcastServer:
    """A Snapcast server in memory, as far as its words go."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.fetch = FakeFetch()
        self.lines = FakeLines(self.clock, answer=self.answer, greeting=lambda: self.greeting)
        self.address = DriverAddress("192.168.71.20", "", port=1705)
        self.greeting: Answer = ()
        self.name = "Cellar"
        self.groups = [
            a_group("up", a_player("den", 20), a_player("hall", 60)),
            a_group("away", a_player("attic", 90, connected=False), muted=True),
        ]
        playing = {**CAN, "playbackStatus": "playing", "position": 3.5, "metadata": METADATA}
        self.streams = [a_stream("radio", properties=playing), a_stream("optical")]
        self.faults: dict[str, int] = {}
        self.always: bytes | Exception | None = None
        self.before: list[str] = []
        """Said before each answer."""

    @property
    def playing(self) -> dict[str, Any]:
        properties: dict[str, Any] = self.streams[0]["properties"]
        return properties

    @property
    def status(self) -> dict[str, Any]:
        server = {"host": {"name": self.name}, "snapserver": {"version": "0.26.0"}}
        return {"server": {"groups": self.groups, "server": server, "streams": self.streams}}

    @property
    def asked(self) -> list[tuple[str, dict[str, Any]]]:
        """What was told, without what was but asked."""
        said = [json.loads(line) for line in self.lines.said]
        return [(s["method"], s["params"]) for s in said if s["method"] != "Server.GetStatus"]

    def answer(self, talk: FakeTalk, line: str) -> Answer:
        if self.always is not None:
            return self.always
        said = json.loads(line)
        head = {"id": said["id"], "jsonrpc": "2.0"}
        if said["method"] in self.faults:
            error = {"code": self.faults[said["method"]], "message": "\u202eno"}
            return (*self.before, json.dumps({**head, "error": error}))
        is_status = said["method"] == "Server.GetStatus"
        return (*self.before, json.dumps({**head, "result": self.status if is_status else "ok"}))

    def answer_with(self, garbage: bytes) -> None:
        self.always = garbage + b"\n"

    def shout(self) -> None:
        self.name = HOSTILE
        self.playing["metadata"] = {"title": HOSTILE, "artist": HOSTILE, "album": "\u202e"}

    def fail(self, error: Exception) -> None:
        self.always = self.greeting = error
        self.lines.tell_all(error)

    def change(self) -> None:
        self.playing["metadata"] = {"title": self.playing["metadata"]["title"] + "!"}
        for talk in self.lines.talks:
            if not talk.said:
                talk.tell((NEWS,))


@pytest.fixture
def streamer() -> SnapcastServer:
    return SnapcastServer()


class TestSnapcastDriver(LineDriverSuite):
    performs = (
        *(Play(), Pause(), Stop(), Next(), Previous(), Seek(30.0)),
        *(SetVolume(21), SetMute(is_muted=True), SelectInput("Optical")),
    )

    def driver(self, *, time_limit_s: float = 5.0) -> Driver:
        return SnapcastDriver(time_limit_s=time_limit_s)


async def read(streamer: SnapcastServer) -> Reading:
    async with SnapcastDriver().open(streamer.address, io_of(streamer)) as connection:
        return await connection.read_state()


async def able(streamer: SnapcastServer) -> frozenset[Capability]:
    async with SnapcastDriver().open(streamer.address, io_of(streamer)) as connection:
        return connection.capabilities


async def perform(streamer: SnapcastServer, *commands: Command) -> None:
    async with SnapcastDriver().open(streamer.address, io_of(streamer)) as connection:
        for command in commands:
            await connection.perform(command)


async def test_reading_holds_what_was_said(streamer: SnapcastServer) -> None:
    reading = await read(streamer)

    assert reading.state == StreamerState(
        playback=Playback.PLAYING,
        now_playing=NowPlaying(
            title="First Light", artist="The Cobalts, Ada", position_s=3.5, duration_s=180.5
        ),
        volume=40,
        is_muted=False,
        input_name="Radio",
    )
    assert reading.facts == ToldFacts(
        name="Cellar",
        product="Snapcast",
        model_note="Snapserver 0.26.0",
        inputs=("Radio", "Optical"),
    )


async def test_what_most_players_play_is_shown(streamer: SnapcastServer) -> None:
    streamer.groups.append(a_group("down", a_player("bath"), stream_id="optical"))
    assert (await read(streamer)).state.playback is Playback.PLAYING

    streamer.groups[0]["clients"][0]["connected"] = False
    streamer.groups.append(a_group("out", a_player("shed"), stream_id="optical"))
    reading = await read(streamer)

    assert reading.state.playback is Playback.STOPPED
    assert reading.state.now_playing is None
    # They play different things, so none is what it plays.
    assert reading.state.input_name is None


async def test_without_players_nothing_sounds(streamer: SnapcastServer) -> None:
    streamer.groups = streamer.groups[1:]

    assert (await read(streamer)).state == StreamerState(playback=Playback.STOPPED)
    assert await able(streamer) == {
        *(Capability.STATE, Capability.NOW_PLAYING, Capability.EVENTS),
    }


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"playbackStatus": "paused"}, Playback.PAUSED),
        ({"playbackStatus": "dancing"}, Playback.UNKNOWN),
        ({"playbackStatus": ""}, Playback.STOPPED),
    ],
)
async def test_playback_is_the_players_word_else_that_of_the_stream(
    streamer: SnapcastServer, said: dict[str, str], expected: Playback
) -> None:
    streamer.playing.update(said)

    assert (await read(streamer)).state.playback is expected


async def test_times_that_no_piece_has_are_none(streamer: SnapcastServer) -> None:
    streamer.playing.update(position=-1.0, metadata={"title": "a", "duration": 1e9})

    playing = (await read(streamer)).state.now_playing

    assert playing == NowPlaying(title="a")
    assert Capability.SEEK not in await able(streamer)


async def test_what_has_no_title_is_not_named(streamer: SnapcastServer) -> None:
    streamer.playing["metadata"] = {}

    assert (await read(streamer)).state.now_playing is None


async def test_inputs_are_names_that_can_be_shown_and_chosen(streamer: SnapcastServer) -> None:
    streamer.streams += [
        a_stream("third", uri={"query": {"name": "a\u202eb"}}),
        a_stream("fourth", uri={"query": {"name": "Mixed", "codec": "null"}}),
        a_stream("fifth", uri={"query": {"name": "Radio"}}),
        a_stream("sixth", uri={"query": {}}),
    ]

    assert (await read(streamer)).facts.inputs == ("Radio", "Optical", "sixth")


async def test_a_stream_without_a_player_behind_it_is_not_controlled(
    streamer: SnapcastServer,
) -> None:
    del streamer.streams[0]["properties"]

    assert not await able(streamer) & {
        *(Capability.CONTROL, Capability.PAUSE, Capability.SKIP, Capability.SEEK)
    }
    assert {Capability.SET_VOLUME, Capability.MUTE, Capability.INPUT} <= await able(streamer)


@pytest.mark.parametrize(
    ("command", "word", "params"),
    [
        (Play(), "play", {}),
        (Pause(), "pause", {}),
        (Stop(), "stop", {}),
        (Next(), "next", {}),
        (Previous(), "previous", {}),
        (Seek(30.5), "setPosition", {"position": 30.5}),
        (Seek(-3), "setPosition", {"position": 0.0}),
    ],
)
async def test_what_plays_is_told_to_its_stream(
    streamer: SnapcastServer, command: Command, word: str, params: dict[str, float]
) -> None:
    await perform(streamer, command)

    assert streamer.asked == [
        ("Stream.Control", {"id": "radio", "command": word, "params": params})
    ]


async def test_volume_is_told_to_each_player_that_is_there(streamer: SnapcastServer) -> None:
    streamer.groups[0]["clients"][1]["config"]["volume"]["muted"] = True

    await perform(streamer, SetVolume(20))

    assert streamer.asked == [
        ("Client.SetVolume", {"id": "den", "volume": {"muted": False, "percent": 10}}),
        ("Client.SetVolume", {"id": "hall", "volume": {"muted": True, "percent": 30}}),
    ]


async def test_input_is_told_to_each_group_that_is_heard(streamer: SnapcastServer) -> None:
    streamer.groups.append(a_group("down", a_player("bath"), stream_id="optical"))

    await perform(streamer, SelectInput("Optical"))

    assert streamer.asked == [("Group.SetStream", {"id": "up", "stream_id": "optical"})]


async def test_unknown_input_is_refused_unasked(streamer: SnapcastServer) -> None:
    with pytest.raises(Refused) as refused:
        await perform(streamer, SelectInput("Tape"))

    assert refused.value.code == "control.input_unknown"
    assert streamer.asked == []


async def test_mute_is_told_to_each_group(streamer: SnapcastServer) -> None:
    streamer.groups.append(a_group("down", a_player("bath"), muted=True))

    await perform(streamer, SetMute(is_muted=True), SetMute(is_muted=False))

    assert streamer.asked == [
        ("Group.SetMute", {"id": "up", "mute": True}),
        ("Group.SetMute", {"id": "down", "mute": False}),
    ]


async def test_players_that_are_each_silent_are_heard_again(streamer: SnapcastServer) -> None:
    for player in streamer.groups[0]["clients"]:
        player["config"]["volume"]["muted"] = True

    assert (await read(streamer)).state.is_muted is True
    await perform(streamer, SetMute(is_muted=False))

    assert streamer.asked == [
        ("Client.SetVolume", {"id": "den", "volume": {"muted": False, "percent": 20}}),
        ("Client.SetVolume", {"id": "hall", "volume": {"muted": False, "percent": 60}}),
    ]


@pytest.mark.parametrize(
    ("number", "code"),
    [(4, "control.not_now"), (-32601, "control.unsupported"), (-32603, "control.refused")],
)
async def test_no_is_told_and_the_connection_stays(
    streamer: SnapcastServer, number: int, code: str
) -> None:
    streamer.faults["Stream.Control"] = number

    async with SnapcastDriver().open(streamer.address, io_of(streamer)) as connection:
        with pytest.raises(Refused) as refused:
            await connection.perform(Pause())
        await connection.read_state()

    assert refused.value.code == code
    assert len(streamer.lines.openings) == 1


async def test_what_it_cannot_any_more_is_not_told(streamer: SnapcastServer) -> None:
    async with SnapcastDriver().open(streamer.address, io_of(streamer)) as connection:
        streamer.playing["canPause"] = False
        with pytest.raises(Refused):
            await connection.perform(Pause())

    assert streamer.asked == []


async def test_news_before_an_answer_are_passed_over(streamer: SnapcastServer) -> None:
    streamer.before = [NEWS, f"[{NEWS},{NEWS}]"]

    assert (await read(streamer)).state.volume == 40


@pytest.mark.parametrize(
    "said",
    [
        '{"id":2,"jsonrpc":"2.0","result":{}}',
        '{"id":1,"jsonrpc":"2.0"}',
        '{"id":1,"jsonrpc":"2.0","result":{"server":{}}}',
        '{"id":1,"jsonrpc":"2.0","result":null}',
        '{"id":1,"jsonrpc":"2.0","error":{"code":-32700}}',
        '{"id":1,"jsonrpc":"2.0","error":{"code":"x"}}',
        '{"id":null,"error":{"code":-32700}}',
        '{"id":1,"result":{"server":' + "[" * 30_000,
        f"[{NEWS},{{}}]",
        "[]",
        '"\\ud800"',
        *("\n".join([NEWS] * 70),),
    ],
    ids=range(12),
)
async def test_r7_answer_that_does_not_fit_is_malformed(
    streamer: SnapcastServer, said: str
) -> None:
    async with SnapcastDriver().open(streamer.address, io_of(streamer)) as connection:
        streamer.always = said.encode() + b"\n"
        with pytest.raises(MalformedAnswer):
            await connection.read_state()


async def test_volume_that_is_none_is_malformed(streamer: SnapcastServer) -> None:
    streamer.groups[0]["clients"][0]["config"]["volume"]["percent"] = 101

    with pytest.raises(MalformedAnswer):
        await read(streamer)


async def test_an_answer_where_only_news_belong_is_malformed(streamer: SnapcastServer) -> None:
    async with SnapcastDriver().open(streamer.address, io_of(streamer)) as connection:
        news = connection.watch()
        await anext(news)
        for talk in streamer.lines.talks:
            if not talk.said:
                talk.tell(('{"id":1,"jsonrpc":"2.0","result":"ok"}',))
        with pytest.raises(MalformedAnswer):
            await anext(news)
