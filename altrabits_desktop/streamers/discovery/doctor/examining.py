"""Measures everything at once, on a thread and a loop of its own; nothing of it is kept or sent."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Measurements, Names, Neighbour, Route, Router
from altrabits_desktop.streamers.discovery.adapters import network_cards
from altrabits_desktop.streamers.discovery.announce import PORT
from altrabits_desktop.streamers.discovery.doctor import neighbours as table
from altrabits_desktop.streamers.discovery.doctor.echo import echo_on
from altrabits_desktop.streamers.discovery.doctor.firewall import read_firewall
from altrabits_desktop.streamers.discovery.doctor.knocks import knock_at
from altrabits_desktop.streamers.discovery.doctor.links import read_links
from altrabits_desktop.streamers.discovery.doctor.names import ask_names
from altrabits_desktop.streamers.discovery.doctor.port_holders import port_holders
from altrabits_desktop.streamers.discovery.doctor.routes import gateways, way_into, way_out
from altrabits_desktop.streamers.discovery.doctor.strays import find_strays
from altrabits_desktop.streamers.neighbourhood import subnet_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.doctor import Echo
    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.streamers.discovery.doctor.knocks import Knocked

_CARDS_MOST = 4
"""Cards that are called and knocked on; a computer with more is no person's."""
_ROUTERS_MOST = 4
_ROUTER_PORTS = (80, 443, 53)
_PAGE_PORT = 80


@dataclass(frozen=True, slots=True)
class Examiner:
    """Measures for the doctor.

    Args:
        enumerate_cards: gives all cards that are up, tunnels and loopback among them.
        port: of the announcements.
    """

    enumerate_cards: Callable[[], tuple[NetworkCard, ...]] = network_cards
    port: int = PORT

    async def measure(
        self, cards: tuple[NetworkCard, ...], *, is_knocking: bool = True
    ) -> Measurements:
        """Give what can be measured on the cards that are looked on; at most 5 s.

        All of it runs on a thread of the pool; the caller's loop is free meanwhile.

        Args:
            cards: those.
            is_knocking: whether routers, neighbours and name servers are asked one by one; else
                nothing is sent but what a question to all is.
        """
        return await asyncio.to_thread(
            lambda: asyncio.run(self._measure(cards, is_knocking=is_knocking))
        )

    async def _measure(self, cards: tuple[NetworkCard, ...], *, is_knocking: bool) -> Measurements:
        begun_s = time.monotonic()
        present = await asyncio.to_thread(self._present)
        looked_on = cards[:_CARDS_MOST]
        real = tuple(card for card in looked_on if card.is_usual and not _is_inside(card))
        left_out = tuple(
            card
            for card in present
            # Who looks inside this computer alone has left the network out on purpose.
            if card.is_usual and card not in cards and (real or not cards)
        )
        links, holders, firewall = await asyncio.gather(
            asyncio.to_thread(read_links, present),
            asyncio.to_thread(port_holders, self.port),
            asyncio.to_thread(read_firewall, looked_on),
        )
        ways = await asyncio.to_thread(_ways, real, present)
        around, echoes, names, strays = await asyncio.gather(
            _look_around(_reached(real, ways.into) if is_knocking else ()),
            _call_on(looked_on, port=self.port),
            ask_names(real) if is_knocking else _unasked_names(),
            find_strays(real, left_out=left_out, port=self.port),
        )
        return Measurements(
            took_s=time.monotonic() - begun_s,
            links=links,
            left_out=left_out,
            way_out=ways.out,
            ways_in=tuple(ways.into.items()),
            routers=_with_names(around.routers, names),
            holders=holders,
            firewall=firewall,
            echoes=echoes,
            neighbours=around.neighbours,
            names=names,
            strays=strays,
            has_knocked=is_knocking,
        )

    def _present(self) -> tuple[NetworkCard, ...]:
        try:
            return self.enumerate_cards()
        except OSError:
            return ()


@dataclass(frozen=True, slots=True)
class _Ways:
    out: Route | None = None
    into: dict[str, Route] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Around:
    routers: tuple[Router, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()


def _is_inside(card: NetworkCard) -> bool:
    """Tell whether everything that is sent on a card stays in this computer, whatever its kind."""
    return IPv4Address(card.address).is_loopback


def _ways(real: tuple[NetworkCard, ...], present: tuple[NetworkCard, ...]) -> _Ways:
    if not real:
        return _Ways()
    return _Ways(way_out(present), {card.name: way_into(card, cards=present) for card in real})


def _reached(cards: tuple[NetworkCard, ...], ways: dict[str, Route]) -> tuple[NetworkCard, ...]:
    """Leave out cards whose network a VPN has taken: what is knocked at would be elsewhere."""
    return tuple(card for card in cards if ways[card.name].card_name == card.name)


async def _unasked_names() -> Names:
    return Names()


async def _call_on(cards: tuple[NetworkCard, ...], *, port: int) -> tuple[Echo, ...]:
    # One after the other: the sockets of one port on several cards would hear each other.
    return tuple([await echo_on(card, port=port) for card in cards])


async def _look_around(cards: tuple[NetworkCard, ...]) -> _Around:
    if not cards:
        return _Around()
    before, known = await asyncio.gather(
        asyncio.to_thread(table.read_entries), asyncio.to_thread(gateways)
    )
    routers = tuple(
        Router(address=address, card_name=card.name)
        for address, _name in known
        for card in cards
        if IPv4Address(address) in subnet_of(card)
    )[:_ROUTERS_MOST]
    addresses = [router.address for router in routers]
    wanted = [
        address
        for card in cards
        for address in table.to_knock_at(card, entries=before, routers=addresses)
    ]
    at_routers, at_others = await asyncio.gather(
        knock_at(addresses, ports=_ROUTER_PORTS), knock_at(wanted)
    )
    after = await asyncio.to_thread(table.read_entries)
    new = table.newly_known(before, after)
    return _Around(
        tuple(_router(router, at_routers[router.address], new) for router in routers),
        tuple(
            Neighbour(
                address,
                was_known=any(entry.address == address for entry in before),
                answers=knocked.answers or address in new,
                has_page=_PAGE_PORT in knocked.open_ports,
            )
            for address, knocked in at_others.items()
        ),
    )


def _router(router: Router, knocked: Knocked, new: frozenset[str]) -> Router:
    answers = knocked.answers or router.address in new
    return replace(router, answers=answers, took_ms=knocked.took_ms)


def _with_names(routers: tuple[Router, ...], names: Names) -> tuple[Router, ...]:
    """Count a router that turns names into addresses as one that answers."""
    if names.took_ms is None:
        return routers
    server = names.servers[0] if names.servers else ""
    return tuple(
        replace(router, answers=True, took_ms=router.took_ms or names.took_ms)
        if router.address == server
        else router
        for router in routers
    )
