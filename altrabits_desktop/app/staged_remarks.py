"""What a person notes of streamers, on a stage: shown, and nothing changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.contract.remarks import Remark
    from altrabits_desktop.contract.streamers import Streamer


class StagedRemarks:
    """Keeps `ui.services.Remarking`.

    Args:
        ignored: those that are ignored.
        is_kept: whether somebody is signed in.
    """

    def __init__(self, ignored: tuple[Remark, ...] = (), *, is_kept: bool = False) -> None:
        self.ignored = ignored
        self.is_kept = is_kept

    def of(self, _streamer: Streamer) -> Remark | None:
        """Give nothing: on a stage no streamer has a name of the person's."""
        return None

    async def name(self, _streamer: Streamer, _name: str) -> None:
        """Do nothing."""

    async def ignore(self, _streamer: Streamer) -> None:
        """Do nothing."""

    async def heed(self, _key: str) -> None:
        """Do nothing."""

    async def forget(self, _streamer: Streamer) -> None:
        """Do nothing."""
