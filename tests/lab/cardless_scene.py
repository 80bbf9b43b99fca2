"""A computer in no network: what the window says there. For a namespace without any card up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.lab.window_scene import play_scene

if TYPE_CHECKING:
    from tests.lab.window_scene import Stage


async def cardless(stage: Stage) -> dict[str, object]:
    pilot = await stage.open()
    await pilot.wait_for("streamers.empty")
    return {"said": pilot.read()}


if __name__ == "__main__":
    play_scene(cardless)
