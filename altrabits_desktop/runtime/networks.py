"""Which networks this computer is in, as far as the system tells without being asked twice.

A network is a subnet behind a router, known by the router's MAC: two homes often have the same
subnet. None of this is ever sent anywhere. A named tuple, because the first paint looks at it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

_ROUTES = "/proc/net/route"
_NEIGHBOURS = "/proc/net/arp"
_FILE_BYTES = 262_144
_ALL_ONES = "FFFFFFFF"
_NOBODY = {"", "00:00:00:00:00:00"}
_ROUTE_FIELDS = 8
_NEIGHBOUR_FIELDS = 6


class Network(NamedTuple):
    """One network; what is not known is empty."""

    subnet: str
    """Such as `192.168.1.0/24`."""
    gateway: str = ""
    """Address of its router."""
    gateway_mac: str = ""
    """Lower case with colons."""

    def is_same(self, other: Network) -> bool:
        """Whether both are one network, as far as is known of them."""
        if self.subnet != other.subnet:
            return False
        if self.gateway_mac and other.gateway_mac:
            return self.gateway_mac == other.gateway_mac
        return not (self.gateway and other.gateway) or self.gateway == other.gateway

    def holds(self, address: str) -> bool:
        """Whether an IPv4 literal lies in it; False for anything else."""
        from ipaddress import IPv4Address, IPv4Network

        try:
            return IPv4Address(address) in IPv4Network(self.subnet)
        except ValueError:
            return False


LOOPBACK = Network("127.0.0.0/8")
"""Every computer is in it."""


def networks_here() -> tuple[Network, ...]:
    """Give the networks of this computer; blocks for two small reads.

    Linux alone tells so; nothing elsewhere, nor where it cannot be read. Others are asked by
    `discovery.network_reader`.
    """
    if sys.platform != "linux":
        return ()
    try:
        return networks_in(_content(_ROUTES), _content(_NEIGHBOURS))
    except OSError:
        return ()


def networks_in(routes: str, neighbours: str) -> tuple[Network, ...]:
    """Give the networks that a table of routes and one of neighbours tell of. Pure.

    Args:
        routes: as `/proc/net/route` has them: numbers in the order of this computer's bytes.
        neighbours: as `/proc/net/arp` has them.
    """
    gateways: dict[str, str] = {}
    subnets: dict[tuple[str, str], None] = {}
    for card, target, gateway, mask in _routes(routes):
        if gateway != "0.0.0.0" and target == mask == "0.0.0.0":  # noqa: S104 # a route, no socket
            gateways.setdefault(card, gateway)
        elif gateway == "0.0.0.0" and mask != "0.0.0.0":  # noqa: S104
            subnets[card, f"{target}/{_prefix_of(mask)}"] = None
    macs = _macs(neighbours)
    networks = (
        Network(subnet, *_router(card, subnet, gateways=gateways, macs=macs))
        for card, subnet in subnets
    )
    return tuple(dict.fromkeys(networks))


def _routes(table: str) -> list[tuple[str, str, str, str]]:
    found = []
    for line in table.splitlines()[1:]:
        fields = line.split()
        if len(fields) < _ROUTE_FIELDS or fields[0] == "lo" or fields[7] == _ALL_ONES:
            continue
        try:
            target, gateway, mask = (_address(fields[n]) for n in (1, 2, 7))
        except (ValueError, OverflowError):
            continue
        found.append((fields[0], target, gateway, mask))
    return found


def _router(
    card: str, subnet: str, *, gateways: dict[str, str], macs: dict[tuple[str, str], str]
) -> tuple[str, str]:
    gateway = gateways.get(card, "")
    if not gateway or not Network(subnet).holds(gateway):
        return "", ""
    return gateway, macs.get((card, gateway), "")


def _macs(table: str) -> dict[tuple[str, str], str]:
    rows = (line.split() for line in table.splitlines()[1:])
    return {
        (row[5], row[0]): row[3].lower()
        for row in rows
        if len(row) >= _NEIGHBOUR_FIELDS and row[3] not in _NOBODY
    }


def _address(digits: str) -> str:
    return ".".join(map(str, int(digits, 16).to_bytes(4, sys.byteorder)))


def _prefix_of(mask: str) -> int:
    return sum(int(part).bit_count() for part in mask.split("."))


def _content(path: str) -> str:
    with Path(path).open(encoding="ascii", errors="replace") as file:
        return file.read(_FILE_BYTES)
