"""Keeps contact with a server that runs elsewhere, and the person's membership of it.

No server is started here. While that one is away it is asked again after pauses that grow, and at
once when the person does something that needs it. Whatever goes wrong here is said and ends
nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.errors import AltraBitsError, ProfileUnusable
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.runtime.backoff import pause_s
from altrabits_desktop.runtime.faults import tell_fault
from altrabits_desktop.sync.engine import FIRST_PAUSE_S, LONGEST_PAUSE_S

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Sequence

    from altrabits_desktop.actions.household import Household, HouseholdBond
    from altrabits_desktop.actions.membership import Membership
    from altrabits_desktop.contract.server_address import ServerAddress
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.runtime.keychain import Keychain
    from altrabits_desktop.runtime.late import Late

logger = logging.getLogger(__name__)

_MOVED = frozenset({"server.away", "household.certificate_changed"})
"""How a server looks that has another address now: nobody is at the old one, or somebody else."""


class ServerElsewhere:
    """One a profile; belongs to the loop of the window. Used like `HomeServer`.

    Args:
        address: where it is.
        keychain: where the membership keeps its token.
        clock: for pauses.
        chance: 0 to 1 at random, so that many clients do not come back together.
        bond: of a household that was joined; None for any other server.
    """

    home: Membership
    """Who is told; set once, before `bring_up`."""

    def __init__(
        self,
        address: ServerAddress,
        *,
        keychain: Keychain,
        clock: Clock,
        chance: Callable[[], float],
        bond: HouseholdBond | None = None,
    ) -> None:
        self.url, self.pin = address.url, address.pin
        self._bond = bond
        self.keychain = keychain
        self._clock = clock
        self._chance = chance
        self._trust: ssl.SSLContext | None = None
        self.household: Late[Household] | None = None
        """Tells where the household announces itself, once its address is another one."""
        self.is_up = asyncio.Event()
        """Set when it is known whether the server answers."""
        self._is_over = False
        self._working: asyncio.Task[None] | None = None
        """Seeks the server, then keeps contact with it."""

    async def bring_up(self) -> None:
        """Open what is kept and see whether the server answers, as far as it may be asked."""
        try:
            await self.home.start()
            if self._is_over:
                return
            self._trust = await self._bond.trust() if self._bond is not None else None
            self._working = asyncio.ensure_future(self._seek())
            await self._working
            self._working = asyncio.ensure_future(self._keep_contact())
            self._working.add_done_callback(tell_fault)
        except asyncio.CancelledError:
            if not self._is_over:
                raise
        except AltraBitsError as error:
            logger.warning("there is no way to the server: %s", error.code)
            self.home.lose(error.code)
        finally:
            self.is_up.set()

    async def stop(self) -> None:
        """End the contact and the membership."""
        self._is_over = True
        working, self._working = self._working, None
        if working is not None:
            working.cancel()
            await asyncio.wait((working,))
        await self.home.stop()

    async def _seek(self) -> None:
        await self.home.seek(Reached(self.url, trust=self._trust))
        if self.home.contact.is_lost.is_set() and await self._follow_move():
            await self.home.ask_anew()

    async def _follow_move(self) -> bool:
        """Go after the server of a household that was given another address, as routers do.

        Returns:
            Whether it was found at another one.
        """
        contact, bond = self.home.contact, self._bond
        if self.household is None or bond is None or contact.code not in _MOVED:
            return False
        household = self.household.get()
        others = tuple(url for url in await household.places() if url != self.url)
        url = await _first_there(bond, others)
        if not url:
            return False
        self.url = url
        contact.reached = Reached(url, trust=self._trust)
        try:
            await household.moved(url)
        except ProfileUnusable as error:
            logger.warning("where the server is now is not kept: %s", error.code)
        return True

    async def _keep_contact(self) -> None:
        """Ask a server that is away again and again, never in a hurry."""
        contact, tries = self.home.contact, 0
        while True:
            await contact.is_lost.wait()
            if self._is_left():
                self.home.lose("household.left")
                return
            if self._bond is not None and await self._bond.is_stranger_at(self.url, contact.code):
                # It is there and ends the handshake: it does not know this computer any more.
                contact.settle(ServerState.AWAY, "household.stranger")
            tries += 1
            await self._clock.sleep(
                pause_s(tries, first_s=FIRST_PAUSE_S, most_s=LONGEST_PAUSE_S, chance=self._chance())
            )
            if tries > 1:
                await self._follow_move()
            if contact.is_lost.is_set():
                await self.home.ask_anew()
            if not contact.is_lost.is_set():
                tries = 0

    def _is_left(self) -> bool:
        """Tell whether this computer has left the household since: there is nothing to ask then."""
        # Where nothing was asked of it so far, it was not left either.
        household = self.household.made if self.household is not None else None
        return self._bond is not None and household is not None and not household.report().is_used


async def _first_there(bond: HouseholdBond, urls: Sequence[str]) -> str:
    """Give where the server of a household answers first; nothing where it does nowhere.

    All are asked at once: whoever takes the call and says nothing holds no other up.
    """
    looks = {asyncio.ensure_future(bond.is_there(url)): url for url in urls}
    waiting = set(looks)
    try:
        while waiting:
            done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for look in done:
                if look.result():
                    return looks[look]
    finally:
        for look in looks:
            look.cancel()
        await asyncio.gather(*looks, return_exceptions=True)
    return ""
