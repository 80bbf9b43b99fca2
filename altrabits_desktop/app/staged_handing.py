"""Handing over on a stage: the code is written, and nobody ever takes the streamer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.actions.handing_over import HandOverEnd, HandOverReport

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import StreamerId

CODE = "271828"
_LIFE_S = 540.0


class StagedHanding:
    """Keeps `ui.services.Handing`.

    Args:
        name: of the streamer.
        tell: that the report is another.
        end: how it ends at once; open for not at all.
    """

    def __init__(
        self, name: str, tell: Callable[[], None], *, end: HandOverEnd = HandOverEnd.OPEN
    ) -> None:
        self._name = name
        self._tell = tell
        self.ends_by = end
        self._report: HandOverReport | None = None

    def report(self, _streamer_id: StreamerId) -> HandOverReport | None:
        """Give what is written."""
        return self._report

    def forget_report(self, _streamer_id: StreamerId) -> None:
        """Forget it."""
        self._report = None

    async def begin(self, streamer_id: StreamerId) -> HandOverReport:
        """Give the code."""
        report = self.write(streamer_id)
        self._tell()
        return report

    def write(self, streamer_id: StreamerId) -> HandOverReport:
        """Have begun, and perhaps ended, before anybody looks."""
        report = HandOverReport(
            streamer_id=streamer_id, name=self._name, code=CODE, ends_at_s=_LIFE_S, end=self.ends_by
        )
        self._report = report
        return report

    async def end(self, _streamer_id: StreamerId) -> None:
        """Keep the streamer."""
        if self._report is not None:
            self._report = replace(self._report, code="", end=HandOverEnd.ENDED)
            self._tell()
