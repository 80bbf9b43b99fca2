"""Knocks at the address of one streamer, and at the routers beside it."""

from __future__ import annotations

import asyncio
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Visit
from altrabits_desktop.streamers.discovery.doctor import neighbours as table
from altrabits_desktop.streamers.discovery.doctor.knocks import knock_at
from altrabits_desktop.streamers.discovery.doctor.routes import gateways
from altrabits_desktop.streamers.neighbourhood import subnet_of

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import NetworkCard

_ROUTER_PORTS = (80, 443, 53)


async def visit(address: str, *, ports: tuple[int, ...], cards: tuple[NetworkCard, ...]) -> Visit:
    """Knock on a thread and a loop of its own; at most 4 s. Nobody outside the cards' subnets.

    Args:
        address: IPv4 literal where it was last.
        ports: TCP ports that it has said to have.
        cards: those that are looked on.
    """
    return await asyncio.to_thread(lambda: asyncio.run(_visit(address, ports, cards)))


async def _visit(address: str, ports: tuple[int, ...], cards: tuple[NetworkCard, ...]) -> Visit:
    networks = [subnet_of(card) for card in cards]
    if not any(IPv4Address(address) in network for network in networks):
        return Visit(is_inside=False)
    before, known = await asyncio.gather(
        asyncio.to_thread(table.read_entries), asyncio.to_thread(gateways)
    )
    routers = [one for one, _ in known if any(IPv4Address(one) in net for net in networks)]
    at_it, at_routers = await asyncio.gather(
        knock_at([address], ports=ports), knock_at(routers, ports=_ROUTER_PORTS)
    )
    after = await asyncio.to_thread(table.read_entries)
    new = table.newly_known(before, after)
    knocked = at_it[address]
    is_router_there = any(found.answers or router in new for router, found in at_routers.items())
    return Visit(
        answers=knocked.answers or address in new,
        open_ports=knocked.open_ports,
        is_router_there=is_router_there if routers else None,
    )
