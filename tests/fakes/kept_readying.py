"""Keeps `ui.services.Readying`: every streamer is ready at once, or as a test sets it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from altrabits_desktop.actions.new_owner import Phase, ReadyStreamer

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import StreamerId

READY = ReadyStreamer(
    product="Cobalt S1",
    maker="AltraBits",
    firmware="2.4.1",
    mac="d8:80:39:12:34:28",
    api_id="fireside",
    former_pin="ab" * 32,
    pin="cd" * 32,
    shows_code=True,
    looked_at=datetime(2026, 11, 30, 14, 0, tzinfo=UTC),
)


class KeptReadying:
    """Notes what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.stays_at: Phase | None = None
        """Where it goes no further."""
        self.refusal: AltraBitsError | None = None

    async def make_ready(
        self, streamer_id: StreamerId, *, told: Callable[[Phase], None]
    ) -> ReadyStreamer:
        self.asked.append(streamer_id)
        for phase in Phase:
            told(phase)
            if phase is self.stays_at:
                # Nobody goes on with it.
                await asyncio.sleep(0)
        if self.refusal is not None:
            raise self.refusal
        return READY
