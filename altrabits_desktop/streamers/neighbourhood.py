"""The part of the network that is looked on now: written by discovery, read by who connects."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.contract.streamers import NetworkCard

_TYPED_KEPT = 64


class Neighbourhood:
    """Subnets of the chosen cards, and single addresses that a person typed; main thread."""

    def __init__(self) -> None:
        self._subnets: tuple[IPv4Network, ...] = ()
        self._cards: tuple[NetworkCard, ...] = ()
        self._typed: dict[IPv4Network, None] = {}

    @property
    def subnets(self) -> tuple[IPv4Network, ...]:
        """Give everything that may be contacted (`reach.may_reach`)."""
        return (*self._subnets, *self._typed)

    def use(self, cards: Iterable[NetworkCard]) -> None:
        """Look on the subnets of these cards from now on."""
        self._cards = tuple(cards)
        self._subnets = tuple(subnet_of(card) for card in self._cards)

    def admit(self, address: str) -> None:
        """Let one more address in, because a person typed it; the oldest of many goes.

        Raises:
            ValueError: no IPv4 literal.
        """
        self._typed[IPv4Network(address)] = None
        while len(self._typed) > _TYPED_KEPT:
            self._typed.pop(next(iter(self._typed)))

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
