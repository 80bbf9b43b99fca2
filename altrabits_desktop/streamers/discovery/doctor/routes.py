"""Which ways lead out of this computer; the system is asked, and nothing is sent."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.contract.doctor import Route
from altrabits_desktop.runtime.network_tables import DEFAULT, macos_ways, windows_ways
from altrabits_desktop.streamers.discovery.doctor.programs import PLATFORM, answer_of
from altrabits_desktop.streamers.neighbourhood import subnet_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from altrabits_desktop.contract.streamers import NetworkCard
    from altrabits_desktop.runtime.network_tables import Way

_TABLE = Path("/proc/net/route")
_ELSEWHERE = "192.0.2.1"
"""An address that nobody has (RFC 5737): only the way to it is asked for."""
_DISCARD_PORT = 9
_ROUTE_FIELDS = 8
_GATEWAY_FLAG = 0x2


def way_to(address: str, *, cards: Iterable[NetworkCard]) -> Route:
    """Give the card by which an address is reached; a connected UDP socket sends nothing.

    Args:
        address: IPv4 literal.
        cards: all that are up, tunnels among them.
    """
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            asked.connect((address, _DISCARD_PORT))
            source = str(asked.getsockname()[0])
    except OSError:
        return Route()
    card = next((card for card in cards if card.address == source), None)
    if card is None:
        return Route(source=source)
    return Route(card_name=card.name, kind=card.kind, source=source)


def way_out(cards: Iterable[NetworkCard]) -> Route:
    """Give the card by which everything else is reached; none without a default route."""
    return way_to(_ELSEWHERE, cards=cards)


def way_into(card: NetworkCard, *, cards: Iterable[NetworkCard]) -> Route:
    """Give the card by which the network of a card is reached: itself, where all is well.

    Two addresses are asked for, as a VPN may take either half; the one that is taken counts.
    """
    network, cards = subnet_of(card), tuple(cards)
    halves = tuple(network.subnets()) if network.prefixlen < 31 else (network,)  # noqa: PLR2004 # room for halves
    ways = [_way_into_half(str(half[1]), card, cards) for half in halves]
    return next((way for way in ways if way.card_name != card.name), ways[0])


def _way_into_half(address: str, card: NetworkCard, cards: tuple[NetworkCard, ...]) -> Route:
    if address == card.address:
        # To itself it speaks by loopback; the next one is as good.
        address = str(IPv4Address(address) + 1)
    return way_to(address, cards=cards)


def gateways() -> tuple[tuple[str, str], ...]:
    """Give the routers of this computer, each with the name of its card; blocks for a moment.

    The name is empty where the system gives none.
    """
    if PLATFORM.startswith("linux"):
        try:
            return parse_linux(_TABLE.read_text(encoding="ascii", errors="replace"))
        except OSError:
            return ()
    if PLATFORM == "win32":
        return parse_windows(answer_of("route", "print", "-4"))
    return parse_macos(answer_of("netstat", "-rn", "-f", "inet"))


def parse_linux(table: str) -> tuple[tuple[str, str], ...]:
    """Read /proc/net/route: gateways of default routes, in the order of the table. Pure."""
    found: list[tuple[str, str]] = []
    for line in table.splitlines()[1:]:
        fields = line.split()
        if len(fields) < _ROUTE_FIELDS:
            continue
        name, destination, gateway, flags, mask = (*fields[:4], fields[7])
        try:
            is_default = int(destination, 16) == 0 and int(mask, 16) == 0
            is_gateway = bool(int(flags, 16) & _GATEWAY_FLAG)
            address = IPv4Address(int.from_bytes(bytes.fromhex(gateway), "little"))
        except ValueError:
            continue
        if is_default and is_gateway:
            found.append((str(address), name))
    return tuple(dict.fromkeys(found))


def parse_macos(table: str) -> tuple[tuple[str, str], ...]:
    """Read `netstat -rn -f inet` of macOS. Pure."""
    return tuple(dict.fromkeys((way.gateway, way.card) for way in _defaults(macos_ways(table))))


def parse_windows(table: str) -> tuple[tuple[str, str], ...]:
    """Read `route print -4` of Windows, in any language. Pure."""
    return tuple(dict.fromkeys((way.gateway, "") for way in _defaults(windows_ways(table))))


def _defaults(ways: Iterable[Way]) -> Iterator[Way]:
    return (way for way in ways if way.subnet == DEFAULT and way.gateway)
