"""From a DNS-SD service to a sighting; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from altrabits_desktop.contract.plain_text import plain_host_name, plain_name
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.identity import canonical_mac
from altrabits_desktop.streamers.reach import http_url
from altrabits_desktop.streamers.sighting import ServicePort, Sighting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from altrabits_desktop.streamers.discovery.subnets import Subnets

GROUP = "224.0.0.251"
LINK_GROUP = "ff02::fb"
_TXT_KEYS_READ = 64
_PORT_MOST = 65535
_TYPE = re.compile(r"_[A-Za-z0-9-]{1,15}\._(?:tcp|udp)")
_API_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_OF_SERVICES = UUID("6f1c2a4e-52b0-5d0c-9a57-3b1d6f0e8c21")
"""Of these UUIDs; chosen once, as any other would change what every account knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One instance of a service as its records tell it."""

    type: str
    """Without domain, such as `_altrabits._tcp`."""
    instance: str
    host: str
    port: int
    addresses: tuple[str, ...]
    """Literals: of IPv4 where it has any, else link-local ones with the number of the card."""
    texts: Mapping[bytes, bytes | None]


def service_type_names(words: frozenset[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Give those words that are DNS-SD types, without domain, sorted; others are left out."""
    bare = {word.removesuffix(".").removesuffix(".local") for word in words}
    return tuple(sorted(name for name in bare if _TYPE.fullmatch(name)))


def sighting_of_service(
    service: Service, *, subnets: Subnets, heard_at: datetime
) -> Sighting | None:
    """Give the sighting of a service at its address on a chosen card.

    Pure; at most 64 keys of its text record are looked at.

    Args:
        service: as resolved.
        subnets: of the chosen cards.
        heard_at: UTC.

    Returns:
        None when none of its addresses lies in a chosen card's subnet.
    """
    here = [(a, card) for a in service.addresses if (card := subnets.card_of(a)) is not None]
    if not here:
        return None
    address, card = here[0]
    texts = _texts(service.texts)
    port = service.port if 1 <= service.port <= _PORT_MOST else None
    api_id = texts.get("id", "")
    return Sighting(
        heard_by=HeardBy.MDNS,
        heard_at=heard_at,
        address=address,
        card_name=card.name,
        mac=canonical_mac(texts.get("mac", "")),
        api_id=api_id if _API_ID.fullmatch(api_id) else None,
        name=plain_name(service.instance),
        product=plain_name(texts.get("pn")),
        host_name=plain_host_name(service.host.removesuffix(".").removesuffix(".local")),
        room=plain_name(texts.get("rm")),
        page_url=http_url(address, port=port) if port else None,
        control_url=_control_url(address, port=port, api=texts.get("api")),
        service_types=frozenset({service.type}),
        service=ServicePort(service.type, port) if port else None,
    )


def identified_by_service(sighting: Sighting) -> Sighting:
    """Give the sighting of a service that says nothing of who it is an identity; pure.

    Music servers announce no more than a host and a port. These stay when the address changes, as
    no two hosts of a network bear one name (RFC 6762, 9): a UUID made of them stands where a UDN
    would. What such a port speaks is no page.
    """
    service, host = sighting.service, sighting.host_name
    if service is None or host is None or sighting.has_identity:
        return sighting
    # Not of its type: on one port of one host there is one server, whatever its types are called.
    udn = uuid5(_OF_SERVICES, f"{host}/{service.port}")
    return replace(sighting, udn=str(udn), page_url=None)


def _control_url(address: str, *, port: int | None, api: str | None) -> str | None:
    return http_url(address, port=port, path="/api/v1") if port and api == "1" else None


def _texts(raw: Mapping[bytes, bytes | None]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for key, value in list(raw.items())[:_TXT_KEYS_READ]:
        name = key.decode("ascii", "replace").lower()
        texts.setdefault(name, (value or b"").decode("utf-8", "replace"))
    return texts
