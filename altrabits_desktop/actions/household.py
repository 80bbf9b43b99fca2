"""Joining the household whose server is to be used, and leaving it again.

What ties this computer to it is in the keyring alone; the settings say where it is, and by which
certificate it is known. It is used from the next start on.

Source: docs/security-requirements.md R25 to R27; docs/protocols/household.md.
"""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.unbroken import to_its_end
from altrabits_desktop.contract.claim_code import read_code
from altrabits_desktop.contract.errors import (
    FULL,
    ProfileUnusable,
    Refused,
    StoreUnusable,
    WrongUsage,
)
from altrabits_desktop.contract.household import ID_DIGITS
from altrabits_desktop.contract.server_address import read_household_address
from altrabits_desktop.runtime.household_bond import NAME, Bond, bond_context, bond_text, read_bond
from altrabits_desktop.runtime.keychain import Kept
from altrabits_desktop.runtime.settings import JoinedHousehold
from altrabits_desktop.sync.joining import (
    is_stranger,
    is_there,
    join_household,
    leave_household,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from altrabits_desktop.contract.household import FoundHousehold
    from altrabits_desktop.contract.server_address import ServerAddress
    from altrabits_desktop.runtime.keychain import Keychain
    from altrabits_desktop.runtime.settings import Settings


class Choices(Protocol):
    """The person's choices for this computer."""

    def get(self) -> Settings:
        """Give those that hold now."""

    async def change(self, settings: Settings) -> None:
        """Let others hold, and keep them.

        Raises:
            ProfileUnusable: they could not be kept.
        """


class HouseholdBond:
    """What the keyring keeps of a household that was joined; on one loop.

    Args:
        keychain: of that household.
        pin: SHA-256 of its server's certificate.
    """

    def __init__(self, keychain: Keychain, *, pin: str) -> None:
        self._keychain = keychain
        self._pin = pin
        self._bond: Bond | None = None
        self._trust: ssl.SSLContext | None = None

    async def trust(self) -> ssl.SSLContext:
        """Give what reaches the server as this computer, and nobody else.

        Raises:
            Refused: `household.bond_missing`: the keyring does not give it, or gives another one.
            StoreUnusable: `store.full`.
        """
        text = await self._keychain.get(NAME)
        if text is None:
            raise Refused("household.bond_missing")
        try:
            self._bond = bond = read_bond(text)
            if bond.pin != self._pin:
                raise Refused("household.bond_missing")
            self._trust = await asyncio.to_thread(bond_context, bond)
        except (ValueError, ssl.SSLError) as error:
            raise Refused("household.bond_missing") from error
        except OSError as error:
            # The system's library takes keys from files alone.
            if error.errno not in FULL:
                raise
            raise StoreUnusable("store.full") from error
        return self._trust

    async def is_stranger_at(self, url: str, code: str) -> bool:
        """Tell whether a server that was lost is there, and only refuses this computer.

        Args:
            url: of the server.
            code: by which it was lost.
        """
        if self._bond is None or self._trust is None or code != "server.away":
            return code == "household.stranger"
        return await is_stranger(url, self._trust, certificate=self._bond.server)

    async def is_there(self, url: str) -> bool:
        """Tell whether the server of this household answers there; another one never does."""
        return self._bond is not None and await is_there(url, certificate=self._bond.server)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdReport:
    """How this computer stands to a household."""

    joined: JoinedHousehold | None
    is_used: bool
    """Whether this run uses its server; else the next one does."""
    is_overruled: bool = False
    """Whether the command line named another server, which goes first each time."""


async def _told(place: ServerAddress, kept: str | None) -> bool:
    """Tell a server that this computer leaves it; whether it knows by now."""
    try:
        bond = read_bond(kept or "")
    except ValueError:
        return False
    return bond.pin == place.pin and await leave_household(place.url, bond)


def _place(address: str) -> ServerAddress:
    try:
        return read_household_address(address)
    except WrongUsage as error:
        raise Refused("household.address_malformed") from error


class Household:
    """Finds, joins and leaves. Belongs to one loop.

    Args:
        choices: where it is kept which one was joined.
        keychain_of: gives the keychain of a household by `ServerAddress.key`.
        search: looks for shared servers: for the one with an id, or with "" for all.
        system: family of this computer's system.
        used: `ServerAddress.pin` of the server that this run uses; empty for any other.
        is_signed_in: whether somebody is signed in at the server that this run uses.
        is_overruled: whether the command line named that one.
    """

    def __init__(
        self,
        choices: Choices,
        *,
        keychain_of: Callable[[str], Keychain],
        search: Callable[[str], Awaitable[tuple[FoundHousehold, ...]]],
        system: str,
        used: str,
        is_signed_in: Callable[[], bool],
        is_overruled: bool = False,
    ) -> None:
        self._choices = choices
        self._keychain_of = keychain_of
        self._search = search
        self._system = system
        self._used = used
        self._is_signed_in = is_signed_in
        self._is_overruled = is_overruled
        self._is_left = False
        """Whether the one that this run uses was left: whoever joins it again has another bond."""
        self._joining = asyncio.Lock()

    def report(self) -> HouseholdReport:
        """Give how it stands; quick."""
        joined = self._choices.get().household
        is_same = (joined.pin if joined else "") == self._used
        return HouseholdReport(
            joined=joined,
            is_used=is_same and not self._is_left,
            is_overruled=self._is_overruled,
        )

    async def find(self) -> tuple[FoundHousehold, ...]:
        """Look for shared servers on the networks of this computer; takes some seconds."""
        return await self._search("")

    async def places(self) -> tuple[str, ...]:
        """Give the URLs at which the household that was joined announces itself just now.

        Anybody can announce it: who is there is told by the certificate.
        """
        joined = self._choices.get().household
        if joined is None:
            return ()
        found = await self._search(joined.pin[:ID_DIGITS])
        return tuple(f"https://{each.address}" for each in found if joined.pin.startswith(each.id))

    async def moved(self, url: str) -> None:
        """Keep where the household that was joined is by now.

        Raises:
            ProfileUnusable: it could not be kept; the next start looks for it again.
        """
        joined = self._choices.get().household
        if joined is not None and joined.url != url:
            await self._choices.change(
                self._choices.get()._replace(household=joined._replace(url=url))
            )

    async def join(self, address: str, code: str) -> JoinedHousehold:
        """Join a household by the code that its server shows; once begun it goes to its end.

        Args:
            address: as a person types it; empty for the one that is found.
            code: the same.

        Raises:
            Refused: `household.*`: nothing was joined.
            ServerAway: nobody answers there.
            ProfileUnusable: it could not be kept.
        """
        async with self._joining:
            if self._choices.get().household is not None:
                raise Refused("household.joined_already")
            read = read_code(code)
            if read is None:
                raise Refused("household.code_malformed")
            place = _place(address.strip() or await self._only_one())
            # From the server's yes on it lists this computer, which is to know of it.
            return await to_its_end(self._join(place, read))

    async def leave(self) -> bool:
        """Leave the household; the server of this computer is used again from the next start on.

        Its server is told, where it can be reached. Once begun it goes to its end.

        Returns:
            Whether it lists this computer no longer; else an entry stays, which nobody can use.

        Raises:
            Refused: `household.not_joined`, `household.signed_in`.
            ProfileUnusable: it could not be kept.
        """
        async with self._joining:
            joined = self._choices.get().household
            if joined is None:
                raise Refused("household.not_joined")
            if self._used == joined.pin and self._is_signed_in():
                raise Refused("household.signed_in")
            return await to_its_end(self._leave(joined))

    async def _join(self, place: ServerAddress, code: str) -> JoinedHousehold:
        # Before anything is said: whoever could not keep it would use up the code in vain.
        if not await self._keychain_of(place.key).has_store():
            raise Refused("household.keyring_none")
        bond = await join_household(place.url, code, system=self._system)
        keychain = self._keychain_of(place._replace(pin=bond.pin).key)
        if await keychain.put(NAME, bond_text(bond)) is not Kept.KEYRING:
            await leave_household(place.url, bond)
            raise Refused("household.keyring_none")
        joined = JoinedHousehold(place.url, bond.pin)
        try:
            await self._choices.change(self._choices.get()._replace(household=joined))
        except ProfileUnusable:
            # Else the next start knew of no home, and that one of a computer which nobody uses.
            await keychain.drop(NAME)
            await leave_household(place.url, bond)
            with suppress(ProfileUnusable):
                await self._choices.change(self._choices.get()._replace(household=None))
            raise
        return joined

    async def _leave(self, joined: JoinedHousehold) -> bool:
        place = read_household_address(joined.url)._replace(pin=joined.pin)
        keychain = self._keychain_of(place.key)
        is_told = await _told(place, await keychain.get(NAME))
        # Before it is shown: whoever sees that it was left may close the program at once.
        await keychain.drop(NAME)
        self._is_left = self._is_left or joined.pin == self._used
        await self._choices.change(self._choices.get()._replace(household=None))
        return is_told

    async def _only_one(self) -> str:
        found = await self._search("")
        if not found:
            raise Refused("household.none_found")
        if len(found) > 1:
            addresses = ", ".join(each.address for each in found)
            raise Refused("household.several_found", addresses=addresses)
        return found[0].address
