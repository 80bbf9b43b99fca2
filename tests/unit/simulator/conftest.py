"""Addresses and ports of a test's own, so that farms of tests side by side do not meet."""

from __future__ import annotations

import asyncio
import os
import socket
from itertools import count
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.simulator.claims import Claims
from altrabits_desktop.simulator.farm import Farm, FarmPlan
from altrabits_desktop.simulator.http_door import HttpLimits
from tests.fakes.clock import FakeClock
from tests.harness.proving import Proving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

_turns = count()

REQUEST = b"Discovery: Who is out there?\x00\n"
BROADCAST = "127.255.255.255"
SHORT_LIMITS = HttpLimits(
    connections=4,
    streams=2,
    idle_s=0.2,
    head_s=0.1,
    send_s=0.2,
    linger_s=0.05,
    silent_s=0.1,
    slow_s=0.05,
    alive_s=0.05,
)


class AnnounceEar:
    """Hears what is broadcast on loopback, as the app does, and asks from the same port."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._loop = asyncio.get_running_loop()
        self._heard: asyncio.Queue[tuple[bytes, tuple[str, int]]] = asyncio.Queue()
        self._ear = _udp_socket("0.0.0.0", port)
        self._mouth = _udp_socket("127.0.0.1", port)
        for each in (self._ear, self._mouth):
            self._loop.add_reader(each, self._read, each)

    def ask(self, address: str = BROADCAST, *, content: bytes = REQUEST) -> None:
        self._mouth.sendto(content, (address, self.port))

    async def hear(self) -> tuple[bytes, tuple[str, int]]:
        """Give the next datagram that is no request, and where it came from."""
        return await asyncio.wait_for(self._heard.get(), 5)

    async def hear_all(self, number: int) -> dict[str, bytes]:
        """Give the datagrams of so many senders, by address."""
        heard: dict[str, bytes] = {}
        while len(heard) < number:
            content, source = await self.hear()
            heard[source[0]] = content
        return heard

    @property
    def waiting(self) -> int:
        return self._heard.qsize()

    def close(self) -> None:
        for each in (self._ear, self._mouth):
            self._loop.remove_reader(each)
            each.close()

    def _read(self, source: socket.socket) -> None:
        content, sender = source.recvfrom(65_536)
        if content[:1] != b"D":
            self._heard.put_nowait((content, sender))


def _udp_socket(address: str, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.setblocking(False)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    made.bind((address, port))
    return made


@pytest.fixture
def first_address() -> str:
    return f"127.{16 + os.getpid() % 200}.{next(_turns) % 250}.2"


@pytest.fixture
def announce_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
async def ear(announce_port: int) -> AsyncIterator[AnnounceEar]:
    listening = AnnounceEar(announce_port)
    yield listening
    listening.close()


@pytest.fixture
def plan(first_address: str, announce_port: int) -> FarmPlan:
    return FarmPlan(
        first_address=first_address,
        announce_port=announce_port,
        http_port=0,
        secure_port=0,
        has_mdns=False,
        move_after_s=0.05,
        restart_s=0.05,
        limits=SHORT_LIMITS,
    )


@pytest.fixture
async def make_farm() -> AsyncIterator[Callable[[FarmPlan], Farm]]:
    made: list[Farm] = []

    def make(plan: FarmPlan) -> Farm:
        made.append(Farm(plan))
        return made[-1]

    yield make
    for farm in made:
        await farm.stop()


@pytest.fixture
async def farm(make_farm: Callable[[FarmPlan], Farm], plan: FarmPlan) -> Farm:
    started = make_farm(plan)
    await started.start(3)
    return started


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def claims(clock: FakeClock) -> Claims:
    return Claims(clock.steady_s, streamer_id="ab-1")


@pytest.fixture
def client(claims: Claims) -> Proving:
    return Proving(claims)
