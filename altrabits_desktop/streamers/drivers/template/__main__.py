"""Run the template on its demonstration streamer: `python -m ...drivers.template [SECONDS]`."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing

from altrabits_desktop.runtime.clock import Clock, SystemClock
from altrabits_desktop.streamers.drivers.driver import DriverIo
from altrabits_desktop.streamers.drivers.template.demonstration import (
    ADDRESS,
    DemonstrationStreamer,
)
from altrabits_desktop.streamers.drivers.template.driver import make_driver


async def show(clock: Clock, *, for_s: float) -> None:
    """Write each reading to standard output, as the types that a driver gives."""
    io = DriverIo(fetch=DemonstrationStreamer(clock), clock=clock)
    ends_at_s = clock.steady_s() + for_s
    async with make_driver().open(ADDRESS, io) as connection, aclosing(connection.watch()) as news:
        while clock.steady_s() < ends_at_s:
            sys.stdout.write(f"{await anext(news)!r}\n")


if __name__ == "__main__":
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    asyncio.run(show(SystemClock(), for_s=seconds))
