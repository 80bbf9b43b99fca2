"""What the driver of renderers sends, and what it makes of a no."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped] # has no types
from hypothesis import given
from hypothesis import strategies as st

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
from altrabits_desktop.contract.limits import ACTION_BYTES
from altrabits_desktop.runtime.sentences import known_codes
from altrabits_desktop.streamers.drivers.driver import DriverIo
from altrabits_desktop.streamers.drivers.upnp.driver import UpnpDriver
from altrabits_desktop.streamers.drivers.upnp.medium import metadata_of
from altrabits_desktop.streamers.drivers.upnp.metadata import (
    level_of,
    percent_of,
    seconds_of,
    time_of,
)
from altrabits_desktop.streamers.drivers.upnp.obeying import READY_AGAIN_S
from altrabits_desktop.streamers.drivers.upnp.writing import Step, fault_of, refusal_of
from tests.fakes.fetch import FaultToldError
from tests.fakes.renderer import (
    BASE,
    UpnpRenderer,
    fault_body,
)
from tests.harness import driver_suite
from tests.harness.every_command import COMMANDS

URL = "http://192.168.71.9/a.flac"


@pytest.fixture
def streamer() -> UpnpRenderer:
    return UpnpRenderer()


async def told(streamer: UpnpRenderer, command: Command) -> str | None:
    """Perform, and give the code of the refusal."""
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)
    async with UpnpDriver().open(streamer.address, io) as connection:
        return await driver_suite.refusal_of(connection, command)


@pytest.mark.parametrize(
    ("command", "calls"),
    [
        (Play(), [("Play", {"Speed": "1"})]),
        (Pause(), [("Pause", {})]),
        (Stop(), [("Stop", {})]),
        (Next(), [("Next", {})]),
        (Previous(), [("Previous", {})]),
        (Seek(61.9), [("Seek", {"Unit": "REL_TIME", "Target": "0:01:01"})]),
        (Seek(-1.0), [("Seek", {"Unit": "REL_TIME", "Target": "0:00:00"})]),
        (Seek(float("nan")), [("Seek", {"Unit": "REL_TIME", "Target": "0:00:00"})]),
        (Seek(9e9), [("Seek", {"Unit": "REL_TIME", "Target": "0:03:00"})]),
        (SetVolume(34), [("SetVolume", {"Channel": "Master", "DesiredVolume": "34"})]),
        (SetVolume(101), [("SetVolume", {"Channel": "Master", "DesiredVolume": "100"})]),
        (SetVolume(-1), [("SetVolume", {"Channel": "Master", "DesiredVolume": "0"})]),
        (SetMute(is_muted=True), [("SetMute", {"Channel": "Master", "DesiredMute": "1"})]),
        (SetMute(is_muted=False), [("SetMute", {"Channel": "Master", "DesiredMute": "0"})]),
    ],
)
async def test_command_becomes_its_actions(
    streamer: UpnpRenderer, command: Command, calls: list[tuple[str, dict[str, str]]]
) -> None:
    refusal = await told(streamer, command)

    assert refusal is None
    assert streamer.calls() == [(name, {"InstanceID": "0", **said}) for name, said in calls]


async def test_address_is_set_with_its_metadata_and_then_played(streamer: UpnpRenderer) -> None:
    refusal = await told(streamer, Play(URL))

    (first, medium), (second, _) = streamer.calls()
    assert refusal is None
    assert (first, second) == ("SetAVTransportURI", "Play")
    assert medium["CurrentURI"] == URL
    assert medium["CurrentURIMetaData"] == metadata_of(URL)


async def test_signs_of_markup_in_an_address_reach_the_renderer_as_they_are(
    streamer: UpnpRenderer,
) -> None:
    url = "http://192.168.71.9/a.mp3?x=1&y=<b>\"'&amp;]]>"

    await told(streamer, Play(url))

    (_, medium), _ = streamer.calls()
    (item,) = fromstring(medium["CurrentURIMetaData"])
    assert medium["CurrentURI"] == url
    assert item[-1].text == url


@pytest.mark.parametrize(
    ("url", "kind", "how", "title"),
    [
        ("http://a/b/First%20Light.flac", "musicTrack", "audio/flac", "First Light"),
        ("http://a/b.MP3?c=d.ogg", "musicTrack", "audio/mpeg", "b"),
        ("https://a/b.wav", "musicTrack", "audio/wav", "b"),
        ("http://radio.example/live", "audioBroadcast", "*", "live"),
        ("http://radio.example:8000/", "audioBroadcast", "*", "radio.example"),
        ("http://a/x.m3u8", "audioBroadcast", "*", "x"),
    ],
)
def test_metadata_says_class_and_kind_of_what_lies_there(
    url: str, kind: str, how: str, title: str
) -> None:
    (item,) = fromstring(metadata_of(url))

    said = {part.tag.rpartition("}")[2]: part for part in item}
    assert said["class"].text == f"object.item.audioItem.{kind}"
    assert said["title"].text == title
    assert said["res"].attrib == {"protocolInfo": f"http-get:*:{how}:*"}


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a/b.flac",
        "file:///etc/passwd",
        "http://a/\u00fc",
        "http://a/b\r\nX: y",
        "http://a/b\0",
        "http://a/ b",
        "http://a/b\n",
        "http://",
        "http:///b.flac",
        "http://[::1/b",
        "http://a/" + "x" * 2040,
        "a.flac",
    ],
)
async def test_address_that_no_streamer_plays_from_is_not_sent(
    streamer: UpnpRenderer, url: str
) -> None:
    assert await told(streamer, Play(url)) == "control.url_refused"
    assert streamer.calls() == []


async def test_input_is_nothing_that_renderers_know(streamer: UpnpRenderer) -> None:
    assert await told(streamer, SelectInput("Optical")) == "control.unsupported"
    assert streamer.calls() == []


@pytest.mark.parametrize(
    ("percent", "level"), [(0, "0"), (1, "1"), (21, "6"), (50, "15"), (100, "30"), (400, "30")]
)
async def test_volume_is_set_on_the_renderers_own_scale(
    streamer: UpnpRenderer, percent: int, level: str
) -> None:
    streamer.set_volume_range(30)

    await told(streamer, SetVolume(percent))

    [(_, said)] = streamer.calls()
    assert said["DesiredVolume"] == level


@given(st.integers(1, 100), st.data())
def test_volume_that_was_read_is_set_as_it_was(most: int, data: st.DataObject) -> None:
    level = data.draw(st.integers(0, most))

    percent = percent_of(str(level), maximum=str(most))

    assert percent is not None
    assert level_of(percent, maximum=str(most)) == str(level)


@given(st.integers(), st.text(max_size=8))
def test_any_volume_lies_on_the_scale(percent: int, maximum: str) -> None:
    level = level_of(percent, maximum=maximum)

    assert percent_of(level, maximum=maximum) is not None
    assert (level == "0") == (percent <= 0)


@given(st.integers(0, 24 * 3600))
def test_place_is_written_as_it_is_read(position_s: int) -> None:
    assert seconds_of(time_of(position_s)) == position_s


@pytest.mark.parametrize("duration", ["0:00:00", "NOT_IMPLEMENTED", ""])
async def test_live_stream_has_no_places(streamer: UpnpRenderer, duration: str) -> None:
    streamer.say_position(duration=duration)

    assert await told(streamer, Seek(3.0)) == "control.refused"
    assert streamer.calls() == []


async def test_length_that_is_refused_is_none(streamer: UpnpRenderer) -> None:
    streamer.fault(0, "GetPositionInfo", "701")

    assert await told(streamer, Seek(3.0)) == "control.refused"


@pytest.mark.parametrize(
    ("command", "action", "code", "expected"),
    [
        (Pause(), "Pause", "701", "control.refused"),
        (Next(), "Next", "711", "control.refused"),
        (Seek(1.0), "Seek", "710", "control.refused"),
        (Seek(1.0), "Seek", "711", "control.refused"),
        (Stop(), "Stop", "718", "control.refused"),
        (Stop(), "Stop", "705", "control.refused"),
        (Stop(), "Stop", "501", "control.refused"),
        (Stop(), "Stop", "", "control.refused"),
        (Stop(), "Stop", "9" * 5000, "control.refused"),
        (Pause(), "Pause", "401", "control.unsupported"),
        (Pause(), "Pause", "602", "control.unsupported"),
        (Play(), "Play", "716", "control.refused"),
        (Play(URL), "Play", "716", "control.url_refused"),
        (Play(URL), "Play", "704", "control.url_refused"),
        (Play(URL), "SetAVTransportURI", "714", "control.url_refused"),
        (Play(URL), "SetAVTransportURI", " 716 ", "control.url_refused"),
        (Play(URL), "SetAVTransportURI", "402", "control.url_refused"),
        (Play(URL), "SetAVTransportURI", "718", "control.refused"),
        (Play(URL), "SetAVTransportURI", "715", "control.refused"),
    ],
)
async def test_fault_of_the_renderer_is_our_refusal(
    streamer: UpnpRenderer, command: Command, action: str, code: str, expected: str
) -> None:
    streamer.fault(0, action, code)

    assert await told(streamer, command) == expected


async def test_nothing_is_played_where_the_address_was_refused(streamer: UpnpRenderer) -> None:
    streamer.fault(0, "SetAVTransportURI", "716")

    await told(streamer, Play(URL))

    assert [name for name, _ in streamer.calls()] == ["SetAVTransportURI"]


@pytest.mark.parametrize(("refused_times", "expected"), [(2, None), (9, "control.refused")])
async def test_renderer_that_is_not_ready_yet_is_asked_again(
    streamer: UpnpRenderer, refused_times: int, expected: str | None
) -> None:
    key = f"{BASE}/control0#Play"
    done = streamer.fetch.answers[key]
    assert isinstance(done, bytes)

    def answer() -> bytes:
        if streamer.asked("Play") <= refused_times:
            raise FaultToldError(fault_body("701"))
        return done

    streamer.fetch.answers[key] = answer
    playing = asyncio.ensure_future(told(streamer, Play(URL)))
    while not playing.done():
        await streamer.clock.advance(READY_AGAIN_S)
        await asyncio.wait((playing,), timeout=0.01)

    assert playing.result() == expected
    assert streamer.asked("Play") == min(refused_times + 1, 4)


async def test_going_on_is_asked_for_once(streamer: UpnpRenderer) -> None:
    streamer.fault(0, "Play", "701")

    assert await told(streamer, Play()) == "control.refused"
    assert streamer.asked("Play") == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"<Fault", b"<a/>", b"x" * (ACTION_BYTES + 1), b"<a>" * 60, b"<StopResponse/>"],
)
def test_answer_that_is_neither_done_nor_fault_is_malformed(content: bytes) -> None:
    with pytest.raises(MalformedAnswer):
        fault_of(content, "Pause")


@given(st.binary(max_size=300) | st.just(fault_body("x").replace(b"Fault", b"PauseResponse")))
def test_any_answer_is_done_a_fault_or_malformed(content: bytes) -> None:
    with suppress(MalformedAnswer):
        assert fault_of(content, "Pause") is None


@given(st.text(max_size=9), st.sampled_from(COMMANDS))
def test_every_no_has_its_sentence(fault: str, command: Command) -> None:
    refusal = refusal_of(fault, step=Step("SetAVTransportURI", {}), command=command)

    assert isinstance(refusal, Refused)
    assert refusal.code in known_codes()


async def test_volume_that_was_set_is_read_at_once(streamer: UpnpRenderer) -> None:
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)
    async with UpnpDriver().open(streamer.address, io) as connection:
        before = await connection.read_state()
        await connection.perform(SetVolume(60))
        streamer.say(1, "GetVolume", CurrentVolume="60")
        after = await connection.read_state()

    assert (before.state.volume, after.state.volume) == (37, 60)


async def test_volume_that_is_set_while_it_is_read_is_read_again(streamer: UpnpRenderer) -> None:
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)
    has_begun, may_end = asyncio.Event(), asyncio.Event()

    async def hold_the_first_level() -> None:
        if streamer.asked("GetMute") == 1 and not has_begun.is_set():
            has_begun.set()
            await may_end.wait()

    streamer.fetch.delay = hold_the_first_level
    async with UpnpDriver().open(streamer.address, io) as connection:
        reading = asyncio.ensure_future(connection.read_state())
        await has_begun.wait()
        await connection.perform(SetVolume(60))
        streamer.say(1, "GetVolume", CurrentVolume="60")
        may_end.set()
        early = await reading
        late = await connection.read_state()

    assert (early.state.volume, late.state.volume) == (37, 60)


def volumes(streamer: UpnpRenderer) -> list[str]:
    return [said["DesiredVolume"] for name, said in streamer.calls() if name == "SetVolume"]


@pytest.mark.parametrize(
    ("before", "after", "restored"),
    [("23", "0", ["23"]), ("23", "23", []), ("0", "0", []), ("x", "0", []), ("9" * 900, "0", [])],
)
async def test_volume_that_is_lost_by_muting_is_set_anew(
    streamer: UpnpRenderer, before: str, after: str, restored: list[str]
) -> None:
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)
    streamer.say(1, "GetVolume", CurrentVolume=before)
    async with UpnpDriver().open(streamer.address, io) as connection:
        await connection.perform(SetMute(is_muted=True))
        streamer.say(1, "GetVolume", CurrentVolume=after)
        await connection.perform(SetMute(is_muted=True))
        await connection.perform(SetMute(is_muted=False))
        await connection.perform(SetMute(is_muted=False))

    assert volumes(streamer) == restored


async def test_renderer_that_tells_no_volume_is_muted_all_the_same(streamer: UpnpRenderer) -> None:
    streamer.without("GetVolume")

    assert await told(streamer, SetMute(is_muted=True)) is None
    assert await told(streamer, SetMute(is_muted=False)) is None
    assert volumes(streamer) == []


async def test_volume_that_is_refused_keeps_nobody_from_muting(streamer: UpnpRenderer) -> None:
    streamer.fault(1, "GetVolume", "702")

    assert await told(streamer, SetMute(is_muted=True)) is None
