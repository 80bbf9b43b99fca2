"""The part of the network that is looked on now: written by discovery, read by who connects."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING

from altrabits_desktop.contract.limits import STREAMERS_LISTED
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.streamers.reach import LinkScope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.contract.streamers import NetworkCard, Streamer
    from altrabits_desktop.streamers.reach import Reachable

_TYPED_KEPT = 64


class Neighbourhood:
    """Subnets of the chosen cards, and single addresses that a person typed; main thread."""

    def __init__(self) -> None:
        self._subnets: tuple[IPv4Network, ...] = ()
        self._cards: tuple[NetworkCard, ...] = ()
        self._card_names: frozenset[str] = frozenset()
        self._links: tuple[LinkScope, ...] = ()
        self._typed: dict[IPv4Network, None] = {}
        self._is_here: dict[str, bool] = {}
        """Addresses that were asked about: those of a full list are, several times a second."""

    @property
    def subnets(self) -> tuple[IPv4Network, ...]:
        """Give all subnets, and what was typed beside them."""
        return (*self._subnets, *self._typed)

    @property
    def reachable(self) -> tuple[Reachable, ...]:
        """Give everything that may be contacted (`reach.may_reach`)."""
        return (*self.subnets, *self._links)

    def use(self, cards: Iterable[NetworkCard]) -> None:
        """Look on the subnets of these cards from now on."""
        self._is_here.clear()
        self._cards = tuple(cards)
        self._subnets = tuple(subnet_of(card) for card in self._cards)
        self._card_names = frozenset(card.name for card in self._cards)
        self._links = tuple(LinkScope(index) for index in {c.index for c in self._cards} if index)

    def admit(self, address: str) -> None:
        """Let one more address in, because a person typed it; the oldest of many goes.

        Raises:
            ValueError: no IPv4 literal.
        """
        self._typed[IPv4Network(address)] = None
        self._is_here.clear()
        while len(self._typed) > _TYPED_KEPT:
            self._typed.pop(next(iter(self._typed)))

    def withdraw(self, address: str) -> None:
        """Let an address in no more that a person typed, and has forgotten since."""
        self._typed.pop(IPv4Network(address), None)
        self._is_here.clear()

    def forget_typed(self) -> None:
        """Let in nothing that was typed any more: in another network it is somebody else's."""
        self._typed.clear()
        self._is_here.clear()

    def is_cut_off(self, streamer: Streamer) -> bool:
        """Whether this computer is in no network any more in which it heard a streamer.

        What was typed is beyond a router, so any card leads there.
        """
        if streamer.origin is not Origin.LAN or not streamer.is_heard:
            return False
        try:
            return not self._subnets or not self._has(streamer.address)
        except ValueError:
            return streamer.card_name is not None and streamer.card_name not in self._card_names

    def _has(self, address: str) -> bool:
        if address not in self._is_here:
            single = IPv4Address(address)
            if len(self._is_here) >= STREAMERS_LISTED:
                self._is_here.clear()
            self._is_here[address] = any(single in subnet for subnet in self.subnets)
        return self._is_here[address]

    def own_address(self, address: str) -> str | None:
        """Give this computer's own address on the segment of another; None for one elsewhere."""
        other = IPv4Address(address)
        here = (card.address for card in self._cards if other in subnet_of(card))
        return next(here, None)

    def is_local(self, address: str) -> bool:
        """Whether an address lies in the subnet of a card that is looked on."""
        single = IPv4Network(address)
        return any(single.subnet_of(subnet) for subnet in self._subnets)


def subnet_of(card: NetworkCard) -> IPv4Network:
    """Give the subnet of a card's address."""
    return IPv4Network((card.address, card.prefix_length), strict=False)
