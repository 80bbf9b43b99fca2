"""What is around, as the person wants it: by names of their own, without those they ignore."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.contract.remarks import Remark
    from altrabits_desktop.contract.streamers import Streamer, StreamerId


class Noted(Protocol):
    """What is noted of streamers."""

    def of(self, streamer: Streamer) -> Remark | None:
        """Give what is noted of one; None for nothing."""


class RemarkedDirectory:
    """A directory over another one; on its loop.

    Args:
        directory: what is around.
        remarks: what the person notes of it.
    """

    def __init__(self, directory: Directory, *, remarks: Noted) -> None:
        self._directory = directory
        self._remarks = remarks

    def streamers(self) -> tuple[Streamer, ...]:
        """Give all that are not ignored, in the order of the other directory."""
        everybody = map(self._remarked, self._directory.streamers())
        return tuple(streamer for streamer in everybody if streamer is not None)

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        """Give one, unless it is ignored."""
        streamer = self._directory.streamer(streamer_id)
        return self._remarked(streamer) if streamer is not None else None

    def _remarked(self, streamer: Streamer) -> Streamer | None:
        remark = self._remarks.of(streamer)
        if remark is None:
            return streamer
        if remark.is_ignored:
            return None
        return replace(streamer, name=remark.name) if remark.name else streamer
