"""Hears Announce replies on UDP port 30303 and asks for them.

Source: docs/protocols/announce.md, "Transport" and "Sockets: what goes wrong".
"""

from __future__ import annotations

import asyncio
import errno
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedDatagram
from altrabits_desktop.contract.limits import ANNOUNCE_DATAGRAM_BYTES, STREAMERS_LISTED
from altrabits_desktop.contract.streamers import HeardBy, ProtocolReport, ProtocolStatus
from altrabits_desktop.streamers.discovery.announce import (
    PORT,
    REQUEST,
    is_request,
    parse_announce,
    sighting_of,
)
from altrabits_desktop.streamers.discovery.listener import Tally
from altrabits_desktop.streamers.discovery.subnets import Subnets
from altrabits_desktop.streamers.discovery.udp import (
    WILDCARD,
    Reception,
    Source,
    Wish,
    open_socket,
)

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.sighting import Deliver

logger = logging.getLogger(__name__)

# EACCES is what Windows says of a port that another program holds for itself alone.
_TAKEN = frozenset({errno.EADDRINUSE, errno.EACCES})
_SENDS_PER_TURN = 64
_UNANSWERED_MOST = 3
"""Anybody can forge a sender: one that does not answer is asked no more than this by itself."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A socket bound to a card's own address: it sends there, and hears unicast replies."""

    card: NetworkCard
    reception: Reception


@dataclass(slots=True)
class _Acquaintance:
    """An address that is also asked by itself while it does not answer the broadcast."""

    heard_at_s: float
    is_typed: bool = False
    unanswered: int = 0
    """Questions to it alone since it was last heard."""


class AnnounceListener:
    """Keeps `Listener` for Announce.

    Args:
        clock: for instants and time limits.
        port: both the port that is listened on and the one that is asked.
    """

    protocol = HeardBy.ANNOUNCE

    def __init__(self, *, clock: Clock, port: int = PORT) -> None:
        self._clock = clock
        self._port = port
        self._tally = Tally(HeardBy.ANNOUNCE)
        self._cards: tuple[NetworkCard, ...] = ()
        self._deliver: Deliver | None = None
        self._subnets = Subnets()
        self._everywhere: Reception | None = None
        self._links: tuple[_Link, ...] = ()
        self._known: dict[str, _Acquaintance] = {}
        self._asked_at_s = float("-inf")

    async def start(self, cards: tuple[NetworkCard, ...], deliver: Deliver) -> None:
        """Listen on the port; taken ports are said in the report."""
        await self.stop()
        self._cards = cards
        self._deliver = deliver
        self._subnets = Subnets(cards)
        await self._open()

    async def ask(self) -> None:
        """Ask all by broadcast, and those by name who did not answer the question before."""
        if self._everywhere is None and self._deliver is not None:
            await self._open()
        if self._everywhere is None:
            return
        silent = self._silent()
        self._asked_at_s = self._clock.steady_s()
        refusals = [
            link.reception.send(REQUEST, to=(link.card.broadcast, self._port))
            for link in self._links
        ]
        self._tally.asked(refusals, error_code="announce.not_sent")
        for number, address in enumerate(silent, 1):
            self._ask_one(address)
            if number % _SENDS_PER_TURN == 0:
                await asyncio.sleep(0)

    async def ask_address(self, address: str, *, is_kept: bool = True) -> None:
        """Ask one address, now and, if it is kept, with every further question."""
        if is_kept:
            self._remember(address, heard_at_s=float("-inf"), is_typed=True)
        if self._everywhere is not None:
            self._ask_one(address)

    def forget_address(self, address: str) -> None:
        """Ask an address no more because it was typed; who is heard here stays known."""
        known = self._known.get(address)
        if known is None:
            return
        known.is_typed = False
        is_heard = known.heard_at_s > float("-inf")
        if not is_heard or self._subnets.card_of(address) is None:
            del self._known[address]

    def forget_addresses(self) -> None:
        """Ask nobody by their address any more: in another network it is somebody else's."""
        self._known.clear()

    async def stop(self) -> None:
        """Close all sockets."""
        for link in self._links:
            link.reception.stop()
        if self._everywhere is not None:
            self._everywhere.stop()
        self._links, self._everywhere = (), None
        self._deliver = None
        self._tally.stopped()

    def report(self) -> ProtocolReport:
        """Give what was sent and heard."""
        return self._tally.report()

    async def _open(self) -> None:
        try:
            self._everywhere = await self._receive(WILDCARD)
        except OSError as error:
            if self._tally.status is not ProtocolStatus.FAILED:
                logger.info("announce: cannot listen: %s", errno.errorcode.get(error.errno or 0))
            code = "port_taken" if error.errno in _TAKEN else "unavailable"
            self._tally.failed(f"announce.{code}", error)
            return
        links: list[_Link] = []
        for card in self._cards:
            try:
                links.append(_Link(card, await self._receive(card.address)))
            except OSError:
                # The card went away just now; the others stay, and the next look notices.
                logger.info("announce: a card cannot be used")
        self._links = tuple(links)
        self._tally.listens()

    async def _receive(self, address: str) -> Reception:
        reception = Reception(
            open_socket(Wish(address=address, port=self._port)),
            take=self._take,
            most_bytes=ANNOUNCE_DATAGRAM_BYTES,
            steady_s=self._clock.steady_s,
        )
        await reception.start()
        return reception

    def _take(self, datagram: bytes, source: Source) -> None:
        if is_request(datagram) or self._deliver is None:
            return
        sender = source[0]
        card = self._subnets.card_of(sender)
        if card is None and not self._is_typed(sender):
            self._tally.refused += 1
            return
        try:
            record = parse_announce(datagram)
        except MalformedDatagram:
            self._tally.malformed += 1
            return
        if record is None:
            return
        self._tally.heard += 1
        self._tally.refused += record.product is None
        if record.product is not None:
            self._remember(sender, heard_at_s=self._clock.steady_s())
        self._deliver(
            sighting_of(
                record,
                sender=sender,
                heard_at=self._clock.now(),
                card_name=card.name if card else None,
            )
        )

    def _is_typed(self, address: str) -> bool:
        known = self._known.get(address)
        return known is not None and known.is_typed

    def _remember(self, address: str, *, heard_at_s: float, is_typed: bool = False) -> None:
        known = self._known.get(address)
        if known is not None:
            known.heard_at_s = max(known.heard_at_s, heard_at_s)
            known.is_typed = known.is_typed or is_typed
            known.unanswered = 0
        elif is_typed or len(self._known) < STREAMERS_LISTED:
            self._known[address] = _Acquaintance(heard_at_s, is_typed)

    def _silent(self) -> list[str]:
        """Give who is asked by itself now, and forget who was so in vain."""
        silent = [
            address
            for address, known in self._known.items()
            if known.heard_at_s < self._asked_at_s or known.is_typed
        ]
        for address in silent:
            known = self._known[address]
            known.unanswered += 1
            if known.unanswered >= _UNANSWERED_MOST and not known.is_typed:
                del self._known[address]
        return silent

    def _ask_one(self, address: str) -> None:
        card = self._subnets.card_of(address)
        fitting = (link.reception for link in self._links if link.card == card)
        # Whatever it is sent from, the source port is the one that the protocol demands.
        reception = next(fitting, self._everywhere)
        if reception is not None:
            reception.send(REQUEST, to=(address, self._port))
