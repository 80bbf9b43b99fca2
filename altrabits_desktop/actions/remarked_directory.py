"""What is around, as the person wants it: by names of their own, without those they ignore."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.remarks import Remarks
    from altrabits_desktop.contract.streamers import Streamer, StreamerId


class RemarkedDirectory:
    """A directory over another one; on its loop.

    Args:
        directory: what is around.
        remarks: what the person notes of it.
    """

    def __init__(self, directory: Directory, *, remarks: Remarks) -> None:
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
