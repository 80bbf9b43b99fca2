"""Firmware as the person's server offers it. What it gives is proved by whoever takes it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.contract.errors import AltraBitsError, Refused
from altrabits_desktop.contract.firmware import FirmwareList
from altrabits_desktop.runtime.firmware_trust import proved_manifest

if TYPE_CHECKING:
    from altrabits_desktop.actions.contact import Contact
    from altrabits_desktop.contract.firmware import FirmwareManifest, SignedManifest


class Trust(Protocol):
    """Whose firmware is taken; blocks for a small read."""

    def __call__(self) -> tuple[frozenset[str], frozenset[str]]:
        """Give the maker's keys, and one that was named on purpose beside them."""


class FirmwareSource:
    """Asks the server; raises as `Contact.ask`.

    Args:
        contact: the way to it.
    """

    def __init__(self, contact: Contact) -> None:
        self._contact = contact

    async def offered(self, product: str) -> tuple[SignedManifest, ...]:
        """Give what there is for a product, the newest release first."""
        query = {"product": product}
        try:
            answer = await self._contact.ask("firmware.list", FirmwareList, query=query)
        except Refused as refusal:
            if refusal.code != "path.unknown":
                raise
            # An older server knows nothing of firmware, and so has none.
            return ()
        return answer.images

    async def part(self, image_id: str, *, offset: int) -> bytes:
        """Give the next part of an image, at most 4 MB."""
        contact = self._contact
        places, query = {"id": image_id}, {"from": str(offset)}
        return await contact.through(
            lambda: contact.client.content("firmware.image", places=places, query=query)
        )


def proved_of(
    offered: tuple[SignedManifest, ...], trusted: frozenset[str]
) -> list[tuple[FirmwareManifest, SignedManifest]]:
    """Give what is signed by who is trusted; loads a library, and computes."""
    found = []
    for signed in offered:
        # Whatever the server makes up, or somebody else signed, is as good as not there.
        with suppress(AltraBitsError):
            found.append((proved_manifest(signed, trusted=trusted), signed))
    return found
