"""What the person keeps of streamers, as the window sees it: names, what is ignored, groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from altrabits_desktop.actions.grouping import Group
    from altrabits_desktop.contract.remarks import Remark
    from altrabits_desktop.contract.saved_groups import SavedGroup
    from altrabits_desktop.contract.streamers import Streamer


class Remarking(Protocol):
    """Names of the person's for streamers around, and those they ignore (`actions.remarks`).

    Topic `REMARKS` tells of changes.

    Raises:
        AltraBitsError: it was not done; the code says why.
    """

    @property
    def is_kept(self) -> bool:
        """Whether what is noted now outlives the program."""

    @property
    def ignored(self) -> tuple[Remark, ...]:
        """Those that are ignored, the latest last."""

    def of(self, streamer: Streamer) -> Remark | None:
        """Give what is noted of a streamer."""

    async def name(self, streamer: Streamer, name: str) -> None:
        """Call a streamer so from now on; an empty name takes that back."""

    async def ignore(self, streamer: Streamer) -> None:
        """Show a streamer no more."""

    async def heed(self, key: str) -> None:
        """Show one again that was ignored."""

    async def forget(self, streamer: Streamer) -> None:
        """Take a streamer off the list until it is heard again."""


class KeepingGroups(Protocol):
    """Groups that the person keeps under names (`actions.saved_groups`).

    Topic `GROUPS` tells of changes.

    Raises:
        AltraBitsError: it was not done; the code says why.
    """

    @property
    def is_open(self) -> bool:
        """Whether anything may be kept now."""

    @property
    def all(self) -> tuple[SavedGroup, ...]:
        """All of them, in the order they were first kept; quick."""

    async def named(self, name: str) -> SavedGroup:
        """Give the one that is called so."""

    async def save(self, name: str, group: Group) -> SavedGroup | None:
        """Keep a group as it is now; gives the one that it replaces."""

    async def put(self, saved: SavedGroup, *, place: int | None = None) -> SavedGroup | None:
        """Keep one as it is given."""

    async def rename(self, name: str, wanted: str) -> SavedGroup:
        """Give one another name, and give it as it was."""

    async def delete(self, name: str) -> SavedGroup:
        """Keep one no more, and give it."""
