"""Child of G18: a press in the window until the streamer has the command, and until it confirmed.

Prints both in milliseconds, one press a line. The real window with its real wiring and the demo's
streamer, over its own certificate on loopback.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from altrabits_desktop.actions.controlling import Controlling
from altrabits_desktop.app.qt_loop import run_on_qt
from altrabits_desktop.qa.desktop import Desktop, loopback_alone
from altrabits_desktop.qa.farm import free_port
from altrabits_desktop.simulator import writing

if TYPE_CHECKING:
    from altrabits_desktop.actions.wanted import Held, Wanted
    from altrabits_desktop.qa.pilot import Pilot

_LIMIT_S = 3.0
_FIRST_LIMIT_S = 30.0
_QUIET_S = 0.15


class Watch:
    """Takes the instants at which a command arrived, and at which nothing is waited for any more.

    What runs on the farm's thread tells the loop of the window.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._arrived_s = 0.0
        self._confirmed: asyncio.Future[float] = self._loop.create_future()
        self._watch_arrivals()
        self._watch_confirmations()

    async def time_of(self, pilot: Pilot, *, limit_s: float = _LIMIT_S) -> tuple[float, float]:
        """Press play or pause, and give how long it took to arrive and to be confirmed.

        The time begins as the button is let go: what looks for it is no part of the window.
        """
        self._confirmed = self._loop.create_future()
        button = pilot.find("streamer.play")
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        begin_s = time.perf_counter()
        QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
        confirmed_s = await asyncio.wait_for(self._confirmed, limit_s)
        return (self._arrived_s - begin_s) * 1000, (confirmed_s - begin_s) * 1000

    def _watch_arrivals(self) -> None:
        obey = writing.obey  # type: ignore[attr-defined] # as the server calls it

        def noted(*arguments: object) -> None:
            self._arrived_s = time.perf_counter()
            obey(*arguments)  # type: ignore[arg-type] # handed on as they come

        writing.obey = noted  # type: ignore[attr-defined, assignment] # the same, and the instant

    def _watch_confirmations(self) -> None:
        let_go = Controlling._let_go  # noqa: SLF001 # nothing else tells this instant

        def noted(controlling: Controlling, wanted: Wanted, held: Held | None) -> None:
            let_go(controlling, wanted, held)
            if not self._confirmed.done():
                self._confirmed.set_result(time.perf_counter())

        Controlling._let_go = noted  # type: ignore[assignment, method-assign] # noqa: SLF001 # noted


async def measure(count: int, folder: Path) -> None:
    """Open a streamer of the demo, then press."""
    desktop = Desktop(folder / "profile", surroundings=loopback_alone(free_port()), pictures=folder)
    pilot = await desktop.open()
    await pilot.wait_for("streamers.empty.demo")
    pilot.press("streamers.empty.demo")
    await pilot.wait_for("streamers.card.mac-*", text="Playing")
    pilot.press(pilot.names("streamers.card.mac-*")[0])
    await pilot.wait_for("streamer.play")
    watch = Watch()
    # The first one makes the streamer this computer's own, once.
    await watch.time_of(pilot, limit_s=_FIRST_LIMIT_S)
    for _ in range(count):
        await asyncio.sleep(_QUIET_S)
        print(*await watch.time_of(pilot), flush=True)
    await desktop.close()


def main(count: int) -> int:
    """Run on the loop of the window."""
    application = QApplication([])

    async def run(_loop: asyncio.AbstractEventLoop) -> int:
        with tempfile.TemporaryDirectory() as folder:
            await measure(count, Path(folder))
        return 0

    return run_on_qt(application, run, end=application.quit)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
