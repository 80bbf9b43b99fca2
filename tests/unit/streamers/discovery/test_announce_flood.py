"""R2: a flood of invented streamers neither fills the list nor stalls the loop."""

from __future__ import annotations

import asyncio
import sys
import time
import tracemalloc
from dataclasses import dataclass

import pytest

from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery.announce import parse_announce, sighting_of
from altrabits_desktop.streamers.discovery.announce_listener import AnnounceListener
from altrabits_desktop.streamers.registry import Registry
from tests.fakes.discovery import LOOPBACK, free_udp_port, reply, until

PER_SECOND = 2000

# A program of its own, so that sending costs the loop under test nothing.
FLOOD = """
import json, socket, sys, time
port, count, per_second = map(int, sys.argv[1:])
senders = []
for number in range(40):
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sender.bind((f"127.0.2.{number + 1}", 0))
    senders.append(sender)
begun = time.monotonic()
for number in range(count):
    fields = b"\\x02" + (0x0004A3000000 + number).to_bytes(6, "big") + b"\\r\\n\\r\\n"
    said = json.dumps({"PN": "Invented", "NM": f"Number {number}"}).encode()
    senders[number % 40].sendto(fields + said, ("127.0.0.1", port))
    time.sleep(max(0.0, begun + number / per_second - time.monotonic()))
"""


@dataclass(frozen=True)
class Endured:
    busy_s: list[float]
    grown_bytes: int
    listed: int
    per_source: int
    is_saved_one_there: bool
    heard: int


async def endure(count: int) -> Endured:
    port = free_udp_port()
    clock = SystemClock()
    registry = Registry(clock=clock, publish=lambda _: None, recognise=lambda _: None)
    saved = parse_announce(reply(mac="001ec0000001", said={"PN": "Mine"}))
    assert saved is not None
    known = registry.hear(sighting_of(saved, sender="127.0.9.9", heard_at=clock.now()))
    assert known is not None
    listener = AnnounceListener(clock=clock, port=port)
    await listener.start((LOOPBACK,), registry.hear)  # type: ignore[arg-type] # what it gives is not needed
    busy_s: list[float] = []
    watching = asyncio.ensure_future(watch(busy_s))
    tracemalloc.start()
    words = (str(port), str(count), str(PER_SECOND))
    flood = await asyncio.create_subprocess_exec(sys.executable, "-c", FLOOD, *words)
    await flood.wait()
    await until(lambda: listener.report().heard == count)
    grown_bytes, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    watching.cancel()
    await listener.stop()
    addresses = [streamer.address for streamer in registry.streamers()]
    return Endured(
        busy_s=sorted(busy_s),
        grown_bytes=grown_bytes,
        listed=len(addresses),
        per_source=max(map(addresses.count, addresses)),
        is_saved_one_there=registry.streamer(known) is not None,
        heard=listener.report().heard,
    )


async def watch(busy_s: list[float]) -> None:
    """Note how long the loop worked between two chances for a timer of 1 ms.

    Counted in the thread's own time, so that a busy machine is not taken for a busy loop.
    """
    while True:
        begun_at_s = time.thread_time()
        await asyncio.sleep(0.001)
        busy_s.append(time.thread_time() - begun_at_s)


def check(endured: Endured) -> None:
    assert endured.listed <= 1000
    assert endured.per_source <= 64
    assert endured.is_saved_one_there
    assert endured.grown_bytes < 50_000_000
    assert endured.busy_s[-1] < 0.2
    assert endured.busy_s[int(len(endured.busy_s) * 0.99)] < 0.05


@pytest.mark.uncounted
async def test_r2_a_flood_of_invented_streamers_is_bounded_and_stalls_nothing() -> None:
    check(await endure(1500))


@pytest.mark.long
async def test_r2_ten_thousand_invented_streamers_are_bounded_and_stall_nothing() -> None:
    check(await endure(10_000))
