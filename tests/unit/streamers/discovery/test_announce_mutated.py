"""Changed announcements over a real socket, into the list itself (R1)."""

from __future__ import annotations

import contextlib
import os
import random
import socket
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.limits import STREAMERS_LISTED, STREAMERS_PER_SOURCE
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery.announce_listener import AnnounceListener
from altrabits_desktop.streamers.registry import Registry
from tests.benchmarks.processes import resident_bytes
from tests.fakes.discovery import LOOPBACK, free_udp_port, reply, until
from tests.harness.announce_mutations import mutated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from altrabits_desktop.streamers.sighting import Sighting

AT_ONCE = 250
"""As many as wait in the system's buffer without one being lost."""
SOURCES = 20
GROWN_MOST_BYTES = 5_000_000


class Neighbours:
    """Say changed announcements from several addresses, and now and then a whole one."""

    def __init__(self, port: int, chance: random.Random) -> None:
        self._chance = chance
        self._whole = 0
        self._to = ("127.0.0.1", port)
        self._sockets: list[socket.socket] = []

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        with contextlib.ExitStack() as stack:
            for number in range(SOURCES):
                opened = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
                opened.bind((f"127.0.3.{number + 1}", 0))
                self._sockets.append(opened)
            yield

    def say(self) -> str:
        """Say some, and a whole one at last; gives the product that it names."""
        for number in range(AT_ONCE):
            self._sockets[number % SOURCES].sendto(mutated(self._chance), self._to)
        self._whole += 1
        product = f"Whole {self._whole}"
        self._sockets[0].sendto(reply(mac="0004a3000009", said={"PN": product}), self._to)
        return product


async def mutations_are_survived(count: int) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    clock, port = SystemClock(), free_udp_port()
    registry = Registry(clock=clock, publish=lambda _: None, recognise=lambda _: None)
    last: list[str | None] = [None]

    def hear(sighting: Sighting) -> None:
        last[0] = sighting.product
        registry.hear(sighting)

    listener = AnnounceListener(clock=clock, port=port)
    await listener.start((LOOPBACK,), hear)
    neighbours = Neighbours(port, random.Random(seed))
    begun_bytes = 0
    with neighbours.open():
        for block in range(count // AT_ONCE):
            product = neighbours.say()
            # Each whole one is heard after whatever came before it.
            await until(lambda product=product: last[0] == product)  # type: ignore[misc] # the usual way
            if block == count // AT_ONCE // 4:
                # By then the list is as full as it will be.
                begun_bytes = resident_bytes(os.getpid())
    grown_bytes = resident_bytes(os.getpid()) - begun_bytes
    report = listener.report()
    await listener.stop()
    print(f"grown {grown_bytes} bytes, heard {report.heard}, malformed {report.malformed}")
    addresses = [streamer.address for streamer in registry.streamers()]
    assert report.malformed > count // 10
    assert len(addresses) <= STREAMERS_LISTED
    assert max(map(addresses.count, addresses)) <= STREAMERS_PER_SOURCE
    assert grown_bytes < GROWN_MOST_BYTES


@pytest.mark.uncounted
async def test_r1_mutated_packets_over_a_socket_raise_nothing_and_leave_room() -> None:
    await mutations_are_survived(10_000)


@pytest.mark.long
async def test_r1_a_million_mutated_packets_over_a_socket_raise_nothing_and_leave_room() -> None:
    await mutations_are_survived(1_000_000)
