from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable, StreamerSilent
from altrabits_desktop.contract.streamers import (
    Depth,
    DriverId,
    Playback,
    Presence,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.streamers import connections as module
from altrabits_desktop.streamers.connections import (
    KNOCK_EVERY_S,
    MEASURED_EVERY_S,
    Connections,
)
from altrabits_desktop.streamers.drivers.driver import (
    Capability,
    Connection,
    Driver,
    DriverAddress,
    DriverIo,
    News,
    Reading,
    Recognition,
    StillThere,
    ToldFacts,
)
from altrabits_desktop.streamers.drivers.host import Host
from altrabits_desktop.streamers.registry import Registry
from tests.fakes.clock import FakeClock, settled
from tests.fakes.fetch import FakeFetch, hang
from tests.fakes.streamers import ADDRESS, a_sighting

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

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
        self.told: dict[str, Any] = {}

    async def read(self) -> Reading:
        self.reads += 1
        self._has_read.set()
        if self.is_hanging:
            await hang()
        if self.refusal is not None:
            raise self.refusal
        state = StreamerState(playback=Playback.PLAYING)
        return Reading(state, ToldFacts(**self.told), took_ms=4.0)


class FarDriver:
    """Opens connections to `Far` streamers, by address."""

    def __init__(self) -> None:
        self._has_read = asyncio.Event()
        self.far: dict[str, Far] = {}

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
        far.open_now += 1
        try:
            yield FarConnection(far)
        finally:
            far.open_now -= 1


class FarConnection:
    """Keeps `Connection`."""

    def __init__(self, far: Far) -> None:
        self.far = far

    @property
    def capabilities(self) -> frozenset[Capability]:
        return frozenset()

    async def read_state(self) -> Reading:
        return await self.far.read()

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
        self.is_told = True
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
        return Recognition(DriverId("far"), Depth.MANAGED, address)

    def _load(self, _driver_id: DriverId) -> Driver:
        return self.driver

    async def _knock(self, address: str) -> None:
        self.knocked.append(address)
        if not self.is_at_home:
            raise StreamerSilent("streamer.silent")

    def hear(self, **said: Any) -> StreamerId:  # noqa: ANN401 # fields of a sighting
        plain = {"heard_at": self.clock.now(), "control_url": URL, "device_id": "d"}
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


@pytest.fixture
async def house() -> AsyncIterator[House]:
    house = House()
    yield house
    await house.connections.stop()
    assert all(far.open_now == 0 for far in house.driver.far.values())
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_listed_streamer_is_opened_and_read(house: House) -> None:
    far = await house.connected()

    assert (far.opened, far.reads) == (1, 1)
    state = house.streamer().state
    assert state is not None
    assert state.playback is Playback.PLAYING
    assert house.streamer().answers[0].took_ms == 4.0


async def test_streamers_listed_before_the_start_are_opened_too(house: House) -> None:
    house.is_told = False
    house.hear()
    await settled()

    house.connections.start()
    await house.driver.until_reads(1)

    assert house.far.opened == 1


async def test_news_reach_the_registry(house: House) -> None:
    far = await house.connected()

    far.news.put_nowait(Reading(StreamerState(volume=12), ToldFacts(name="Hall")))
    await settled()

    assert house.streamer().name == "Hall"
    assert house.streamer().state == StreamerState(volume=12)


async def test_keep_alive_is_a_sign_of_life(house: House) -> None:
    far = await house.connected()
    house.clock.move(4)

    far.news.put_nowait(StillThere())
    await settled()

    assert house.registry.silence_s(house.streamer().id) == 0


async def test_silent_news_are_measured_now_and_then(house: House) -> None:
    far = await house.connected()

    for _ in range(int(MEASURED_EVERY_S / 3) + 1):
        house.clock.move(3)
        far.news.put_nowait(StillThere())
        await settled()

    assert far.reads == 2
    assert len(house.streamer().answers) == 2


async def test_measured_news_need_no_further_question(house: House) -> None:
    far = await house.connected()

    for _ in range(int(MEASURED_EVERY_S) * 2):
        house.clock.move(1)
        far.news.put_nowait(Reading(StreamerState(), ToldFacts(), took_ms=2.0))
        await settled()

    assert far.reads == 1


async def test_lost_streamer_is_doubted_and_tried_once_at_once(house: House) -> None:
    far = await house.connected()
    house.clock.move(60)
    far.refusal = NotReachable("streamer.unreachable")

    far.news.put_nowait(StreamerSilent("streamer.silent"))
    await settled()

    assert house.streamer().presence is Presence.CHECKING
    assert far.opened == 2


async def test_streamer_that_answers_the_second_try_is_no_longer_doubted(house: House) -> None:
    far = await house.connected()
    house.clock.move(60)

    far.news.put_nowait(StreamerSilent("streamer.silent"))
    await settled()

    assert house.streamer().presence is Presence.ANSWERING
    assert (far.opened, far.open_now) == (2, 1)


async def test_tries_are_made_with_growing_pauses(house: House) -> None:
    house.far.refusal = MalformedAnswer("odd")
    house.hear()
    await house.driver.until_reads(2)

    tries = []
    for _ in range(70):
        await house.clock.advance(1)
        tries.append(house.far.reads)

    assert tries[0] == 3
    assert tries[2] == 4
    assert tries[6] == 5
    assert tries[-1] <= 8


async def test_connection_that_breaks_at_once_is_not_hammered(house: House) -> None:
    far = await house.connected()
    for _ in range(5):
        far.news.put_nowait(StreamerSilent("streamer.silent"))

    await settled()

    assert far.opened == 2


async def test_checked_streamer_ends_the_pause(house: House) -> None:
    house.far.refusal = NotReachable("gone")
    streamer_id = house.hear()
    await house.driver.until_reads(2)
    house.far.refusal = None

    await house.connections.check(streamer_id)
    await settled()

    assert house.far.open_now == 1
    assert house.streamer().state is not None


async def test_moved_streamer_is_opened_at_its_new_address(house: House) -> None:
    far = await house.connected()
    house.clock.move(10)

    house.hear(address=ELSEWHERE, control_url=f"http://{ELSEWHERE}/api/v1")
    await settled()

    assert (far.open_now, house.driver.at(ELSEWHERE).open_now) == (0, 1)


async def test_gone_streamer_is_closed_and_opened_again_when_it_returns(house: House) -> None:
    far = await house.connected()

    house.registry.mark(house.streamer().id, Presence.GONE)
    await settled()
    closed = far.open_now
    house.hear()
    await settled()

    assert (closed, far.open_now) == (0, 1)


async def test_forgotten_streamer_is_closed(house: House) -> None:
    far = await house.connected()

    house.registry.forget([house.streamer().id])
    await settled()

    assert far.open_now == 0


async def test_another_streamer_at_the_address_is_left_alone(house: House) -> None:
    house.far.told = {"device_id": "somebody else"}
    house.hear()
    await house.driver.until_reads(2)

    assert house.streamer().state is None
    assert house.far.open_now == 0


async def test_driver_that_fails_is_done_without(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.far.refusal = KeyError("odd")
    house.hear()
    await house.driver.until_reads(1)
    await house.clock.advance(2)

    assert house.streamer().driver_fault == "driver.failed"
    assert house.streamer().depth is Depth.ANNOUNCED
    assert house.knocked == [ADDRESS]


async def test_check_gives_a_driver_another_chance(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.far.refusal = KeyError("odd")
    streamer_id = house.hear()
    await house.driver.until_reads(1)

    await house.connections.check(streamer_id)
    still_off = house.streamer().driver_fault
    house.far.refusal = None
    await house.connections.check(streamer_id)
    await settled()

    assert (still_off, house.streamer().driver_fault) == ("driver.failed", None)
    assert house.far.open_now == 1


async def test_goodbye_of_a_connected_streamer_is_checked_once(house: House) -> None:
    far = await house.connected()

    house.hear(is_goodbye=True)
    await settled()

    assert far.reads == 2
    assert house.streamer().presence is Presence.ANSWERING


async def test_doubt_is_checked_anew_after_a_sign_of_life(house: House) -> None:
    far = await house.connected()
    far.refusal = StreamerSilent("streamer.silent")
    streamer_id = house.streamer().id

    for presence in (Presence.CHECKING, Presence.CHECKING):
        house.registry.mark(streamer_id, presence)
        await settled()
    once = far.reads
    house.registry.answered(streamer_id)
    await settled()
    house.registry.mark(streamer_id, Presence.CHECKING)
    await settled()

    assert (once, far.reads) == (2, 3)


async def test_doubt_ends_the_pause_of_an_unconnected_streamer(house: House) -> None:
    house.far.refusal = NotReachable("gone")
    streamer_id = house.hear()
    await house.driver.until_reads(2)

    house.registry.mark(streamer_id, Presence.CHECKING)
    await settled()

    assert house.far.reads == 3


async def test_check_of_a_connected_streamer_reads_by_its_connection(house: House) -> None:
    far = await house.connected()

    await house.connections.check(house.streamer().id)

    assert (far.opened, far.reads) == (1, 2)


async def test_check_finds_a_gone_streamer_again(house: House) -> None:
    far = await house.connected()
    streamer_id = house.streamer().id
    house.registry.mark(streamer_id, Presence.GONE)
    await settled()

    await house.connections.check(streamer_id)

    assert house.streamer().presence is Presence.ANSWERING
    assert far.reads == 2


async def test_check_of_a_silent_streamer_changes_nothing(house: House) -> None:
    far = await house.connected()
    streamer_id = house.streamer().id
    house.registry.mark(streamer_id, Presence.GONE)
    far.refusal = StreamerSilent("streamer.silent")
    await settled()

    await house.connections.check(streamer_id)

    assert house.streamer().presence is Presence.GONE


async def test_check_has_a_time_limit(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHECK_LIMIT_S", 0.02)
    far = await house.connected()
    far.is_hanging = True

    await house.connections.check(house.streamer().id)

    assert far.reads == 2


async def test_check_of_a_stranger_does_nothing(house: House) -> None:
    await house.connections.check(StreamerId("nobody"))

    assert house.knocked == []


async def test_streamer_without_driver_is_knocked_at_every_tenth_second(house: House) -> None:
    house.hear(control_url=None)
    await settled()

    await house.clock.advance(1 + KNOCK_EVERY_S * 2)

    assert house.knocked == [ADDRESS] * 3
    assert len(house.streamer().answers) == 3


async def test_silent_door_is_no_answer(house: House) -> None:
    house.is_at_home = False
    house.hear(control_url=None)
    await settled()

    await house.clock.advance(1 + KNOCK_EVERY_S)

    assert len(house.knocked) == 2
    assert house.streamer().answers == ()


async def test_doubted_streamer_without_driver_is_knocked_at_once(house: House) -> None:
    streamer_id = house.hear(control_url=None)
    await house.clock.advance(1)

    house.registry.mark(streamer_id, Presence.CHECKING)
    await settled()

    assert house.knocked == [ADDRESS] * 2
    assert house.streamer().presence is Presence.ANSWERING


async def test_fifty_streamers_are_opened_eight_at_a_time(house: House) -> None:
    addresses = [f"192.168.72.{number}" for number in range(1, 51)]
    for address in addresses:
        house.driver.at(address).is_hanging = True
        house.hear(
            mac=None, device_id=address, address=address, control_url=f"http://{address}/api/v1"
        )
    await house.driver.until_reads(8)

    assert sum(far.opened for far in house.driver.far.values()) == 8


async def test_nothing_is_opened_after_the_stop(house: House) -> None:
    await house.connections.stop()

    house.hear()
    await settled()

    assert house.far.opened == 0


async def test_error_of_our_own_is_said(
    house: House, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> bool:
        raise RuntimeError("odd")

    far = await house.connected()
    monkeypatch.setattr(house.registry, "answered", fail)
    far.news.put_nowait(StillThere())
    await settled()

    assert caplog.messages == ["a connection ended by an error"]
