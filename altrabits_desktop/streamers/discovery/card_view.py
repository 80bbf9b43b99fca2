"""The network cards as they were when they were looked at last, and which of them are wanted."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import CardUnknown
from altrabits_desktop.runtime.networks import Network, networks_here
from altrabits_desktop.streamers.discovery.adapters import card_names, choose, network_cards
from altrabits_desktop.streamers.neighbourhood import subnet_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.contract.streamers import NetworkCard

logger = logging.getLogger(__name__)


class CardSource(NamedTuple):
    """What the system tells of cards and networks; each is called on a thread of the pool."""

    cards: Callable[[], tuple[NetworkCard, ...]] = network_cards
    """Gives all cards that are up."""
    names: Callable[[], frozenset[str]] = card_names
    """Gives the names of all cards, up or not."""
    networks: Callable[[], tuple[Network, ...]] = networks_here
    """Gives the networks of this computer, as far as the system tells."""


SYSTEM = CardSource()
"""The system's own word."""


class CardView:
    """Owned by discovery, on its loop.

    Args:
        wanted: names or addresses of the cards to look on; all when empty.
        source: what the system tells.
    """

    def __init__(self, wanted: tuple[str, ...], *, source: CardSource) -> None:
        self._wanted = wanted
        self._named = frozenset(wanted)
        self._source = source
        self._present: tuple[NetworkCard, ...] = ()
        self._names: frozenset[str] = frozenset()
        self._networks: tuple[Network, ...] = ()

    async def look(self) -> None:
        """Look at the cards; what cannot be listed stays as it was."""
        try:
            self._present, self._names, self._networks = await asyncio.to_thread(
                lambda: (self._source.cards(), self._source.names(), self._source.networks())
            )
        except OSError:
            logger.info("the network cards cannot be listed")

    @property
    def is_narrowed(self) -> bool:
        """Whether some cards were chosen, and the others are left alone."""
        return bool(self._wanted)

    def want(self, wanted: tuple[str, ...]) -> tuple[NetworkCard, ...]:
        """Want these from now on; all when empty. Gives those of them that are up.

        Raises:
            CardUnknown: a card that does not exist; nothing was changed.
        """
        chosen = choose(self._present, wanted, names=self._names)
        self._wanted = wanted
        self._named |= frozenset(wanted)
        return chosen

    def first(self) -> tuple[NetworkCard, ...]:
        """Give the wanted cards that are up, at the start.

        Raises:
            CardUnknown: a wanted card does not exist.
        """
        return choose(self._present, self._wanted, names=self._names)

    def chosen(self) -> tuple[NetworkCard, ...]:
        """Give the wanted cards that are up."""
        try:
            return self.first()
        except CardUnknown:
            # It was there at the start, so it was taken out; it may come back.
            return ()

    def available(self) -> tuple[NetworkCard, ...]:
        """Give the cards that could be looked on: the usual ones, and those ever named.

        One that was named stays in the list, so that leaving it can be undone.
        """
        return tuple(
            card
            for card in self._present
            if card.is_usual or card.name in self._named or card.address in self._named
        )

    def networks_of(self, cards: Iterable[NetworkCard]) -> tuple[Network, ...]:
        """Give the network of each card, by its subnet alone where the system tells no more."""
        networks: dict[Network, None] = {}
        for card in cards:
            bare = Network(str(subnet_of(card)))
            told = (one for one in self._networks if one.subnet == bare.subnet)
            networks[next(told, bare)] = None
        return tuple(networks)

    @property
    def has_network(self) -> bool:
        """Whether any card is up that is usually looked on."""
        return bool(choose(self._present, ()))
