"""The firmware of the streamer whose page is open, and what the person wants of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.privacy.gate import Standing

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from altrabits_desktop.actions.firmware_report import FirmwareReport
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.late import Late
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
        self._is_loading = False

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
        late = self._theirs()
        if late is not None and late.made is None:
            if not self._is_loading:
                self._is_loading = True
                self._services.launcher.launch(self, late.ready(), on_done=self._go_on)
            return
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
        """Install what is ready; what plays is stopped where the person was told that it is."""
        updating, report = self._updating(), self.report
        if updating is not None and report is not None and self._streamer is not None:
            self._do(updating.install(self._streamer.id, may_stop=report.is_playing))

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

    def _go_on(self) -> None:
        """What updates is there now."""
        self._is_loading = False
        if self._streamer is not None and self._updating() is not None:
            self.show_streamer(self._streamer)
        self.changed.emit()

    def _updating(self) -> Updating | None:
        late = self._theirs()
        return late.made if late is not None else None

    def _theirs(self) -> Late[Updating] | None:
        """Give what updates, for whoever has a streamer that can be."""
        streamer = self._streamer
        is_theirs = (
            streamer is not None
            and streamer.is_owned
            and bool(streamer.owned_id)
            and Capability.FIRMWARE in streamer.capabilities
        )
        is_open = self._services.home.report().standing is Standing.SIGNED_IN
        return self._services.firmware if is_theirs and is_open else None

    def _do(self, work: Coroutine[object, object, object]) -> None:
        self._services.launcher.launch(
            self, work, on_error=self._leave_to_report, on_done=self.changed.emit
        )

    def _leave_to_report(self, _error: AltraBitsError) -> None:
        """Say nothing more: the report has it, and the card shows that."""
