"""Beside a hostile neighbour: the window goes on, shows plain text, and calls no trap.

Hosts: Parlour, and neighbour (`hostile_neighbour.py`). Word: the port of the trap.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import subprocess
import sys
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tests.harness.interpreted import everything, interpreted
from tests.lab.window_scene import Stage, cards, folder_of, play_scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QAbstractItemView

    from altrabits_desktop.qa.pilot import Pilot

LISTED = 40
IN_SIGHT = 4
FOUND_S = 20.0
ALTRABITS = Path(sys.executable).with_name("altrabits")


@contextlib.contextmanager
def trap() -> Iterator[list[str]]:
    """Listen on every address of this computer inside the block; give who called."""
    called: list[str] = []

    class Trap(ThreadingHTTPServer):
        def server_bind(self) -> None:
            # The library would look its own name up, and the lab has no name server to ask.
            self.socket.bind(self.server_address)
            self.server_name, self.server_port = "trap", int(sys.argv[1])

        def verify_request(self, request: object, client_address: object) -> bool:
            called.append(str(client_address))
            return False

    listening = Trap(("0.0.0.0", int(sys.argv[1])), None)  # type: ignore[arg-type] # nobody is answered
    threading.Thread(target=listening.serve_forever, daemon=True).start()
    yield called
    listening.shutdown()
    listening.server_close()


async def beside_the_neighbour(stage: Stage) -> dict[str, object]:
    with trap() as called:
        pilot = await stage.open()
        await pilot.wait_until(lambda: count(pilot) >= LISTED, wanted="them", within_s=FOUND_S)
        await pilot.wait_for("streamers.rows.list", text="Parlour, Ready", within_s=FOUND_S)
        await pilot.wait_for("streamers.find.button", text="Find again")
        # From here on it is the scene that works: it reads and paints everything at once.
        stage.close()
        rows = spoken_rows(pilot)
        pilot.save_picture("rows")
        pilot.press("streamers.view.cards")
        await pilot.wait_until(lambda: len(cards(pilot)) >= IN_SIGHT, wanted="cards")
        # Painting is when a text could turn out to be more than text.
        pilot.save_picture("cards")
        whole, odd = everything(pilot.window), interpreted(pilot.window)
        pilot.press(next(name for name in pilot.names("streamers.card.mac-0004a4*")))
        await pilot.wait_for("streamer", text="AltraBits search")
        pilot.save_picture("streamer")
        whole, odd = whole + everything(pilot.window), odd + interpreted(pilot.window)
        console = [await asyncio.to_thread(discover, *words) for words in (("--json",), ())]
    return {
        "rows": rows,
        "whole": whole,
        "interpreted": odd,
        "called": called,
        "fetched": sorted(set((folder_of("neighbour").with_suffix(".log")).read_text().split())),
        "console": console,
    }


def count(pilot: Pilot) -> int:
    """Give how many are listed, as the side bar says."""
    words = pilot.read("navigation.streamers").replace(",", " ").split()
    return max((int(word) for word in words if word.isdigit()), default=0)


def spoken_rows(pilot: Pilot) -> list[str]:
    model = cast("QAbstractItemView", pilot.find("streamers.rows.list")).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def discover(*words: str) -> dict[str, object]:
    ran = subprocess.run(
        [ALTRABITS, "--language", "en", "discover", *words],
        capture_output=True,
        timeout=30,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    return {"status": ran.returncode, "said": ran.stdout.decode(), "errors": ran.stderr.decode()}


if __name__ == "__main__":
    play_scene(beside_the_neighbour)
