"""A typed address that is forgotten is asked no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.streamers.discovery.announce_listener import AnnounceListener
from tests.fakes.announcing import AnnouncingStreamer as Streamer
from tests.fakes.clock import FakeClock
from tests.fakes.discovery import LOOPBACK, free_udp_port, reply, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.streamers.sighting import Sighting


@pytest.fixture
def port() -> int:
    return free_udp_port()


@pytest.fixture
async def silent(port: int) -> AsyncIterator[Streamer]:
    streamer = Streamer("127.0.0.3", port=port, answer=b"D is for silence")
    yield streamer
    streamer.close()


async def asked_each_second(
    listener: AnnounceListener, clock: FakeClock, streamer: Streamer, *, times: int
) -> None:
    """Ask, and wait until the questions that were sent have all arrived."""
    for _ in range(times):
        clock.move(1)
        await listener.ask()
    await until(lambda: len(streamer.questions) >= times)


async def test_one_whose_typed_address_is_forgotten_is_asked_by_itself_no_more(
    port: int, silent: Streamer
) -> None:
    clock = FakeClock()
    listener = AnnounceListener(clock=clock, port=port)
    heard: list[Sighting] = []
    alone = NetworkCard("lo", "127.0.0.9", 32, "127.0.0.9", CardKind.LOOPBACK, 1)
    await listener.start((alone,), heard.append)
    await listener.ask_address("127.0.0.3")
    silent.say(reply(said={"PN": "S1"}))
    await until(lambda: heard)

    listener.forget_address("127.0.0.3")
    listener.forget_address("127.0.0.4")
    for _ in range(3):
        clock.move(1)
        await listener.ask()
    silent.say(reply(said={"PN": "S1"}))
    await until(lambda: listener.report().refused == 1)
    await listener.ask_address("127.0.0.3", is_kept=False)
    await until(lambda: len(silent.questions) > 1)
    await listener.stop()

    assert len(silent.questions) == 2, "only what was asked last"
    assert len(heard) == 1


async def test_one_that_is_heard_here_stays_known_without_its_typed_address(
    port: int, silent: Streamer
) -> None:
    clock = FakeClock()
    listener = AnnounceListener(clock=clock, port=port)
    heard: list[Sighting] = []
    await listener.start((LOOPBACK,), heard.append)
    await listener.ask_address("127.0.0.3")
    silent.say(reply(said={"PN": "S1"}))
    await until(lambda: heard)

    listener.forget_address("127.0.0.3")
    await asked_each_second(listener, clock, silent, times=7)
    await listener.stop()

    # Two of its three questions that nobody answers go to it alone, as to anybody heard.
    assert len(silent.questions) <= 1 + 7 + 3
