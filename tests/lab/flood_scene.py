"""A flood of invented streamers: the window goes on, its list is bounded, then it rests.

Hosts: Parlour, and neighbour (`flooding_neighbour.py`).
"""

from __future__ import annotations

import asyncio
import os
import time
from typing import TYPE_CHECKING

from tests.benchmarks.processes import resident_bytes
from tests.lab.window_scene import Stage, folder_of, play_scene

if TYPE_CHECKING:
    from altrabits_desktop.qa.pilot import Pilot

FOUND_S = 20.0
FLOOD_S = 60.0
LOOK_S = 0.5
SECONDS = 14
"""After it: at seven and at ten all of them are known to be silent."""


async def flood(stage: Stage) -> dict[str, object]:
    pilot = await stage.open()
    await pilot.wait_for("navigation.streamers", text="Streamers, ", within_s=FOUND_S)
    pilot.press("streamers.view.rows")
    await pilot.wait_for("streamers.rows.list", text="Parlour", within_s=FOUND_S)
    begun_bytes = resident_bytes(os.getpid())
    was_there: list[bool] = []
    most = 0
    ends_at_s = time.monotonic() + FLOOD_S
    while not is_over() and time.monotonic() < ends_at_s:
        await asyncio.sleep(LOOK_S)
        was_there.append("Parlour, " in pilot.read("streamers.rows.list"))
        most = max(most, listed(pilot))
    shares_of_core = await shares()
    return {
        "is_over": is_over(),
        "most": most,
        "was_there": was_there,
        "shares": shares_of_core,
        "grown_bytes": resident_bytes(os.getpid()) - begun_bytes,
    }


def is_over() -> bool:
    return "done" in folder_of("neighbour").with_suffix(".log").read_text()


def listed(pilot: Pilot) -> int:
    words = pilot.read("navigation.streamers").replace(",", "").split()
    return max((int(word) for word in words if word.isdigit()), default=0)


async def shares() -> list[float]:
    """Give the share of one core that the whole process took, for each second after the flood."""
    seen = []
    for _ in range(SECONDS):
        before_s = time.process_time()
        await asyncio.sleep(1)
        seen.append(time.process_time() - before_s)
    return seen


if __name__ == "__main__":
    play_scene(flood)
