"""A doctor that stands still: it judges what it was given, and examines nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import StreamerCause, StreamerDiagnosis
from altrabits_desktop.support.checks import judge

if TYPE_CHECKING:
    from altrabits_desktop.contract.doctor import Diagnosis, Measurements, SystemPage
    from altrabits_desktop.contract.streamers import FindingReport, Streamer


class StagedDoctor:
    """Keeps `ui.services.Examining`.

    Args:
        report: what was tried.
        measured: what was measured; None where nothing was yet.
        listed: how many streamers are listed.
    """

    def __init__(
        self, report: FindingReport, measured: Measurements | None, *, listed: int = 0
    ) -> None:
        self._diagnosis = judge(report, measured, listed=listed)

    @property
    def is_examining(self) -> bool:
        """Whether it measures: never."""
        return False

    @property
    def is_due(self) -> bool:
        """Whether nothing was measured yet: that is how it stays."""
        return False

    def diagnosis(self) -> Diagnosis:
        """Give what it makes of it."""
        return self._diagnosis

    async def examine(self, *, is_knocking: bool = True) -> Diagnosis:  # noqa: ARG002 # it stands still
        """Find the same again."""
        return self._diagnosis

    async def ask_after(self, streamer: Streamer) -> StreamerDiagnosis:
        """Find that nobody is at its address."""
        return StreamerDiagnosis(StreamerCause.GONE, {"address": streamer.address})

    def can_open(self, _page: SystemPage) -> bool:
        """Tell that every page is there, as in the design."""
        return True

    def open_system(self, _page: SystemPage) -> None:
        """Open nothing."""
