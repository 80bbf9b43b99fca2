"""Where renderers' documents are read: one at a time, away from the loop."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_Result = TypeVar("_Result")
_Arguments = TypeVarTuple("_Arguments")


class ReadingDesk:
    """Lends one thread of the pool to one document at a time; on one loop.

    A thread cannot be told to stop: whoever gives up waiting leaves it to its work, and the next
    one waits until it is done. So a crowd of renderers never takes more than that one thread.
    """

    def __init__(self) -> None:
        self._free = asyncio.Lock()

    async def read(
        self, work: Callable[[*_Arguments], _Result], *arguments: *_Arguments
    ) -> _Result:
        """Do a piece of work there and give its result; raises what it raises."""
        await self._free.acquire()
        loop = asyncio.get_running_loop()
        try:
            job = loop.run_in_executor(None, partial(work, *arguments))
        except BaseException:
            self._free.release()
            raise
        job.add_done_callback(self._done)
        return await asyncio.shield(job)

    def _done(self, job: asyncio.Future[_Result]) -> None:
        self._free.release()
        if not job.cancelled():
            # Whoever wanted it may have gone: its error was theirs.
            job.exception()
