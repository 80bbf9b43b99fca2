from __future__ import annotations

import asyncio
import signal
from threading import Event

import pytest

from altrabits_desktop.app.pool import run_beside_pool


def test_a_signal_wakes_the_loop() -> None:
    async def woken_by() -> int:
        descriptor = signal.set_wakeup_fd(-1)
        signal.set_wakeup_fd(descriptor)
        return descriptor

    assert run_beside_pool(woken_by()) != -1


def test_no_thread_of_the_pool_takes_a_signal_from_the_main_thread() -> None:
    async def blocked() -> set[signal.Signals | int]:
        return await asyncio.to_thread(signal.pthread_sigmask, signal.SIG_BLOCK, ())

    assert {signal.SIGINT, signal.SIGTERM} <= run_beside_pool(blocked())


def test_a_stop_ends_a_wait_for_a_thread() -> None:
    is_over = Event()

    async def stopped() -> None:
        asyncio.get_running_loop().call_later(0.05, signal.raise_signal, signal.SIGINT)
        await asyncio.to_thread(is_over.wait, 30)

    try:
        with pytest.raises(KeyboardInterrupt):
            run_beside_pool(stopped())
    finally:
        is_over.set()
