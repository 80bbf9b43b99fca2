from __future__ import annotations

import asyncio
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Pause
from altrabits_desktop.contract.errors import (
    DriverSwitchedOff,
    MalformedAnswer,
    NotReachable,
    StreamerSilent,
)
from altrabits_desktop.contract.streamers import Depth, DriverId, StreamerState
from altrabits_desktop.streamers.drivers.driver import (
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
from altrabits_desktop.streamers.drivers.host import Host, TimeLimits
from tests.fakes.clock import FakeClock, settled
from tests.fakes.fetch import FakeFetch, hang

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from altrabits_desktop.contract.commands import Command

READING = Reading(StreamerState(), ToldFacts(name="Kitchen"))
PASSED_ON = replace(
    READING, facts=replace(READING.facts, capabilities=frozenset({Capability.STATE}))
)
"""With what the connection can."""
ONE = Recognition(DriverId("one"), Depth.STANDARD, DriverAddress("192.168.71.20", "http://a/"))
SHORT = TimeLimits(open_s=0.05, read_s=0.05, news_s=0.05, close_s=0.05)


class OddDriver:
    """Keeps `Driver` and `Connection`, and goes wrong where a test says so."""

    def __init__(self, **wrong: Exception | str) -> None:
        self.wrong = wrong
        self.is_open = False
        self.is_watched = False
        self.has_been_watched = asyncio.Event()

    async def _do(self, name: str) -> None:
        wrong = self.wrong.get(name)
        if isinstance(wrong, Exception):
            raise wrong
        if wrong == "hang":
            await hang()

    @asynccontextmanager
    async def open(self, address: DriverAddress, io: DriverIo) -> AsyncIterator[Connection]:
        await self._do("open")
        self.is_open = True
        try:
            yield self
        finally:
            self.is_open = False
            await self._do("close")

    @property
    def capabilities(self) -> frozenset[Capability]:
        return frozenset({Capability.STATE})

    async def read_state(self) -> Reading:
        await self._do("read")
        return READING

    async def perform(self, command: Command) -> Reading | None:
        await self._do("perform")
        return None

    async def watch(self) -> AsyncGenerator[News, None]:
        self.is_watched = True
        self.has_been_watched.set()
        try:
            yield StillThere()
            await self._do("watch")
            yield READING
        finally:
            self.is_watched = False
            await self._do("unwatch")


def host_of(driver: Driver, *, limits: TimeLimits = SHORT) -> Host:
    return Host(
        io=DriverIo(fetch=FakeFetch(), clock=FakeClock()), load=lambda _: driver, limits=limits
    )


async def use(host: Host) -> list[News]:
    async with host.open(ONE) as connection, aclosing(connection.watch()) as news:
        await connection.perform(Pause())
        return [await connection.read_state(), *[latest async for latest in news]]


async def test_connection_passes_on_what_the_driver_gives() -> None:
    driver = OddDriver()
    host = host_of(driver)

    async with host.open(ONE) as connection:
        assert connection.capabilities == {Capability.STATE}
        assert driver.is_open
    news = await use(host)

    assert news == [PASSED_ON, StillThere(), PASSED_ON]
    assert not driver.is_open


@pytest.mark.parametrize("place", ["open", "read", "watch", "perform"])
@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("hang", "driver.hangs"),
        (KeyError("192.168.71.20"), "driver.failed"),
        (TimeoutError(), "driver.failed"),
        (RecursionError(), "driver.failed"),
    ],
)
async def test_driver_that_fails_or_hangs_is_switched_off(
    place: str, wrong: Exception | str, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    driver = OddDriver(**{place: wrong})
    host = host_of(driver)

    with pytest.raises(DriverSwitchedOff) as off:
        await use(host)

    assert off.value.code == code
    assert not driver.is_open
    assert not driver.is_watched
    assert len(caplog.messages) == 1
    assert "192.168" not in caplog.text


@pytest.mark.parametrize("place", ["open", "read", "watch", "perform"])
@pytest.mark.parametrize(
    "error", [StreamerSilent("streamer.silent"), NotReachable("gone"), MalformedAnswer("odd")]
)
async def test_faults_of_the_streamer_are_not_the_drivers(place: str, error: Exception) -> None:
    with pytest.raises(type(error)):
        await use(host_of(OddDriver(**{place: error})))


@pytest.mark.parametrize("wrong", ["hang", KeyError("odd"), NotReachable("gone")])
async def test_trouble_while_closing_ends_there(
    wrong: Exception | str, caplog: pytest.LogCaptureFixture
) -> None:
    news = await use(host_of(OddDriver(close=wrong)))

    assert len(news) == 3


@pytest.mark.parametrize("wrong", ["hang", KeyError("odd"), NotReachable("gone")])
async def test_trouble_while_a_watch_is_left_ends_there(
    wrong: Exception | str, caplog: pytest.LogCaptureFixture
) -> None:
    driver = OddDriver(unwatch=wrong)
    async with host_of(driver).open(ONE) as connection:
        async with aclosing(connection.watch()) as news:
            await anext(news)
        still_works = await connection.read_state()

    assert still_works == PASSED_ON


async def test_what_ended_the_work_counts_not_the_trouble_after_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    driver = OddDriver(read=NotReachable("gone"), close=KeyError("odd"))

    with pytest.raises(NotReachable):
        await use(host_of(driver))


async def test_same_fault_is_said_once(caplog: pytest.LogCaptureFixture) -> None:
    host = host_of(OddDriver(read=KeyError("odd")))

    for _ in range(3):
        with pytest.raises(DriverSwitchedOff):
            await use(host)

    assert len(caplog.messages) == 1


async def test_driver_that_cannot_be_loaded_is_missing_for_everybody(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tried: list[DriverId] = []

    def load(driver_id: DriverId) -> Driver:
        tried.append(driver_id)
        raise ImportError("no such library")

    host = Host(io=DriverIo(fetch=FakeFetch(), clock=FakeClock()), load=load)
    codes = []
    for _ in range(2):
        with pytest.raises(DriverSwitchedOff) as off:
            await use(host)
        codes.append(off.value.code)

    assert codes == ["driver.missing", "driver.missing"]
    assert tried == ["one"]


async def test_driver_is_loaded_once_on_another_thread() -> None:
    import threading

    threads: list[int] = []
    driver = OddDriver()

    def load(_: DriverId) -> Driver:
        threads.append(threading.get_ident())
        return driver

    host = Host(io=DriverIo(fetch=FakeFetch(), clock=FakeClock()), load=load)
    await asyncio.gather(use(host), use(host))

    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


async def test_cancelled_work_closes_the_driver() -> None:
    driver = OddDriver(watch="hang")
    host = host_of(driver, limits=TimeLimits())
    working = asyncio.ensure_future(use(host))
    await asyncio.wait_for(driver.has_been_watched.wait(), timeout=5)
    await settled()

    working.cancel()
    await asyncio.wait((working,))

    assert working.cancelled()
    assert (driver.is_watched, driver.is_open) == (False, False)


async def test_watch_may_be_left_before_it_began() -> None:
    driver = OddDriver()

    async with host_of(driver).open(ONE) as connection:
        news = connection.watch()
        await news.aclose()
        read = await connection.read_state()

    assert read == PASSED_ON
    assert (driver.has_been_watched.is_set(), driver.is_open) == (False, False)
