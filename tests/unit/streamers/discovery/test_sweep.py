from __future__ import annotations

import asyncio

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, StreamerSilent
from altrabits_desktop.contract.streamers import CardKind, HeardBy, NetworkCard
from altrabits_desktop.streamers.discovery.sweep import ADDRESSES_MOST, AT_ONCE, Sweep, addresses_of
from altrabits_desktop.streamers.sighting import Sighting
from tests.fakes.clock import NOON, FakeClock, settled
from tests.fakes.discovery import ETHERNET, WIFI, FakeProbe

WIDE = NetworkCard("eth1", "10.9.8.7", 8, "10.255.255.255", CardKind.ETHERNET, 4)
NARROW = NetworkCard("eth2", "172.16.0.2", 29, "172.16.0.7", CardKind.ETHERNET, 5)
TUNNEL = NetworkCard("tun0", "10.200.0.1", 32, "10.200.0.1", CardKind.POINT_TO_POINT, 6)


def seen(address: str, *, by: HeardBy = HeardBy.SSDP, product: str | None = "S1") -> Sighting:
    return Sighting(heard_by=by, heard_at=NOON, address=address, udn="x", product=product)


class Bench:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.probe = FakeProbe()
        self.asked: list[str] = []
        self.knocked: list[str] = []
        self.at_once = self.most_at_once = 0
        self.open_at: set[str] = set()
        self.delivered: list[Sighting] = []
        self.reports: list[tuple[int, int]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.foreign: set[str] = set()
        self.sweep = Sweep(
            clock=self.clock,
            probe=self.probe,
            knock=self._knock,
            deliver=self.delivered.append,
            ask=self._ask,
            is_local=lambda address: address not in self.foreign,
        )

    async def _ask(self, address: str) -> None:
        self.asked.append(address)

    async def _knock(self, address: str) -> None:
        self.knocked.append(address)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await self.gate.wait()
        finally:
            self.at_once -= 1
        if address not in self.open_at:
            raise StreamerSilent("streamer.silent")

    def begin(self, *cards: NetworkCard) -> asyncio.Task[int]:
        chosen = cards or (ETHERNET,)
        return asyncio.ensure_future(
            self.sweep.run(chosen, lambda done, total: self.reports.append((done, total)))
        )

    async def finished(self, running: asyncio.Task[int]) -> int:
        while not running.done():
            await self.clock.advance(1)
        return running.result()


def test_every_neighbour_of_a_subnet_is_asked_and_nobody_else() -> None:
    addresses = addresses_of((ETHERNET,))

    assert len(addresses) == 253
    assert (addresses[0], addresses[-1]) == ("192.168.1.1", "192.168.1.254")
    assert ETHERNET.address not in addresses


def test_of_a_large_subnet_only_the_part_around_the_computer_is_asked() -> None:
    addresses = addresses_of((WIDE,))

    assert set(addresses) == {f"10.9.8.{n}" for n in range(256)} - {WIDE.address}


def test_a_small_subnet_is_asked_whole_and_a_tunnel_not_at_all() -> None:
    assert set(addresses_of((NARROW, TUNNEL))) == {f"172.16.0.{n}" for n in (1, 3, 4, 5, 6)}


def test_two_cards_in_one_subnet_are_asked_once() -> None:
    other = NetworkCard("wlan0", "192.168.1.11", 24, "192.168.1.255", CardKind.WIFI, 9)

    assert len(addresses_of((ETHERNET, other))) == 252


def test_many_cards_are_asked_within_a_limit() -> None:
    cards = [
        NetworkCard(f"br{n}", f"10.{n}.0.1", 24, f"10.{n}.0.255", CardKind.OTHER, n)
        for n in range(50)
    ]

    assert len(addresses_of(cards)) == ADDRESSES_MOST


async def test_who_has_a_page_and_is_a_streamer_is_delivered() -> None:
    bench = Bench()
    bench.open_at = {"192.168.1.50"}
    bench.probe.sighting = seen("192.168.1.50", by=HeardBy.MANUAL)

    found = await bench.finished(bench.begin())

    assert found == 1
    assert bench.delivered == [bench.probe.sighting]
    assert bench.probe.asked == [("192.168.1.50", None)]
    assert len(bench.asked) == len(bench.knocked) == 253
    assert (bench.reports[0], bench.reports[-1]) == ((0, 253), (253, 253))


async def test_who_answers_the_question_alone_is_counted_once() -> None:
    bench = Bench()
    bench.gate.clear()
    running = bench.begin()
    await settled()

    bench.sweep.hear(seen("192.168.1.7"))
    bench.sweep.hear(seen("192.168.1.7", by=HeardBy.ANNOUNCE))
    bench.sweep.hear(seen("192.168.1.8", product=None))
    bench.sweep.hear(seen("192.168.2.9"))
    bench.gate.set()

    assert await bench.finished(running) == 1


async def test_what_has_a_page_and_is_no_streamer_is_passed_over() -> None:
    bench = Bench()
    bench.open_at = {"192.168.1.1"}
    bench.probe.error = MalformedAnswer("answer.status", status=404)

    assert await bench.finished(bench.begin()) == 0
    assert bench.delivered == []


async def test_at_most_sixty_four_are_asked_at_once() -> None:
    bench = Bench()
    bench.gate.clear()
    running = bench.begin(ETHERNET, WIFI)
    await settled()
    waiting = bench.at_once
    bench.gate.set()
    await bench.finished(running)

    assert (waiting, bench.most_at_once) == (AT_ONCE, AT_ONCE)
    assert AT_ONCE == 64


async def test_cancelled_it_asks_no_further_address() -> None:
    bench = Bench()
    bench.gate.clear()
    running = bench.begin()
    await settled()

    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    bench.gate.set()
    await settled()

    assert (len(bench.asked), bench.at_once) == (AT_ONCE, 0)


async def test_a_card_that_goes_meanwhile_is_asked_no_more() -> None:
    bench = Bench()
    bench.foreign = {f"192.168.1.{n}" for n in range(100, 255)}

    await bench.finished(bench.begin())

    assert len(bench.knocked) == 98


async def test_without_a_card_there_is_nobody_to_ask() -> None:
    bench = Bench()

    assert await bench.sweep.run((), lambda done, total: bench.reports.append((done, total))) == 0
    assert bench.reports == [(0, 0)]
