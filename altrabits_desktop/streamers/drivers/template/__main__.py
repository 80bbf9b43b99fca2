"""Run the template on its demonstration: `python -m ...drivers.template [--lines] [SECONDS]`."""

from __future__ import annotations

import asyncio
import sys
from contextlib import aclosing
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.clock import Clock, SystemClock
from altrabits_desktop.streamers.drivers.driver import DriverIo
from altrabits_desktop.streamers.drivers.template import (
    demonstration,
    driver,
    line_demonstration,
    line_driver,
)

if TYPE_CHECKING:
    from altrabits_desktop.streamers.drivers.driver import Driver, DriverAddress

IN_LINES = "--lines"


def parts(*, in_lines: bool) -> tuple[Driver, DriverAddress]:
    """Give the driver that is shown, and where its demonstration is."""
    if in_lines:
        return line_driver.make_driver(), line_demonstration.ADDRESS
    return driver.make_driver(), demonstration.ADDRESS


async def show(clock: Clock, *, for_s: float, in_lines: bool = False) -> None:
    """Write each reading to standard output, as the types that a driver gives."""
    io = DriverIo(
        fetch=demonstration.DemonstrationStreamer(clock),
        clock=clock,
        lines=line_demonstration.LineDemonstration(clock),
    )
    shown, address = parts(in_lines=in_lines)
    ends_at_s = clock.steady_s() + for_s
    async with shown.open(address, io) as connection, aclosing(connection.watch()) as news:
        while clock.steady_s() < ends_at_s:
            sys.stdout.write(f"{await anext(news)!r}\n")


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != IN_LINES]
    seconds = float(words[0]) if words else 10.0
    asyncio.run(show(SystemClock(), for_s=seconds, in_lines=IN_LINES in sys.argv))
