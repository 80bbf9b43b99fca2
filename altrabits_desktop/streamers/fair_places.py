"""Places for a few of many, fair to newcomers: a crowd that never answers delays nobody long."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_FAILED_KEPT = 1024


class FairPlaces:
    """A number of places; a free one goes by turns to who waits longest and to who came last.

    So neither does a crowd that came before keep a newcomer waiting, nor one that keeps coming
    somebody who waits. Who came last is somebody whose source has not failed, where there is one.

    Args:
        most: how many have a place at once.
    """

    def __init__(self, most: int) -> None:
        self._free = most
        self._waiting: dict[asyncio.Future[None], str] = {}
        self._failed: dict[str, None] = {}
        self._takes_latest = False

    @property
    def is_full(self) -> bool:
        """Whether a newcomer would have to wait."""
        return self._free == 0

    @asynccontextmanager
    async def at(self, source: str) -> AsyncIterator[None]:
        """Wait for a place, and have it; what is raised there counts as a failure of the source."""
        await self._take(source)
        try:
            yield
        except Exception:
            self._failed.pop(source, None)
            self._failed[source] = None
            if len(self._failed) > _FAILED_KEPT:
                del self._failed[next(iter(self._failed))]
            raise
        else:
            self._failed.pop(source, None)
        finally:
            self._give()

    async def _take(self, source: str) -> None:
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting[turn] = source
        try:
            await turn
        except asyncio.CancelledError:
            if self._waiting.pop(turn, None) is None:
                # It was given the place just before it was told to end.
                self._give()
            raise

    def _give(self) -> None:
        waiting = [turn for turn in self._waiting if not turn.done()]
        if not waiting:
            self._free += 1
            return
        fresh = [turn for turn in waiting if self._waiting[turn] not in self._failed]
        latest = (fresh or waiting)[-1]
        turn = latest if self._takes_latest else waiting[0]
        self._takes_latest = not self._takes_latest
        del self._waiting[turn]
        turn.set_result(None)
