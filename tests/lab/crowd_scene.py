"""A crowd: very many streamers in one network, shown as rows.

Words: how many there are.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, cast

from altrabits_desktop.ui.pages.streamers.rows import STREAMER_ID
from tests.lab.window_scene import Stage, play_scene

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    from altrabits_desktop.qa.pilot import Pilot

FOUND_S = 30.0


async def crowd(stage: Stage) -> dict[str, object]:
    count = sys.argv[1]
    began_at_s = time.monotonic()
    pilot = await stage.open()
    await pilot.wait_for("navigation.streamers", text=f"Streamers, {count}", within_s=FOUND_S)
    took_s = time.monotonic() - began_at_s
    await pilot.wait_for("streamers.find.button", text="Find again", within_s=FOUND_S)
    # Reading all rows at once is the scene's work, not the window's.
    stage.close()
    return {
        "took_s": took_s,
        "rows": ids_in_rows(pilot),
        "said": pilot.read("streamers.rows.list").splitlines(),
        "line": pilot.read("streamers.line"),
    }


def ids_in_rows(pilot: Pilot) -> list[str]:
    """Give the id of the streamer in each row, from the top."""
    model = cast("QAbstractItemView", pilot.find("streamers.rows.list")).model()
    ids = (model.index(row, 0).data(STREAMER_ID) for row in range(model.rowCount()))
    return [identity for identity in ids if identity is not None]


if __name__ == "__main__":
    play_scene(crowd)
