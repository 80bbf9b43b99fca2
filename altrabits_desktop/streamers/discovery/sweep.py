"""Asks every address beside the computer's own, for networks that lose what is sent to all.

Only in the subnets of the cards that are looked on, and only when a person wants it.
"""

from __future__ import annotations

import asyncio
from ipaddress import IPv4Address, IPv4Network
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.streamers.knocking import knock_in_passing

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.discovery.probe import Probe
    from altrabits_desktop.streamers.knocking import Knock
    from altrabits_desktop.streamers.sighting import Deliver, Sighting

AT_ONCE = 64
"""Addresses that are asked at the same time."""
PROBED_AT_ONCE = 4
"""Of them, those that are asked for what they are (R7)."""
PREFIX_LEAST = 24
"""In a larger subnet only its part with the computer's own address is asked."""
ADDRESSES_MOST = 1024
_POINT_TO_POINT = 31
_LISTEN_S = 1.5
"""How long late answers are waited for after the last address."""


def addresses_of(cards: Iterable[NetworkCard]) -> tuple[str, ...]:
    """Give every address beside the cards' own that a neighbour may have; pure.

    At most 254 a card, and 1,024 in all.
    """
    own = [card for card in cards if card.prefix_length < _POINT_TO_POINT]
    mine = {card.address for card in own}
    found = dict.fromkeys(
        str(host) for card in own for host in _neighbours(card) if str(host) not in mine
    )
    return tuple(found)[:ADDRESSES_MOST]


def _neighbours(card: NetworkCard) -> Iterator[IPv4Address]:
    whole = IPv4Network((card.address, card.prefix_length), strict=False)
    prefix = max(card.prefix_length, PREFIX_LEAST)
    part = IPv4Network((card.address, prefix), strict=False)
    ends = {whole.network_address, whole.broadcast_address}
    return (host for host in part if host not in ends)


class Sweep:
    """One after the other, each over the cards of that moment; on the loop of discovery.

    Args:
        clock: for the wait at the end.
        probe: asks for what answers on port 80.
        deliver: takes what the probe finds; what answers otherwise is heard by the listeners.
        ask: asks an address by all listeners.
        is_local: whether an address still lies in the subnet of a card that is looked on.
        knock: tells whether port 80 of an address is open; within about a second.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        probe: Probe,
        deliver: Deliver,
        ask: Callable[[str], Awaitable[None]],
        is_local: Callable[[str], bool],
        knock: Knock = knock_in_passing,
    ) -> None:
        self._clock = clock
        self._probe = probe
        self._knock = knock
        self._deliver = deliver
        self._ask = ask
        self._is_local = is_local
        self._asked: set[str] = set()
        self._answered: set[str] = set()
        self._probing = asyncio.Semaphore(PROBED_AT_ONCE)

    def hear(self, sighting: Sighting) -> None:
        """Count an answer of an address that was asked."""
        if sighting.address in self._asked and sighting.product is not None:
            self._answered.add(sighting.address)

    async def run(self, cards: Iterable[NetworkCard], report: Callable[[int, int], None]) -> int:
        """Ask all of them; give how many of them are streamers'. Ends at once when cancelled.

        Some 5 s for 254 addresses where most are nobody's.

        Args:
            cards: those that are looked on.
            report: told after each address how many were asked, and of how many.
        """
        addresses = addresses_of(cards)
        self._asked, self._answered = set(), set()
        report(0, len(addresses))
        waiting = iter(addresses)

        async def go_on() -> None:
            for address in waiting:
                self._asked.add(address)
                await self._ask_one(address)
                report(len(self._asked), len(addresses))

        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(AT_ONCE, len(addresses))):
                    group.create_task(go_on())
            if addresses:
                await self._clock.sleep(_LISTEN_S)
            return len(self._answered)
        finally:
            self._asked = set()

    async def _ask_one(self, address: str) -> None:
        if not self._is_local(address):
            # Its card has gone meanwhile: a question would leave by another one.
            return
        await self._ask(address)
        try:
            await self._knock(address)
            async with self._probing:
                sighting = await self._probe.ask(address, port=None)
        except AltraBitsError:
            # Nobody is there, or something else than a streamer has a page.
            return
        self._answered.add(address)
        self._deliver(sighting)
