"""The Announce protocol on UDP port 30303: its request, and a reader for its replies; pure.

Source: docs/protocols/announce.md, whose rules and test vectors this module holds to.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import IPv6Address
from socket import inet_ntoa
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedDatagram
from altrabits_desktop.contract.limits import ANNOUNCE_DATAGRAM_BYTES, TEXT_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_host_name, plain_name, plain_text
from altrabits_desktop.contract.streamers import HeardBy, Origin
from altrabits_desktop.streamers.identity import canonical_mac
from altrabits_desktop.streamers.reach import http_url
from altrabits_desktop.streamers.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

PORT = 30303
REQUEST = b"Discovery: Who is out there?\x00\n"

_LINE_END = b"\r\n"
_REQUEST_MARK = REQUEST[:1]
_FIRST_PRINTABLE = 0x20
_TRUNCATED, _MAC, _DRIVER, _HOST_NAME, _ADDRESS = 0x01, 0x02, 0x03, 0x04, 0x05
_UNICAST, _MULTICAST, _ROUTER, _GATEWAY = 0x06, 0x07, 0x08, 0x09
_FIXED_LENGTHS = {
    _TRUNCATED: 0,
    _MAC: 6,
    _ADDRESS: 4,
    _UNICAST: 16,
    _MULTICAST: 16,
    _ROUTER: 16,
    _GATEWAY: 16,
}
_LEGACY_MAC = re.compile(rb"[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){5}")
# The same alphabet as the control API's own id: an id that was cleaned would be another id.
_API_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_MEANT_KEYS = frozenset({"PN", "ID", "NM", "RM", "CP"})
_EXTRAS_KEPT = 16
_PORT_MOST = 65535


class Stack(StrEnum):
    """Which of Microchip's stacks wrote a reply."""

    HARMONY = "harmony"
    LEGACY = "legacy"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnounceRecord:
    """One reply as it was read; texts are plain, everything is a claim of the sender."""

    stack: Stack
    mac: str
    """Lower case with colons; never zero, never a group address."""
    mac_driver: str | None = None
    host_name: str | None = None
    stated_address: str | None = None
    """What the reply says of its own IPv4 address: a hint, never to be contacted."""
    ipv6_unicast: tuple[str, ...] = ()
    ipv6_multicast: tuple[str, ...] = ()
    ipv6_routers: tuple[str, ...] = ()
    ipv6_gateway: str | None = None
    is_truncated: bool = False
    """The sender says that not all its fields fitted."""
    is_incomplete: bool = False
    """It broke off or stopped making sense after the MAC."""
    user_data: bytes = b""
    """What stands after the empty line, as it came."""
    product: str | None = None
    """From user data that is a JSON object with a product's name; None for any other."""
    api_id: str | None = None
    name: str | None = None
    room: str | None = None
    control_port: int | None = None
    extras: tuple[tuple[str, str], ...] = ()
    """Other keys of the JSON object, in the order received."""
    note: str | None = None
    """The line of text that a legacy announcement may end with."""


@dataclass(slots=True)
class _Fields:
    """Raw values by type, the first of each single one, while a reply is read."""

    single: dict[int, bytes] = field(default_factory=dict)
    repeated: dict[int, list[bytes]] = field(default_factory=dict)
    user_data: bytes = b""
    is_incomplete: bool = False

    def keep(self, kind: int, value: bytes) -> None:
        if kind in {_UNICAST, _MULTICAST, _ROUTER}:
            self.repeated.setdefault(kind, []).append(value)
        else:
            self.single.setdefault(kind, value)


def is_request(datagram: bytes) -> bool:
    """Whether this is somebody's question, our own included, and no streamer's reply."""
    return datagram[:1] == _REQUEST_MARK


def parse_announce(datagram: bytes) -> AnnounceRecord | None:
    """Read one reply of the discovery on UDP port 30303.

    Pure; touches neither socket nor clock. Cost is linear in the length.

    Args:
        datagram: one whole UDP payload, of any length and content.

    Returns:
        None for a request; else what the reply says, as far as it could be read.

    Raises:
        MalformedDatagram: empty, too long, or without a MAC that was read whole and can be a
            single card's. Count it; never log its content.

    Source: docs/protocols/announce.md, "Rules for the parser".
    """
    if not datagram:
        raise MalformedDatagram("announce.empty")
    if len(datagram) > ANNOUNCE_DATAGRAM_BYTES:
        raise MalformedDatagram("announce.too_long")
    if is_request(datagram):
        return None
    if datagram[0] >= _FIRST_PRINTABLE:
        return _legacy(datagram)
    fields = _fields(datagram)
    mac = canonical_mac(fields.single.get(_MAC, b"").hex())
    if mac is None:
        raise MalformedDatagram("announce.no_mac")
    return _record(fields, mac=mac)


def sighting_of(
    record: AnnounceRecord,
    *,
    sender: str,
    heard_at: datetime,
    card_name: str | None = None,
    origin: Origin = Origin.LAN,
) -> Sighting:
    """Give the sighting of a reply: at its sender's address, whatever it says of its own.

    Args:
        record: the reply.
        sender: IPv4 literal of the datagram's source.
        heard_at: UTC.
        card_name: the card it came in through.
        origin: `demo` for the demo's own listener only.
    """
    port = record.control_port
    return Sighting(
        heard_by=HeardBy.ANNOUNCE,
        heard_at=heard_at,
        address=sender,
        origin=origin,
        card_name=card_name,
        mac=record.mac,
        api_id=record.api_id,
        name=record.name,
        product=record.product,
        host_name=plain_host_name(record.host_name),
        room=record.room,
        page_url=http_url(sender, port=port),
        control_url=http_url(sender, port=port, path="/api/v1") if port else None,
    )


def _fields(datagram: bytes) -> _Fields:
    """Cut a reply into fields; stops at the first thing that does not fit."""
    fields = _Fields()
    at = 0
    while at < len(datagram):
        if datagram.startswith(_LINE_END, at):
            fields.user_data = datagram[at + len(_LINE_END) :]
            return fields
        kind = datagram[at]
        end = _end_of_value(datagram, kind=kind, start=at + 1)
        if end is None:
            fields.is_incomplete = True
            return fields
        fields.keep(kind, datagram[at + 1 : end])
        at = end + len(_LINE_END)
    return fields


def _end_of_value(datagram: bytes, *, kind: int, start: int) -> int | None:
    """Give where a value ends, None when it does not end as its type must."""
    if kind == _LINE_END[0]:
        return None
    length = _FIXED_LENGTHS.get(kind)
    if length is None:
        end = datagram.find(_LINE_END, start)
        return end if end >= 0 else None
    # Binary values may hold line ends, so they are cut by length before one is looked for.
    end = start + length
    return end if datagram.startswith(_LINE_END, end) else None


def _record(fields: _Fields, *, mac: str) -> AnnounceRecord:
    address = fields.single.get(_ADDRESS)
    gateway = fields.single.get(_GATEWAY)
    said = _said_in(fields.user_data)
    product = _name_in(said, "PN")
    # Without a product's name it is another maker's device, whose keys mean something else.
    said = said if product else {}
    return AnnounceRecord(
        stack=Stack.HARMONY,
        mac=mac,
        mac_driver=_ascii_name(fields.single.get(_DRIVER)),
        host_name=_ascii_name(fields.single.get(_HOST_NAME)),
        stated_address=inet_ntoa(address) if address else None,
        ipv6_unicast=_ipv6_texts(fields, _UNICAST),
        ipv6_multicast=_ipv6_texts(fields, _MULTICAST),
        ipv6_routers=_ipv6_texts(fields, _ROUTER),
        ipv6_gateway=str(IPv6Address(gateway)) if gateway else None,
        is_truncated=_TRUNCATED in fields.single,
        is_incomplete=fields.is_incomplete,
        user_data=fields.user_data,
        product=product,
        api_id=_api_id_in(said),
        name=_name_in(said, "NM"),
        room=_name_in(said, "RM"),
        control_port=_port_in(said),
        extras=_extras_in(said),
    )


def _ipv6_texts(fields: _Fields, kind: int) -> tuple[str, ...]:
    if not fields.repeated:
        return ()
    return tuple(str(IPv6Address(value)) for value in fields.repeated.get(kind, ()))


def _said_in(user_data: bytes) -> Mapping[str, object]:
    """Give the JSON object of user data; an empty one for anything else."""
    if not user_data:
        return {}
    try:
        said = json.loads(user_data.decode("utf-8"))
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _name_in(said: Mapping[str, object], key: str) -> str | None:
    value = said.get(key)
    return plain_name(value) if isinstance(value, str) else None


def _api_id_in(said: Mapping[str, object]) -> str | None:
    value = said.get("ID")
    return value if isinstance(value, str) and _API_ID.fullmatch(value) else None


def _port_in(said: Mapping[str, object]) -> int | None:
    value = said.get("CP")
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _PORT_MOST:
        return value
    return None


def _extras_in(said: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    others = (
        (plain_text(key), plain_text(str(value), limit=TEXT_CHARACTERS))
        for key, value in said.items()
        if key not in _MEANT_KEYS and isinstance(value, str | int | float)
    )
    return tuple(others)[:_EXTRAS_KEPT]


def _legacy(datagram: bytes) -> AnnounceRecord:
    lines = datagram.split(_LINE_END, 2)
    if len(lines) < 3 or not _LEGACY_MAC.fullmatch(lines[1]):  # noqa: PLR2004 # name, MAC, rest
        raise MalformedDatagram("announce.no_mac")
    mac = canonical_mac(lines[1].decode("ascii"))
    if mac is None:
        raise MalformedDatagram("announce.no_mac")
    return AnnounceRecord(
        stack=Stack.LEGACY,
        mac=mac,
        host_name=_ascii_name(lines[0]),
        note=_ascii_name(lines[2]),
    )


def _ascii_name(value: bytes | None) -> str | None:
    return plain_name(value.decode("ascii", "replace")) if value else None
