"""What a person notes of streamers, kept in memory, and who is signed in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.actions.remarks import Remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable

    from altrabits_desktop.contract.remarks import Remark
    from altrabits_desktop.contract.streamers import StreamerId
    from altrabits_desktop.runtime.changes import Changes


class Shelf:
    """Keeps `RemarkStore`."""

    def __init__(self, account: str = "") -> None:
        self.account = account
        self.kept: dict[str, tuple[Remark, ...]] = {}
        self.is_slow = False
        """Whether it takes a turn of the loop to write, as on a thread of its own."""

    async def read(self) -> tuple[Remark, ...]:
        return self.kept.get(self.account, ())

    async def write(self, remarks: Iterable[Remark]) -> None:
        kept = tuple(remarks)
        if self.is_slow:
            await asyncio.sleep(0)
        self.kept[self.account] = kept


class Noting:
    """Remarks over a shelf, what was dropped from the list, and what was published."""

    def __init__(
        self, account: str = "", *, publish: Callable[[Changes], None] | None = None
    ) -> None:
        self.shelf = Shelf(account)
        self.dropped: list[StreamerId] = []
        self.published: list[Changes] = []
        self.remarks = Remarks(
            self.shelf,
            drop=self.dropped.extend,
            publish=publish or self.published.append,
            keep=self._keep,
        )
        self.running: set[asyncio.Task[None]] = set()

    def _keep(self, work: Coroutine[object, object, None]) -> None:
        async def run() -> None:
            await work

        task = asyncio.ensure_future(run())
        self.running.add(task)
        task.add_done_callback(self.running.discard)
