"""SSDP: the search for UPnP devices, and a reader for answers and notices; pure.

Source: UPnP Device Architecture 2.0, chapter 1 "Discovery".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedDatagram
from altrabits_desktop.contract.limits import SSDP_DATAGRAM_BYTES, URL_CHARACTERS
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.sighting import Sighting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from altrabits_desktop.streamers.discovery.description import Description
    from altrabits_desktop.streamers.discovery.device_types import DeviceTypes

GROUP = "239.255.255.250"
PORT = 1900
ANSWER_WITHIN_S = 2
"""Answers come at random within this time (the header MX)."""

_HEADERS_READ = 64
_VALUE_CHARACTERS = 512
_UDN = re.compile(r"uuid:([!-9;-~]{1,64})(?:::.*)?", re.IGNORECASE)


class Kind(StrEnum):
    """What a message is for."""

    ANSWER = "answer"
    ALIVE = "alive"
    BYEBYE = "byebye"
    OTHER = "other"
    """A search of somebody else, a device of no wanted type, or an update of numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SsdpMessage:
    """One message; everything in it is a claim of the sender."""

    kind: Kind
    target: str = ""
    """What answers or is announced: a device or service type, a UDN, or the root device."""
    udn: str | None = None
    """Without `uuid:`, lower case."""
    location: str | None = None
    """Where the description is said to be; to be checked by `reach.may_reach` before use."""
    configuration: str | None = None
    """Changes with the content of the description."""


def search_message(*, host: str, port: int, target: str) -> bytes:
    """Give the question for all devices of one type.

    Args:
        host: the group, or one streamer's own address.
        port: where it is sent to.
        target: the device type; all its later versions answer too.
    """
    lines = (
        "M-SEARCH * HTTP/1.1",
        f"HOST: {host}:{port}",
        'MAN: "ssdp:discover"',
        f"MX: {ANSWER_WITHIN_S}",
        f"ST: {target}",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def parse_ssdp(datagram: bytes, *, wanted: DeviceTypes) -> SsdpMessage:
    """Read one SSDP message.

    Pure. Cost is linear in the length; at most 64 headers are looked at, the first of each name
    counts.

    Args:
        datagram: one whole UDP payload, of any length and content.
        wanted: the types of which devices are looked for; all others are `Kind.OTHER`.

    Raises:
        MalformedDatagram: empty, too long, not SSDP, or a wanted device's message without an
            identity or, where it is no goodbye, without a location.
    """
    if not datagram:
        raise MalformedDatagram("ssdp.empty")
    if len(datagram) > SSDP_DATAGRAM_BYTES:
        raise MalformedDatagram("ssdp.too_long")
    first, *rest = datagram.decode("utf-8", "replace").splitlines()
    kind, headers = _kind(first), _headers(rest)
    if kind is Kind.ALIVE:
        kind = _kind_of_notice(headers.get("nts", ""))
    target = headers.get("st" if kind is Kind.ANSWER else "nt", "")[:_VALUE_CHARACTERS]
    message = SsdpMessage(
        kind=kind if wanted.has(target) else Kind.OTHER,
        target=target,
        udn=_udn(headers.get("usn", "")),
        location=_location(headers.get("location", "")),
        configuration=headers.get("configid.upnp.org", "")[:_VALUE_CHARACTERS] or None,
    )
    if message.kind is not Kind.OTHER:
        _check(message)
    return message


def sighting_of(
    message: SsdpMessage,
    description: Description,
    *,
    sender: str,
    heard_at: datetime,
    card_name: str,
) -> Sighting:
    """Give the sighting of a device from its message and its description."""
    return Sighting(
        heard_by=HeardBy.SSDP,
        heard_at=heard_at,
        address=sender,
        card_name=card_name,
        udn=message.udn,
        name=description.name,
        product=description.product,
        maker=description.maker,
        model_note=description.model_note,
        page_url=description.page_url,
        description_url=message.location,
        service_types=frozenset({message.target, description.device_type}),
    )


def goodbye_of(message: SsdpMessage, *, sender: str, heard_at: datetime) -> Sighting:
    """Give the sighting of a goodbye; it names who leaves and nothing else."""
    return Sighting(
        heard_by=HeardBy.SSDP,
        heard_at=heard_at,
        address=sender,
        udn=message.udn,
        is_goodbye=True,
    )


def _kind(first_line: str) -> Kind:
    words = first_line.upper().split()
    if len(words) >= 2 and words[0].startswith("HTTP/1.") and words[1] == "200":  # noqa: PLR2004 # version, status
        return Kind.ANSWER
    if words[:2] == ["NOTIFY", "*"]:
        return Kind.ALIVE
    if words[:2] == ["M-SEARCH", "*"]:
        return Kind.OTHER
    raise MalformedDatagram("ssdp.no_ssdp")


def _kind_of_notice(notice: str) -> Kind:
    kinds = {"ssdp:alive": Kind.ALIVE, "ssdp:byebye": Kind.BYEBYE}
    return kinds.get(notice.lower(), Kind.OTHER)


def _headers(lines: list[str]) -> Mapping[str, str]:
    headers: dict[str, str] = {}
    for line in lines[:_HEADERS_READ]:
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


def _udn(unique_service_name: str) -> str | None:
    found = _UDN.fullmatch(unique_service_name)
    return found[1].lower() if found else None


def _location(value: str) -> str | None:
    return value if value and len(value) <= URL_CHARACTERS else None


def _check(message: SsdpMessage) -> None:
    if message.udn is None:
        raise MalformedDatagram("ssdp.no_udn")
    if message.kind is not Kind.BYEBYE and message.location is None:
        raise MalformedDatagram("ssdp.no_location")
