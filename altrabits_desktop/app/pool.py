"""The pool: threads for blocking work; the end of a program does not wait for them."""

from __future__ import annotations

import asyncio
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from altrabits_desktop.app.process_end import POOL

if TYPE_CHECKING:
    from collections.abc import Coroutine

POOL_THREADS = 4

_Result = TypeVar("_Result")


def make_pool() -> ThreadPoolExecutor:
    """Make the pool of a loop; no thread begins before there is work."""
    return ThreadPoolExecutor(
        POOL_THREADS, thread_name_prefix=POOL, initializer=leave_signals_to_the_main_thread
    )


def leave_signals_to_the_main_thread() -> None:
    """Take no signal on this thread: Python acts on one where it waits, which is elsewhere.

    A Ctrl+C that the system hands to a thread that reads the terminal would wake nobody.
    """
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})


def leave_pool(pool: ThreadPoolExecutor) -> None:
    """Drop what has not begun, and leave what has to itself; does not wait."""
    pool.shutdown(wait=False, cancel_futures=True)


def run_beside_pool(main: Coroutine[object, object, _Result]) -> _Result:
    """Run a coroutine on a plain loop with a pool, and give its result; blocks.

    Threads that still work then are not waited for.
    """
    return asyncio.run(_beside_pool(main))


async def _beside_pool(main: Coroutine[object, object, _Result]) -> _Result:
    loop = asyncio.get_running_loop()
    pool = make_pool()
    loop.set_default_executor(pool)
    _be_woken_by_signals(loop)
    try:
        return await main
    finally:
        leave_pool(pool)
        # The end of the loop waits for the threads of the pool that it has by then.
        loop.set_default_executor(make_pool())


def _be_woken_by_signals(loop: asyncio.AbstractEventLoop) -> None:
    """Let a Ctrl+C end a wait that begins in the very instant in which it comes.

    `asyncio.run` takes the signal, but nothing wakes the loop for it; a handler of the loop for
    any one, here the harmless "go on", makes all of them do so.
    """
    # Windows has none, and only the main thread may set one.
    with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
        loop.add_signal_handler(signal.SIGCONT, lambda: None)
