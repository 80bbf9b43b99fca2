"""Discovery over cards, listeners and clocks that a test commands."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.discovery.card_view import CardSource
from altrabits_desktop.streamers.discovery.discovery import Discovery
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from tests.fakes.clock import FakeClock
from tests.fakes.discovery import ETHERNET, LOOPBACK, FakeListener, FakeProbe

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.runtime.networks import Network
    from altrabits_desktop.streamers.sighting import Sighting


class FakeDemo:
    def __init__(self) -> None:
        self.asked = 0

    async def ask(self) -> None:
        self.asked += 1


class FakeNews:
    """Keeps `CardNews`; tells when a test says so."""

    def __init__(self) -> None:
        self.is_there = False
        self.told: Callable[[], None] | None = None

    def start(self, told: Callable[[], None]) -> bool:
        self.told = told
        return self.is_there

    def tell(self) -> None:
        assert self.told is not None
        self.told()

    def stop(self) -> None:
        self.told = None


class SleepyClock(FakeClock):
    """A wall clock that goes on while the computer sleeps."""

    slept_s = 0.0

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.slept_s)


class Bench:
    def __init__(self) -> None:
        self.clock = SleepyClock()
        self.news = FakeNews()
        self.looks = 0
        self.networks: tuple[Network, ...] = ()
        self.entered: list[tuple[Network, ...]] = []
        self.dropped: list[str] = []
        self.is_another = False
        self.listeners = (FakeListener(HeardBy.ANNOUNCE), FakeListener(HeardBy.SSDP))
        self.heard: list[Sighting] = []
        self.published: list[Changes] = []
        self.neighbourhood = Neighbourhood()
        self.demo = FakeDemo()
        self.probe = FakeProbe()
        self.cards: tuple[NetworkCard, ...] = (LOOPBACK, ETHERNET)
        self.error: OSError | None = None

    def make(self, *wanted: str) -> Discovery:
        self.discovery = Discovery(
            listeners=self.listeners,
            clock=self.clock,
            deliver=self.heard.append,
            publish=self.published.append,
            neighbourhood=self.neighbourhood,
            probe=self.probe,
            wanted_cards=wanted,
            demo=self.demo,
            source=CardSource(
                cards=self._enumerate,
                names=lambda: frozenset({"lo", "eth0", "eth1"}),
                networks=lambda: self.networks,
            ),
            count_left_out=lambda: 7,
            news=self.news,
            enter=self._enter,
            drop=self.dropped.append,
        )
        return self.discovery

    def _enumerate(self) -> tuple[NetworkCard, ...]:
        self.looks += 1
        if self.error is not None:
            raise self.error
        return self.cards

    def _enter(self, networks: tuple[Network, ...]) -> bool:
        self.entered.append(networks)
        is_another, self.is_another = self.is_another, False
        return is_another

    def asked(self) -> int:
        return self.listeners[0].calls.count("ask")

    async def pass_time(self, duration_s: float) -> None:
        """Move the clock in small steps; looking at cards takes a thread each time."""
        steps = round(duration_s / 0.1)
        for _ in range(steps):
            await self.clock.advance(0.1)
            await asyncio.sleep(0.002)
