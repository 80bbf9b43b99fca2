"""A driver's manifest: what it is and which streamers it recognises, without importing its code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Malformed
from altrabits_desktop.contract.streamers import Depth, DriverId, Origin
from altrabits_desktop.privacy.link_guard import page_address
from altrabits_desktop.streamers.drivers.driver import DriverAddress

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.streamers.sighting import Sighting

MANIFEST_NAME = "manifest.toml"
_BYTES = 16_384
_CHARACTERS = 128
_ENTRIES = 64
_LOOPBACK = "127."


class AddressField(StrEnum):
    """Field of a sighting that holds the address a driver talks to."""

    CONTROL_URL = "control_url"
    DESCRIPTION_URL = "description_url"
    SERVICE = "service"
    """No address of a page: host and port of the service that was heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the program knows of a driver before its code is imported."""

    id: DriverId
    name: str
    depth: Depth
    capabilities: frozenset[Capability]
    service_types: frozenset[str]
    """DNS-SD types that discovery browses for it."""
    device_types: frozenset[str]
    """UPnP device types that discovery searches for it."""
    recognised_by: AddressField
    recognised_types: frozenset[str]
    """One of these must have been announced; any streamer will do when empty."""
    is_template: bool = False

    def recognises(self, sighting: Sighting) -> DriverAddress | None:
        """Give where the driver finds the streamer of a sighting; None for a stranger.

        Pure. An address on another host than the one that the sighting came from is nobody's.
        """
        if self.recognised_types and not self.recognised_types & sighting.service_types:
            return None
        is_demo = sighting.origin is Origin.DEMO
        # Discovery delivers a loopback address only from a loopback card that was chosen.
        is_loopback = is_demo or sighting.address.startswith(_LOOPBACK)
        if self.recognised_by is AddressField.SERVICE:
            service = sighting.service
            if service is None or service.type not in self.recognised_types:
                return None
            return DriverAddress(
                sighting.address, "", is_loopback_allowed=is_loopback, port=service.port
            )
        claimed: str | None = getattr(sighting, self.recognised_by.value)
        url = page_address(claimed, address=sighting.address)
        if url is None:
            return None
        is_upnp = self.recognised_by is AddressField.DESCRIPTION_URL
        return DriverAddress(
            sighting.address,
            url,
            is_loopback_allowed=is_loopback,
            udn=sighting.udn if is_upnp else None,
        )


def read_manifest(path: Path) -> Manifest:
    """Read the manifest of a driver; blocks for one small file.

    Args:
        path: `manifest.toml` in the driver's folder, which must bear the driver's id.

    Raises:
        Malformed: `driver.manifest_malformed`: unreadable, over 16 KB, a key missing, unknown or
            of a wrong type.
    """
    try:
        return _manifest(path.read_bytes(), folder=path.parent.name)
    except (OSError, ValueError, RecursionError) as error:
        raise Malformed("driver.manifest_malformed", driver=path.parent.name) from error


def _manifest(content: bytes, *, folder: str) -> Manifest:
    if len(content) > _BYTES:
        raise ValueError("too long")
    table = _Table(tomllib.loads(content.decode()))
    heard, recognised = table.table("heard"), table.table("recognised")
    manifest = Manifest(
        id=DriverId(table.text("id")),
        name=table.text("name"),
        depth=Depth(table.text("depth")),
        capabilities=frozenset(Capability(word) for word in table.texts("capabilities")),
        service_types=heard.texts("service_types"),
        device_types=heard.texts("device_types"),
        recognised_by=AddressField(recognised.text("by")),
        recognised_types=recognised.texts("types"),
        is_template=table.truth("is_template"),
    )
    for part in (table, heard, recognised):
        part.expect_empty()
    # The id is also the name of the Python package that is imported for it.
    if manifest.id != folder or not manifest.id.isidentifier():
        raise ValueError("the folder bears another name")
    if manifest.recognised_by is AddressField.SERVICE and not manifest.recognised_types:
        raise ValueError("any service would do")
    return manifest


class _Table:
    """A TOML table from which every key is taken once; each method raises ValueError."""

    def __init__(self, entries: dict[str, object]) -> None:
        self._entries = dict(entries)

    def text(self, key: str) -> str:
        return _text(self._entries.pop(key, None))

    def texts(self, key: str) -> frozenset[str]:
        values = self._entries.pop(key, [])
        if not isinstance(values, list) or len(values) > _ENTRIES:
            raise ValueError(key)
        return frozenset(_text(value) for value in values)

    def truth(self, key: str) -> bool:
        value = self._entries.pop(key, False)
        if not isinstance(value, bool):
            raise ValueError(key)  # noqa: TRY004 # one error for every wrong manifest
        return value

    def table(self, key: str) -> _Table:
        entries = self._entries.pop(key, {})
        if not isinstance(entries, dict):
            raise ValueError(key)  # noqa: TRY004 # one error for every wrong manifest
        return _Table(entries)

    def expect_empty(self) -> None:
        if self._entries:
            raise ValueError(f"unknown: {sorted(self._entries)}")


def _text(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= _CHARACTERS or not value.isprintable():
        raise ValueError("a text is missing, too long or not printable")
    return value
