"""Streamers behind a driver of the test, with a real registry, host and connections before them."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import StreamerSilent
from altrabits_desktop.contract.streamers import (
    Depth,
    DriverId,
    HeardBy,
    Playback,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.contract.upkeep import LogLines
from altrabits_desktop.streamers.connections import (
    Connections,
)
from altrabits_desktop.streamers.drivers.driver import (
    Connection,
    Driver,
    DriverAddress,
    DriverIo,
    News,
    Reading,
    Recognition,
    ToldFacts,
)
from altrabits_desktop.streamers.drivers.host import Host
from altrabits_desktop.streamers.registry import Registry
from tests.fakes.clock import FakeClock, settled
from tests.fakes.fetch import FakeFetch, hang
from tests.fakes.streamers import ADDRESS, a_sighting

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator, Callable

    from altrabits_desktop.contract.capabilities import Capability
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.upkeep import Inquiry, Told
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.streamers.sighting import Sighting

ELSEWHERE = "192.168.71.99"

URL = f"http://{ADDRESS}/api/v1"


class Far:
    """A streamer as its driver meets it."""

    def __init__(self, has_read: asyncio.Event) -> None:
        self._has_read = has_read
        self.news: asyncio.Queue[News | Exception] = asyncio.Queue()
        self.opened = 0
        self.open_now = 0
        self.reads = 0
        self.refusal: Exception | None = None
        self.is_hanging = False
        self.opens_after_s = 0.0
        self.closed_urls: set[str] = set()
        self.broken_urls: set[str] = set()
        self.told: dict[str, Any] = {}
        self.has_kept_facts = False
        """Whether a connection goes on telling what it was told when it was opened."""
        self.commands: list[Command] = []
        self.refused_command: Exception | None = None
        self.answer_to_command: Reading | None = None
        self.inquiries: list[Inquiry] = []
        self.answer_to_inquiry: Told = LogLines()
        self.volume: int | None = None
        self.asked_at_s: float | None = None

    async def read(self, told: dict[str, Any]) -> Reading:
        self.reads += 1
        self._has_read.set()
        if self.is_hanging:
            await hang()
        if self.refusal is not None:
            raise self.refusal
        state = StreamerState(playback=Playback.PLAYING, volume=self.volume)
        said = told if self.has_kept_facts else self.told
        return Reading(state, ToldFacts(**said), took_ms=4.0, asked_at_s=self.asked_at_s)


class FarDriver:
    """Opens connections to `Far` streamers, by address."""

    def __init__(self) -> None:
        self._has_read = asyncio.Event()
        self.far: dict[str, Far] = {}
        self.tell_url: Callable[[str], object] = lambda _: None

    def at(self, address: str) -> Far:
        return self.far.setdefault(address, Far(self._has_read))

    @property
    def reads(self) -> int:
        return sum(far.reads for far in self.far.values())

    async def until_reads(self, reads: int) -> None:
        """Wait on a condition: the host loads drivers on another thread."""
        async with asyncio.timeout(5):
            while self.reads < reads:
                self._has_read.clear()
                await self._has_read.wait()
        await settled()

    @asynccontextmanager
    async def open(self, address: DriverAddress, io: DriverIo) -> AsyncIterator[Connection]:
        far = self.at(address.address)
        far.opened += 1
        self.tell_url(address.url)
        if far.opens_after_s:
            await io.clock.sleep(far.opens_after_s)
        if address.url in far.broken_urls:
            raise KeyError("odd")
        if address.url in far.closed_urls:
            raise StreamerSilent("streamer.silent")
        far.open_now += 1
        try:
            yield FarConnection(far)
        finally:
            far.open_now -= 1


class FarConnection:
    """Keeps `Connection`."""

    def __init__(self, far: Far) -> None:
        self.far = far
        self._told = far.told

    async def perform(self, command: Command) -> Reading | None:
        if self.far.refused_command is not None:
            raise self.far.refused_command
        self.far.commands.append(command)
        if isinstance(command, SetVolume):
            self.far.volume = command.volume
        return self.far.answer_to_command

    async def tell(self, inquiry: Inquiry) -> Told:
        if self.far.refused_command is not None:
            raise self.far.refused_command
        self.far.inquiries.append(inquiry)
        return self.far.answer_to_inquiry

    @property
    def capabilities(self) -> frozenset[Capability]:
        return frozenset()

    async def read_state(self) -> Reading:
        return await self.far.read(self._told)

    async def watch(self) -> AsyncGenerator[News, None]:
        while True:
            latest = await self.far.news.get()
            if isinstance(latest, Exception):
                raise latest
            yield latest


class House:
    """Real registry, host and connections over far streamers of the test."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.registry = Registry(clock=self.clock, publish=self._publish, recognise=self._recognise)
        self.driver = FarDriver()
        self.knocked: list[str] = []
        self.is_at_home = True
        self.is_hanging_at_home = False
        self.is_cut_off = False
        self.is_told = True
        self.shallow_ways: frozenset[HeardBy] = frozenset()
        self.connections = Connections(
            registry=self.registry,
            host=Host(io=DriverIo(fetch=FakeFetch(), clock=self.clock), load=self._load),
            clock=self.clock,
            knock=self._knock,
            chance=lambda: 1.0,
        )

    def _publish(self, changes: Changes) -> None:
        # The feed tells later, on a turn of its own.
        if self.is_told:
            asyncio.get_running_loop().call_soon(self.connections.follow, changes)

    def _recognise(self, sighting: Sighting) -> Recognition | None:
        if sighting.control_url is None:
            return None
        address = DriverAddress(sighting.address, sighting.control_url)
        is_shallow = sighting.heard_by in self.shallow_ways
        depth = Depth.STANDARD if is_shallow else Depth.MANAGED
        return Recognition(DriverId("far"), depth, address)

    def _load(self, _driver_id: DriverId) -> Driver:
        return self.driver

    async def _knock(self, address: str) -> None:
        self.knocked.append(address)
        if self.is_cut_off or (self.is_hanging_at_home and address == ADDRESS):
            await hang()
        if not self.is_at_home:
            raise StreamerSilent("streamer.silent")

    def hear(self, **said: Any) -> StreamerId:  # noqa: ANN401 # fields of a sighting
        plain = {"heard_at": self.clock.now(), "control_url": URL, "api_id": "d"}
        streamer_id = self.registry.hear(a_sighting(**{**plain, **said}))
        assert streamer_id is not None
        return streamer_id

    def streamer(self) -> Streamer:
        (streamer,) = self.registry.streamers()
        return streamer

    @property
    def far(self) -> Far:
        return self.driver.at(ADDRESS)

    async def connected(self) -> Far:
        """Hear the streamer, and wait until it is watched."""
        self.hear()
        await self.driver.until_reads(1)
        return self.far
