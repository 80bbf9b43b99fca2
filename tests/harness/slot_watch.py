"""A pytest plug-in that takes how long each slot and callback holds the loop of the window (G15).

Each event that Qt delivers and each callback that asyncio runs counts, from the outermost on, by
the processor time of the main thread. Steps of the journey itself do not: they are the person and
not the window; what they press is an event and counts. Load it by `-p tests.harness.slot_watch`,
with the file to write in `ALTRABITS_SLOTS`.
"""

from __future__ import annotations

import asyncio
import json
import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QTextEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QEvent, QObject

FILE = "ALTRABITS_SLOTS"
_LOOPS = frozenset({"_SimpleTimer", "_TurnTimer"})
PAINTS = ("UpdateRequest of ", "Expose of ", "Paint of ")
"""What begins so is Qt drawing a window, not a slot."""
_LEAST_S = 0.002
"""Shorter ones are counted and not written."""
_APPLICATION: pytest.StashKey[QApplication] = pytest.StashKey()
_run_handle = asyncio.Handle._run  # noqa: SLF001 # measured as it is


class SlotWatch:
    """What held the loop, from the outermost on."""

    def __init__(self) -> None:
        self.count = 0
        self.long: list[tuple[float, str, str]] = []
        self._is_inside = False
        self._journey = ""

    def begin(self, journey: str) -> None:
        """Name what is noted from now on."""
        self._journey = journey

    def measured(self, name: Callable[[], str], work: Callable[[], Any]) -> Any:  # noqa: ANN401 # what work gives
        """Carry out work and note how long it took."""
        if self._is_inside or threading.current_thread() is not threading.main_thread():
            return work()
        self._is_inside = True
        begin_s = time.thread_time()
        try:
            return work()
        finally:
            took_s = time.thread_time() - begin_s
            self._is_inside = False
            self.count += 1
            if took_s >= _LEAST_S:
                self.long.append((round(took_s * 1000, 2), name(), self._journey))

    def stepped(self, work: Callable[[], Any]) -> Any:  # noqa: ANN401 # what work gives
        """Carry out a step of the journey: only what it causes is noted."""
        before, self._is_inside = self._is_inside, False
        try:
            return work()
        finally:
            self._is_inside = before


WATCH = SlotWatch()


class WatchedApplication(QApplication):
    """Takes the time of each event."""

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver an event."""
        kind = event.type()
        if type(receiver).__name__ in _LOOPS:
            # It runs callbacks of asyncio, which are measured one by one.
            return super().notify(receiver, event)
        deliver = super().notify
        return bool(
            WATCH.measured(
                lambda: f"{kind.name} of {type(receiver).__name__}",
                lambda: deliver(receiver, event),
            )
        )


def _run(handle: asyncio.Handle) -> None:
    callback = handle._callback  # type: ignore[attr-defined] # noqa: SLF001 # as above
    task = getattr(callback, "__self__", None)
    said = f"{task.get_coro()!r}" if isinstance(task, asyncio.Task) else repr(callback)
    is_of_journey = "test_" in said or "_wrap_asyncgen_fixture" in said
    if isinstance(task, asyncio.Task) and is_of_journey:
        WATCH.stepped(lambda: _run_handle(handle))
    else:
        WATCH.measured(lambda: said[:120], lambda: _run_handle(handle))


asyncio.Handle._run = _run  # type: ignore[method-assign,assignment] # noqa: SLF001 # as above


@pytest.fixture(autouse=True)
def named_journey(request: pytest.FixtureRequest) -> Iterator[None]:
    WATCH.begin(request.node.nodeid)
    yield
    WATCH.begin("")


def pytest_sessionstart(session: pytest.Session) -> None:
    # The window takes the application that is there.
    session.config.stash[_APPLICATION] = WatchedApplication([])
    # Each event is given to Python with who receives it, so that the first one of Qt's own making
    # would build all classes of widgets: 10 to 30 ms of the watch and not of the window.
    QTextEdit().viewport()


def pytest_sessionfinish() -> None:
    if path := os.environ.get(FILE):
        Path(path).write_text(json.dumps({"count": WATCH.count, "long": WATCH.long}))
