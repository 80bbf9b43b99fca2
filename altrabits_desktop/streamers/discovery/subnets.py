"""On which chosen card a datagram was heard, by its source; quick enough for a flood."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.link_local import scope_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.contract.streamers import NetworkCard

_ADDRESS_BITS = 32


@dataclass(frozen=True, slots=True)
class _Range:
    first: int
    mask: int
    card: NetworkCard


class Subnets:
    """The subnets of some cards, the narrowest first; immutable."""

    def __init__(self, cards: Iterable[NetworkCard] = ()) -> None:
        self._ranges = tuple(
            _range(card) for card in sorted(cards, key=lambda c: c.prefix_length, reverse=True)
        )
        self._by_index = {each.card.index: each.card for each in self._ranges if each.card.index}

    def card_of(self, address: str) -> NetworkCard | None:
        """Give the card in whose subnet, or on whose link, an address lies; None for none."""
        number = _number(address)
        if number is None:
            return self._by_index.get(scope_of(address) or 0)
        for candidate in self._ranges:
            if number & candidate.mask == candidate.first:
                return candidate.card
        return None


def _range(card: NetworkCard) -> _Range:
    mask = (1 << _ADDRESS_BITS) - (1 << (_ADDRESS_BITS - card.prefix_length))
    number = int.from_bytes(socket.inet_aton(card.address), "big")
    return _Range(number & mask, mask, card)


def _number(address: str) -> int | None:
    try:
        return int.from_bytes(socket.inet_aton(address), "big")
    except OSError:
        return None
