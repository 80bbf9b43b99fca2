"""Firmware on the server's disk: an image and its signed manifest, side by side, by their SHA-256.

No database: an image may have 256 MiB, and nothing here belongs to an account. What lies here is
proved by whoever takes it; this only keeps it whole. All of it blocks for the disk.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.firmware import (
    IMAGES_MOST,
    MANIFEST_BYTES,
    SignedManifest,
    read_manifest,
)
from altrabits_desktop.runtime.paths import without_waiting, write_whole

if TYPE_CHECKING:
    from typing import BinaryIO

    from altrabits_desktop.contract.firmware import FirmwareManifest

FOLDER = "firmware"
"""Within `server/` of the profile."""
_ID = re.compile(r"[0-9a-f]{64}")
_OWNER_ONLY = 0o700
_COPIED_BYTES = 1024 * 1024
_FILE_BYTES = MANIFEST_BYTES * 6 + 1024
"""JSON within JSON: each sign may be written with six."""


class Catalogue:
    """One folder; several processes may read it while one adds.

    Args:
        folder: need not be there; None has nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def signed(self) -> tuple[SignedManifest, ...]:
        """Give every manifest, the newest release first; what cannot be read is left out."""
        found = [(read_manifest(one.manifest), one) for one in self._all()]
        found.sort(key=lambda pair: (pair[0].released_at, pair[0].sha256), reverse=True)
        return tuple(one for _, one in found)[:IMAGES_MOST]

    def manifests(self) -> tuple[FirmwareManifest, ...]:
        """Give what they say, in the same order."""
        return tuple(read_manifest(one.manifest) for one in self.signed())

    def part(self, image_id: str, *, offset: int, most: int) -> bytes | None:
        """Give bytes of an image; empty behind its end, None where there is no such image."""
        if self._folder is None or not _ID.fullmatch(image_id):
            return None
        try:
            with _opened(self._image(image_id)) as file:
                file.seek(offset)
                return file.read(most)
        except FileNotFoundError:
            return None

    def add(self, file: BinaryIO, signed: SignedManifest) -> FirmwareManifest:
        """Keep an image with its manifest; a manifest signed anew takes the place of the old one.

        Args:
            file: of the image, at its begin.
            signed: proved before.

        Raises:
            MalformedAnswer: `firmware.malformed`.
            Refused: `firmware.differs`: the image is not the signed one; `firmware.too_many`.
            OSError: as the system gives it; nothing was added.
        """
        manifest = read_manifest(signed.manifest)
        folder = self._made()
        known = {one.sha256 for one in self.manifests()}
        if manifest.sha256 not in known and len(known) >= IMAGES_MOST:
            raise Refused("firmware.too_many", most=IMAGES_MOST)
        handle, name = tempfile.mkstemp(prefix=".image-", dir=folder)
        copy = Path(name)
        try:
            with os.fdopen(handle, "wb") as kept:
                is_same = _copied(file, kept, manifest)
                kept.flush()
                os.fsync(kept.fileno())
            if not is_same:
                raise Refused("firmware.differs")
            copy.replace(self._image(manifest.sha256))
        finally:
            copy.unlink(missing_ok=True)
        # The manifest comes last: nobody learns of an image that is not there.
        write_whole(self._manifest(manifest.sha256), msgspec.json.encode(signed))
        return manifest

    def remove(self, begin: str) -> FirmwareManifest:
        """Take an image out, by the first digits of its SHA-256; at least eight.

        Raises:
            Refused: `firmware.unknown`: none, or more than one, begins so.
            OSError: as the system gives it.
        """
        found = [one for one in self.manifests() if one.sha256.startswith(begin.lower())]
        if len(begin) < 8 or len(found) != 1:  # noqa: PLR2004 # as the docstring says
            raise Refused("firmware.unknown")
        self._manifest(found[0].sha256).unlink(missing_ok=True)
        self._image(found[0].sha256).unlink(missing_ok=True)
        return found[0]

    def _all(self) -> list[SignedManifest]:
        names = [] if self._folder is None else _names(self._folder)
        found = []
        for name in names:
            stem, _, end = name.partition(".")
            if end != "json" or not _ID.fullmatch(stem):
                continue
            with suppress(OSError, msgspec.MsgspecError, ValueError, MalformedAnswer):
                one = _read(self._manifest(stem))
                if read_manifest(one.manifest).sha256 == stem and self._image(stem).is_file():
                    found.append(one)
        return found

    def _made(self) -> Path:
        if self._folder is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        self._folder.mkdir(mode=_OWNER_ONLY, exist_ok=True)
        return self._folder

    def _image(self, image_id: str) -> Path:
        return (self._folder or Path()) / f"{image_id}.bin"

    def _manifest(self, image_id: str) -> Path:
        return (self._folder or Path()) / f"{image_id}.json"


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return []


def _opened(path: Path) -> BinaryIO:
    # A link in its place can only have been planted.
    return open(
        path, "rb", opener=lambda name, flags: without_waiting(name, flags, follows_links=False)
    )


def _read(path: Path) -> SignedManifest:
    with _opened(path) as file:
        return msgspec.json.decode(file.read(_FILE_BYTES), type=SignedManifest)


def _copied(file: BinaryIO, kept: BinaryIO, manifest: FirmwareManifest) -> bool:
    """Copy an image; False where it turns out not to be the signed one."""
    digest, size = hashlib.sha256(), 0
    while part := file.read(_COPIED_BYTES):
        size += len(part)
        if size > manifest.size_bytes:
            return False
        digest.update(part)
        kept.write(part)
    return size == manifest.size_bytes and digest.hexdigest() == manifest.sha256
