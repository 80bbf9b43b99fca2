"""Carries out `altrabits addresses`: what a person types where nothing is heard by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.app.remarks_desk import KEPT_FOR_RUN, KEPT_IN_ACCOUNT
from altrabits_desktop.contract.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.actions.finding import Finding
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work

ADDRESSES = "addresses"


class AddressesDesk:
    """Serves whoever types addresses, as the window does.

    Args:
        finding: asks and remembers.
    """

    def __init__(self, finding: Finding) -> None:
        self._finding = finding

    def works(self, errand: OwnerErrand) -> Mapping[tuple[str, ...], Work]:
        """Give what there is to do with the operands of an errand, by its words."""
        given = errand.operands
        return {
            (ADDRESSES, "list"): self._list,
            (ADDRESSES, "add"): lambda: self._add(given[0]),
            (ADDRESSES, "forget"): lambda: self._forget(given[0]),
        }

    async def _list(self) -> Result:
        return [{"typed": text} for text in self._finding.typed()]

    async def _add(self, text: str) -> Result:
        typed = text.strip()
        answered = await self._finding.try_address(typed)
        is_kept = typed in self._finding.typed()
        return {
            "typed": typed,
            "address": answered.address,
            "name": answered.name or None,
            "product": answered.product or None,
            "heard_by": answered.way.value,
            "kept": KEPT_IN_ACCOUNT if is_kept else KEPT_FOR_RUN,
        }

    async def _forget(self, text: str) -> Result:
        wanted = text.strip().casefold()
        for typed in self._finding.typed():
            if typed.casefold() == wanted:
                self._finding.forget_typed(typed)
                return await self._list()
        raise Refused("address.not_remembered")
