"""Updates on a stage: they stand where it is written, and nothing moves them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.actions.firmware_report import FirmwareReport
    from altrabits_desktop.contract.streamers import Streamer, StreamerId


class StagedUpdating:
    """Keeps `ui.services.Updating`.

    Args:
        told: how it stands with every streamer.
    """

    def __init__(self, told: FirmwareReport) -> None:
        self._told = told

    def report(self, _streamer: Streamer) -> FirmwareReport:
        """Give what is written."""
        return self._told

    async def check(self, _streamer_id: StreamerId) -> FirmwareReport:
        """Find what is written."""
        return self._told

    async def install(self, _streamer_id: StreamerId, *, may_stop: bool = False) -> FirmwareReport:  # noqa: ARG002 # nothing is stopped here
        """Never come to an end."""
        await asyncio.Event().wait()
        return self._told

    async def install_others(self, _streamer_id: StreamerId) -> None:
        """Leave them as they are."""

    async def put_off(self, _streamer_id: StreamerId) -> None:
        """Ask about it all the same."""
