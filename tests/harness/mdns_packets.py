"""mDNS packets for tests: whole ones, changed ones, and shapes that have killed readers.

Layout: RFC 1035 4.1, RFC 6762 18.
"""

from __future__ import annotations

import itertools
import socket
import struct
from typing import TYPE_CHECKING

from zeroconf import (  # type: ignore[attr-defined] # its list of public names lacks three
    DNSAddress,
    DNSOutgoing,
    DNSPointer,
    DNSRecord,
    DNSService,
    DNSText,
)

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

_ANSWER = 0x8400
_POINTER, _TEXT, _SERVICE, _ADDRESS, _CLASS = 12, 16, 33, 1, 1
_PACKET_MOST = 1500
_POINTER_MARK = 0xC0
_LIFE_S = 75 * 60
_TEXTS = b"\x05id=aa\x05api=1"
_LABEL_MOST = 63
_POINTERS_AT_ONCE = 30


def answer_of(
    service_type: str, name: str = "Den", *, address: str = "127.0.0.9", text: bytes = _TEXTS
) -> bytes:
    """Give a whole answer of one service: what it is, where, and what it says of itself."""
    host = f"{name}-host.local."
    address_record = DNSAddress(host, _ADDRESS, _CLASS, _LIFE_S, socket.inet_aton(address))
    return _packet_of(*_service_of(service_type, name, host=host, text=text), address_record)


def pointers_to(service_type: str, names: Iterable[str]) -> Iterator[bytes]:
    """Give packets that only name services."""
    kind = f"{service_type}.local."
    for some in _batched(names):
        yield _packet_of(
            *(DNSPointer(kind, _POINTER, _CLASS, _LIFE_S, f"{name}.{kind}") for name in some)
        )


def _batched(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    rest = iter(names)
    while some := tuple(itertools.islice(rest, _POINTERS_AT_ONCE)):
        yield some


def answer_on_impossible_host(service_type: str, name: str = "Den") -> bytes:
    """Give one whose host has no address, and a name that zeroconf can read and cannot ask for."""
    label = "x" * _LABEL_MOST
    packet = _packet_of(*_service_of(service_type, name, host=f"{label}.local.", text=_TEXTS))
    # What is no text becomes three bytes of one.
    return packet.replace(label.encode(), b"\xff" * _LABEL_MOST)


def _service_of(service_type: str, name: str, *, host: str, text: bytes) -> tuple[DNSRecord, ...]:
    kind = f"{service_type}.local."
    instance = f"{name}.{kind}"
    return (
        DNSPointer(kind, _POINTER, _CLASS, _LIFE_S, instance),
        DNSService(instance, _SERVICE, _CLASS, _LIFE_S, 0, 0, 8080, host),
        DNSText(instance, _TEXT, _CLASS, _LIFE_S, text),
    )


def _packet_of(*records: DNSRecord) -> bytes:
    answer = DNSOutgoing(_ANSWER)
    for record in records:
        answer.add_answer_at_time(record, 0)
    (packet,) = answer.packets()
    return packet


def mutated(packet: bytes, chance: random.Random) -> bytes:
    """Give a packet with one to eight changes."""
    content = bytearray(packet)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(content) + 1)
        match chance.randrange(5):
            case 0 if content:
                content[at % len(content)] = chance.randrange(256)
            case 1:
                content[at:at] = chance.randbytes(chance.randint(1, 40))
            case 2:
                del content[at : at + chance.randint(1, 40)]
            case 3 if len(content) > 1:
                place = at % (len(content) - 1)
                content[place : place + 2] = struct.pack("!H", 0xC000 | chance.randrange(0x4000))
            case _:
                content[4:12] = chance.randbytes(8)
    return bytes(content[:_PACKET_MOST])


def chained_pointers(count: int) -> bytes:
    """Give a packet whose name leads from pointer to pointer."""
    head = struct.pack("!6H", 0, _ANSWER, 0, 1, 0, 0)
    begin = len(head)
    chain = b"".join(
        struct.pack("!BB", _POINTER_MARK | (at >> 8) & 0x3F, at & 0xFF)
        for at in (begin + 2 * (number + 1) for number in range(count))
    )
    return head + chain + b"\x00" + struct.pack("!HHIH", _POINTER, _CLASS, _LIFE_S, 0)


def pointer_to_itself() -> bytes:
    """Give a packet whose name leads to itself."""
    return struct.pack("!6H", 0, _ANSWER, 0, 1, 0, 0) + bytes((_POINTER_MARK, 12)) + b"\x00" * 10


def overrun() -> bytes:
    """Give a packet whose record says to be longer than the packet."""
    head = struct.pack("!6H", 0, _ANSWER, 0, 1, 0, 0)
    return head + b"\x03den\x00" + struct.pack("!HHIH", _TEXT, _CLASS, _LIFE_S, 0xFFFF) + b"short"


def many_counted() -> bytes:
    """Give a packet that says to hold more records than there are."""
    return struct.pack("!6H", 0, _ANSWER, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF) + b"\x00" * 64
