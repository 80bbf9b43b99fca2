"""Firmware as a maker releases it, signed with a key of the tests."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from altrabits_desktop.contract.firmware import (
    FirmwareManifest,
    Notes,
    SignedManifest,
    signed_bytes,
    text_of,
)
from altrabits_desktop.runtime.signatures import public_key_of, sign

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "11" * 32
KEY = public_key_of(SECRET)
OTHER_SECRET = "22" * 32
TRUSTED = frozenset({KEY})
IMAGE = bytes(range(256)) * 700
"""179,200 bytes: three parts of an upload, the last one short."""
PRODUCTS = ("Cobalt S1", "Cobalt Amp", "Cobalt Mini", "Cobalt S2", "Cobalt Bar")


def manifest_for(image: bytes = IMAGE, **fields: object) -> FirmwareManifest:
    values: dict[str, Any] = {
        "format": 1,
        "products": PRODUCTS,
        "version": "2.5.0",
        "size_bytes": len(image),
        "sha256": hashlib.sha256(image).hexdigest(),
        "notes": (
            Notes(language="en", text="Quieter fans."),
            Notes(language="de", text="Leisere Lüfter."),
        ),
        "released_at": datetime(2026, 1, 1, tzinfo=UTC),
        "valid_until": datetime(9000, 1, 1, tzinfo=UTC),
    }
    return FirmwareManifest(**{**values, **fields})


def signed_text(text: str, *, secret: str = SECRET) -> SignedManifest:
    return SignedManifest(
        manifest=text, key=public_key_of(secret), signature=sign(signed_bytes(text), secret)
    )


def signed_for(image: bytes = IMAGE, *, secret: str = SECRET, **fields: object) -> SignedManifest:
    return signed_text(text_of(manifest_for(image, **fields)), secret=secret)


def released(folder: Path, image: bytes = IMAGE, *, secret: str = SECRET, **fields: object) -> Path:
    """Write an image and its signed manifest, as a maker hands them over."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "cobalt.bin"
    file.write_bytes(image)
    signed = signed_for(image, secret=secret, **fields)
    file.with_suffix(".json").write_bytes(msgspec.json.encode(signed))
    return file
