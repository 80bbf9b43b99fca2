"""Runs on the lab's desktop: watches each renderer while another control point changes it.

Prints one JSON object a renderer: whether its events came, what was read for how many questions,
and which TCP ports this process listened on before, meanwhile and afterwards. With `--firewall`
nothing is let in to the desktop that it did not ask for, but who fetches the tone.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.streamers.drivers.driver import Reading
from tests.harness.socket_tables import bound_by
from tests.lab.music import RENDERING, call, play, served_tone
from tests.lab.renderer_obeying import VOLUME
from tests.lab.renderer_reading import recognised

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from altrabits_desktop.streamers.drivers.driver import News, Recognition
    from altrabits_desktop.streamers.drivers.host import Host

_LIMIT_S = 30.0
_QUIET_S = 12.0
_FIREWALL = """
table inet lab {
  chain input {
    type filter hook input priority 0; policy drop;
    iif lo accept
    ct state established,related accept
    tcp dport TONE accept
  }
}
"""


@dataclass
class Watch:
    """What was read of one renderer so far, newest last."""

    readings: list[Reading] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep(self, news: AsyncGenerator[News, None]) -> None:
        async with aclosing(news):
            async for latest in news:
                if isinstance(latest, Reading):
                    self.readings.append(latest)
                    self.came.set()

    async def until(self, holds: Callable[[Reading], bool]) -> float:
        """Wait until the latest reading is as wanted, and give how long that took."""
        begun_at_s = time.monotonic()
        async with asyncio.timeout(_LIMIT_S):
            while not self.readings or not holds(self.readings[-1]):
                self.came.clear()
                await self.came.wait()
        return time.monotonic() - begun_at_s


def ports() -> list[str]:
    """Give the addresses that this process takes TCP connections at."""
    return sorted(bound.address for bound in bound_by(os.getpid()) if bound.protocol == "tcp")


def has_events(reading: Reading) -> bool:
    return Capability.EVENTS in reading.facts.capabilities


async def follow(host: Host, recognition: Recognition, tone_url: str) -> dict[str, Any]:
    description, watch = recognition.address.url, Watch()
    before = ports()
    async with host.open(recognition) as connection:
        watching = asyncio.ensure_future(watch.keep(connection.watch()))
        await watch.until(lambda _: True)
        await asyncio.to_thread(play, description, tone_url)
        await watch.until(lambda reading: reading.state.playback is Playback.PLAYING)
        await watch.until(lambda reading: reading.state.volume == 37)
        begun = len(watch.readings)
        await asyncio.sleep(_QUIET_S)
        quiet = len(watch.readings) - begun
        volume = {"Channel": "Master", "DesiredVolume": str(VOLUME)}
        await asyncio.to_thread(call, description, RENDERING, "SetVolume", **volume)
        told_after_s = await watch.until(lambda reading: reading.state.volume == VOLUME)
        has_come, meanwhile = has_events(watch.readings[-1]), ports()
        watching.cancel()
        await asyncio.wait((watching,))
    return {
        "has_events": has_come,
        "readings_in_quiet": quiet,
        "told_after_s": told_after_s,
        "ports": [before, meanwhile, ports()],
    }


async def main() -> None:
    with served_tone() as tone_url:
        async with recognised() as (host, renderers):
            if "--firewall" in sys.argv:
                rules = _FIREWALL.replace("TONE", str(urlsplit(tone_url).port))
                subprocess.run(["nft", "-f", "-"], input=rules.encode(), check=True)
            for name, recognition in renderers.items():
                told = await follow(host, recognition, tone_url)
                print(json.dumps({"name": name, **told}), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
