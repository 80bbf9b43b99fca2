"""Getting a streamer ready for a new owner on a stage: at once, and nothing is reset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.new_owner import Phase, ReadyStreamer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import StreamerId


class StagedNewOwner:
    """Keeps `ui.services.Readying`.

    Args:
        now: when it is looked at.
        refusal: why it does not come to its end; None where it does.
    """

    def __init__(self, now: datetime, refusal: AltraBitsError | None = None) -> None:
        self._now = now
        self._refusal = refusal

    async def make_ready(
        self, _streamer_id: StreamerId, *, told: Callable[[Phase], None]
    ) -> ReadyStreamer:
        """Have seen it."""
        told(Phase.AWAITED)
        if self._refusal is not None:
            raise self._refusal
        told(Phase.READY)
        return ReadyStreamer(
            product="Cobalt S1",
            maker="AltraBits",
            firmware="2.4.1",
            mac="d8:80:39:12:34:28",
            api_id="fireside",
            former_pin="ab" * 32,
            pin="cd" * 32,
            shows_code=True,
            looked_at=self._now,
        )
