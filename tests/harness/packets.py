"""Every frame that a network namespace sends and receives, recorded and taken apart.

Needs root and Linux for recording; taking apart is pure. Layouts: RFC 791 (IPv4), 8200 (IPv6),
768 (UDP), 9293 (TCP), 826 (ARP).
"""

from __future__ import annotations

import socket
import struct
import threading
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType

_EVERY_PROTOCOL = 3
_OUTGOING = 4
_SOL_PACKET = 263
_STATISTICS = 6
_BUFFER_BYTES = 16 << 20
_BUFFER_WITH_FORCE = 33
_FRAME_BYTES = 65535
_LOOK_EVERY_S = 0.05
_ETHERNET_BYTES = 14
_IPV6_BYTES = 40
_UDP_BYTES = 8
_ARP, _IPV4, _IPV6 = 0x0806, 0x0800, 0x86DD
_PROTOCOLS = {1: "icmp", 2: "igmp", 6: "tcp", 17: "udp", 58: "icmpv6"}
_HOP_BY_HOP = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame as it crossed a card."""

    card: str
    is_sent: bool
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Packet:
    """What a frame carries."""

    protocol: str
    """`arp`, `icmp`, `igmp`, `icmpv6`, `udp`, `tcp`, or the number of another one."""
    source: str = ""
    destination: str = ""
    """Of ARP: the address that is asked for."""
    source_port: int = 0
    port: int = 0
    """Of the destination; of ICMP its type."""
    payload: bytes = b""


class Recorder:
    """Records on all cards of this namespace, loopback too, while its block runs."""

    def __init__(self) -> None:
        self._socket = socket.socket(
            socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERY_PROTOCOL)
        )
        self._socket.setsockopt(socket.SOL_SOCKET, _BUFFER_WITH_FORCE, _BUFFER_BYTES)
        self._socket.settimeout(_LOOK_EVERY_S)
        self._frames: list[Frame] = []
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="recorder")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._is_over.set()
        self._thread.join()
        self._socket.close()

    def frames(self) -> tuple[Frame, ...]:
        """Give what was recorded so far, in the order it crossed the cards."""
        return tuple(self._frames)

    def lost(self) -> int:
        """Give how many frames were not recorded since the last call, for want of room."""
        told = self._socket.getsockopt(_SOL_PACKET, _STATISTICS, 8)
        lost: int = struct.unpack("II", told)[1]
        return lost

    def _listen(self) -> None:
        while not self._is_over.is_set():
            try:
                content, (card, _, kind, *_) = self._socket.recvfrom(_FRAME_BYTES)
            except TimeoutError:
                continue
            self._frames.append(Frame(card, kind == _OUTGOING, content))


def packet_of(content: bytes) -> Packet:
    """Take an Ethernet frame apart; pure.

    Raises:
        struct.error: it is cut off.
    """
    (kind,) = struct.unpack_from("!H", content, 12)
    body = content[_ETHERNET_BYTES:]
    if kind == _ARP:
        source, destination = struct.unpack_from("!4s6x4s", body, 14)
        return Packet(
            protocol="arp",
            source=str(IPv4Address(source)),
            destination=str(IPv4Address(destination)),
            payload=body,
        )
    if kind == _IPV4:
        return _of_ipv4(body)
    if kind == _IPV6:
        return _of_ipv6(body)
    return Packet(protocol=f"ethernet {kind:#06x}", payload=body)


def _of_ipv4(body: bytes) -> Packet:
    length, number, source, destination = struct.unpack_from("!xxH5xB2x4s4s", body)
    inner = body[(body[0] & 0xF) * 4 : length]
    return _inside(number, inner, str(IPv4Address(source)), str(IPv4Address(destination)))


def _of_ipv6(body: bytes) -> Packet:
    length, number, source, destination = struct.unpack_from("!4xHBx16s16s", body)
    inner = body[_IPV6_BYTES : _IPV6_BYTES + length]
    if number == _HOP_BY_HOP:
        # Multicast listener reports stand behind one such header (RFC 3810).
        number, units = struct.unpack_from("!BB", inner)
        inner = inner[(units + 1) * 8 :]
    return _inside(number, inner, str(IPv6Address(source)), str(IPv6Address(destination)))


def _inside(number: int, inner: bytes, source: str, destination: str) -> Packet:
    protocol = _PROTOCOLS.get(number, str(number))
    source_port = port = 0
    payload = inner
    if protocol in {"udp", "tcp"}:
        source_port, port = struct.unpack_from("!HH", inner)
        payload = inner[_UDP_BYTES if protocol == "udp" else (inner[12] >> 4) * 4 :]
    elif protocol in {"icmp", "icmpv6"}:
        port = inner[0]
    return Packet(
        protocol=protocol,
        source=source,
        destination=destination,
        source_port=source_port,
        port=port,
        payload=payload,
    )
