"""Operations by which a computer joins and leaves; a server that is not shared refuses them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.household import BeginJoin, ProveJoin
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.server.household.joining import Joining
    from altrabits_desktop.server.http.call import Call, Handler


class HouseholdEndpoints:
    """The wire of joining and leaving.

    Args:
        joining: of a shared server; None for any other.
    """

    def __init__(self, joining: Joining | None) -> None:
        self._joining = joining

    def handlers(self) -> Mapping[str, Handler]:
        """Give what carries out each operation."""
        return {
            "household.join": self._join,
            "household.prove": self._prove,
            "household.leave": self._leave,
        }

    async def _join(self, call: Call) -> object:
        return await self._of_household().begin(
            call.body(BeginJoin), source=call.source, now=call.now
        )

    async def _prove(self, call: Call) -> object:
        return await self._of_household().prove(
            call.places["id"], call.body(ProveJoin), now=call.now
        )

    async def _leave(self, call: Call) -> None:
        await self._of_household().leave(call.computer)

    def _of_household(self) -> Joining:
        if self._joining is None:
            raise Problem("household.not_shared")
        return self._joining
