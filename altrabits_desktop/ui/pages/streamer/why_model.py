"""Why one streamer does not answer, as far as it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.streamers import Origin, Presence

if TYPE_CHECKING:
    from altrabits_desktop.contract.doctor import StreamerDiagnosis
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.services import Services


class WhyModel(QObject):
    """Asks once when it is seen to be gone, and whenever the person wants it. Main thread only.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._streamer: Streamer | None = None
        self._silent_key: object = None
        self.diagnosis: StreamerDiagnosis | None = None
        self.is_asking = False

    @property
    def is_wanted(self) -> bool:
        """Whether there is anything to find out."""
        streamer = self._streamer
        return (
            streamer is not None
            and streamer.was_heard
            and streamer.origin is Origin.LAN
            and (streamer.presence is Presence.GONE or not streamer.is_heard)
        )

    def show_streamer(self, streamer: Streamer, *, is_seen: bool) -> None:
        """Know the streamer; one that is gone is asked after, once for each silence."""
        self._streamer = streamer
        key = (streamer.key, streamer.silent_since)
        if self.is_wanted and is_seen and key != self._silent_key:
            self._silent_key = key
            self.diagnosis = None
            self.ask()

    def ask(self) -> None:
        """Find out why; without effect while that is under way."""
        if self._streamer is not None and not self.is_asking:
            self.is_asking = True
            self.changed.emit()
            self._services.launcher.launch(self, self._find_out(self._streamer), on_done=self._end)

    async def _find_out(self, streamer: Streamer) -> None:
        self.diagnosis = await self._services.doctor.get().ask_after(streamer)

    def _end(self) -> None:
        self.is_asking = False
        self.changed.emit()
