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

CARRIED_OUT_S = 0.6
"""How long the end of the window waits for what is carried out; single commands have as long again
after that (`actions.controlling.FINISH_S`), and both together what `app.lifetime` grants."""


class Launcher:
    """Starts coroutines on the running loop. Main thread only.

    Args:
        report: told of every error that nobody else takes; must not raise.
    """

    def __init__(self, *, report: Callable[[AltraBitsError], None]) -> None:
        self._report = report
        self._tasks: set[asyncio.Task[None]] = set()
        self._carried_out: set[asyncio.Task[None]] = set()
        self._is_over = False
        self._begun: set[asyncio.Task[None] | None] = set()
        """Those that have taken their first step."""

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
        is_carried_out: bool = False,
    ) -> None:
        """Start a coroutine that ends when its owner is destroyed; after `stop` none is.

        Its first step is taken in any case: what it hands over there, such as a command, is not
        lost when a page is left right after a press.

        Args:
            owner: whoever cares for the outcome; neither function is called after its end.
            coroutine: anything; what it returns is dropped.
            on_error: told of an error instead of the window's banner. Errors outside of our tree
                are logged and told as `unexpected`.
            on_done: called at the end, after an error too.
            is_carried_out: it goes on without its owner, and for a moment without the window: for
                what a person asked for that takes several steps. An error is then told as any.

        Raises:
            RuntimeError: no loop is running.
        """
        loop = asyncio.get_running_loop()
        if self._is_over:
            # A page that still grows as the program ends begins nothing that nobody would end.
            coroutine.close()
            return
        left = self._report if is_carried_out else None
        task = loop.create_task(
            self._carry_out(owner, coroutine, on_error or self._report, on_done, left=left)
        )
        self._tasks.add(task)
        if is_carried_out:
            self._carried_out.add(task)
            task.add_done_callback(self._carried_out.discard)

        def cancel() -> None:
            if task in self._begun:
                task.cancel()
            else:
                # One turn later: its first step was scheduled before that.
                loop.call_soon(task.cancel)

        def forget(_task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            self._begun.discard(task)
            # A loop that closes cancels tasks before their first step, in which they await it.
            coroutine.close()
            if not is_carried_out and is_there(owner):
                owner.destroyed.disconnect(cancel)

        if not is_carried_out:
            owner.destroyed.connect(cancel)
        task.add_done_callback(forget)

    async def stop(self, *, limit_s: float = CARRIED_OUT_S) -> None:
        """End everything that goes on, wait until it has ended, and begin nothing more.

        What was launched before has taken its first step by then.

        Args:
            limit_s: for what is carried out to come to its own end before that.
        """
        self._is_over = True
        await asyncio.sleep(0)
        if self._carried_out:
            await asyncio.wait(tuple(self._carried_out), timeout=limit_s)
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
        *,
        left: Callable[[AltraBitsError], None] | None,
    ) -> None:
        self._begun.add(asyncio.current_task())
        error = await _error_of(coroutine)
        if not is_there(owner):
            if error is not None and left is not None:
                left(error)
            return
        if error is not None:
            on_error(error)
        if on_done is not None:
            on_done()


def is_there(owner: QObject) -> bool:
    """Whether an object was not destroyed yet, as those of a page are that was left."""
    return shiboken6.isValid(owner)


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
