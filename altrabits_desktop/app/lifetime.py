"""From the first thing started to the last one stopped: in order, and within a time limit."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from altrabits_desktop.app.crash import CrashNotice

logger = logging.getLogger(__name__)

Stop = Callable[[], Awaitable[None]]

STOP_LIMIT_S = 3.0
"""All stops together. Each may take half of what is left, so that one that hangs costs no other its
own; it is left behind, and the log says so."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is started once and stopped once.

    Args:
        name: for the log.
        start: raises only what ends the whole start.
        stop: called when `start` was, even if that one failed.
    """

    name: str
    stop: Stop
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

    def is_over(self) -> bool:
        """Tell whether the program is ending."""
        return self._over.is_set()

    async def over(self) -> None:
        """Wait until the program is to end."""
        await self._over.wait()

    async def stop(self, *, first: Stop | None = None, limit_s: float = STOP_LIMIT_S) -> None:
        """Cancel the tasks and stop the parts, the last one first, in at most `limit_s`.

        Args:
            first: stops what may still be using the parts.
            limit_s: for all of it.
        """
        self._over.set()
        ends_at_s = asyncio.get_running_loop().time() + limit_s
        late: list[str] = []
        if first is not None:
            late += await self._stop_one("actions", first, ends_at_s=ends_at_s)
        late += await self._stop_one("tasks", self._cancel_tasks, ends_at_s=ends_at_s)
        while self._begun:
            part = self._begun.pop()
            late += await self._stop_one(part.name, part.stop, ends_at_s=ends_at_s)
        if late:
            logger.warning("not everything stopped within %s s: %s", limit_s, ", ".join(late))

    async def _stop_one(self, name: str, stop: Stop, *, ends_at_s: float) -> tuple[str, ...]:
        """Give the name of what did not stop in its time."""
        task = asyncio.ensure_future(self._notice.watched(_stopped(stop), name=f"stop of {name}"))
        share_s = (ends_at_s - asyncio.get_running_loop().time()) / 2
        done, _ = await asyncio.wait({task}, timeout=max(0.0, share_s))
        if done:
            return ()
        # Nobody waits for the end of one that is cancelled: it may hang in that too.
        task.cancel()
        return (name,)

    async def _cancel_tasks(self) -> None:
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _stopped(stop: Stop) -> None:
    await stop()
