"""All drivers by their manifests: who can talk to a streamer, and what discovery should ask for."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Malformed
from altrabits_desktop.contract.streamers import Depth
from altrabits_desktop.streamers.drivers.driver import Recognition
from altrabits_desktop.streamers.drivers.manifest import (
    MANIFEST_NAME,
    AddressField,
    Manifest,
    read_manifest,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from altrabits_desktop.streamers.sighting import Sighting

logger = logging.getLogger(__name__)

_DRIVERS_MOST = 64
_DEPTHS = tuple(Depth)


class Catalog:
    """The drivers there are; immutable, imports none of them.

    Args:
        manifests: the deepest driver that recognises a streamer gets it, else the first in
            the order of ids.
    """

    def __init__(self, manifests: Iterable[Manifest]) -> None:
        self.manifests = tuple(
            sorted(manifests, key=lambda one: (-_DEPTHS.index(one.depth), one.id))
        )

    @classmethod
    def bundled(cls) -> Catalog:
        """Read the manifests that come with the program; blocks for a few small files."""
        manifests = read_manifests(Path(__file__).parent)
        return cls(manifest for manifest in manifests if not manifest.is_template)

    def recognise(self, sighting: Sighting) -> Recognition | None:
        """Give the deepest driver that recognises a sighting; pure."""
        for manifest in self.manifests:
            address = manifest.recognises(sighting)
            if address is not None:
                return Recognition(manifest.id, manifest.depth, address)
        return None

    def service_types(self) -> frozenset[str]:
        """Give the DNS-SD types to browse for, such as `_altrabits._tcp`."""
        return frozenset().union(*(manifest.service_types for manifest in self.manifests))

    def unnamed_types(self) -> frozenset[str]:
        """Give those of them that are recognised by their port, and name nobody's identity."""
        by_service = (m for m in self.manifests if m.recognised_by is AddressField.SERVICE)
        return frozenset().union(*(manifest.service_types for manifest in by_service))

    def device_types(self) -> frozenset[str]:
        """Give the UPnP device types to search for."""
        return frozenset().union(*(manifest.device_types for manifest in self.manifests))


def read_manifests(folder: Path) -> tuple[Manifest, ...]:
    """Read the manifests of all driver folders under `folder`; one that is broken is left out."""
    manifests: list[Manifest] = []
    for path in sorted(folder.glob(f"*/{MANIFEST_NAME}"))[:_DRIVERS_MOST]:
        try:
            manifests.append(read_manifest(path))
        except Malformed:
            logger.exception("the manifest of driver %s is broken", path.parent.name)
    return tuple(manifests)
