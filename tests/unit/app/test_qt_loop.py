from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.qt_loop import run_on_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def unexpected_end() -> None:
    pytest.fail("nobody asked for the end")


def test_runs_until_the_coroutine_is_done(qapp: QApplication) -> None:
    async def main(loop: asyncio.AbstractEventLoop) -> int:
        assert asyncio.get_running_loop() is loop
        woken = asyncio.Event()
        loop.call_later(0.001, woken.set)
        await woken.wait()
        return 7

    assert run_on_qt(qapp, main, end=unexpected_end) == 7


def test_an_error_comes_out(qapp: QApplication) -> None:
    async def main(_loop: asyncio.AbstractEventLoop) -> int:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - the very one that was raised
        run_on_qt(qapp, main, end=unexpected_end)


def test_quitting_from_outside_asks_for_an_orderly_end(qapp: QApplication) -> None:
    over = asyncio.Event()
    asked: list[str] = []

    def end() -> None:
        asked.append("end")
        over.set()

    async def main(loop: asyncio.AbstractEventLoop) -> int:
        loop.call_soon(qapp.exit)
        await over.wait()
        return 0

    assert run_on_qt(qapp, main, end=end) == 0
    assert asked == ["end"]


def test_a_thread_that_still_works_is_not_waited_for(qapp: QApplication) -> None:
    release = threading.Event()

    async def main(loop: asyncio.AbstractEventLoop) -> int:
        loop.run_in_executor(None, release.wait, 10)
        return 0

    began_at_s = time.monotonic()
    run_on_qt(qapp, main, end=unexpected_end)
    took_s = time.monotonic() - began_at_s

    release.set()
    assert took_s < 5
