"""Child of G6: from a streamer's first packet to its row painted; prints milliseconds, one a line.

The real window with its real wiring, on loopback and an Announce port of its own. Thirty streamers
are there already, so that rows are shown; each new one sorts to the top, where it is visible.
"""

from __future__ import annotations

import asyncio
import socket
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication

from altrabits_desktop.app.qt_loop import run_on_qt
from altrabits_desktop.qa.desktop import Desktop, loopback_alone
from altrabits_desktop.qa.farm import free_port

if TYPE_CHECKING:
    from collections.abc import Callable

BEFORE = 30
_LIMIT_S = 2.0
_QUIET_S = 0.1


class PaintWatch(QObject):
    """Tells when the list has painted a row of that count or more."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._viewport = view.viewport()
        self._model = view.model()
        self._wanted = 0
        self.painted: asyncio.Future[float] | None = None
        self._viewport.installEventFilter(self)

    def expect_more(self) -> asyncio.Future[float]:
        """Give what is done with the instant of the paint that has one row more than now."""
        self._wanted = self._model.rowCount() + 1
        self.painted = asyncio.get_running_loop().create_future()
        return self.painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paints of the list; the instant is taken after the paint."""
        is_paint = watched is self._viewport and event.type() == QEvent.Type.Paint
        if is_paint and self._model.rowCount() >= self._wanted:
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        if self.painted is not None and not self.painted.done():
            self.painted.set_result(time.monotonic())


def packet(number: int) -> bytes:
    """Give an announcement of a streamer that sorts before those with a smaller number."""
    mac = bytes.fromhex(f"0004a3{number:06x}")
    product = f"Row {999 - number:03d}"
    return b"\x02" + mac + b"\r\n\r\n" + f'{{"PN":"{product}"}}'.encode()


async def measure(count: int, folder: Path) -> None:
    """Open the window, fill it, then time single newcomers."""
    port = free_port()
    desktop = Desktop(folder / "profile", surroundings=loopback_alone(port), pictures=folder)
    await desktop.open()
    channel = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    channel.bind(("127.0.0.9", 0))

    def announce(number: int) -> None:
        channel.sendto(packet(number), ("127.0.0.1", port))

    def announce_all() -> None:
        for number in range(BEFORE):
            announce(number)

    view = await list_of_rows(announce_all)
    watch = PaintWatch(view)
    for number in range(BEFORE, BEFORE + count):
        await asyncio.sleep(_QUIET_S)
        seen = watch.expect_more()
        begin_s = time.monotonic()
        announce(number)
        print((await asyncio.wait_for(seen, _LIMIT_S) - begin_s) * 1000, flush=True)
    await desktop.close()


async def list_of_rows(announce_all: Callable[[], None]) -> QAbstractItemView:
    """Announce until all rows of the beginning are shown, and give their list."""
    end_s = time.monotonic() + 10
    while time.monotonic() < end_s:
        announce_all()
        for widget in QApplication.allWidgets():
            is_list = widget.objectName() == "streamers.rows.list"
            if is_list and isinstance(widget, QAbstractItemView) and widget.isVisible():
                model = widget.model()
                if isinstance(model, QAbstractListModel) and model.rowCount() >= BEFORE:
                    return widget
        await asyncio.sleep(0.05)
    raise RuntimeError("the rows were never shown")


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
