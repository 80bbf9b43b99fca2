"""From the first thing started to the last one stopped: in order, and within a time limit."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from altrabits_desktop.app.crash import CrashNotice

logger = logging.getLogger(__name__)

STOP_LIMIT_S = 3.0
"""All stops together; a part that takes longer is left behind, and said so in the log."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is started once and stopped once.

    Args:
        name: for the log.
        start: raises only what ends the whole start.
        stop: called when `start` was, even if that one failed.
    """

    name: str
    stop: Callable[[], Awaitable[None]]
    start: Callable[[], Awaitable[None] | None] | None = None


class Lifetime:
    """Starts parts in order, keeps the tasks that no window owns, stops all in reverse.

    Args:
        notice: told of errors of tasks, and of parts that do not stop as they should.
    """

    def __init__(self, *, notice: CrashNotice) -> None:
        self._notice = notice
        self._begun: list[Part] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._over = asyncio.Event()

    async def begin(self, part: Part) -> None:
        """Start a part; it is stopped at the end whatever comes.

        Raises:
            AltraBitsError: what the part's start raises.
        """
        self._begun.append(part)
        started = part.start() if part.start is not None else None
        if started is not None:
            await started

    def keep(self, coroutine: Coroutine[object, object, None], *, name: str) -> None:
        """Run a coroutine until it is done or the program ends; its error is told, never lost."""
        task = asyncio.get_running_loop().create_task(
            self._notice.watched(coroutine, name=name), name=name
        )
        self._tasks.add(task)

        def forget(_task: asyncio.Task[None]) -> None:
            self._tasks.discard(task)
            # A task that was cancelled before its first step has never awaited it.
            coroutine.close()

        task.add_done_callback(forget)

    def end(self) -> None:
        """Let `over` return; called by signals and by a closing window, any number of times."""
        self._over.set()

    async def over(self) -> None:
        """Wait until the program is to end."""
        await self._over.wait()

    async def stop(
        self, *, first: Callable[[], Awaitable[None]] | None = None, limit_s: float = STOP_LIMIT_S
    ) -> None:
        """Cancel the tasks and stop the parts, the last one first, in at most `limit_s`.

        Args:
            first: stops what may still be using the parts.
            limit_s: for all of it.
        """
        self._over.set()
        try:
            async with asyncio.timeout(limit_s):
                if first is not None:
                    await first()
                await self._cancel_tasks()
                while self._begun:
                    part = self._begun.pop()
                    await self._notice.watched(_stopped(part), name=f"stop of {part.name}")
        except TimeoutError:
            logger.warning("not everything stopped within %s s", limit_s)

    async def _cancel_tasks(self) -> None:
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _stopped(part: Part) -> None:
    await part.stop()
