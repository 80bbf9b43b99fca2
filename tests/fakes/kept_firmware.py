"""Updates that stand where a test puts them, and remember what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.firmware_report import FirmwareReport
from tests.fakes.firmware import manifest_for

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer, StreamerId

NOTHING = FirmwareReport(version="2.4.1", can_update=True, has_checked=True)
READY = FirmwareReport(version="2.4.1", can_update=True, has_checked=True, ready=manifest_for())


class KeptUpdating:
    """Keeps `ui.services.Updating`."""

    def __init__(self) -> None:
        self.told = READY
        self.asked: list[str] = []
        self.refusal: AltraBitsError | None = None

    def report(self, _streamer: Streamer) -> FirmwareReport:
        return self.told

    async def check(self, _streamer_id: StreamerId) -> FirmwareReport:
        return self._note("check")

    async def install(self, _streamer_id: StreamerId, *, may_stop: bool = False) -> FirmwareReport:
        return self._note("stop and install" if may_stop else "install")

    async def install_others(self, _streamer_id: StreamerId) -> None:
        self._note("others")

    async def put_off(self, _streamer_id: StreamerId) -> None:
        self._note("later")

    def _note(self, what: str) -> FirmwareReport:
        self.asked.append(what)
        if self.refusal is not None:
            raise self.refusal
        return self.told
