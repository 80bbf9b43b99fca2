"""The groups that a person keeps, on a stage: shown, and nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from altrabits_desktop.actions.grouping import Group
    from altrabits_desktop.contract.saved_groups import SavedGroup


class StagedGroups:
    """Keeps `ui.noting.KeepingGroups`.

    Args:
        groups: those that are kept.
        is_open: whether somebody is signed in.
    """

    def __init__(self, groups: tuple[SavedGroup, ...] = (), *, is_open: bool = True) -> None:
        self.all = groups
        self.is_open = is_open

    async def named(self, name: str) -> SavedGroup:
        """Give one that is on the stage.

        Raises:
            Refused: `groups.unknown`.
        """
        for one in self.all:
            if one.name == name:
                return one
        raise Refused("groups.unknown", name=name)

    async def save(self, _name: str, _group: Group) -> SavedGroup | None:
        """Do nothing."""

    async def put(self, _saved: SavedGroup, *, place: int | None = None) -> SavedGroup | None:
        """Do nothing."""

    async def rename(self, name: str, _wanted: str) -> SavedGroup:
        """Do nothing."""
        return await self.named(name)

    async def delete(self, name: str) -> SavedGroup:
        """Do nothing."""
        return await self.named(name)
