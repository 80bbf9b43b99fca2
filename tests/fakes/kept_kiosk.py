"""Keeps `ui.services.Kiosking`: notes what is set up, and stands as a test sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.kiosk import KioskReport
from altrabits_desktop.app.staged_kiosk import StagedKiosk
from tests.fakes.full_house import FakeDirectory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.kiosk import SetState, Wipe


class KeptKiosk(StagedKiosk):
    """A kiosk that takes whatever is set up."""

    def __init__(self) -> None:
        super().__init__(KioskReport(), shown=FakeDirectory())
        self.told = KioskReport()
        self.kept: list[tuple[str, tuple[SetState, ...]]] = []
        self.wiped: tuple[Wipe, ...] = ()
        self.refusal: AltraBitsError | None = None

    def report(self) -> KioskReport:
        return self.told

    async def set_up(self, pin: str, streamers: Sequence[SetState]) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.kept.append((pin, tuple(streamers)))

    async def wipes(self) -> tuple[Wipe, ...]:
        return self.wiped
