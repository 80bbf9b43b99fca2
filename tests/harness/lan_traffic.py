"""What finding streamers may send, and what it said; pure, on recorded frames."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address
from typing import TYPE_CHECKING

from tests.harness.packets import Frame, Packet, packet_of

if TYPE_CHECKING:
    from collections.abc import Iterable

ANNOUNCE_PORT = 30303
SSDP_PORT = 1900
GROUPS = {"224.0.0.251": 5353, "239.255.255.250": SSDP_PORT}
"""mDNS (RFC 6762) and SSDP (UPnP 1.1), each with its port."""
LINK_GROUPS = {"ff02::fb": 5353, "ff02::c": SSDP_PORT}
"""The same on IPv6, as far as a link reaches: a streamer may have no other address."""
IGMP_TO = frozenset({"224.0.0.2", "224.0.0.22", *GROUPS})
"""Joining and leaving those groups (RFC 3376)."""
IPV6_OF_THE_SYSTEM = frozenset({131, 132, 133, 135, 136, 143})
"""Neighbour discovery and multicast reports (RFC 4861, 3810), sent by the system on any card."""
LINK_ALONE = (IPv6Network("fe80::/10"), IPv6Network("ff02::/16"))
"""No router passes these on (RFC 4291)."""
_UNREACHABLE, _UNREACHABLE_6 = 3, 1
_OF_THE_SYSTEM = frozenset({"arp", "icmpv6"})


@dataclass(frozen=True, slots=True)
class Typed:
    """Stands between frames: from here on, a person has asked for this address."""

    address: str


Record = Frame | Typed


def strays(records: Iterable[Record], *, network: str) -> list[str]:
    """List what was sent and is neither a question to the network nor meant for a known streamer.

    A streamer is known from its first datagram on, or once its address was typed; before that no
    connection and no datagram may be meant for it alone.

    Args:
        records: in the order they crossed the card.
        network: of the card, such as `192.168.71.0/24`.
    """
    local = IPv4Network(network)
    known: set[str] = set()
    found: list[str] = []
    for record in records:
        if isinstance(record, Typed):
            known.add(record.address)
            continue
        packet = packet_of(record.content)
        if record.is_sent and not _may_be_sent(packet, local, known, card=record.card):
            found.append(described(packet, card=record.card))
        elif not record.is_sent and packet.protocol == "udp":
            known.add(packet.source)
    return found


def described(packet: Packet, *, card: str) -> str:
    """Say where a packet went, without what it said."""
    return f"{card}: {packet.protocol} to {packet.destination} port {packet.port}"


def kinds(records: Iterable[Record]) -> list[str]:
    """Give each kind of packet that was sent once: protocol, destination and port."""
    packets = (packet_of(r.content) for r in records if isinstance(r, Frame) and r.is_sent)
    return sorted({f"{p.protocol} {p.destination} {p.port}" for p in packets})


def asked(records: Iterable[Record]) -> list[str]:
    """Give once each address and port that a datagram came from."""
    packets = (packet_of(r.content) for r in records if isinstance(r, Frame) and not r.is_sent)
    return sorted({f"{p.source} {p.source_port}" for p in packets if p.protocol == "udp"})


def said(records: Iterable[Record]) -> dict[str, bytes]:
    """Give everything that programs sent, put together by where it went.

    What one conversation says in several packets stands together, so that nothing hides in a gap.
    What the system says by itself about its cards (ARP, ICMPv6) is left out.
    """
    flows: dict[str, list[bytes]] = defaultdict(list)
    for record in records:
        if isinstance(record, Frame) and record.is_sent:
            packet = packet_of(record.content)
            if packet.protocol not in _OF_THE_SYSTEM:
                way = f"{packet.source_port} {packet.destination} {packet.port}"
                flows[f"{packet.protocol} {way}"].append(packet.payload)
    return {flow: b"".join(parts) for flow, parts in flows.items()}


def _may_be_sent(packet: Packet, local: IPv4Network, known: set[str], *, card: str) -> bool:
    if card == "lo" or not packet.destination:
        return False
    to = ip_address(packet.destination)
    is_local, is_known = to in local, packet.destination in known
    is_question = packet.port == ANNOUNCE_PORT and to == local.broadcast_address
    is_question_to_one = packet.port in {ANNOUNCE_PORT, SSDP_PORT} and is_local and is_known
    is_for_group = (GROUPS | LINK_GROUPS).get(packet.destination) == packet.port
    is_of_the_system = packet.port in IPV6_OF_THE_SYSTEM or (
        is_known and packet.port == _UNREACHABLE_6
    )
    allowed = {
        "arp": is_local,
        # The system's answer to whoever spoke to a closed port.
        "icmp": is_known and packet.port == _UNREACHABLE,
        "icmpv6": is_of_the_system and any(to in net for net in LINK_ALONE),
        "igmp": packet.destination in IGMP_TO,
        "tcp": is_local and is_known,
        "udp": is_for_group or is_question or is_question_to_one,
    }
    return allowed.get(packet.protocol, False)
