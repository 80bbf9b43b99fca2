"""What the app's driver makes of each way in which a simulated streamer is broken."""

from __future__ import annotations

from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.commands import Pause, SavePreset, SetVolume
from altrabits_desktop.contract.errors import (
    CertificateChanged,
    MalformedAnswer,
    NotReachable,
    Refused,
)
from altrabits_desktop.contract.upkeep import AskHealth, Health
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.streamers.drivers.altrabits.claiming import begin_claim, confirm_claim
from altrabits_desktop.streamers.drivers.altrabits.driver import AltraBitsDriver
from altrabits_desktop.streamers.drivers.driver import DriverAddress, DriverIo, Reading, Telling
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.secure_fetching import SecureFetching
from tests.harness.quiet_farm import quiet_farm

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.simulator.farm import Farm
    from altrabits_desktop.simulator.streamer import VirtualStreamer
    from altrabits_desktop.streamers.drivers.driver import Connection


class Home:
    """One simulated streamer that is the person's, and their way to it."""

    def __init__(self, farm: Farm, io: DriverIo, address: DriverAddress) -> None:
        self.farm = farm
        self.io = io
        self.address = address

    @property
    def streamer(self) -> VirtualStreamer:
        return self.farm.streamers[0]

    async def be_broken(self, fault: Fault) -> None:
        await self.farm.set_faults(self.streamer, frozenset({fault}))

    @asynccontextmanager
    async def open(self) -> AsyncIterator[Connection]:
        async with AltraBitsDriver().open(self.address, self.io) as connection:
            yield connection


@pytest.fixture
async def home() -> AsyncIterator[Home]:
    neighbourhood, clock = Neighbourhood(), SystemClock()
    fetch = Fetching(neighbourhood=neighbourhood, clock=clock)
    secure = SecureFetching(neighbourhood=neighbourhood)
    io = DriverIo(fetch=fetch, clock=clock, secure=secure)
    async with quiet_farm() as farm:
        [streamer] = farm.streamers
        address = DriverAddress(
            streamer.address, streamer.control_url or "", is_loopback_allowed=True
        )
        offer = await begin_claim(address, io, client_name="Study")
        won = await confirm_claim(offer, io, code=streamer.claims.shown_code)
        yield Home(farm, io, replace(address, pin=won.pin, token=won.token))
        await fetch.aclose()
        await secure.aclose()


@pytest.mark.parametrize("fault", [Fault.GARBAGE, Fault.HALF_ANSWER])
async def test_broken_answers_are_refused_at_the_door(fault: Fault, home: Home) -> None:
    await home.be_broken(fault)

    with pytest.raises((MalformedAnswer, NotReachable)):
        async with home.open() as connection:
            await connection.read_state()


@pytest.mark.parametrize("fault", [Fault.GARBAGE, Fault.HALF_ANSWER])
async def test_answers_that_break_later_end_what_was_asked(fault: Fault, home: Home) -> None:
    async with home.open() as connection:
        await home.be_broken(fault)
        with pytest.raises((MalformedAnswer, NotReachable)):
            await connection.perform(Pause())
        with pytest.raises((MalformedAnswer, NotReachable)):
            await watch_to_the_end(connection)


async def watch_to_the_end(connection: Connection) -> None:
    async with aclosing(connection.watch()) as news:
        async for _ in news:
            pass


async def test_certificate_that_is_not_its_own_is_an_alarm(home: Home) -> None:
    await home.be_broken(Fault.WRONG_CERTIFICATE)

    async with home.open() as connection:
        with pytest.raises(CertificateChanged):
            await connection.perform(Pause())

    assert home.streamer.state().revision == 1


async def test_streamer_that_refuses_says_so_and_is_read(home: Home) -> None:
    await home.be_broken(Fault.REFUSES)

    async with home.open() as connection:
        with pytest.raises(Refused, match=r"control\.not_now"):
            await connection.perform(SetVolume(12))
        reading = await connection.read_state()

    assert reading.state.volume == 34


async def test_full_streamer_is_asked_from_time_to_time_and_says_that_it_is_full(
    home: Home,
) -> None:
    await home.be_broken(Fault.FULL)

    async with home.open() as connection:
        with pytest.raises(Refused, match=r"control\.not_now"):
            await connection.perform(SavePreset(1))
        assert isinstance(connection, Telling)
        health = await connection.tell(AskHealth())
        async with aclosing(connection.watch()) as news:
            first = await anext(news)

    assert isinstance(health, Health)
    assert health.free_bytes == 64 * 1024
    assert isinstance(first, Reading)
    assert first.took_ms is not None


async def test_lies_are_read_within_their_bounds_and_break_nothing(home: Home) -> None:
    await home.be_broken(Fault.LIES_ABOUT_STATE)

    async with home.open() as connection:
        told = [(await connection.read_state()).state for _ in range(4)]
        await connection.perform(SetVolume(12))

    assert all(state.volume is not None and 0 <= state.volume <= 100 for state in told)
    assert len({(state.volume, state.playback) for state in told}) > 1
    assert home.streamer.state().volume == 12
