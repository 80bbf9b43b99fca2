"""What a renderer is said to be able to do: what its services offer, and nothing else."""

from __future__ import annotations

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
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.streamers.drivers.driver import DriverIo
from altrabits_desktop.streamers.drivers.upnp.driver import UpnpDriver
from tests.fakes.renderer import TRANSPORT, UpnpRenderer, description
from tests.harness.driver_suite import refusal_of

if TYPE_CHECKING:
    from altrabits_desktop.streamers.drivers.driver import Connection

URL = "http://192.168.71.9/a.flac"
PLAYING = {
    *(Capability.STATE, Capability.NOW_PLAYING, Capability.VOLUME, Capability.CONTROL),
    *(Capability.PAUSE, Capability.PLAY_URL, Capability.SKIP, Capability.SEEK),
    *(Capability.SET_VOLUME, Capability.MUTE),
}


@pytest.fixture
def streamer() -> UpnpRenderer:
    return UpnpRenderer()


async def told(streamer: UpnpRenderer, command: Command) -> str | None:
    """Perform, and give the code of the refusal."""
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)
    async with UpnpDriver().open(streamer.address, io) as connection:
        return await refusal_of(connection, command)


async def capabilities(streamer: UpnpRenderer) -> frozenset[Capability]:
    """Open, read, and give what is offered then."""
    connection: Connection
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)
    async with UpnpDriver().open(streamer.address, io) as connection:
        await connection.read_state()
        return connection.capabilities


@pytest.mark.parametrize(
    ("missing", "command", "capability"),
    [
        ("Pause", Pause(), Capability.PAUSE),
        ("Stop", Stop(), Capability.CONTROL),
        ("Play", Play(), Capability.CONTROL),
        ("Play", Play(URL), Capability.PLAY_URL),
        ("SetAVTransportURI", Play(URL), Capability.PLAY_URL),
        ("Next", Next(), Capability.SKIP),
        ("Previous", Previous(), Capability.SKIP),
        ("Seek", Seek(1.0), Capability.SEEK),
        ("GetPositionInfo", Seek(1.0), Capability.SEEK),
        ("SetVolume", SetVolume(1), Capability.SET_VOLUME),
        ("SetMute", SetMute(is_muted=True), Capability.MUTE),
    ],
)
async def test_what_is_not_offered_is_neither_named_nor_sent(
    streamer: UpnpRenderer, missing: str, command: Command, capability: Capability
) -> None:
    streamer.without(missing)

    assert await told(streamer, command) == "control.unsupported"
    assert streamer.calls() == []
    assert capability not in await capabilities(streamer)


async def test_renderer_without_pause_still_plays_and_stops(streamer: UpnpRenderer) -> None:
    streamer.without("Pause")

    assert await capabilities(streamer) == PLAYING - {Capability.PAUSE}
    assert await told(streamer, Play()) is None
    assert await told(streamer, Stop()) is None


async def test_renderer_without_volume_obeys_all_else(streamer: UpnpRenderer) -> None:
    streamer.describe(description(types=(TRANSPORT,)))

    levels = {Capability.VOLUME, Capability.SET_VOLUME, Capability.MUTE}
    assert await capabilities(streamer) == PLAYING - levels
    assert await told(streamer, SetVolume(3)) == "control.unsupported"


@pytest.mark.parametrize(
    ("modes", "can_seek"),
    [((), True), (("TRACK_NR", "REL_TIME"), True), ((" REL_TIME ",), True), (("TRACK_NR",), False)],
)
async def test_places_are_offered_where_they_can_be_told_in_time(
    streamer: UpnpRenderer, modes: tuple[str, ...], can_seek: bool
) -> None:
    streamer.seek_by(*modes)

    assert (Capability.SEEK in await capabilities(streamer)) == can_seek
    assert (await told(streamer, Seek(3.0)) is None) == can_seek


@pytest.mark.parametrize(
    ("actions", "closed"),
    [
        ("Play,Pause,Stop,Seek,Next,Previous", set()),
        ("PAUSE, STOP, SEEK", {Capability.SKIP}),
        ("Stop,Next", {Capability.SEEK}),
        ("Play", {Capability.SEEK, Capability.SKIP}),
        ("", set()),
        (" , ", set()),
    ],
)
async def test_what_cannot_be_done_just_now_is_not_named(
    streamer: UpnpRenderer, actions: str, closed: set[Capability]
) -> None:
    streamer.offer_now(actions)

    assert await capabilities(streamer) == PLAYING - closed


async def test_offer_of_the_moment_is_asked_once_a_state(streamer: UpnpRenderer) -> None:
    streamer.offer_now("Play,Stop")
    io = DriverIo(fetch=streamer.fetch, clock=streamer.clock)
    async with UpnpDriver().open(streamer.address, io) as connection:
        for state in ("PLAYING", "PLAYING", "PAUSED_PLAYBACK", "PAUSED_PLAYBACK"):
            streamer.say_state(state)
            await connection.read_state()

    assert streamer.asked("GetCurrentTransportActions") == 2
