"""The loop of Qt for tests: it runs in turns, for a test and for each of its fixtures.

Between the turns pytest-qt lets Qt process its events. The library's loop would let tasks go on
then, without a running loop, and they would fail; this one lets them wait for the next turn.
"""

from __future__ import annotations

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop, _SimpleTimer

from altrabits_desktop.app.pool import POOL_THREADS

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from PySide6.QtCore import QTimerEvent

_DISPLAYS = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")

Result = TypeVar("Result")


def make_loop() -> asyncio.AbstractEventLoop:
    """Make a loop on the one application of the process, which is made where it is missing.

    For `pytest_asyncio_loop_factories`. On Linux without a display the window is drawn nowhere.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication([])
    loop: asyncio.AbstractEventLoop = TurnLoop(application)
    return loop


class TurnLoop(QEventLoop):  # type: ignore[misc] # qasync ships no types
    """A loop of Qt whose tasks rest while it does not run."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._timer = _TurnTimer(self)
        self.set_default_executor(ThreadPoolExecutor(POOL_THREADS, thread_name_prefix="pool"))

    def run_until_complete(self, future: Awaitable[Result]) -> Result:
        """Run until a future is done, and not a step further.

        Raises:
            RuntimeError: the loop was stopped before.
        """
        task = asyncio.ensure_future(future, loop=self)

        def stop(_task: asyncio.Future[Result]) -> None:
            self.stop()

        task.add_done_callback(stop)
        try:
            self.run_forever()
        finally:
            task.remove_done_callback(stop)
        if not task.done():
            message = "the loop was stopped before its future was done"
            raise RuntimeError(message)
        return task.result()


class _TurnTimer(_SimpleTimer):  # type: ignore[misc] # qasync ships no types
    """Timers of the loop; those that come between two turns wait for the next, in their order.

    Qt's own order is not kept where a timer that was not taken comes again: one that ends another
    in the same round of events lets the first of the round come once more, behind the rest. Then
    a task would go on before what asyncio does with its socket first.
    """

    def __init__(self, loop: TurnLoop) -> None:
        super().__init__()
        self._loop = loop
        self._handles: dict[int, asyncio.Handle] = {}
        self._rested: dict[int, None] = {}

    def add_callback(self, handle: asyncio.Handle, delay: float = 0) -> asyncio.Handle:
        self._handles[self.startTimer(int(max(0, delay) * 1000))] = handle
        return handle

    def timerEvent(self, event: QTimerEvent) -> None:
        # Those that came before this turn are older than whatever comes in it.
        self._rested.setdefault(event.timerId())
        if not self._loop.is_running():
            return
        due, self._rested = self._rested, {}
        for number in due:
            self.killTimer(number)
            handle = self._handles.pop(number)
            if not (handle.cancelled() or self._stopped):
                handle._run()  # noqa: SLF001 # a loop is what runs handles
