"""Keeps `ui.services.Joining`: notes what was asked, finds and refuses as a test sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.actions.household import HouseholdReport
from altrabits_desktop.contract.household import FoundHousehold
from altrabits_desktop.runtime.settings import JoinedHousehold

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError

FOUND = FoundHousehold("0123456789abcdef", "192.168.1.20:8619")
SECOND = FoundHousehold("fedcba9876543210", "192.168.1.31:8619")
JOINED = JoinedHousehold("https://192.168.1.20:8619", "ab" * 32)


class KeptHousehold:
    """One computer, and what is around it."""

    def __init__(self) -> None:
        self.joined: JoinedHousehold | None = None
        self.used: JoinedHousehold | None = None
        self.found: tuple[FoundHousehold, ...] = (FOUND,)
        self.is_overruled = False
        """Whether another server was named at the start."""
        self.is_reached = True
        """Whether its server hears of a leaving."""
        self.asked: list[tuple[str, ...]] = []
        self.refusals: dict[str, AltraBitsError] = {}
        """By what is asked: `find`, `join` or `leave`."""

    def report(self) -> HouseholdReport:
        return HouseholdReport(
            joined=self.joined,
            is_used=self.joined == self.used,
            is_overruled=self.is_overruled,
        )

    async def find(self) -> tuple[FoundHousehold, ...]:
        self._take("find")
        return self.found

    async def join(self, address: str, code: str) -> JoinedHousehold:
        self._take("join", address, code)
        self.joined = JOINED
        return JOINED

    async def leave(self) -> bool:
        self._take("leave")
        self.joined = None
        return self.is_reached

    def _take(self, *asked: str) -> None:
        self.asked.append(asked)
        if asked[0] in self.refusals:
            raise self.refusals[asked[0]]
