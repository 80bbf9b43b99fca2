"""Any UPnP MediaRenderer: its state, what plays, volume and mute; it obeys what it offers.

It tells by itself when something changes where its events reach this computer, and is asked from
time to time all the same. Imported by the host on another thread than the loop's: the library
behind it takes a quarter of a second to load.

Source: UPnP AVTransport:2 and RenderingControl:2.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from time import thread_time
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple
from urllib.parse import urljoin

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetMute, SetVolume
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import FETCH_SECONDS
from altrabits_desktop.contract.plain_text import plain_name
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from altrabits_desktop.streamers.drivers.driver import Reading, ToldFacts
from altrabits_desktop.streamers.drivers.time_limit import time_limit
from altrabits_desktop.streamers.drivers.upnp.actions import answer_of, values_of
from altrabits_desktop.streamers.drivers.upnp.desk import ReadingDesk
from altrabits_desktop.streamers.drivers.upnp.following import Following
from altrabits_desktop.streamers.drivers.upnp.metadata import (
    Track,
    percent_of,
    playback_of,
    seconds_of,
    title_in_address,
    track_of,
    truth_of,
)
from altrabits_desktop.streamers.drivers.upnp.obeying import Obeying
from altrabits_desktop.streamers.drivers.upnp.renderer import faults_told, open_renderer
from altrabits_desktop.streamers.drivers.upnp.writing import capabilities_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping

    from async_upnp_client.client import UpnpService

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.streamers.drivers.driver import (
        Connection,
        Driver,
        DriverAddress,
        DriverIo,
        News,
    )
    from altrabits_desktop.streamers.drivers.upnp.last_change import Part
    from altrabits_desktop.streamers.drivers.upnp.renderer import Renderer

POLL_PLAYING_S = 1.0
POLL_IDLE_S = 5.0
POLL_FOLLOWED_S = 5.0
"""While its changes come by themselves: for a sign of life, and in case one was lost."""
READING_EACH_S = 0.05
"""Renderers that play are asked twenty times a second together, each fifth second at most: one
reading takes the loop's time for some milliseconds, and anybody may announce sixty that play."""
TOLD_EACH_S = 0.1
"""However often it tells of changes, it is asked no oftener than sliders tell it of theirs."""
LEVEL_EVERY_S = 3.0
"""Volume and mute change rarely, and cost two requests."""
COSTLY_S = 0.005
"""Reading one answer takes a fraction of this; a renderer that costs more is asked less often."""

_Result = TypeVar("_Result")
_Arguments = TypeVarTuple("_Arguments")
_WORDS_MOST = 32
_MOVING = frozenset({Playback.PLAYING, Playback.LOADING})
_WITH_TRACK = frozenset({Playback.PLAYING, Playback.LOADING, Playback.PAUSED})


def make_driver() -> Driver:
    """Make the driver; the host calls this."""
    return UpnpDriver()


class UpnpDriver:
    """Opens connections to renderers.

    Args:
        time_limit_s: of opening, and of one reading, all requests together.
    """

    def __init__(self, *, time_limit_s: float = FETCH_SECONDS) -> None:
        self._time_limit_s = time_limit_s
        self._desk = ReadingDesk()
        self._playing: set[Connection] = set()

    @asynccontextmanager
    async def open(self, address: DriverAddress, io: DriverIo) -> AsyncIterator[Connection]:
        """Connect: read the description and what its services can do.

        Raises:
            NotReachable: no answer in time.
            MalformedAnswer: no renderer, or one whose services lie elsewhere.
        """
        async with time_limit(self._time_limit_s):
            renderer = await open_renderer(address, io, self._desk)
        connection = _UpnpConnection(
            renderer, address, io, time_limit_s=self._time_limit_s, playing=self._playing
        )
        try:
            yield connection
        finally:
            self._playing.discard(connection)


class _UpnpConnection:
    """An open renderer; holds no socket between requests.

    `playing` are all that are asked often, this one among them while it is.
    """

    def __init__(
        self,
        renderer: Renderer,
        address: DriverAddress,
        io: DriverIo,
        *,
        time_limit_s: float,
        playing: set[Connection],
    ) -> None:
        self._actions = renderer.actions
        self._obeying = Obeying(renderer, address, io)
        self._address = address
        self._io = io
        self._event_urls = renderer.event_urls
        self._is_followed = False
        self._fetch = io.fetch
        self._transport = renderer.transport
        self._rendering = renderer.rendering
        self._volume_maximum = renderer.volume_maximum
        self._clock = io.clock
        self._time_limit_s = time_limit_s
        self._facts = _facts(renderer)
        self._metadata = ""
        self._track = Track()
        self._level: tuple[int | None, bool | None] = (None, None)
        self._level_read_at_s = float("-inf")
        self._levels_set = 0
        self._offer_of = ("", Playback.UNKNOWN)
        self._now_told: tuple[str, ...] = ()
        self._costliest_s = 0.0
        self._playing = playing

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Give what the renderer's services offer, without what it said it cannot do just now."""
        offered = capabilities_of(self._actions, now_told=self._now_told)
        return offered | {Capability.EVENTS} if self._is_followed else offered

    async def read_state(self) -> Reading:
        """Ask for state, position and level; the time taken is that of the first answer."""
        self._costliest_s = 0.0
        async with time_limit(self._time_limit_s):
            asked_at_s = self._clock.steady_s()
            transport = await self._call(self._transport, "GetTransportInfo")
            took_s = self._clock.steady_s() - asked_at_s
            playback = playback_of(_text(transport, "CurrentTransportState"))
            playing = await self._now_playing() if playback in _WITH_TRACK else None
            await self._read_offer(playback)
            await self._read_level()
        volume, is_muted = self._level
        state = StreamerState(
            playback=playback, now_playing=playing, volume=volume, is_muted=is_muted
        )
        return Reading(state, self._facts, took_ms=took_s * 1000, asked_at_s=asked_at_s)

    async def watch(self) -> AsyncGenerator[News, None]:
        """Ask whenever it tells that something changed, and each fifth second.

        Each second while it plays where its events do not come, of many that play less often. Each
        fifth, too, where its answers cost too much.
        """
        following = Following(self._event_urls, self._address, self._io)
        following.start()
        told: frozenset[Part] = frozenset()
        try:
            while True:
                begun_at_s = self._clock.steady_s()
                if told:
                    # Of both services one tells first: what the other one will tell is asked now.
                    self._level_read_at_s = float("-inf")
                reading = await self.read_state()
                following.note(reading.state, was_told=bool(told))
                yield reading
                self._is_followed = following.is_live
                told = await following.wait(self._pause_s(reading.state.playback))
                if told:
                    await self._clock.sleep(self._gap_s(begun_at_s))
        finally:
            self._is_followed = False
            await following.stop()

    async def perform(self, command: Command) -> Reading | None:
        """Call the actions of a command; a volume that is set is read anew afterwards."""
        try:
            async with time_limit(self._time_limit_s):
                await self._obeying.perform(command)
            # Its answers say nothing of how it is.
            return None
        finally:
            # It may have been done even where no answer came.
            if isinstance(command, SetVolume | SetMute):
                self._levels_set += 1
                self._level_read_at_s = float("-inf")

    def _gap_s(self, begun_at_s: float) -> float:
        """Give what is left of the rest between two readings, long where many tell something."""
        self._playing.add(self)
        each_s = min(max(TOLD_EACH_S, len(self._playing) * READING_EACH_S), POLL_PLAYING_S)
        return begun_at_s + each_s - self._clock.steady_s()

    def _pause_s(self, playback: Playback) -> float:
        if self._is_followed and self._costliest_s <= COSTLY_S:
            self._playing.discard(self)
            return POLL_FOLLOWED_S
        if playback not in _MOVING or self._costliest_s > COSTLY_S:
            self._playing.discard(self)
            return POLL_IDLE_S
        self._playing.add(self)
        return min(max(POLL_PLAYING_S, len(self._playing) * READING_EACH_S), POLL_IDLE_S)

    async def _now_playing(self) -> NowPlaying | None:
        position = await self._call_if_offered(self._transport, "GetPositionInfo")
        metadata = _text(position, "TrackMetaData") or _text(position, "TrackURI")
        if metadata != self._metadata:
            self._track = await self._track_of(position)
            self._metadata = metadata
        duration_s = seconds_of(_text(position, "TrackDuration"))
        position_s = seconds_of(_text(position, "RelTime"))
        if not self._track.is_named and position_s is None:
            return None
        return NowPlaying(
            title=self._track.title,
            artist=self._track.artist,
            album=self._track.album,
            station=self._track.station,
            audio_format=self._track.audio_format,
            position_s=position_s,
            duration_s=duration_s or None,
        )

    async def _track_of(self, position: Mapping[str, str]) -> Track:
        track = self._timed(track_of, _text(position, "TrackMetaData"))
        if track.is_named:
            return track
        media = await self._call_if_offered(self._transport, "GetMediaInfo")
        track = self._timed(track_of, _text(media, "CurrentURIMetaData"))
        if track.is_named:
            return track
        return Track(title=title_in_address(_text(position, "TrackURI")))

    async def _read_offer(self, playback: Playback) -> None:
        """Ask what it would obey now, once a track and state; many renderers do not say."""
        if self._offer_of == (self._metadata, playback):
            return
        said = await self._call_if_offered(self._transport, "GetCurrentTransportActions")
        self._now_told = tuple(_text(said, "Actions").split(",")[:_WORDS_MOST])
        self._offer_of = (self._metadata, playback)

    async def _read_level(self) -> None:
        now_s = self._clock.steady_s()
        if self._rendering is None or now_s - self._level_read_at_s < LEVEL_EVERY_S:
            return
        levels_set = self._levels_set
        volume = await self._call_if_offered(self._rendering, "GetVolume", Channel="Master")
        mute = await self._call_if_offered(self._rendering, "GetMute", Channel="Master")
        percent = percent_of(_text(volume, "CurrentVolume"), maximum=self._volume_maximum)
        self._level = (percent, truth_of(_text(mute, "CurrentMute")))
        if self._levels_set == levels_set:
            self._level_read_at_s = now_s

    async def _call(self, service: UpnpService, action: str, **arguments: str) -> Mapping[str, str]:
        content = await answer_of(
            service.action(action),
            {"InstanceID": "0", **arguments},
            address=self._address,
            fetch=self._fetch,
        )
        return self._timed(values_of, content, action)

    async def _call_if_offered(
        self, service: UpnpService, action: str, **arguments: str
    ) -> Mapping[str, str]:
        # Optional parts may be missing, refused or broken; what remains is still worth showing.
        if not service.has_action(action):
            return {}
        try:
            return await self._call(service, action, **arguments)
        except MalformedAnswer:
            return {}

    def _timed(self, read: Callable[[*_Arguments], _Result], *arguments: *_Arguments) -> _Result:
        # The thread's own time: other threads may keep it from its work for as long again.
        begun_at_s = thread_time()
        try:
            return read(*arguments)
        finally:
            self._costliest_s = max(self._costliest_s, thread_time() - begun_at_s)


def _facts(renderer: Renderer) -> ToldFacts:
    device = renderer.device
    page = device.presentation_url
    with faults_told():
        return ToldFacts(
            name=plain_name(device.friendly_name),
            product=plain_name(device.model_name),
            maker=plain_name(device.manufacturer),
            model_note=plain_name(device.model_number),
            udn=plain_name(renderer.udn),
            page_url=urljoin(device.device_url, page) if page else None,
        )


def _text(answer: Mapping[str, str], name: str) -> str:
    return answer.get(name, "")
