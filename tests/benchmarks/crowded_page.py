"""Child of G14: the page of streamers with very many rows, fed; prints one JSON object a window.

The real page with its model, its feed and its painting. What is made up is the directory below
it, as discovery itself never lists so many.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import QApplication

from altrabits_desktop.app.first_paint import make_application
from altrabits_desktop.app.lag_watch import waited_for_processor_s
from altrabits_desktop.app.qt_loop import run_on_qt
from altrabits_desktop.contract.streamers import Playback, StreamerState
from altrabits_desktop.runtime.changes import ChangeFeed, Changes
from altrabits_desktop.runtime.lasting_none import keep_none
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.ui.pages.streamers.page import StreamersPage
from altrabits_desktop.ui.pages.streamers.row_table import RowTable
from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
from altrabits_desktop.ui.theme.theme import Theme
from tests.fakes.house_on_show import House, many

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROWS = 10_000
CHANGES_A_SECOND = 1_000
_TURN_S = 0.01
_A_TURN = round(CHANGES_A_SECOND * _TURN_S)
_WINDOW_S = 5.0
_WARM_S = 2.0
_LOOK_S = 0.005
_STRIDE = 7


class Watch:
    """What paints cost and how late the loop is, without what others had the processor for."""

    def __init__(self) -> None:
        self.paints_s: list[float] = []
        self.late_s: list[float] = []

    def follow_paints(self) -> None:
        """Take the time of each paint of the rows, by processor, as the machine is shared."""
        paint = RowTable.viewportEvent

        def timed(table: RowTable, event: QEvent) -> bool:
            if event.type() is not QEvent.Type.Paint:
                return paint(table, event)
            begin_s = time.thread_time()
            answer = paint(table, event)
            self.paints_s.append(time.thread_time() - begin_s)
            return answer

        RowTable.viewportEvent = timed  # type: ignore[method-assign,assignment] # measured as it is

    async def look(self) -> None:
        """Take how late a wake-up of the loop is."""
        while True:
            due_s, waited_s = time.monotonic() + _LOOK_S, waited_for_processor_s()
            await asyncio.sleep(_LOOK_S)
            late_s = time.monotonic() - due_s - (waited_for_processor_s() - waited_s)
            self.late_s.append(max(0.0, late_s))


def opened(house: House) -> QWidget:
    """Give the page in sight, with its rows."""
    page = StreamersPage(Theme(resource_folder()))
    page.resize(956, 760)
    page.show()
    page.attach(house.services, StreamersViewModel(house.services, parent=page))
    return page


async def measure(count: int) -> int:
    """Feed the page and say what each window of five seconds cost."""
    house, watch = House(), Watch()
    loop = asyncio.get_running_loop()
    house.feed = ChangeFeed(call_later=loop.call_later, steady_s=time.monotonic)
    house.services = replace(house.services, feed=house.feed)
    house.directory.known = {each.id: each for each in many(ROWS)}
    feed = Feed(house)
    # What making the changes costs is no part of the page's cost.
    bare = [await spent_s(feed) for _ in range(count)]
    watch.follow_paints()
    page = opened(house)
    await feed.run(_WARM_S)
    watch.paints_s.clear()
    for own_s in bare:
        busy_s = await spent_s(feed)
        looking = asyncio.ensure_future(watch.look())
        await feed.run(_WINDOW_S)
        looking.cancel()
        print(json.dumps({"share": (busy_s - own_s) / _WINDOW_S}), flush=True)
    worst = {"paint_ms": at_worst(watch.paints_s), "late_ms": at_worst(watch.late_s)}
    print(json.dumps({what: each_s * 1000 for what, each_s in worst.items()}), flush=True)
    page.close()
    return 0


async def spent_s(feed: Feed) -> float:
    """Give the processor time of this thread in one window."""
    begin_s = time.thread_time()
    await feed.run(_WINDOW_S)
    return time.thread_time() - begin_s


class Feed:
    """Changes streamers all over the list, each as often as the others.

    Args:
        house: what the page shows.
    """

    def __init__(self, house: House) -> None:
        self._house = house
        self._ids = tuple(house.directory.known)
        self._turn = 0

    async def run(self, window_s: float) -> None:
        """Publish a thousand changes a second for so long."""
        begin_s = time.monotonic()
        for turn in range(1, round(window_s / _TURN_S) + 1):
            self._change_some()
            await asyncio.sleep(max(0.0, begin_s + turn * _TURN_S - time.monotonic()))

    def _change_some(self) -> None:
        self._turn += 1
        first = self._turn * _A_TURN * _STRIDE
        changed = {self._ids[(first + step * _STRIDE) % len(self._ids)] for step in range(_A_TURN)}
        known = self._house.directory.known
        state = StreamerState(playback=Playback.STOPPED, volume=self._turn % 100)
        for one in changed:
            known[one] = replace(known[one], state=state)
        self._house.feed.publish(Changes(streamers=frozenset(changed)))


def at_worst(values: list[float]) -> float:
    """Give the 99th percentile."""
    return sorted(values)[int(len(values) * 0.99)] if values else 0.0


def main(count: int) -> int:
    """Run on the loop of the window."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    application = make_application()
    keep_none()
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    async def run(_loop: asyncio.AbstractEventLoop) -> int:
        return await measure(count)

    return run_on_qt(application, run, end=QApplication.quit)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
