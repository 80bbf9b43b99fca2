"""The second computer of a household, in a namespace of its own: begins when a file appears.

The file `begin` in the folder that is HOME names the profile of the server. What was seen is told
in the file `saw` beside it.
"""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from tests.lab.household_steps import WAIT_S, joined, reply, sign_in
from tests.lab.moving_streamer import wait_for_file
from tests.lab.window_scene import Stage, play_scene


async def other(stage: Stage) -> dict[str, object]:
    server = Path(await until_begun(Path.home() / "begin"))
    pilot, found = await joined(stage, server)
    await sign_in(pilot)
    pilot.press("navigation.support")
    await pilot.wait_for("support.ticket.*", within_s=WAIT_S)
    pilot.press("support.ticket.*")
    await pilot.wait_for("support.thread", text="Why is it silent?", within_s=WAIT_S)
    await reply(pilot, "It is plugged in.")
    await pilot.wait_for("support.thread", text="Then it was switched off.", within_s=WAIT_S)
    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy", text="You accepted")
    saw: dict[str, object] = {"found": found, "privacy": pilot.read("privacy")}
    waiting = Path.home() / "saw.new"
    waiting.write_text(json.dumps(saw), encoding="utf-8")
    waiting.rename(Path.home() / "saw")
    return saw


async def until_begun(file: Path) -> str:
    await asyncio.to_thread(wait_for_file, file)
    return file.read_text(encoding="utf-8")


if __name__ == "__main__":
    play_scene(other)
