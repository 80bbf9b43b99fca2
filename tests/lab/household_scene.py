"""The first computer of a household: it joins, signs up, opens a request, and reads the answer.

Hosts: server (`altrabits server run --lan`) and other (`household_other.py`).
"""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from tests.journeys.ways import sign_up_in_window, write_request
from tests.lab.household_steps import WAIT_S, joined, reply
from tests.lab.moving_streamer import wait_for_file
from tests.lab.window_scene import Stage, folder_of, play_scene

if TYPE_CHECKING:
    from pathlib import Path

LONG_S = 60.0


async def household(stage: Stage) -> dict[str, object]:
    server, other = folder_of("server") / "profile", folder_of("other")
    pilot, found = await joined(stage, server)
    await sign_up_in_window(pilot, within_s=WAIT_S)
    number = await write_request(pilot)
    (other / "begin.new").write_text(str(server), encoding="utf-8")
    (other / "begin.new").rename(other / "begin")
    await pilot.wait_for("support.thread", text="It is plugged in.", within_s=LONG_S)
    await reply(pilot, "Then it was switched off.")
    saw = await until_told(other / "saw")
    return {
        "found": found,
        "number": number,
        "thread": pilot.read("support.thread"),
        "sidebar": pilot.read("navigation"),
        "other": saw,
    }


async def until_told(file: Path) -> dict[str, Any]:
    """Wait for what the other computer saw."""
    async with asyncio.timeout(WAIT_S):
        await asyncio.to_thread(wait_for_file, file)
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


if __name__ == "__main__":
    play_scene(household)
