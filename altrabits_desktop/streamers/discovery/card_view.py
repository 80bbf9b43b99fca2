"""The network cards as they were when they were looked at last, and which of them are wanted."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import CardUnknown
from altrabits_desktop.streamers.discovery.adapters import choose

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import NetworkCard

logger = logging.getLogger(__name__)


class CardView:
    """Owned by discovery, on its loop.

    Args:
        wanted: names or addresses of the cards to look on; all when empty.
        enumerate_cards: gives all cards that are up; called on a thread of the pool.
        enumerate_names: gives the names of all cards, up or not; the same.
    """

    def __init__(
        self,
        wanted: tuple[str, ...],
        *,
        enumerate_cards: Callable[[], tuple[NetworkCard, ...]],
        enumerate_names: Callable[[], frozenset[str]],
    ) -> None:
        self._wanted = wanted
        self._named = frozenset(wanted)
        self._enumerate_cards = enumerate_cards
        self._enumerate_names = enumerate_names
        self._present: tuple[NetworkCard, ...] = ()
        self._names: frozenset[str] = frozenset()

    async def look(self) -> None:
        """Look at the cards; what cannot be listed stays as it was."""
        try:
            self._present, self._names = await asyncio.to_thread(
                lambda: (self._enumerate_cards(), self._enumerate_names())
            )
        except OSError:
            logger.info("the network cards cannot be listed")

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

    @property
    def has_network(self) -> bool:
        """Whether any card is up that is usually looked on."""
        return bool(choose(self._present, ()))
