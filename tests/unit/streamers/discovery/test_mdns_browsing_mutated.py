"""Changed mDNS packets and killing shapes reach what browses, and leave it as it was (R4)."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections import deque
from importlib.metadata import version
from typing import TYPE_CHECKING

import pytest
from zeroconf import IPVersion
from zeroconf.asyncio import AsyncZeroconf

from altrabits_desktop.streamers.discovery.mdns_browsing import (
    POINTERS_PER_TYPE,
    RECORDS_PER_NAME,
    Browsing,
    Change,
)
from tests.benchmarks.processes import resident_bytes
from tests.harness import mdns_packets

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from altrabits_desktop.streamers.discovery.mdns_browsing import News
    from altrabits_desktop.streamers.discovery.mdns_services import Service

TYPE = "_altrabits-r4._tcp"
SENDER = ("127.0.0.9", 5353)
FIXED = (0, 149, 17)
CACHE_MOST = 10_000
GROWN_MOST_BYTES = 50_000_000
SLOWEST_S = 0.5
"""Of thousands on a shared processor; what is slow by itself takes seconds."""
AT_ONCE = 500

SHAPES = (
    *(mdns_packets.chained_pointers(count) for count in (2, 200, 700, 1500)),
    mdns_packets.pointer_to_itself(),
    mdns_packets.overrun(),
    mdns_packets.many_counted(),
    b"",
    b"\x00" * 12,
    b"\xff" * 1500,
)


class Wire:
    """A zeroconf of its own, what browses over it, and packets put into its reader."""

    def __init__(self, zeroconf: AsyncZeroconf) -> None:
        self.zeroconf = zeroconf.zeroconf
        self._wanted = "Kitchen"
        self._has_heard = asyncio.Event()
        self.errors: list[object] = []
        self.services: deque[Service] = deque(maxlen=1)
        asyncio.get_running_loop().set_exception_handler(
            lambda _loop, context: self.errors.append(context)
        )
        self.browsing = Browsing(zeroconf, types=[TYPE], tell=self._tell)

    def _tell(self, news: tuple[News, ...]) -> None:
        self.services.extend(one.service for one in news if one.service is not None)
        if any(self._wanted in one.name and one.change is Change.HERE for one in news):
            self._has_heard.set()

    async def take(self, packets: Iterable[bytes]) -> float:
        """Take packets; gives the longest processor time of one."""
        slowest_s, protocol = 0.0, self.zeroconf.engine.protocols[0]
        for number, packet in enumerate(packets):
            begun_at_s = time.thread_time()
            protocol.datagram_received(packet, SENDER)
            slowest_s = max(slowest_s, time.thread_time() - begun_at_s)
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)
        await asyncio.sleep(0)
        return slowest_s

    async def hears(self, name: str) -> bool:
        """Tell whether a whole answer is still heard."""
        self._wanted = name
        self._has_heard.clear()
        await self.take([mdns_packets.answer_of(TYPE, name)])
        async with asyncio.timeout(10):
            await self._has_heard.wait()
        return True


@pytest.fixture
async def wire() -> AsyncIterator[Wire]:
    zeroconf = AsyncZeroconf(interfaces=["127.0.0.1"], ip_version=IPVersion.V4Only)
    await zeroconf.zeroconf.async_wait_for_start()
    made = Wire(zeroconf)
    yield made
    await made.browsing.stop()
    await zeroconf.async_close()


async def mutations_are_survived(wire: Wire, count: int) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    whole = mdns_packets.answer_of(TYPE)
    # What a reader keeps for its first packets is not growth.
    await wire.take(mdns_packets.mutated(whole, chance) for _ in range(AT_ONCE))
    begun_bytes = resident_bytes(os.getpid())
    slowest_s = await wire.take(mdns_packets.mutated(whole, chance) for _ in range(count))
    grown_bytes = resident_bytes(os.getpid()) - begun_bytes
    print(f"slowest {slowest_s:.3f} s, grown {grown_bytes} bytes, {records_kept(wire)} records")
    assert await wire.hears("Kitchen")
    assert wire.errors == []
    assert slowest_s < SLOWEST_S
    assert grown_bytes < GROWN_MOST_BYTES
    assert records_kept(wire) <= CACHE_MOST


def records_of(wire: Wire, name: str) -> int:
    return len(wire.zeroconf.cache.entries_with_name(name))


def records_kept(wire: Wire) -> int:
    return sum(len(records) for records in wire.zeroconf.cache.cache.values())


@pytest.mark.uncounted
async def test_r4_mutated_packets_never_raise_and_the_next_whole_one_is_heard(wire: Wire) -> None:
    await mutations_are_survived(wire, 10_000)


@pytest.mark.long
async def test_r4_a_million_mutated_packets_never_raise_and_the_next_whole_one_is_heard(
    wire: Wire,
) -> None:
    await mutations_are_survived(wire, 1_000_000)


async def test_r4_shapes_that_have_killed_readers_end_nothing(wire: Wire) -> None:
    await wire.take(SHAPES)

    assert await wire.hears("Kitchen")
    assert wire.errors == []


async def test_r4_ten_thousand_services_of_a_long_life_fill_no_more_than_the_cache(
    wire: Wire,
) -> None:
    begun_bytes = resident_bytes(os.getpid())
    await wire.take(mdns_packets.answer_of(TYPE, f"Room {number}") for number in range(10_000))
    grown_bytes = resident_bytes(os.getpid()) - begun_bytes

    assert records_kept(wire) <= CACHE_MOST
    assert grown_bytes < GROWN_MOST_BYTES
    assert await wire.hears("Kitchen")


async def test_r4_a_crowd_of_records_of_one_name_costs_later_packets_nothing(wire: Wire) -> None:
    crowd = (
        mdns_packets.answer_of(TYPE, address=f"10.0.{number // 250}.{number % 250 + 1}")
        for number in range(3_000)
    )

    await wire.take(crowd)

    assert records_of(wire, "Den-host.local.") <= RECORDS_PER_NAME
    slowest_s = await wire.take(mdns_packets.answer_of(TYPE, f"Room {one}") for one in range(50))
    assert slowest_s < 0.02
    assert await wire.hears("Kitchen")


async def test_r8_a_crowd_of_pointers_makes_no_long_questions(wire: Wire) -> None:
    names = [f"Room {number}" for number in range(10 * POINTERS_PER_TYPE)]

    # A name in other letters is the same one to a cache, and not to who compares it.
    await wire.take(mdns_packets.pointers_to(TYPE, names))
    await wire.take(mdns_packets.pointers_to(TYPE.upper(), names[:90]))

    # Whatever is in the cache is told with the next question, so that nobody answers in vain.
    assert POINTERS_PER_TYPE - 90 <= records_of(wire, f"{TYPE}.local.") <= POINTERS_PER_TYPE
    assert await wire.hears("Kitchen")


async def test_r4_of_a_crowd_of_records_the_newest_are_kept(wire: Wire) -> None:
    await wire.take(
        mdns_packets.answer_of(TYPE, "Kitchen", address=f"10.0.0.{number + 1}")
        for number in range(200)
    )
    wire.services.clear()

    await wire.hears("Kitchen")

    assert wire.services[-1].addresses[0] == "127.0.0.9"


async def test_r4_every_truncation_of_a_whole_answer_is_survived(wire: Wire) -> None:
    whole = mdns_packets.answer_of(TYPE)

    await wire.take(whole[:length] for length in range(len(whole)))

    assert wire.errors == []
    assert await wire.hears("Kitchen")


def test_r4_the_library_has_all_published_fixes() -> None:
    assert tuple(int(part) for part in version("zeroconf").split(".")[:3]) >= FIXED
