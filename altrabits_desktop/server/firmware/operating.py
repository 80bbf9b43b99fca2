"""What an operator and a maker do with firmware on the disk: sign, add, list, remove. Blocks."""

from __future__ import annotations

import hashlib
import os
import tomllib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec

from altrabits_desktop.contract.errors import MalformedAnswer, Refused, told_by_system
from altrabits_desktop.contract.firmware import (
    IMAGE_BYTES,
    MANIFEST_BYTES,
    FirmwareManifest,
    SignedManifest,
    read_manifest,
    signed_bytes,
    text_of,
)
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.runtime.firmware_trust import proved_manifest
from altrabits_desktop.runtime.paths import write_whole
from altrabits_desktop.runtime.signatures import new_signing_key, public_key_of, sign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from altrabits_desktop.server.firmware.catalogue import Catalogue

_SIDE_BYTES = MANIFEST_BYTES * 6 + 1024
_KEY_BYTES = 256
_FACTS = ("products", "version", "least_version", "notes", "released_at", "valid_until")


def signed_beside(image: Path) -> Path:
    """Give where the signed manifest of an image lies: beside it, ending in `.json`."""
    return image.with_suffix(".json")


def facts_beside(image: Path) -> Path:
    """Give where the maker's facts about an image lie: beside it, ending in `.toml`."""
    return image.with_suffix(".toml")


def add_firmware(
    image: Path, catalogue: Catalogue, *, trusted: frozenset[str], now: datetime
) -> FirmwareManifest:
    """Put a signed image into the catalogue.

    Raises:
        Refused: `firmware.unsigned`, `firmware.untrusted`, `firmware.forged`, `firmware.expired`,
            `firmware.differs`, `firmware.too_many`, `file.unreadable`, `firmware.not_kept`.
        MalformedAnswer: `firmware.malformed`.
    """
    side = signed_beside(image)
    if not side.is_file():
        raise Refused("firmware.unsigned", file=plain_text(str(side)))
    try:
        signed = msgspec.json.decode(_content(side, most=_SIDE_BYTES), type=SignedManifest)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise MalformedAnswer("firmware.malformed") from error
    manifest = proved_manifest(signed, trusted=trusted)
    if manifest.valid_until <= now:
        raise Refused("firmware.expired")
    with _read_faults(image):
        file = image.open("rb")
    with file:
        try:
            return catalogue.add(file, signed)
        except OSError as error:
            raise Refused("firmware.not_kept", **told_by_system(error)) from error


def remove_firmware(begin: str, catalogue: Catalogue) -> FirmwareManifest:
    """Take an image out of the catalogue, by the first digits of its id.

    Raises:
        Refused: `firmware.unknown`, `firmware.not_kept`.
    """
    try:
        return catalogue.remove(begin)
    except OSError as error:
        raise Refused("firmware.not_kept", **told_by_system(error)) from error


def sign_firmware(image: Path, key_file: Path) -> FirmwareManifest:
    """Sign an image with the facts beside it, and write the signed manifest beside it.

    Raises:
        Refused: `firmware.facts_malformed` (`field`), `firmware.key_unreadable`, `file.unreadable`,
            `firmware.not_kept`.
    """
    secret = _content(key_file, most=_KEY_BYTES).decode("ascii", errors="replace")
    manifest = _manifest(image)
    text = text_of(manifest)
    try:
        # Whoever takes it reads it so; better known before it is signed.
        read_manifest(text)
    except MalformedAnswer as error:
        raise Refused("firmware.facts_malformed", field="valid_until, notes") from error
    try:
        signed = SignedManifest(
            manifest=text, key=public_key_of(secret), signature=sign(signed_bytes(text), secret)
        )
    except ValueError as error:
        raise Refused("firmware.key_unreadable", file=plain_text(str(key_file))) from error
    try:
        write_whole(signed_beside(image), msgspec.json.encode(signed) + b"\n")
    except OSError as error:
        raise Refused("firmware.not_kept", **told_by_system(error)) from error
    return manifest


def make_key(file: Path) -> str:
    """Make a key to sign with, in a new file for its owner alone, and give its public half.

    Raises:
        Refused: `firmware.not_kept`: the file is there already, or cannot be written.
    """
    secret = new_signing_key()
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as written:
            written.write(f"{secret}\n")
    except OSError as error:
        raise Refused("firmware.not_kept", **told_by_system(error)) from error
    return public_key_of(secret)


def _manifest(image: Path) -> FirmwareManifest:
    with _read_faults(image), image.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if not 0 < size <= IMAGE_BYTES:
        raise Refused("firmware.facts_malformed", field=image.name)
    table = _facts(facts_beside(image))
    for field in table.keys() - frozenset(_FACTS):
        raise Refused("firmware.facts_malformed", field=plain_text(field))
    notes = table.pop("notes", None)
    listed = notes.items() if isinstance(notes, dict) else ()
    facts: dict[str, Any] = {
        **table,
        "format": 1,
        "size_bytes": size,
        "sha256": digest,
        "notes": [{"language": language, "text": text} for language, text in listed],
    }
    try:
        return msgspec.convert(facts, FirmwareManifest)
    except msgspec.ValidationError as error:
        named = [field for field in _FACTS if field in str(error)]
        field = named[0] if named else plain_text(str(error))
        raise Refused("firmware.facts_malformed", field=field) from error


def _facts(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(_content(path, most=MANIFEST_BYTES * 2).decode())
    except (ValueError, RecursionError) as error:
        raise Refused("firmware.facts_malformed", field=plain_text(path.name)) from error


def _content(path: Path, *, most: int) -> bytes:
    with _read_faults(path), path.open("rb") as file:
        return file.read(most + 1)


@contextmanager
def _read_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refused(
            "file.unreadable", file=plain_text(str(path)), reason=error.strerror or str(error)
        ) from error
