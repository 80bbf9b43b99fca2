"""Keeps `ui.services.Commanding`: notes what streamers were told; says no as a test sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.grouping import Grouping

if TYPE_CHECKING:
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import StreamerId


class KeptControl:
    """Does nothing itself.

    Args:
        directory: where groups are read; none where a test has no groups.
    """

    def __init__(self, directory: Directory | None = None) -> None:
        self._directory = directory
        self.told: list[tuple[StreamerId, Command]] = []
        self.refusal: AltraBitsError | None = None
        self.others: set[str] = set()

    async def perform(self, streamer_id: StreamerId, command: Command) -> None:
        self.told.append((streamer_id, command))
        if self.refusal is not None:
            raise self.refusal

    @property
    def grouping(self) -> Grouping:
        assert self._directory is not None
        return Grouping(directory=self._directory, telling=self)

    def has_other_owner(self, owned_id: str) -> bool:
        return owned_id in self.others

    @property
    def commands(self) -> list[Command]:
        """Give the commands, in the order they were given."""
        return [command for _, command in self.told]
