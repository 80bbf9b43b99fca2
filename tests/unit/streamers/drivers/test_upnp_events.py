"""A renderer whose events come is asked when it tells of a change, and seldom else."""

from __future__ import annotations

import asyncio
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable
from altrabits_desktop.streamers.drivers.driver import DriverIo, Reading
from altrabits_desktop.streamers.drivers.upnp.driver import (
    POLL_FOLLOWED_S,
    POLL_PLAYING_S,
    TOLD_EACH_S,
    UpnpDriver,
)
from altrabits_desktop.streamers.drivers.upnp.following import TRY_AGAIN_S
from tests.fakes.clock import settled
from tests.fakes.events import FakeEvents
from tests.fakes.renderer import BASE, HOST, UpnpRenderer, description, last_change

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.streamers.drivers.driver import Connection

TRANSPORT_URL, LEVEL_URL = f"{BASE}/event0", f"{BASE}/event1"


@dataclass
class Watched:
    """A renderer that is watched, and what was read of it."""

    renderer: UpnpRenderer
    events: FakeEvents
    connection: Connection
    readings: list[Reading]

    async def pass_time(self, seconds: float) -> int:
        """Let time pass, and give how often it was read meanwhile."""
        before = len(self.readings)
        await self.renderer.clock.advance(seconds)
        await settled()
        return len(self.readings) - before


@asynccontextmanager
async def watched(
    renderer: UpnpRenderer | None = None, events: FakeEvents | None = None
) -> AsyncIterator[Watched]:
    renderer, events = renderer or UpnpRenderer(), events or FakeEvents(last_change())
    io = DriverIo(fetch=renderer.fetch, clock=renderer.clock, events=lambda: events)
    async with UpnpDriver().open(renderer.address, io) as connection:
        readings: list[Reading] = []

        async def watch() -> None:
            async with aclosing(connection.watch()) as news:
                async for latest in news:
                    assert isinstance(latest, Reading)
                    readings.append(latest)

        watching = asyncio.ensure_future(watch())
        await settled()
        await renderer.clock.advance(TOLD_EACH_S)
        try:
            yield Watched(renderer, events, connection, readings)
        finally:
            watching.cancel()
            await asyncio.wait((watching,))
    assert events.open == {}


async def test_it_asks_for_the_events_of_both_services_at_its_own_address_alone() -> None:
    async with watched() as house:
        asked = house.events.asked

    assert asked == [(TRANSPORT_URL, HOST, False), (LEVEL_URL, HOST, False)]


async def test_while_events_come_it_is_asked_seldom_although_it_plays() -> None:
    async with watched() as house:
        read = await house.pass_time(4 * POLL_FOLLOWED_S)

        assert read == 4
        assert Capability.EVENTS in house.connection.capabilities


async def test_a_change_is_read_as_soon_as_it_is_told() -> None:
    async with watched() as house:
        house.renderer.say_state("PAUSED_PLAYBACK")
        house.events.open[TRANSPORT_URL].tell(last_change(TransportState="PAUSED_PLAYBACK"))
        read = await house.pass_time(TOLD_EACH_S)

        assert read == 1
        assert house.readings[-1].state.playback == "paused"


async def test_a_volume_is_read_anew_when_it_is_told_and_no_value_is_taken_from_the_event() -> None:
    async with watched() as house:
        house.renderer.say(1, "GetVolume", CurrentVolume="52")
        house.events.open[LEVEL_URL].tell(last_change(Volume="11"))
        await house.pass_time(TOLD_EACH_S)

        latest = house.readings[-1]

    assert latest.state.volume == 52
    # Of a question that was asked after it: an older answer changes nothing after a command.
    assert latest.asked_at_s is not None


async def test_an_event_from_before_a_command_moves_no_slider_back() -> None:
    async with watched() as house:
        await house.connection.perform(SetVolume(60))
        house.renderer.say(1, "GetVolume", CurrentVolume="60")
        house.events.open[LEVEL_URL].tell(last_change(Volume="37"))
        await house.pass_time(TOLD_EACH_S)

        assert house.readings[-1].state.volume == 60


async def test_many_events_lead_to_few_questions() -> None:
    async with watched() as house:
        read = 0
        for _ in range(100):
            house.events.open[LEVEL_URL].tell(last_change(Volume="11"))
            read += await house.pass_time(0.01)

    assert read <= 1.0 / TOLD_EACH_S + 1


async def test_events_of_what_is_not_shown_lead_to_no_question() -> None:
    async with watched() as house:
        house.events.open[TRANSPORT_URL].tell(last_change(RelativeTimePosition="0:00:09"))
        read = await house.pass_time(POLL_FOLLOWED_S - 1.0)

    # Only once, as it looks how it is to go on.
    assert read <= 1


async def test_after_a_gap_all_is_read_anew() -> None:
    async with watched() as house:
        house.renderer.say(1, "GetVolume", CurrentVolume="52")
        house.events.open[TRANSPORT_URL].tell(last_change(), has_gap=True)
        await house.pass_time(TOLD_EACH_S)

        assert house.readings[-1].state.volume == 52


@pytest.mark.parametrize("first", [None, b"rubbish"], ids=["none comes", "rubbish comes"])
async def test_where_events_do_not_come_it_is_asked_each_second(first: bytes | None) -> None:
    async with watched(events=FakeEvents(first)) as house:
        read = await house.pass_time(10 * POLL_PLAYING_S)

        assert read == 10
        assert Capability.EVENTS not in house.connection.capabilities


@pytest.mark.parametrize(
    "error", [NotReachable("streamer.silent"), MalformedAnswer("answer.status")]
)
async def test_a_renderer_that_takes_no_subscription_is_asked_and_tried_again_later(
    error: Exception,
) -> None:
    events = FakeEvents(last_change())
    events.refusal = error
    async with watched(events=events) as house:
        await house.pass_time(TRY_AGAIN_S / 2)
        early = len(events.asked)
        events.refusal = None
        await house.pass_time(TRY_AGAIN_S / 2)

        assert early == 2
        assert await house.pass_time(4 * POLL_FOLLOWED_S) == 4


async def test_events_that_end_are_missed_at_once() -> None:
    async with watched() as house:
        house.events.open[LEVEL_URL].end()
        await house.pass_time(POLL_PLAYING_S)

        assert await house.pass_time(10 * POLL_PLAYING_S) == 10


async def test_changes_that_no_event_told_show_that_events_come_no_more() -> None:
    async with watched() as house:
        for volume in ("20", "30"):
            house.renderer.say(1, "GetVolume", CurrentVolume=volume)
            await house.pass_time(POLL_FOLLOWED_S)

        await house.pass_time(POLL_PLAYING_S)
        assert house.events.open == {}
        assert await house.pass_time(10 * POLL_PLAYING_S) == 10


async def test_one_service_without_events_is_enough_to_be_asked() -> None:
    renderer = UpnpRenderer()
    renderer.describe(description().replace("<eventSubURL>/event1</eventSubURL>", ""))

    async with watched(renderer) as house:
        assert house.events.asked == []
        assert await house.pass_time(10 * POLL_PLAYING_S) == 10


async def test_r6_events_at_another_address_are_not_asked_for() -> None:
    renderer = UpnpRenderer()
    renderer.describe(description().replace("/event1", "http://192.168.71.99/event1"))

    async with watched(renderer) as house:
        assert "192.168.71.99" not in str(house.events.asked)


async def test_a_single_reading_asks_for_no_events() -> None:
    renderer, events = UpnpRenderer(), FakeEvents(last_change())
    io = DriverIo(fetch=renderer.fetch, clock=renderer.clock, events=lambda: events)

    async with UpnpDriver().open(renderer.address, io) as connection:
        await connection.read_state()

    assert events.asked == []
