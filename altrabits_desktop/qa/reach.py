"""Whether what is sent stays on this computer."""

from __future__ import annotations

import ipaddress
import socket

ANY_CARD = "0.0.0.0"  # noqa: S104 # what the option holds while the system chooses the card


def may_resolve(host: object) -> bool:
    """Tell whether looking a host up asks no name server."""
    if host is None or isinstance(host, bytes):
        return host is None or may_resolve(host.decode("ascii", "replace"))
    return host in {"", "localhost"} or _parsed(host) is not None


def may_reach(host: object, *, multicast_from: str) -> bool:
    """Tell whether a packet to this host stays on loopback.

    Args:
        host: the first part of a socket address.
        multicast_from: address of the card that the socket sends groups through.
    """
    address = _parsed(host)
    if address is None:
        return host == "localhost"
    if address.is_multicast:
        return may_reach(multicast_from, multicast_from=ANY_CARD)
    return address.is_loopback


def multicast_card(sender: socket.socket) -> str:
    """Give the address of the card that a socket sends groups through; `ANY_CARD` if none is."""
    if sender.family != socket.AF_INET or sender.type != socket.SOCK_DGRAM:
        return ANY_CARD
    option = sender.getsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, 4)
    return socket.inet_ntoa(option)


def _parsed(host: object) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    if not isinstance(host, str):
        return None
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
