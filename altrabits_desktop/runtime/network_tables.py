"""Reads what macOS and Windows print of their routes and neighbours. Pure.

Nothing in it depends on the language of the system, and what a line holds beside addresses counts
for nothing: device names are chosen by strangers, and so is what a neighbour's MAC looks like.
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv4Network, NetmaskValueError
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.runtime.networks import Network

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Macs = Mapping[tuple[str, str], str]
    """MACs by card and address; lower case with colons."""

DEFAULT = "0.0.0.0/0"
_LINES_MOST = 8_192
_LINE_CHARACTERS = 512
_LITERAL = r"\d{1,3}(?:\.\d{1,3}){3}"
_MAC_PATTERN = r"[0-9a-fA-F]{1,2}(?:[:-][0-9a-fA-F]{1,2}){5}"
_MACOS_NEIGHBOUR = re.compile(rf"\(({_LITERAL})\) \S+ ({_MAC_PATTERN}) \S+ (\S+)", re.ASCII)
_PRINTED = re.compile(
    rf"\s*({_LITERAL})\s+({_LITERAL})\s+(\S.*?)\s+({_LITERAL})\s+\d+\s*", re.ASCII
)
_NET_ROUTE = re.compile(rf"\s*(\d+)\s+({_LITERAL}/\d+)\s+({_LITERAL})(?:\s.*)?", re.ASCII)
_NET_ROUTE_FIELD = re.compile(
    r"\s*(ifIndex|InterfaceIndex|DestinationPrefix|NextHop)\s*:\s*(\S+)\s*"
)
_HEADING = re.compile(rf"\S.*?({_LITERAL})\s+---\s+0x([0-9a-fA-F]{{1,8}})\s*", re.ASCII)
_WINDOWS_NEIGHBOUR = re.compile(rf"\s+({_LITERAL})\s+({_MAC_PATTERN})\s.*", re.ASCII)
_NOBODY = frozenset({"00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff"})
_HOST_PREFIX = 32
_OCTETS = 4


class Way(NamedTuple):
    """One route."""

    subnet: str
    """Such as `192.168.1.0/24`; `DEFAULT` for all that no other leads to."""
    gateway: str
    """Address of the router; empty where the network itself is there."""
    card: str
    """Name, own address or number of the card, whichever the table has."""


def macos_ways(table: str) -> tuple[Way, ...]:
    """Read `netstat -rn -f inet`, with the columns of older systems or of newer ones."""
    found: list[Way] = []
    column = 0
    for line in _lines(table):
        fields = line.split()
        if "Netif" in fields:
            column = fields.index("Netif")
        elif 0 < column < len(fields):
            way = _macos_way(fields[0], fields[1], fields[column])
            found += [way] if way is not None else []
    return tuple(dict.fromkeys(found))


def windows_ways(text: str) -> tuple[Way, ...]:
    """Read `route print -4`, or `Get-NetRoute` as a table or a list."""
    ways = (*_printed(text), *_net_routes(text))
    return tuple(dict.fromkeys(way for way in ways if way is not None))


def macos_macs(text: str) -> Macs:
    """Read `arp -an`; who has not answered has none."""
    rows = (_MACOS_NEIGHBOUR.search(line) for line in _lines(text))
    return {
        (row[3], row[1]): mac
        for row in rows
        if row is not None and (mac := _mac(row[2])) is not None
    }


def windows_macs(text: str) -> Macs:
    """Read `arp -a`; each card stands in it by its own address and by its number."""
    found: dict[tuple[str, str], str] = {}
    cards: tuple[str, ...] = ()
    for line in _lines(text):
        heading, row = _HEADING.fullmatch(line), _WINDOWS_NEIGHBOUR.fullmatch(line)
        if heading is not None:
            cards = (heading[1], str(int(heading[2], 16)))
        elif row is not None and (mac := _mac(row[2])) is not None:
            found.update({(card, row[1]): mac for card in cards})
    return found


def networks_of(ways: Iterable[Way], macs: Macs) -> tuple[Network, ...]:
    """Give the networks that ways and neighbours tell of, as `networks.networks_in` does."""
    known = tuple(ways)
    gateways: dict[str, str] = {}
    for way in known:
        if way.subnet == DEFAULT and way.gateway:
            gateways.setdefault(way.card, way.gateway)
    networks = (
        _network(way, gateways.get(way.card, ""), macs)
        for way in known
        if not way.gateway and _is_neighbourhood(way.subnet)
    )
    return tuple(dict.fromkeys(networks))


def _network(way: Way, gateway: str, macs: Macs) -> Network:
    if not gateway or not Network(way.subnet).holds(gateway):
        return Network(way.subnet)
    return Network(way.subnet, gateway, macs.get((way.card, gateway), ""))


def _is_neighbourhood(subnet: str) -> bool:
    network = IPv4Network(subnet)
    first = network.network_address
    is_other = first.is_loopback or first.is_multicast or first.is_unspecified
    return not is_other and network.prefixlen < _HOST_PREFIX


def _macos_way(destination: str, gateway: str, card: str) -> Way | None:
    subnet = DEFAULT if destination == "default" else _macos_subnet(destination)
    if subnet is None:
        return None
    if gateway.startswith("link#"):
        return Way(subnet, "", card)
    return Way(subnet, gateway, card) if _is_literal(gateway) else None


def _macos_subnet(destination: str) -> str | None:
    """Give a subnet whose last zeros macOS leaves out: `192.168.1`, `10/8`, `172.16/12`."""
    written, _, prefix = destination.partition("/")
    octets = written.split(".")
    bits = prefix or str(8 * len(octets))
    whole = ".".join((*octets, *["0"] * (_OCTETS - len(octets))))
    return _subnet(whole, bits)


def _printed(text: str) -> Iterator[Way | None]:
    for line in _lines(text):
        row = _PRINTED.fullmatch(line)
        if row is not None:
            subnet = _subnet(row[1], row[2])
            # Whatever stands for "the network itself is there" is no address, in any language.
            gateway = row[3] if _is_literal(row[3]) else ""
            is_whole = subnet is not None and _is_literal(row[4])
            yield Way(subnet or "", gateway, row[4]) if is_whole else None


def _net_routes(text: str) -> Iterator[Way | None]:
    listed: dict[str, str] = {}
    for line in _lines(text):
        row, field = _NET_ROUTE.fullmatch(line), _NET_ROUTE_FIELD.fullmatch(line)
        if row is not None:
            yield _net_route(*row.groups())
        elif field is not None:
            name = "ifIndex" if field[1] == "InterfaceIndex" else field[1]
            listed[name] = field[2]
        elif listed and not line.strip():
            yield _listed_route(listed)
            listed = {}
    yield _listed_route(listed)


def _listed_route(fields: Mapping[str, str]) -> Way | None:
    card, destination, gateway = (
        fields.get(name, "") for name in ("ifIndex", "DestinationPrefix", "NextHop")
    )
    is_whole = card.isascii() and card.isdigit() and _is_literal(gateway)
    return _net_route(card, destination, gateway) if is_whole else None


def _net_route(card: str, destination: str, gateway: str) -> Way | None:
    subnet = _subnet(*destination.partition("/")[::2])
    is_there = gateway == "0.0.0.0"  # noqa: S104 # no router; nothing is bound
    return None if subnet is None else Way(subnet, "" if is_there else gateway, card)


def _subnet(address: str, mask: str) -> str | None:
    try:
        return str(IPv4Network(f"{address}/{mask}", strict=False))
    except (AddressValueError, NetmaskValueError, ValueError):
        return None


def _is_literal(text: str) -> bool:
    try:
        IPv4Address(text)
    except AddressValueError:
        return False
    return True


def _mac(text: str) -> str | None:
    """Give a MAC as the rest knows it: macOS leaves out zeros, Windows writes dashes."""
    whole = ":".join(part.zfill(2) for part in re.split("[:-]", text.lower()))
    return None if whole in _NOBODY else whole


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines()[:_LINES_MOST]:
        if len(line) <= _LINE_CHARACTERS:
            yield line
