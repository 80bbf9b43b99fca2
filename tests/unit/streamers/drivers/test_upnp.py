from __future__ import annotations

import asyncio
import subprocess
import sys
from contextlib import aclosing
from dataclasses import replace

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SelectInput, Setting
from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from altrabits_desktop.streamers.drivers.driver import Driver, DriverIo, Reading, ToldFacts
from altrabits_desktop.streamers.drivers.upnp.driver import (
    LEVEL_EVERY_S,
    POLL_IDLE_S,
    POLL_PLAYING_S,
    UpnpDriver,
)
from tests.fakes.renderer import (
    BASE,
    RENDERING,
    TRANSPORT,
    UpnpRenderer,
    description,
    didl,
)
from tests.harness.driver_suite import DriverSuite, read_once
from tests.harness.every_command import COMMANDS


@pytest.fixture
def streamer() -> UpnpRenderer:
    return UpnpRenderer()


@pytest.fixture
def io(streamer: UpnpRenderer) -> DriverIo:
    return DriverIo(fetch=streamer.fetch, clock=streamer.clock)


class TestUpnpDriver(DriverSuite):
    performs = tuple(one for one in COMMANDS if not isinstance(one, SelectInput | Setting))

    def driver(self, *, time_limit_s: float = 5.0) -> Driver:
        return UpnpDriver(time_limit_s=time_limit_s)


@pytest.mark.asyncio(loop_factories=["plain", "qt"])
async def test_reading_holds_what_was_said(streamer: UpnpRenderer) -> None:
    reading = await read_once(UpnpDriver(), streamer)

    assert reading.facts == ToldFacts(
        name="Living room",
        product="Model",
        maker="Maker",
        model_note="1.2",
        udn="u1",
        page_url=f"{BASE}/page",
    )
    assert reading.state == StreamerState(
        playback=Playback.PLAYING,
        now_playing=NowPlaying(
            title="First Light",
            audio_format="FLAC 44.1 kHz / 16 bit",
            position_s=65.0,
            duration_s=180.0,
        ),
        volume=37,
        is_muted=False,
    )


async def test_the_device_that_was_announced_is_read_of_several(streamer: UpnpRenderer) -> None:
    one = device(description())
    other = device(description(name="Kitchen")).replace("uuid:u1", "uuid:U2")
    streamer.describe(root(f"<device><deviceList>{one}{other}</deviceList></device>"))
    streamer.address = replace(streamer.address, udn="u2")

    facts = (await read_once(UpnpDriver(), streamer)).facts

    assert (facts.udn, facts.name) == ("u2", "Kitchen")


async def test_one_that_is_announced_as_the_device_around_it_is_itself(
    streamer: UpnpRenderer,
) -> None:
    box = f"<device><UDN>uuid:box</UDN><deviceList>{device(description())}</deviceList></device>"
    streamer.describe(root(box))
    streamer.address = replace(streamer.address, udn="box")

    facts = (await read_once(UpnpDriver(), streamer)).facts

    assert (facts.udn, facts.name) == ("box", "Living room")


async def test_another_renderer_than_was_announced_says_who_it_is(streamer: UpnpRenderer) -> None:
    streamer.address = replace(streamer.address, udn="who was here before")

    facts = (await read_once(UpnpDriver(), streamer)).facts

    assert facts.udn == "u1"


def device(text: str) -> str:
    """Give the device of a description."""
    return text[text.index("<device>") : -len("</root>")]


def root(devices: str) -> str:
    """Make a description of devices."""
    return f'<root xmlns="urn:schemas-upnp-org:device-1-0">{devices}</root>'


async def test_stopped_renderer_plays_nothing(streamer: UpnpRenderer) -> None:
    streamer.say_state("STOPPED")

    state = (await read_once(UpnpDriver(), streamer)).state

    assert (state.playback, state.now_playing) == (Playback.STOPPED, None)
    assert streamer.asked("GetPositionInfo") == 0


async def test_live_stream_has_no_duration(streamer: UpnpRenderer) -> None:
    streamer.say_position(duration="0:00:00", position="NOT_IMPLEMENTED")

    playing = (await read_once(UpnpDriver(), streamer)).state.now_playing

    assert playing is not None
    assert (playing.position_s, playing.duration_s) == (None, None)


async def test_track_without_metadata_is_named_by_its_medium(streamer: UpnpRenderer) -> None:
    streamer.say_position(metadata="NOT_IMPLEMENTED")
    streamer.say(0, "GetMediaInfo", NrTracks="1", CurrentURI="", CurrentURIMetaData=didl("Album"))

    playing = (await read_once(UpnpDriver(), streamer)).state.now_playing

    assert playing is not None
    assert playing.title == "Album"


async def test_track_without_any_metadata_is_named_by_its_file(streamer: UpnpRenderer) -> None:
    streamer.say_position(metadata="", url=f"{BASE}/music/First%20Light.flac")
    streamer.without("GetMediaInfo")

    playing = (await read_once(UpnpDriver(), streamer)).state.now_playing

    assert playing is not None
    assert playing.title == "First Light"


async def test_renderer_that_names_nothing_shows_nothing(streamer: UpnpRenderer) -> None:
    streamer.refuse(0, "GetPositionInfo")

    state = (await read_once(UpnpDriver(), streamer)).state

    assert (state.playback, state.now_playing) == (Playback.PLAYING, None)


async def test_renderer_without_volume_is_still_shown(streamer: UpnpRenderer, io: DriverIo) -> None:
    streamer.describe(description(types=(TRANSPORT,)))

    async with UpnpDriver().open(streamer.address, io) as connection:
        state = (await connection.read_state()).state

    assert (state.volume, state.is_muted) == (None, None)
    assert Capability.NOW_PLAYING in connection.capabilities
    assert Capability.VOLUME not in connection.capabilities


async def test_position_is_offered_only_where_it_is(streamer: UpnpRenderer, io: DriverIo) -> None:
    streamer.without("GetPositionInfo")

    async with UpnpDriver().open(streamer.address, io) as connection:
        assert Capability.VOLUME in connection.capabilities
        assert Capability.NOW_PLAYING not in connection.capabilities


@pytest.mark.parametrize(
    ("volume_range", "said", "volume"),
    [
        ("<allowedValueRange><maximum>50</maximum></allowedValueRange>", "20", 40),
        ("<allowedValueRange><maximum>loud</maximum></allowedValueRange>", "20", 20),
        ("<allowedValueRange><maximum>0</maximum></allowedValueRange>", "20", 20),
        ("", "0", 0),
        ("", "101", None),
        ("", "-5", None),
        ("", "NOT_IMPLEMENTED", None),
        ("", "9" * 5000, None),
    ],
)
async def test_volume_is_read_on_the_renderers_own_scale(
    streamer: UpnpRenderer, volume_range: str, said: str, volume: int | None
) -> None:
    streamer.offer_rendering(
        {"GetVolume": ["CurrentVolume"], "GetMute": ["CurrentMute"]}, volume_range=volume_range
    )
    streamer.say(1, "GetVolume", CurrentVolume=said)

    assert (await read_once(UpnpDriver(), streamer)).state.volume == volume


async def test_soap_fault_of_a_needed_action_is_malformed(streamer: UpnpRenderer) -> None:
    fault = (
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>'
        "<detail><errorCode>x</errorCode></detail></s:Fault></s:Body></s:Envelope>"
    )
    streamer.fetch.answers[f"{BASE}/control0#GetTransportInfo"] = fault.encode()

    with pytest.raises(MalformedAnswer):
        await read_once(UpnpDriver(), streamer)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://192.168.71.99/",
        "http://127.0.0.1:631/",
        "//192.168.71.99/",
        "http://evil.example/",
        "http://user@192.168.71.30/",
        "file:///etc/passwd",
        "http://[::1/",
    ],
)
@pytest.mark.parametrize("part", ["control", "document"])
async def test_service_at_another_address_is_refused(
    streamer: UpnpRenderer, elsewhere: str, part: str
) -> None:
    parts = {"control": "/control", "document": "/scpd", part: elsewhere}
    streamer.describe(description(control=parts["control"], document=parts["document"]))

    with pytest.raises(MalformedAnswer):
        await read_once(UpnpDriver(), streamer)
    assert streamer.fetch.hosts == {streamer.address.address}


@pytest.mark.parametrize(
    "text",
    [
        description(types=()),
        description(types=(RENDERING,)),
        "<root/>",
        description().replace("urn:schemas-upnp-org:device-1-0", "urn:other"),
    ],
)
async def test_what_cannot_play_is_no_renderer(streamer: UpnpRenderer, text: str) -> None:
    streamer.describe(text)

    with pytest.raises(MalformedAnswer):
        await read_once(UpnpDriver(), streamer)


async def test_transport_without_a_state_is_no_renderer(streamer: UpnpRenderer) -> None:
    streamer.without("GetTransportInfo")

    with pytest.raises(MalformedAnswer):
        await read_once(UpnpDriver(), streamer)


BROKEN_SERVICES = {
    "empty": "",
    "unknown variable": (
        "<actionList><action><name>GetTransportInfo</name><argumentList><argument>"
        "<name>a</name><direction>out</direction>"
        "<relatedStateVariable>missing</relatedStateVariable>"
        "</argument></argumentList></action></actionList>"
    ),
    "untyped variable": (
        "<serviceStateTable><stateVariable><name>a</name></stateVariable></serviceStateTable>"
    ),
}


@pytest.mark.parametrize("kind", BROKEN_SERVICES)
async def test_broken_service_is_malformed(streamer: UpnpRenderer, kind: str) -> None:
    broken = f'<scpd xmlns="urn:schemas-upnp-org:service-1-0">{BROKEN_SERVICES[kind]}</scpd>'
    streamer.fetch.answers[f"{BASE}/scpd0"] = broken.encode()

    with pytest.raises(MalformedAnswer):
        await read_once(UpnpDriver(), streamer)


async def test_service_that_is_silent_is_not_reachable(streamer: UpnpRenderer) -> None:
    streamer.fetch.answers[f"{BASE}/scpd0"] = NotReachable("streamer.unreachable")

    with pytest.raises(NotReachable):
        await read_once(UpnpDriver(), streamer)


async def test_page_that_is_no_address_is_left_out(streamer: UpnpRenderer) -> None:
    streamer.describe(description(page=""))

    assert (await read_once(UpnpDriver(), streamer)).facts.page_url is None


async def test_page_that_breaks_the_reader_is_malformed(streamer: UpnpRenderer) -> None:
    streamer.describe(description(page="http://[::1/"))

    with pytest.raises(MalformedAnswer):
        await read_once(UpnpDriver(), streamer)


@pytest.mark.parametrize(
    ("state", "pause_s"),
    [
        ("PLAYING", POLL_PLAYING_S),
        ("TRANSITIONING", POLL_PLAYING_S),
        ("PAUSED_PLAYBACK", POLL_IDLE_S),
        ("NO_MEDIA_PRESENT", POLL_IDLE_S),
    ],
)
async def test_asks_each_second_while_it_plays_and_each_fifth_else(
    streamer: UpnpRenderer, io: DriverIo, state: str, pause_s: float
) -> None:
    streamer.say_state(state)
    async with (
        UpnpDriver().open(streamer.address, io) as connection,
        aclosing(connection.watch()) as news,
    ):
        await anext(news)
        asking = asyncio.ensure_future(anext(news))
        await streamer.clock.advance(pause_s - 0.01)
        early = streamer.asked("GetTransportInfo")
        await streamer.clock.advance(0.01)
        await asking

    assert (early, streamer.asked("GetTransportInfo")) == (1, 2)


async def test_volume_is_asked_less_often(streamer: UpnpRenderer, io: DriverIo) -> None:
    async with UpnpDriver().open(streamer.address, io) as connection:
        await connection.read_state()
        streamer.say(1, "GetVolume", CurrentVolume="38")
        still = await connection.read_state()
        streamer.clock.move(LEVEL_EVERY_S)
        fresh = await connection.read_state()

    assert (still.state.volume, fresh.state.volume) == (37, 38)
    assert streamer.asked("GetMute") == 2


async def test_medium_is_asked_once_a_track(streamer: UpnpRenderer, io: DriverIo) -> None:
    streamer.say_position(metadata="", url=f"{BASE}/a.flac")
    async with UpnpDriver().open(streamer.address, io) as connection:
        for _ in range(3):
            await connection.read_state()
        streamer.say_position(metadata="", url=f"{BASE}/b.flac")
        reading: Reading = await connection.read_state()

    assert streamer.asked("GetMediaInfo") == 2
    assert reading.state.now_playing is not None
    assert reading.state.now_playing.title == "b"


async def test_no_request_names_a_host_header_of_the_library(streamer: UpnpRenderer) -> None:
    await read_once(UpnpDriver(), streamer)

    posts = [request for request in streamer.fetch.requests if request.method == "POST"]
    assert posts
    assert not any("host" in map(str.lower, request.headers) for request in posts)
    assert all(b"<InstanceID>0</InstanceID>" in request.content for request in posts)


def test_library_is_not_loaded_before_a_renderer_is_opened() -> None:
    program = (
        "import sys\n"
        "from altrabits_desktop.streamers.drivers.catalog import Catalog\n"
        "from altrabits_desktop.streamers.drivers import host\n"
        "Catalog.bundled()\n"
        "print(sorted({'aiohttp', 'async_upnp_client', 'httpx', 'msgspec'} & set(sys.modules)))\n"
    )

    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )

    assert (said.stdout, said.stderr) == ("[]\n", "")
