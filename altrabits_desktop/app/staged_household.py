"""A home on a stage: what is found and joined is written, and no code is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.household import HouseholdReport
from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from altrabits_desktop.contract.household import FoundHousehold
    from altrabits_desktop.runtime.settings import JoinedHousehold


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedHousehold:
    """Keeps `ui.services.Joining`.

    Args:
        joined: which one this computer belongs to.
        is_used: whether this run uses it.
        found: what a look finds.
        code: of why nothing is joined or left.
    """

    joined: JoinedHousehold | None = None
    is_used: bool = True
    found: tuple[FoundHousehold, ...] = ()
    code: str = "household.wrong_code"

    def report(self) -> HouseholdReport:
        """Give what is written."""
        return HouseholdReport(joined=self.joined, is_used=self.is_used)

    async def find(self) -> tuple[FoundHousehold, ...]:
        """Give what is written."""
        return self.found

    async def join(self, _address: str, _code: str) -> JoinedHousehold:
        """Refuse."""
        raise Refused(self.code)

    async def leave(self) -> bool:
        """Refuse."""
        raise Refused(self.code)
