"""Child of G5: how long our own listeners take to know a house; prints seconds.

python -m tests.benchmarks.knowing_all WAY COUNT
"""

from __future__ import annotations

import asyncio
import importlib
import sys
import time

from altrabits_desktop.app.wiring import Search, Surroundings, build_house
from altrabits_desktop.contract.streamers import HeardBy

LIMIT_S = 20.0


async def main(way: HeardBy, count: int) -> None:
    """Look by one way only, on loopback, until all are known."""
    for heavy in ("zeroconf", "httpx", "defusedxml.ElementTree"):
        # The floor has its libraries loaded as well when its clock starts.
        importlib.import_module(heavy)
    house = build_house(
        Search(cards=("127.0.0.1",), surroundings=Surroundings(ways=frozenset({way}))),
        open_address=lambda _: False,
    )
    begin_s = time.monotonic()
    await house.discovery.start()
    known_s = float("nan")
    while time.monotonic() < begin_s + LIMIT_S:
        if len(house.registry.streamers()) >= count:
            known_s = time.monotonic() - begin_s
            break
        await asyncio.sleep(0.002)
    print(known_s, flush=True)
    await house.discovery.stop()


if __name__ == "__main__":
    asyncio.run(main(HeardBy(sys.argv[1]), int(sys.argv[2])))
