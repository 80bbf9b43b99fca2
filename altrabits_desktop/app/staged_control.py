"""What takes commands on a stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.actions.grouping import Grouping
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer, StreamerId


class _Nobody:
    def streamers(self) -> tuple[Streamer, ...]:
        return ()

    def streamer(self, _streamer_id: StreamerId) -> Streamer | None:
        return None


_NOBODY = _Nobody()


class StagedControl:
    """Takes every command, and changes nothing by it.

    Args:
        others: ids in the account of those that obey somebody else.
    """

    def __init__(self, others: frozenset[str] = frozenset()) -> None:
        self._others = others

    async def perform(self, _streamer_id: StreamerId, _command: Command) -> None:
        """Do nothing."""

    @property
    def grouping(self) -> Grouping:
        """Group nothing."""
        from altrabits_desktop.actions.grouping import Grouping

        return Grouping(directory=_NOBODY, telling=self)

    def has_other_owner(self, owned_id: str) -> bool:
        """Know those that a scene says it of."""
        return owned_id in self._others
