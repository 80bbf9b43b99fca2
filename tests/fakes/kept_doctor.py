"""A doctor that measures what a test says, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import StreamerCause, StreamerDiagnosis
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.support.checks import judge

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.doctor import Diagnosis, Measurements, SystemPage
    from altrabits_desktop.contract.streamers import FindingReport, Streamer


class KeptDoctor:
    """Keeps `ui.services.Examining`."""

    def __init__(
        self, report: Callable[[], FindingReport], *, publish: Callable[[Changes], None]
    ) -> None:
        self._report = report
        self._publish = publish
        self.measured: Measurements | None = None
        self.next: Measurements | None = None
        """What the next examination measures."""
        self.examined = 0
        self.knocked = 0
        self.is_examining = False
        self.is_due = False
        self.pages: frozenset[SystemPage] = frozenset()
        self.opened: list[SystemPage] = []
        self.asked_after: list[str] = []
        self.why = StreamerCause.GONE

    def diagnosis(self) -> Diagnosis:
        return judge(self._report(), self.measured)

    async def examine(self, *, is_knocking: bool = True) -> Diagnosis:
        self.examined += 1
        self.knocked += is_knocking
        self.is_due = False
        self.measured = self.next
        self._publish(Changes(topics=Topic.DOCTOR))
        return self.diagnosis()

    async def ask_after(self, streamer: Streamer) -> StreamerDiagnosis:
        self.asked_after.append(streamer.id)
        return StreamerDiagnosis(self.why, {"address": streamer.address})

    def can_open(self, page: SystemPage) -> bool:
        return page in self.pages

    def open_system(self, page: SystemPage) -> None:
        if page not in self.pages:
            raise Refused("settings.not_opened")
        self.opened.append(page)
