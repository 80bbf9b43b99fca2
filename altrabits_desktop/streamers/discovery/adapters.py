"""The network cards of this computer, and which of them are looked on."""

from __future__ import annotations

import socket
import struct
import sys
from ipaddress import IPv4Network
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import CardUnknown
from altrabits_desktop.contract.link_local import scope_of
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import CardKind, NetworkCard

if TYPE_CHECKING:
    from collections.abc import Iterable

    import ifaddr

_LOOPBACK = "127.0.0.0/8"
_UP = 0x1
_LOOPBACK_FLAG = 0x8
_POINT_TO_POINT_FLAG = 0x10
_RUNNING = 0x40
_FLAGS_REQUEST = {"linux": 0x8913, "darwin": 0xC0206911}
_SINGLE_HOST_PREFIX = 31


def network_cards() -> tuple[NetworkCard, ...]:
    """Give every IPv4 address of every card that is up; blocks for about a millisecond.

    Cards without an address or without a cable are left out. Any thread.
    """
    import ifaddr

    cards: list[NetworkCard] = []
    for adapter in ifaddr.get_adapters():
        flags = _flags(adapter.name)
        if flags is None or flags & (_UP | _RUNNING) == _UP | _RUNNING:
            cards += cards_of(adapter, flags=flags or 0)
    return tuple(cards)


def cards_of(adapter: ifaddr.Adapter, *, flags: int) -> list[NetworkCard]:
    """Give one card for each IPv4 address of an adapter; pure.

    Args:
        adapter: as the system reports it.
        flags: its interface flags, 0 where the system does not give them.
    """
    # Windows names adapters by a number; people know the name of the connection.
    is_numbered = adapter.name.startswith("{")
    cards: list[NetworkCard] = []
    for ip in adapter.ips:
        if not ip.is_IPv4 or not isinstance(ip.ip, str):
            continue
        network = IPv4Network((ip.ip, ip.network_prefix), strict=False)
        name = plain_text(ip.nice_name if is_numbered else adapter.name)
        cards.append(
            NetworkCard(
                name=name,
                address=ip.ip,
                prefix_length=network.prefixlen,
                broadcast=str(network.broadcast_address),
                kind=kind_of(name, network=network, flags=flags),
                index=adapter.index or 0,
            )
        )
    return cards


def kind_of(name: str, *, network: IPv4Network, flags: int) -> CardKind:
    """Give what a card is by its flags, its network and its name; pure.

    Linux names wireless cards wl..., wired ones e...; macOS calls both en..., and Windows says
    what they are in words.
    """
    if flags & _LOOPBACK_FLAG or network.subnet_of(IPv4Network(_LOOPBACK)):
        return CardKind.LOOPBACK
    if flags & _POINT_TO_POINT_FLAG or network.prefixlen >= _SINGLE_HOST_PREFIX:
        return CardKind.POINT_TO_POINT
    lowered = name.lower()
    if lowered.startswith(("wl", "wi-fi", "wifi", "wlan")):
        return CardKind.WIFI
    return CardKind.ETHERNET if lowered.startswith("e") else CardKind.OTHER


def link_indexes() -> tuple[int, ...]:
    """Give the numbers of the cards that have a link-local address; blocks for a millisecond."""
    import ifaddr

    try:
        adapters = tuple(ifaddr.get_adapters())
    except OSError:
        return ()
    return tuple(
        adapter.index
        for adapter in adapters
        if adapter.index
        and any(
            isinstance(ip.ip, tuple) and scope_of(f"{ip.ip[0]}%{adapter.index}") is not None
            for ip in adapter.ips
        )
    )


def card_names() -> frozenset[str]:
    """Give the names of all cards the system has, those without an address too."""
    return frozenset(name for _, name in socket.if_nameindex())


def choose(
    cards: Iterable[NetworkCard],
    wanted: tuple[str, ...],
    *,
    names: frozenset[str] = frozenset(),
) -> tuple[NetworkCard, ...]:
    """Give the cards to look on; pure.

    Args:
        cards: all that are up.
        wanted: names or addresses; when empty, all but loopback and point-to-point ones.
        names: cards that exist without being up; naming one is no error, it just is not there.

    Raises:
        CardUnknown: `cards.unknown` with `card` and `known`.
    """
    present = tuple(cards)
    if not wanted:
        return tuple(card for card in present if card.is_usual)
    known = names | {card.name for card in present}
    for name in wanted:
        if name not in known and not any(card.address == name for card in present):
            raise CardUnknown(
                "cards.unknown", card=plain_text(name), known=", ".join(sorted(known))
            )
    return tuple(card for card in present if card.name in wanted or card.address in wanted)


def _flags(name: str) -> int | None:
    """Ask the system for an interface's flags; None where it cannot be asked."""
    request = _FLAGS_REQUEST.get(sys.platform)
    if request is None or sys.platform == "win32":
        return None
    import fcntl

    question = struct.pack("16s24x", name.encode()[:15])
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        try:
            answer = fcntl.ioctl(any_socket.fileno(), request, question)
        except OSError:
            return 0
    return int.from_bytes(answer[16:18], sys.byteorder)
