"""Builds what finds, joins and leaves households, and serves console commands about it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.household import Household
from altrabits_desktop.app.owner_errands import SYSTEMS
from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.server_address import read_household_address
from altrabits_desktop.runtime.keychain import Keychain
from altrabits_desktop.streamers.discovery.adapters import choose
from altrabits_desktop.streamers.discovery.households import find_households

if TYPE_CHECKING:
    from altrabits_desktop.actions.household import Choices
    from altrabits_desktop.actions.membership import Membership
    from altrabits_desktop.app.owner_errands import OwnerErrand, Result, Work
    from altrabits_desktop.app.wiring import Surroundings
    from altrabits_desktop.contract.household import FoundHousehold

FIND, JOIN, LEAVE, SHOW = (("household", word) for word in ("find", "join", "leave", "show"))


class ServerUsed(Protocol):
    """The server of a run: the one of this computer, or one elsewhere."""

    home: Membership

    @property
    def url(self) -> str:
        """Where it is; empty for the one of this computer."""

    @property
    def pin(self) -> str:
        """SHA-256 of its certificate, where it is a household's; else empty."""


def build_household(
    choices: Choices,
    *,
    server: ServerUsed,
    cards: tuple[str, ...],
    around: Surroundings,
) -> Household:
    """Build it; nothing is opened or sent.

    Args:
        choices: of the person.
        server: the one that this run uses.
        cards: names or addresses of those to look on; empty for all.
        around: the network and the keyring.
    """

    async def search(wanted_id: str) -> tuple[FoundHousehold, ...]:
        wanted = cards or choices.get().cards
        # One that is away just now is no mistake.
        names = around.card_names() | frozenset(wanted)
        there = choose(around.cards(), wanted, names=names)
        return await find_households(there, wanted_id=wanted_id)

    return Household(
        choices,
        keychain_of=lambda key: Keychain(around.find_keyring, of_server=key),
        search=search,
        system=SYSTEMS.get(sys.platform, "linux"),
        used=server.pin,
        is_signed_in=lambda: bool(server.home.report().email),
        is_overruled=bool(server.url) and not server.pin,
    )


class HouseholdDesk:
    """Carries out console commands about the household, in the process that owns the profile.

    Args:
        household: of the profile.
    """

    def __init__(self, household: Household) -> None:
        self._household = household

    async def carry_out(self, errand: OwnerErrand) -> Result:
        """Carry out an errand and give its record or records.

        Raises:
            AltraBitsError: `usage.command_unknown`, and what the action raises.
        """
        works: dict[tuple[str, ...], Work] = {
            FIND: self._find,
            JOIN: lambda: self._join(errand),
            LEAVE: self._leave,
            SHOW: self._show,
        }
        work = works.get(errand.words)
        if work is None:
            known = ", ".join(" ".join(words) for words in works)
            raise WrongUsage("usage.command_unknown", command=" ".join(errand.words), known=known)
        return await work()

    async def _find(self) -> Result:
        return [{"id": each.id, "address": each.address} for each in await self._household.find()]

    async def _join(self, errand: OwnerErrand) -> Result:
        address = errand.operands[0] if errand.operands else ""
        await self._household.join(address, errand.secrets[0] if errand.secrets else "")
        return await self._show()

    async def _leave(self) -> Result:
        is_told = await self._household.leave()
        return await self._show() | {"left_at_server": is_told}

    async def _show(self) -> dict[str, object]:
        report = self._household.report()
        joined = report.joined
        place = read_household_address(joined.url).name if joined else None
        return {
            "address": place,
            "certificate": joined.pin if joined else None,
            "is_used": report.is_used,
        }
