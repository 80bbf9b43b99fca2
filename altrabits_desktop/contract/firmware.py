"""Firmware for streamers: what its maker signs, and which firmware may follow which. Pure.

A manifest is signed as the text that it is: whoever checks it reads exactly the signed characters,
and takes no other spelling of them. So nothing need be written anew before it is checked, which
small devices get wrong. Importing this imports msgspec.

Source: docs/firmware.md, "Step 8: updates"; docs/security-requirements.md R57.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.instant import Instant

MANIFEST_BYTES = 16_384
IMAGE_BYTES = 256 * 1024 * 1024
PART_BYTES = 1024 * 1024
"""The server gives an image in parts of at most this size."""
IMAGES_MOST = 64
"""In one catalogue: a list of them stays below what a client takes."""
SIGNED_BEFORE = b"AltraBits firmware manifest 1\n"
"""Stands before the text in what is signed, so that a signature means nothing anywhere else."""

# "$" alone would let a line end through at the end of the text.
_END = r"$(?!\n)"
_NUMBER = r"(0|[1-9][0-9]{0,4})"
_VERSION = re.compile(rf"{_NUMBER}(\.{_NUMBER}){{1,3}}")
_TAG = rf"^[A-Za-z]{{2,8}}(-[A-Za-z0-9]{{1,8}})*{_END}"
_PARTS = 4
_ENGLISH = "en"

Version = Annotated[str, Meta(max_length=23, pattern=f"^{_VERSION.pattern}{_END}")]
Sha256 = Annotated[str, Meta(pattern=rf"^[0-9a-f]{{64}}{_END}")]
PublicKey = Annotated[str, Meta(pattern=rf"^[0-9a-f]{{64}}{_END}")]
"""Ed25519, its 32 bytes in hexadecimal digits."""
Signature = Annotated[str, Meta(pattern=rf"^[0-9a-f]{{128}}{_END}")]
Product = Annotated[str, Meta(min_length=1, max_length=128, pattern=rf"^[^\x00-\x1f\x7f]+{_END}")]


class Notes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is new, in one language."""

    language: Annotated[str, Meta(max_length=35, pattern=_TAG)]
    text: Annotated[str, Meta(min_length=1, max_length=4000)]
    """Plain text with line ends; never markup."""


class FirmwareManifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the maker says of one image."""

    format: Literal[1]
    products: Annotated[tuple[Product, ...], Meta(min_length=1, max_length=32)]
    """Which it is for: `product` of `info`."""
    version: Version
    least_version: Version | None = None
    """What a streamer must have to take it; None for any older one."""
    size_bytes: Annotated[int, Meta(ge=1, le=IMAGE_BYTES)]
    sha256: Sha256
    """Of the image."""
    notes: Annotated[tuple[Notes, ...], Meta(min_length=1, max_length=16)]
    released_at: Instant
    valid_until: Instant
    """From then on it is taken nowhere: who keeps newer firmware back gains no more than that."""


class SignedManifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A manifest as it is handed around: its text, who signed it, and the signature."""

    manifest: Annotated[str, Meta(min_length=2, max_length=MANIFEST_BYTES)]
    key: PublicKey
    signature: Signature


class FirmwareList(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a server's catalogue has."""

    images: Annotated[tuple[SignedManifest, ...], Meta(max_length=IMAGES_MOST)]


def text_of(manifest: FirmwareManifest) -> str:
    """Give the one text of a manifest: JSON, keys in their order by letter, no spaces."""
    return msgspec.json.encode(manifest, order="sorted").decode()


def signed_bytes(text: str) -> bytes:
    """Give what a signature is over."""
    return SIGNED_BEFORE + text.encode()


def read_manifest(text: str) -> FirmwareManifest:
    """Read a text whose signature was found right; this does not check it.

    Raises:
        MalformedAnswer: `firmware.malformed`: no manifest, beyond its bounds, or spelt otherwise
            than `text_of` does.
    """
    try:
        manifest = msgspec.json.decode(text, type=FirmwareManifest)
        is_whole = len(text.encode()) <= MANIFEST_BYTES and text_of(manifest) == text
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise MalformedAnswer("firmware.malformed") from error
    if not is_whole or manifest.valid_until <= manifest.released_at:
        raise MalformedAnswer("firmware.malformed")
    return manifest


def version_in(text: str | None) -> str | None:
    """Find the version in what a streamer says of its firmware, such as `Firmware 2.4.1`."""
    found = [word for word in (text or "").split() if _VERSION.fullmatch(word)]
    return found[0] if len(found) == 1 else None


def is_newer(version: str, than: str) -> bool:
    """Compare two versions number by number; what one lacks at the end is nought."""
    return _numbers(version) > _numbers(than)


def hindrance(
    manifest: FirmwareManifest, *, product: str, version: str, now: datetime | None
) -> str | None:
    """Give the code of why a streamer may not take a firmware; None where it may.

    Args:
        manifest: its signature was found right.
        product: of the streamer.
        version: that it has.
        now: None for a streamer that does not know the time.
    """
    if product not in manifest.products:
        return "firmware.other_product"
    if not is_newer(manifest.version, version):
        return "firmware.not_newer"
    if manifest.least_version is not None and is_newer(manifest.least_version, version):
        return "firmware.too_far"
    if now is not None and manifest.valid_until <= now:
        return "firmware.expired"
    return None


def best_for(
    manifests: tuple[FirmwareManifest, ...], *, product: str, version: str, now: datetime
) -> FirmwareManifest | None:
    """Give the newest firmware that a streamer may take; None where there is none."""
    fitting = [
        manifest
        for manifest in manifests
        if hindrance(manifest, product=product, version=version, now=now) is None
    ]
    return max(fitting, key=lambda manifest: _numbers(manifest.version), default=None)


def notes_in(manifest: FirmwareManifest, language: str) -> str:
    """Give the notes in the nearest language: the very one, its main one, English, the first."""
    by_tag = {note.language.lower(): note.text for note in reversed(manifest.notes)}
    wanted = language.lower()
    for tag in (wanted, wanted.partition("-")[0], _ENGLISH):
        if tag in by_tag:
            return by_tag[tag]
    return manifest.notes[0].text


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in version.split(".")]
    return tuple(numbers + [0] * (_PARTS - len(numbers)))
