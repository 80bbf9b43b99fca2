"""Groups that a person keeps, in memory, and who is signed in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.actions.saved_groups import SavedGroups

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable

    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.contract.saved_groups import SavedGroup
    from altrabits_desktop.runtime.changes import Changes


class GroupShelf:
    """Keeps `GroupStore`."""

    def __init__(self, account: str = "") -> None:
        self.account = account
        self.kept: dict[str, tuple[SavedGroup, ...]] = {}
        self.is_slow = False
        """Whether it takes a turn of the loop to write, as on a thread of its own."""

    async def read(self) -> tuple[SavedGroup, ...]:
        return self.kept.get(self.account, ())

    async def write(self, groups: Iterable[SavedGroup]) -> None:
        kept = tuple(groups)
        if self.is_slow:
            await asyncio.sleep(0)
        self.kept[self.account] = kept


class GroupKeeping:
    """Saved groups over a shelf, and what was published."""

    def __init__(
        self, account: str = "", *, publish: Callable[[Changes], None] | None = None
    ) -> None:
        self.shelf = GroupShelf(account)
        self.published: list[Changes] = []
        self.code: str | None = None
        """Why the gate is closed; None where it is open."""
        self.groups = SavedGroups(
            self.shelf,
            closed_by=self._closed_by,
            publish=publish or self.published.append,
            keep=self._keep,
        )
        self.running: set[asyncio.Task[None]] = set()

    def _closed_by(self, _feature: Feature, /, *, is_demo: bool) -> str | None:
        return None if is_demo else self.code

    def _keep(self, work: Coroutine[object, object, None]) -> None:
        async def run() -> None:
            await work

        task = asyncio.ensure_future(run())
        self.running.add(task)
        task.add_done_callback(self.running.discard)
