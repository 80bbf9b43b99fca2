"""The house as the person owns it: their streamers, also unheard ones, in the network of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.app.lifetime import Part
from altrabits_desktop.runtime.changes import Topic

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.app.homing import AnyServer
    from altrabits_desktop.app.wiring import House
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.runtime.networks import Network


class TypedAgain:
    """Asks what was typed in a network before, once each time this computer is in it.

    Args:
        house: what is around.
        keep: runs a coroutine until it is done (`Lifetime.keep`).
    """

    def __init__(
        self, house: House, *, keep: Callable[[Coroutine[object, object, None]], None]
    ) -> None:
        self._house = house
        self._keep = keep
        self._asked_in: tuple[Network, ...] = ()
        self._unsubscribe: Callable[[], None] | None = None

    def part(self) -> Part:
        """Give it as a part of a life: it follows the house's feed between start and stop."""
        return Part("typed addresses", start=self._start, stop=self._stop)

    def _start(self) -> None:
        self._unsubscribe = self._house.feed.subscribe(self._follow)

    async def _stop(self) -> None:
        if self._unsubscribe is not None:
            self._unsubscribe()

    def _follow(self, changes: Changes) -> None:
        here = self._house.roaming.here
        if not changes.topics & (Topic.HOME | Topic.FINDING) or here == self._asked_in:
            return
        # Before somebody is known to be signed in there is nothing: it is looked again then.
        if self._house.finding.typed():
            self._asked_in = here
            self._keep(self._house.finding.try_typed())


def remember_networks(house: House, server: AnyServer) -> None:
    """Let what was typed in each network be kept with the account, for whoever is signed in."""
    networks = server.home.records.networks
    networks.here = lambda: house.roaming.here
    networks.owned = lambda: tuple(one.id for one in server.home.records.listed or ())
    house.finding.memory = networks
