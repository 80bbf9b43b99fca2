"""The loop of tests keeps what asyncio promises while it rests between its turns."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from altrabits_desktop.qa.loop import make_loop

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_what_was_called_first_runs_first_after_a_rest(qapp: QApplication) -> None:
    loop = make_loop()
    seen: list[str] = []
    for word in ("one", "two", "three"):
        loop.call_soon(seen.append, word)
    round_of_events(qapp)
    loop.call_soon(seen.append, "four")

    loop.run_until_complete(asyncio.sleep(0.02))
    loop.close()

    assert seen == ["one", "two", "three", "four"]


def test_what_was_cancelled_while_it_rested_does_not_run(qapp: QApplication) -> None:
    loop = make_loop()
    seen: list[str] = []
    handle = loop.call_soon(seen.append, "cancelled")
    loop.call_soon(seen.append, "kept")
    qapp.processEvents()
    handle.cancel()

    loop.run_until_complete(asyncio.sleep(0.02))
    loop.close()

    assert seen == ["kept"]


def round_of_events(qapp: QApplication) -> None:
    """Let Qt take one round in which a timer ends another that is due too.

    Qt comes to the first timer of the round once more then, and puts it behind the others.
    """
    ending, ended = QTimer(qapp), QTimer(qapp)
    ending.timeout.connect(ended.stop)
    ending.timeout.connect(ending.stop)
    ending.start(0)
    ended.start(0)
    qapp.processEvents()
