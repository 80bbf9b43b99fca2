"""Runs on the lab's desktop: plays a tone on each renderer and tells what our driver reads.

Prints one JSON object a renderer: what was read before, while it plays, and after it was stopped.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from contextlib import aclosing, asynccontextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import CardKind, HeardBy, NetworkCard, Playback
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.drivers.catalog import Catalog
from altrabits_desktop.streamers.drivers.driver import DriverIo, Reading, Recognition
from altrabits_desktop.streamers.drivers.host import Host
from altrabits_desktop.streamers.events.subscribing import Subscribing
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from altrabits_desktop.streamers.sighting import Sighting
from tests.lab.music import DESKTOP, RENDERER, TRANSPORT, call, find, play, served_tone

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from altrabits_desktop.streamers.drivers.driver import Connection, News

_LIMIT_S = 30.0


async def until(connection: Connection, holds: Callable[[Reading], bool]) -> Reading:
    """Watch until a reading is as wanted."""
    latest: News | None = None
    try:
        async with asyncio.timeout(_LIMIT_S), aclosing(connection.watch()) as news:
            async for latest in news:
                if isinstance(latest, Reading) and holds(latest):
                    return latest
    except TimeoutError:
        print(f"last: {latest}", file=sys.stderr)
        raise
    raise AssertionError("the watch ended")


def is_playing(reading: Reading) -> bool:
    playing = reading.state.now_playing
    has_begun = playing is not None and (playing.position_s or 0) > 0
    return reading.state.playback is Playback.PLAYING and has_begun and reading.state.volume == 37


def is_stopped(reading: Reading) -> bool:
    return reading.state.playback is Playback.STOPPED


async def read_one(host: Host, recognition: Recognition, *, name: str, tone_url: str) -> None:
    """Tell what is read of one renderer."""
    description = recognition.address.url
    async with host.open(recognition) as connection:
        before = await connection.read_state()
        await asyncio.to_thread(play, description, tone_url)
        playing = await until(connection, is_playing)
        await asyncio.to_thread(call, description, TRANSPORT, "Stop")
        after = await until(connection, is_stopped)
    read = {
        "name": name,
        "capabilities": sorted(connection.capabilities),
        "facts": asdict(before.facts) | {"capabilities": None},
        "before": before.state.playback,
        "playing": asdict(playing.state),
        "took_ms": playing.took_ms,
        "after": after.state.playback,
    }
    print(json.dumps(read), flush=True)


@asynccontextmanager
async def recognised() -> AsyncIterator[tuple[Host, dict[str, Recognition]]]:
    """Find the renderers of the lab, and give each by its name, with what opens them."""
    hosts = json.loads(Path(os.environ["LAN_LAB_HOSTS"]).read_text(encoding="utf-8"))
    names = {host["ip"]: name for name, host in hosts.items() if host["kind"] != "desktop"}
    neighbourhood = Neighbourhood()
    neighbourhood.use([NetworkCard("eth0", DESKTOP, 24, "192.168.71.255", CardKind.ETHERNET)])
    clock = SystemClock()
    fetch = Fetching(neighbourhood=neighbourhood, clock=clock)
    catalog = Catalog.bundled()
    found: dict[str, Recognition] = {}
    for address, location in (await asyncio.to_thread(find, set(names))).items():
        recognition = catalog.recognise(
            Sighting(
                heard_by=HeardBy.SSDP,
                heard_at=datetime.now(UTC),
                address=address,
                description_url=location,
                service_types=frozenset({RENDERER}),
            )
        )
        assert recognition is not None
        found[names[address]] = recognition
    events = Subscribing(fetch=fetch, neighbourhood=neighbourhood, clock=clock)
    try:
        yield Host(io=DriverIo(fetch=fetch, clock=clock, events=lambda: events)), found
    finally:
        await events.stop()
        await fetch.aclose()


async def main() -> None:
    with served_tone() as tone_url:
        async with recognised() as (host, renderers), asyncio.TaskGroup() as group:
            for name, recognition in renderers.items():
                group.create_task(read_one(host, recognition, name=name, tone_url=tone_url))


if __name__ == "__main__":
    asyncio.run(main())
