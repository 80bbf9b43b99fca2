"""R2: a flood of invented streamers neither fills the list nor stalls the loop."""

from __future__ import annotations

import asyncio
import sys
import time
import tracemalloc
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery.announce import parse_announce, sighting_of
from altrabits_desktop.streamers.discovery.announce_listener import AnnounceListener
from altrabits_desktop.streamers.registry import Registry
from tests.fakes.discovery import LOOPBACK, free_udp_port, reply, until

if TYPE_CHECKING:
    from collections.abc import Callable

PER_SECOND = 2000
IDLE_WITHIN_S, IDLE_SHARE, LOOK_S = 5.0, 0.05, 0.25

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
    was_saved_one_there: bool
    """Each time the loop turned."""
    heard: int
    idle_after_s: float
    """Until the loop worked for less than a twentieth of the time."""


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
    seen: list[bool] = []
    watching = asyncio.ensure_future(
        watch(busy_s, see=lambda: seen.append(registry.streamer(known) is not None))
    )
    tracemalloc.start()
    words = (str(port), str(count), str(PER_SECOND))
    flood = await asyncio.create_subprocess_exec(sys.executable, "-c", FLOOD, *words)
    await flood.wait()
    await until(lambda: listener.report().heard == count)
    grown_bytes, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    watching.cancel()
    idle_after_s = await idle()
    await listener.stop()
    addresses = [streamer.address for streamer in registry.streamers()]
    return Endured(
        busy_s=sorted(busy_s),
        grown_bytes=grown_bytes,
        listed=len(addresses),
        per_source=max(map(addresses.count, addresses)),
        was_saved_one_there=all(seen),
        heard=listener.report().heard,
        idle_after_s=idle_after_s,
    )


async def idle() -> float:
    """Wait until the loop has as good as nothing to do, and give how long that took."""
    begun_at_s = time.monotonic()
    worked_s = LOOK_S
    while worked_s > LOOK_S * IDLE_SHARE:
        assert time.monotonic() - begun_at_s < IDLE_WITHIN_S
        before_s = time.thread_time()
        await asyncio.sleep(LOOK_S)
        worked_s = time.thread_time() - before_s
    return time.monotonic() - begun_at_s


async def watch(busy_s: list[float], *, see: Callable[[], None]) -> None:
    """Note how long the loop worked between two chances for a timer of 1 ms.

    Counted in the thread's own time, so that a busy machine is not taken for a busy loop.
    """
    while True:
        begun_at_s = time.thread_time()
        await asyncio.sleep(0.001)
        busy_s.append(time.thread_time() - begun_at_s)
        see()


def check(endured: Endured) -> None:
    assert endured.listed <= 1000
    assert endured.per_source <= 64
    assert endured.was_saved_one_there
    assert endured.grown_bytes < 50_000_000
    assert endured.busy_s[-1] < 0.2
    assert endured.busy_s[int(len(endured.busy_s) * 0.99)] < 0.05
    assert endured.idle_after_s < IDLE_WITHIN_S
    print(
        f"{endured.listed} listed, {endured.grown_bytes} bytes more,"
        f" longest {endured.busy_s[-1]:.3f} s, idle after {endured.idle_after_s:.1f} s"
    )


@pytest.mark.uncounted
async def test_r2_a_flood_of_invented_streamers_is_bounded_and_stalls_nothing() -> None:
    check(await endure(1500))


@pytest.mark.long
async def test_r2_ten_thousand_invented_streamers_are_bounded_and_stall_nothing() -> None:
    check(await endure(10_000))
