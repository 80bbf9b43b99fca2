"""Searches UPnP devices by SSDP and hears their notices."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedDatagram
from altrabits_desktop.contract.limits import SSDP_DATAGRAM_BYTES, STREAMERS_LISTED
from altrabits_desktop.contract.link_local import scope_of
from altrabits_desktop.contract.streamers import CardKind, HeardBy, ProtocolReport, ProtocolStatus
from altrabits_desktop.streamers.discovery.description import Description, with_reachable_page
from altrabits_desktop.streamers.discovery.description_queue import Order
from altrabits_desktop.streamers.discovery.description_reader import DescriptionReader, Outcome
from altrabits_desktop.streamers.discovery.device_types import DeviceTypes
from altrabits_desktop.streamers.discovery.listener import Tally
from altrabits_desktop.streamers.discovery.ssdp import (
    GROUP,
    PORT,
    Kind,
    SsdpMessage,
    goodbye_of,
    parse_ssdp,
    search_message,
    sighting_of,
)
from altrabits_desktop.streamers.discovery.ssdp_on_link import (
    LINK_GROUP,
    SsdpOnLink,
    scoped_location,
)
from altrabits_desktop.streamers.discovery.subnets import Subnets
from altrabits_desktop.streamers.discovery.udp import (
    WILDCARD,
    Reception,
    Source,
    Wish,
    join_group,
    open_socket,
)
from altrabits_desktop.streamers.reach import may_reach

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterable

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.discovery.description_reader import OpenedFetch
    from altrabits_desktop.streamers.neighbourhood import Neighbourhood
    from altrabits_desktop.streamers.sighting import Deliver

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Link:
    """A socket of its own port on one card: questions leave by it, answers come back to it."""

    card: NetworkCard
    reception: Reception


@dataclass(frozen=True, slots=True)
class _Announced:
    """The latest message of a device while its description is on the way."""

    message: SsdpMessage
    sender: str
    card: NetworkCard


class SsdpListener:
    """Keeps `Listener` for SSDP.

    Args:
        clock: for instants and time limits.
        fetch: how descriptions are fetched.
        neighbourhood: what may be contacted.
        device_types: UPnP device types to search for; words that are none are left out.
        group: the multicast group of notices and questions.
        port: its port.
    """

    protocol = HeardBy.SSDP

    def __init__(
        self,
        *,
        clock: Clock,
        fetch: OpenedFetch,
        neighbourhood: Neighbourhood,
        device_types: Iterable[str],
        group: str = GROUP,
        port: int = PORT,
    ) -> None:
        self._clock = clock
        self._neighbourhood = neighbourhood
        self._wanted = DeviceTypes(device_types)
        self._group = group
        self._port = port
        self._tally = Tally(HeardBy.SSDP)
        self._cards: tuple[NetworkCard, ...] = ()
        self._deliver: Deliver | None = None
        self._subnets = Subnets()
        self._links: tuple[_Link, ...] = ()
        self._notices: Reception | None = None
        self._on_link = SsdpOnLink(take=self._take_on_link, steady_s=clock.steady_s, port=port)
        self._reader = DescriptionReader(
            fetch=fetch, clock=clock, wanted=self._wanted, done=self._described
        )
        self._announced: dict[Order, _Announced] = {}
        self._senders: dict[str, str] = {}
        # Bound to the group alone, we take no other program's unicast; Windows cannot do that.
        self._home = WILDCARD if sys.platform == "win32" else group

    async def start(self, cards: tuple[NetworkCard, ...], deliver: Deliver) -> None:
        """Listen on these cards; what cannot be opened is said in the report."""
        await self.stop()
        self._cards, self._deliver = cards, deliver
        self._subnets = Subnets(cards)
        await self._open()

    async def ask(self) -> None:
        """Search on all cards, by one question for each type."""
        if not self._links and self._deliver is not None:
            await self._open()
        questions = self._questions(self._group)
        refusals = [
            link.reception.send(question, to=(self._group, self._port))
            for link in self._links
            for question in questions
        ]
        self._tally.asked(refusals, error_code="ssdp.not_sent")
        self._on_link.ask(self._questions(f"[{LINK_GROUP}]"))

    async def ask_address(self, address: str, *, is_kept: bool = True) -> None:  # noqa: ARG002 # nothing is kept
        """Search at one address on a chosen card, as UPnP 1.1 and later allow."""
        card = self._subnets.card_of(address)
        for link in self._links:
            if link.card == card:
                for question in self._questions(address):
                    link.reception.send(question, to=(address, self._port))

    def forget_address(self, address: str) -> None:
        """Do nothing, as none is kept."""

    def forget_addresses(self) -> None:
        """Do nothing, as none is kept."""

    async def stop(self) -> None:
        """Close all sockets and drop descriptions that are on the way."""
        self._deliver = None
        # The sockets first: while the fetches end, what they hear would order new ones.
        for link in self._links:
            link.reception.stop()
        if self._notices is not None:
            self._notices.stop()
        self._on_link.stop()
        self._links, self._notices = (), None
        await self._reader.stop()
        self._announced.clear()
        self._senders.clear()
        self._tally.stopped()

    def report(self) -> ProtocolReport:
        """Give what was asked and heard."""
        return self._tally.report()

    def _questions(self, host: str) -> list[bytes]:
        return [
            search_message(host=host, port=self._port, target=target)
            for target in self._wanted.searched
        ]

    async def _open(self) -> None:
        links: list[_Link] = []
        for card in self._cards:
            try:
                opened = open_socket(
                    Wish(address=card.address, port=0, groups_through=card.address)
                )
            except OSError as error:
                self._fail(error)
                continue
            links.append(_Link(card, await self._receive(opened)))
        self._links = tuple(links)
        if links:
            self._tally.listens()
            await self._open_notices()
            await self._on_link.start(card.index for card in self._cards)

    def _fail(self, error: OSError) -> None:
        if self._tally.status is not ProtocolStatus.FAILED:
            logger.info("ssdp: a card cannot be used")
        self._tally.failed("ssdp.unavailable", error)

    async def _open_notices(self) -> None:
        """Hear notices too; without them questions still find everybody."""
        try:
            opened = open_socket(Wish(address=self._home, port=self._port, is_port_shared=True))
        except OSError:
            logger.info("ssdp: another program keeps the port of notices to itself")
            return
        for card in self._cards:
            try:
                join_group(opened, group=self._group, address=card.address)
            except OSError:
                logger.info("ssdp: a card takes no multicast")
        self._notices = await self._receive(opened)

    async def _receive(self, opened: socket.socket) -> Reception:
        reception = Reception(
            opened,
            take=self._take,
            most_bytes=SSDP_DATAGRAM_BYTES,
            steady_s=self._clock.steady_s,
        )
        await reception.start()
        return reception

    def _take_on_link(self, datagram: bytes, source: Source) -> None:
        """Hear an answer by IPv6, of a device that nothing was heard of by IPv4."""
        if self._subnets.card_of(source[0]) is not None:
            self._take(datagram, source)

    def _take(self, datagram: bytes, source: Source) -> None:
        sender = source[0]
        card = self._subnets.card_of(sender)
        if card is None:
            self._tally.refused += 1
            return
        try:
            message = parse_ssdp(datagram, wanted=self._wanted)
        except MalformedDatagram:
            self._tally.malformed += 1
            return
        if message.kind is Kind.OTHER or self._is_known_by_ipv4(message, sender=sender):
            return
        self._tally.heard += 1
        if message.kind is Kind.BYEBYE:
            self._tell_goodbye(message, sender=sender)
        else:
            location = scoped_location(message.location or "", sender=sender)
            self._look_at(_Announced(replace(message, location=location), sender, card))

    def _is_known_by_ipv4(self, message: SsdpMessage, *, sender: str) -> bool:
        if scope_of(sender) is None:
            return False
        senders = {
            each.sender for each in self._announced.values() if each.message.udn == message.udn
        }
        senders.add(self._senders.get(message.udn or "", sender))
        return any(scope_of(each) is None for each in senders)

    def _tell_goodbye(self, message: SsdpMessage, *, sender: str) -> None:
        if self._senders.get(message.udn or "") != sender:
            self._tally.refused += 1
        elif self._deliver is not None:
            self._deliver(goodbye_of(message, sender=sender, heard_at=self._clock.now()))

    def _remember_sender(self, announced: _Announced) -> None:
        """Keep who speaks for a device; only that one may say its goodbye."""
        udn = announced.message.udn or ""
        self._senders.pop(udn, None)
        self._senders[udn] = announced.sender
        while len(self._senders) > STREAMERS_LISTED:
            self._senders.pop(next(iter(self._senders)))

    def _look_at(self, announced: _Announced) -> None:
        location = announced.message.location or ""
        is_loopback_allowed = announced.card.kind is CardKind.LOOPBACK
        refusal = may_reach(
            location,
            address=announced.sender,
            subnets=self._neighbourhood.reachable,
            is_loopback_allowed=is_loopback_allowed,
        )
        if refusal is not None:
            self._tally.refused += 1
            return
        order = Order(
            address=announced.sender,
            location=location,
            udn=announced.message.udn,
            configuration=announced.message.configuration,
            is_loopback_allowed=is_loopback_allowed,
        )
        result = self._reader.get(order)
        if result is Outcome.WAITING:
            self._announced[order] = announced
        elif isinstance(result, Description):
            self._tell(announced, result, order=order)
        else:
            self._tally.refused += 1

    def _described(self, order: Order, result: Description | Outcome) -> None:
        announced = self._announced.pop(order, None)
        if result is Outcome.MALFORMED:
            self._tally.malformed += 1
        elif result is Outcome.REFUSED:
            self._tally.refused += 1
        if announced is not None and isinstance(result, Description):
            self._tell(announced, result, order=order)

    def _tell(self, announced: _Announced, description: Description, *, order: Order) -> None:
        if self._deliver is None:
            return
        self._remember_sender(announced)
        reachable = with_reachable_page(
            description,
            address=announced.sender,
            subnets=self._neighbourhood.reachable,
            is_loopback_allowed=order.is_loopback_allowed,
        )
        self._deliver(
            sighting_of(
                announced.message,
                reachable,
                sender=announced.sender,
                heard_at=self._clock.now(),
                card_name=announced.card.name,
            )
        )
