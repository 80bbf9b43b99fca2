"""The one way to start a coroutine from Qt: its task is kept, and ends with its owner."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import shiboken6

from altrabits_desktop.contract.errors import AltraBitsError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from PySide6.QtCore import QObject

logger = logging.getLogger(__name__)


class Launcher:
    """Starts coroutines on the running loop. Main thread only.

    Args:
        report: told of every error that nobody else takes; must not raise.
    """

    def __init__(self, *, report: Callable[[AltraBitsError], None]) -> None:
        self._report = report
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_over = False

    @property
    def running(self) -> int:
        """How many go on now."""
        return len(self._tasks)

    def launch(
        self,
        owner: QObject,
        coroutine: Coroutine[object, object, object],
        *,
        on_error: Callable[[AltraBitsError], None] | None = None,
        on_done: Callable[[], None] | None = None,
    ) -> None:
        """Start a coroutine that ends when its owner is destroyed; after `stop` none is.

        Args:
            owner: whoever cares for the outcome; neither function is called after its end.
            coroutine: anything; what it returns is dropped.
            on_error: told of an error instead of the window's banner. Errors outside of our tree
                are logged and told as `unexpected`.
            on_done: called at the end, after an error too.

        Raises:
            RuntimeError: no loop is running.
        """
        loop = asyncio.get_running_loop()
        if self._is_over:
            # A page that still grows as the program ends begins nothing that nobody would end.
            coroutine.close()
            return
        task = loop.create_task(
            self._carry_out(owner, coroutine, on_error or self._report, on_done)
        )
        self._tasks.add(task)

        def cancel() -> None:
            task.cancel()

        def forget(_task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            # A task that was cancelled before its first step has never awaited it.
            coroutine.close()
            if shiboken6.isValid(owner):
                owner.destroyed.disconnect(cancel)

        owner.destroyed.connect(cancel)
        task.add_done_callback(forget)

    async def stop(self) -> None:
        """End everything that goes on, wait until it has ended, and begin nothing more."""
        self._is_over = True
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _carry_out(
        self,
        owner: QObject,
        coroutine: Coroutine[object, object, object],
        on_error: Callable[[AltraBitsError], None],
        on_done: Callable[[], None] | None,
    ) -> None:
        error = await _error_of(coroutine)
        if not shiboken6.isValid(owner):
            return
        if error is not None:
            on_error(error)
        if on_done is not None:
            on_done()


async def _error_of(coroutine: Coroutine[object, object, object]) -> AltraBitsError | None:
    try:
        await coroutine
    except AltraBitsError as error:
        return error
    except Exception:
        # Whatever else went wrong is a fault of ours: it must neither end the program nor be
        # lost, and this is the one place that every action of the window passes.
        logger.exception("an action failed unexpectedly")
        return AltraBitsError("unexpected")
    return None
