"""Keeps on disk which streamers the next start shows first, exactly while they may be kept (C8).

Source: docs/architecture.md, "Paint first"; product rule: lists are kept for those signed in.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from altrabits_desktop.actions.directory import name_order, room_order
from altrabits_desktop.runtime.paths import write_whole
from altrabits_desktop.runtime.remembered import Remembered, content_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from altrabits_desktop.contract.possessions import Owned

logger = logging.getLogger(__name__)


class Remembering:
    """One file; belongs to the loop of the membership.

    Args:
        path: of the file; its folder is there whenever there is something to be kept.
        listed: gives what is to be in it; None while that is not known.
    """

    def __init__(self, path: Path, *, listed: Callable[[], tuple[Owned, ...] | None]) -> None:
        self._path = path
        self._listed = listed
        self._is_due = False
        self._kept: bytes | None = None
        self._work: asyncio.Task[None] | None = None

    def follow(self) -> None:
        """Bring the file up to what is to be in it, soon; any number of times."""
        self._is_due = True
        if self._work is None or self._work.done():
            self._work = asyncio.get_running_loop().create_task(self._bring_up())

    async def settle(self) -> None:
        """Bring it up to what is to be in it now; done when this returns, as far as can be."""
        self.follow()
        await self.stop()

    async def stop(self) -> None:
        """Finish what is under way, also where the caller is cancelled."""
        if self._work is not None:
            await asyncio.shield(self._work)

    async def _bring_up(self) -> None:
        while self._is_due:
            self._is_due = False
            listed = self._listed()
            content = self._kept if listed is None else content_of(remembered_from(listed))
            if content is None or content == self._kept:
                continue
            try:
                await asyncio.to_thread(_keep, self._path, content)
            except OSError as error:
                # The next start shows them a moment later, and no more is lost.
                logger.warning("the list for the next start is not kept: %s", type(error).__name__)
            else:
                self._kept = content


def remembered_from(listed: Sequence[Owned]) -> tuple[Remembered, ...]:
    """Give what is kept of some streamers, in the order by room. Pure."""
    by_name = sorted(listed, key=lambda one: name_order(one.name, one.id))
    ranks = {one.id: rank for rank, one in enumerate(by_name)}
    return tuple(
        Remembered(
            one.id, one.name, one.room, one.product, one.api_id, one.udn, one.mac, ranks[one.id]
        )
        for one in sorted(by_name, key=lambda one: room_order(one.room))
    )


def _keep(path: Path, content: bytes) -> None:
    try:
        is_same = not path.is_symlink() and path.read_bytes() == content
    except FileNotFoundError:
        is_same = not content
    if content and not is_same:
        write_whole(path, content)
    elif not content:
        path.unlink(missing_ok=True)
