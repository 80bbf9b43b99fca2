from __future__ import annotations

import asyncio
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import PortTaken, Refused
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery.announce import REQUEST
from altrabits_desktop.streamers.discovery.demo import DemoListener
from tests.fakes.clock import settled
from tests.fakes.discovery import PATIENCE_S, reply, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from altrabits_desktop.streamers.discovery.udp import Wish
    from altrabits_desktop.streamers.sighting import Sighting

Endpoint = tuple[str, int]


class Farm:
    """Some sockets on loopback that a test answers from."""

    def __init__(self, count: int, listener: Endpoint) -> None:
        self.listener = listener
        self.sockets = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(count)]
        for opened in self.sockets:
            opened.bind(("127.0.0.1", 0))
            opened.settimeout(5)
        self.urls: dict[Endpoint, str] = {
            endpoint: f"http://127.0.0.1:{endpoint[1]}/api/v1"
            for endpoint in self.announce_endpoints
        }
        self.is_stopped = False

    @property
    def announce_endpoints(self) -> tuple[Endpoint, ...]:
        return tuple(opened.getsockname() for opened in self.sockets if opened.fileno() >= 0)

    @property
    def control_urls(self) -> Mapping[Endpoint, str]:
        return self.urls

    def say(self, number: int, content: bytes) -> None:
        self.sockets[number].sendto(content, self.listener)

    def stop(self) -> None:
        self.is_stopped = True
        for opened in self.sockets:
            opened.close()


class Bench:
    def __init__(self) -> None:
        self.farms: list[Farm] = []
        self.heard: list[Sighting] = []
        self.forgotten = 0
        self.error: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.starting = threading.Event()
        self.demo = DemoListener(
            start_farm=self._start_farm,
            clock=SystemClock(),
            deliver=self.heard.append,
            forget=self._forget,
        )

    def _start_farm(self, count: int, listener: Endpoint, /) -> Farm:
        self.starting.set()
        self.gate.wait(PATIENCE_S)
        if self.error is not None:
            raise self.error
        self.farms.append(Farm(count, listener))
        return self.farms[-1]

    def _forget(self) -> None:
        self.forgotten += 1


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    made = Bench()
    yield made
    made.gate.set()
    await made.demo.stop()


async def test_every_streamer_of_the_farm_is_asked_on_its_own_port(bench: Bench) -> None:
    await bench.demo.start(3)

    assert bench.demo.is_on
    asked = [opened.recvfrom(100) for opened in bench.farms[0].sockets]
    assert asked == [(REQUEST, bench.farms[0].listener)] * 3
    assert bench.farms[0].listener[1] != 30303


async def test_what_the_farm_says_is_a_sighting_of_the_demo(bench: Bench) -> None:
    await bench.demo.start(1)

    bench.farms[0].say(0, reply(said={"PN": "Cobalt S1"}))
    await until(lambda: bench.heard)

    sighting = bench.heard[0]
    port = bench.farms[0].announce_endpoints[0][1]
    assert (sighting.origin, sighting.address) == (Origin.DEMO, "127.0.0.1")
    assert sighting.control_url == f"http://127.0.0.1:{port}/api/v1"
    assert sighting.page_url == f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize("url", [None, "http://127.0.0.2/api/v1", "http://example.org/api/v1"])
async def test_a_control_address_elsewhere_is_not_taken(bench: Bench, url: str | None) -> None:
    await bench.demo.start(1)
    farm = bench.farms[0]
    farm.urls = {} if url is None else {farm.announce_endpoints[0]: url}

    farm.say(0, reply(said={"PN": "Cobalt S1"}))
    await until(lambda: bench.heard)

    assert bench.heard[0].control_url is None


async def test_strangers_and_nonsense_are_not_heard(bench: Bench) -> None:
    await bench.demo.start(1)
    farm = bench.farms[0]
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
        stranger.sendto(reply(said={"PN": "Forged"}), farm.listener)

    farm.say(0, b"\x02broken")
    farm.say(0, REQUEST)
    farm.say(0, reply(said={"PN": "Cobalt S1"}))
    await until(lambda: bench.heard)

    assert [sighting.product for sighting in bench.heard] == ["Cobalt S1"]


async def test_the_end_stops_and_forgets_the_farm(bench: Bench) -> None:
    await bench.demo.start(1)

    await bench.demo.stop()
    await bench.demo.stop()
    await bench.demo.ask()

    assert not bench.demo.is_on
    assert bench.farms[0].is_stopped
    assert bench.forgotten == 1


async def test_another_number_replaces_the_farm(bench: Bench) -> None:
    await bench.demo.start(1)
    await bench.demo.start(2)

    assert [farm.is_stopped for farm in bench.farms] == [True, False]
    assert len(bench.farms[1].sockets) == 2


@pytest.mark.parametrize(
    "error",
    [
        OSError(24, "too many open files"),
        TimeoutError(),
        PortTaken("simulate.port_taken", port=0, address="127.0.0.2"),
    ],
)
async def test_a_farm_that_cannot_start_is_refused(bench: Bench, error: Exception) -> None:
    bench.error = error

    with pytest.raises(Refused) as refused:
        await bench.demo.start(1)

    assert refused.value.code == "demo.not_started"
    assert not bench.demo.is_on
    assert bench.demo._reception is None  # noqa: SLF001 # nobody else sees the socket


async def test_without_a_socket_of_its_own_the_demo_is_refused(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Wish) -> socket.socket:
        raise OSError(24, "too many open files")

    monkeypatch.setattr("altrabits_desktop.streamers.discovery.demo.open_socket", refuse)

    with pytest.raises(Refused) as refused:
        await bench.demo.start(1)

    assert refused.value.code == "demo.not_started"
    assert bench.farms == []


@pytest.mark.parametrize("is_stopped_too", [False, True])
async def test_a_farm_that_comes_after_the_wish_was_taken_back_is_ended(
    bench: Bench, *, is_stopped_too: bool
) -> None:
    bench.gate.clear()
    starting = asyncio.ensure_future(bench.demo.start(1))
    await until(bench.starting.is_set)

    starting.cancel()
    stopping = asyncio.ensure_future(bench.demo.stop() if is_stopped_too else starting)
    await asyncio.wait([starting])
    bench.gate.set()
    await until(lambda: bench.farms and bench.farms[0].is_stopped)
    await asyncio.wait([stopping])

    assert starting.cancelled()
    await until(lambda: not bench.demo.is_on)
    assert bench.demo._reception is None  # noqa: SLF001 # nobody else sees the socket


async def test_the_end_waits_for_a_farm_that_is_still_starting(bench: Bench) -> None:
    bench.gate.clear()
    starting = asyncio.ensure_future(bench.demo.start(1))
    await until(bench.starting.is_set)
    starting.cancel()
    await asyncio.wait([starting])

    stopping = asyncio.ensure_future(bench.demo.stop())
    await settled()
    is_waiting = not stopping.done()
    bench.gate.set()
    await stopping

    assert is_waiting
    assert [farm.is_stopped for farm in bench.farms] == [True]


async def test_a_wish_that_was_taken_back_leaves_a_later_one_alone(bench: Bench) -> None:
    bench.gate.clear()
    starting = asyncio.ensure_future(bench.demo.start(1))
    await until(bench.starting.is_set)
    starting.cancel()
    await asyncio.wait([starting])

    again = asyncio.ensure_future(bench.demo.start(2))
    await settled()
    bench.gate.set()
    await again

    assert bench.demo.is_on
    assert [farm.is_stopped for farm in bench.farms] == [True, False]
