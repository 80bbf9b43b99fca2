"""More than fifty ways of misbehaving, each with the limits of R7 in bytes, seconds and memory."""

from __future__ import annotations

import asyncio
import os
import time
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import Malformed, NotReachable
from altrabits_desktop.contract.limits import FETCH_BYTES, FETCH_SECONDS
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery.description import parse_description
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from tests.benchmarks.processes import resident_bytes
from tests.fakes.discovery import RENDERERS
from tests.harness.misbehaving_server import HERE, Server
from tests.harness.misbehaviours import ways

if TYPE_CHECKING:
    from tests.harness.misbehaviours import Behaviour

GROWN_MOST_BYTES = 50_000_000
AT_ONCE = 4
LATE_S = 0.5
"""How much later than its limit a busy computer may notice."""


async def endured_s(behave: Behaviour, *, fetch_s: float) -> float:
    """Ask somebody who misbehaves, and give how long that took; fails where anything came of it."""
    server = Server()
    server.behave = behave
    await server.open()
    fetch = Fetching(neighbourhood=Neighbourhood(), clock=SystemClock(), fetch_s=fetch_s)
    await fetch.ready()
    begun_at_s = time.monotonic()
    with pytest.raises((Malformed, NotReachable)):
        await description_of(fetch, server.url())
    took_s = time.monotonic() - begun_at_s
    await fetch.aclose()
    await server.close()
    return took_s


async def description_of(fetch: Fetching, url: str) -> None:
    content = await fetch.get(url, address=HERE, is_loopback_allowed=True)
    assert len(content) <= FETCH_BYTES
    parse_description(content, location=url, udn=None, wanted=RENDERERS)


async def all_are_endured(bomb_bytes: int, *, fetch_s: float) -> None:
    there = ways(bomb_bytes)
    limit = asyncio.Semaphore(AT_ONCE)
    took_s: dict[str, float] = {}

    async def endure(name: str) -> None:
        async with limit:
            took_s[name] = await endured_s(there[name], fetch_s=fetch_s)

    await endure("nonsense")
    begun_bytes = resident_bytes(os.getpid())
    await asyncio.gather(*map(endure, there))
    grown_bytes = resident_bytes(os.getpid()) - begun_bytes
    print(f"{len(there)} ways, longest {max(took_s.values()):.2f} s, grown {grown_bytes} bytes")
    assert len(there) >= 50
    assert grown_bytes < GROWN_MOST_BYTES
    assert {name: s for name, s in took_s.items() if s > fetch_s + LATE_S} == {}


async def test_r7_each_of_fifty_ways_is_cut_off_in_time_without_taking_memory() -> None:
    await all_are_endured(16_000_000, fetch_s=0.4)


@pytest.mark.long
async def test_r7_each_of_fifty_ways_is_cut_off_with_all_its_time_and_256_megabytes() -> None:
    await all_are_endured(256_000_000, fetch_s=FETCH_SECONDS)
