"""A kiosk on a stage: stands as its report says, and takes the one PIN that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.app.staged_control import StagedControl
from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.actions.directory import Directory
    from altrabits_desktop.actions.kiosk import KioskReport
    from altrabits_desktop.contract.kiosk import SetState, Wipe


class StagedKiosk:
    """Keeps `ui.services.Kiosking`.

    Args:
        report: how it stands.
        shown: what visitors see.
        wipes: when it was wiped, the latest last.
    """

    def __init__(
        self, report: KioskReport, *, shown: Directory, wipes: tuple[Wipe, ...] = ()
    ) -> None:
        self.shown = shown
        self.controlling = StagedControl()
        self._report = report
        self._wipes = wipes

    def report(self) -> KioskReport:
        """Give how it stands."""
        return self._report

    def cover(self) -> None:
        """Stay as it is."""

    def begin(self) -> None:
        """Stay as it is."""

    def touch(self) -> None:
        """Stay as it is."""

    def end(self) -> None:
        """Stay as it is."""

    async def leave(self, _pin: str) -> None:
        """Let nobody out."""
        raise Refused("kiosk.pin_braked", minutes=5)

    async def set_up(self, _pin: str, _streamers: Sequence[SetState]) -> None:
        """Keep nothing."""

    async def remove(self) -> None:
        """Stay as it is."""

    async def wipes(self) -> tuple[Wipe, ...]:
        """Give them."""
        return self._wipes
