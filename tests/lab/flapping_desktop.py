"""Runs in the lab's desktop: takes its card away and gives it back while streamers are looked for.

Prints one JSON object: what was found before and after, how long that took, and what stayed open.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.discovery.announce_listener import AnnounceListener
from altrabits_desktop.streamers.discovery.card_news import system_card_news
from altrabits_desktop.streamers.discovery.discovery import Discovery
from altrabits_desktop.streamers.discovery.mdns import MdnsListener
from altrabits_desktop.streamers.discovery.probe import ControlApiProbe
from altrabits_desktop.streamers.discovery.ssdp_listener import SsdpListener
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood

if TYPE_CHECKING:
    from altrabits_desktop.streamers.sighting import Sighting

EVERYTHING = {HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP}
LIMIT_S = 20.0
FOLLOWED_S = 0.5
"""As long as it takes to follow a card that the system tells of."""


class Desktop:
    """Discovery as the app has it, and what it heard since the last look."""

    def __init__(self) -> None:
        clock = SystemClock()
        neighbourhood = Neighbourhood()
        self.fetch = Fetching(neighbourhood=neighbourhood, clock=clock)
        self.heard: set[HeardBy] = set()
        self.discovery = Discovery(
            listeners=(
                AnnounceListener(clock=clock),
                MdnsListener(clock=clock, service_types=("_altrabits._tcp",)),
                SsdpListener(
                    clock=clock,
                    fetch=self.fetch,
                    neighbourhood=neighbourhood,
                    device_types=("urn:schemas-upnp-org:device:MediaRenderer:1",),
                ),
            ),
            clock=clock,
            deliver=self._hear,
            publish=lambda _: None,
            neighbourhood=neighbourhood,
            probe=ControlApiProbe(fetch=self.fetch, clock=clock),
            news=system_card_news(),
        )

    def _hear(self, sighting: Sighting) -> None:
        self.heard.add(sighting.heard_by)

    async def hears_everything_after_s(self) -> float | None:
        """Give how long it took until every protocol brought something."""
        self.heard.clear()
        begun_at_s = time.monotonic()
        while time.monotonic() - begun_at_s < LIMIT_S:
            if self.heard == EVERYTHING:
                return time.monotonic() - begun_at_s
            await asyncio.sleep(0.05)
        return None

    async def stop(self) -> None:
        """End everything."""
        await self.discovery.stop()
        await self.fetch.aclose()


def set_card(state: str) -> None:
    subprocess.run(["ip", "link", "set", "eth0", state], check=True)


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


async def open_when_at_rest(*, most: int) -> int:
    """Count what stays open: a question that is under way closes what it has opened."""
    ends_at_s = time.monotonic() + LIMIT_S
    count = open_descriptors()
    while count > most and time.monotonic() < ends_at_s:
        await asyncio.sleep(0.05)
        count = open_descriptors()
    return count


async def flap(times: int) -> dict[str, object]:
    desktop = Desktop()
    await desktop.discovery.start()
    first_s = await desktop.hears_everything_after_s()
    before = open_descriptors()
    for _ in range(times):
        set_card("down")
        await asyncio.sleep(FOLLOWED_S)
        set_card("up")
        await asyncio.sleep(FOLLOWED_S)
    again_s = await desktop.hears_everything_after_s()
    after = await open_when_at_rest(most=before)
    await desktop.stop()
    return {"first_s": first_s, "again_s": again_s, "leaked": after - before}


if __name__ == "__main__":
    print(json.dumps(asyncio.run(flap(int(sys.argv[1])))))
