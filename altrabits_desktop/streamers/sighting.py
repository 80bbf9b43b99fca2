"""A sighting: one announcement of one streamer, heard once, parsed and cleaned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.streamers import HeardBy, Origin

if TYPE_CHECKING:
    from datetime import datetime


class ServicePort(NamedTuple):
    """Where a service of DNS-SD is spoken to."""

    type: str
    """Without domain, such as `_mpd._tcp`."""
    port: int
    """TCP, 1 to 65,535."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What one announcement said, and who really sent it.

    All texts are plain (`contract.plain_text`). Everything but `address`, `heard_at`, `heard_by`,
    `origin` and `card_name` is a claim of the sender (R5).
    """

    heard_by: HeardBy
    heard_at: datetime
    """UTC."""
    address: str
    """IPv4 literal of the datagram's source, or for mDNS of the answer's address record."""
    origin: Origin = Origin.LAN
    card_name: str | None = None
    mac: str | None = None
    """Lower case with colons; never all zero, never a group address."""
    udn: str | None = None
    """UPnP unique device name without `uuid:`, lower case."""
    api_id: str | None = None
    """Identity of the control API (`id`)."""
    name: str | None = None
    product: str | None = None
    maker: str | None = None
    model_note: str | None = None
    host_name: str | None = None
    room: str | None = None
    page_url: str | None = None
    control_url: str | None = None
    description_url: str | None = None
    service_types: frozenset[str] = frozenset()
    """DNS-SD types (`_altrabits._tcp`) and UPnP device types (`urn:...:MediaRenderer:1`)."""
    service: ServicePort | None = None
    """The service that was heard, for drivers that speak to its port."""
    is_goodbye: bool = False

    @property
    def has_identity(self) -> bool:
        """Whether it says who it is, beyond an address."""
        return bool(self.mac or self.udn or self.api_id)


Deliver = Callable[[Sighting], None]
"""Takes a sighting on the thread of the loop; must not block or raise."""
