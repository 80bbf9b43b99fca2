"""The firmware of the streamer whose page is open, and what the person wants of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.privacy.gate import Standing

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from altrabits_desktop.actions.firmware import FirmwareReport
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.ui.services import Services, Updating


class FirmwareModel(QObject):
    """Looks once for each streamer that is shown; all else is the person's wish. Main thread only.

    What goes on is the updater's, and goes on without the page.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._streamer: Streamer | None = None
        self._looked_at: set[StreamerId] = set()

    @property
    def report(self) -> FirmwareReport | None:
        """How it stands; None for a streamer that takes no updates from here."""
        updating, streamer = self._updating(), self._streamer
        if updating is None or streamer is None:
            return None
        report = updating.report(streamer)
        return report if report.can_update else None

    def show_streamer(self, streamer: Streamer) -> None:
        """Be about a streamer, as it is now."""
        self._streamer = streamer
        report = self.report
        is_new = streamer.id not in self._looked_at
        if report is not None and is_new and report.progress is None and streamer.is_here:
            self._looked_at.add(streamer.id)
            self.look()

    def look(self) -> None:
        """Look what is offered for it."""
        updating, streamer = self._updating(), self._streamer
        if updating is not None and streamer is not None:
            self._do(updating.check(streamer.id))

    def install(self) -> None:
        """Install what is ready."""
        updating, streamer = self._updating(), self._streamer
        if updating is not None and streamer is not None:
            self._do(updating.install(streamer.id))

    def install_others(self) -> None:
        """Go on with the others of the same product."""
        updating, streamer = self._updating(), self._streamer
        if updating is not None and streamer is not None:
            self._do(updating.install_others(streamer.id))

    def put_off(self) -> None:
        """Not now."""
        updating, streamer = self._updating(), self._streamer
        if updating is not None and streamer is not None:
            self._do(updating.put_off(streamer.id))

    def _updating(self) -> Updating | None:
        """Give what updates; made for whoever has a streamer that can be."""
        late, streamer = self._services.firmware, self._streamer
        is_theirs = (
            streamer is not None
            and streamer.is_owned
            and bool(streamer.owned_id)
            and Capability.FIRMWARE in streamer.capabilities
        )
        is_open = self._services.home.report().standing is Standing.SIGNED_IN
        return late.get() if late is not None and is_theirs and is_open else None

    def _do(self, work: Coroutine[object, object, object]) -> None:
        self._services.launcher.launch(
            self, work, on_error=self._leave_to_report, on_done=self.changed.emit
        )

    def _leave_to_report(self, _error: AltraBitsError) -> None:
        """Say nothing more: the report has it, and the card shows that."""
