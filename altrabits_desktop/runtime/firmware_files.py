"""Firmware on this computer: images on their way to streamers, and what became of each update.

One folder of the profile, owner-only. All of it blocks for the disk: off the loop.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.errors import ProfileUnusable, told_by_system
from altrabits_desktop.contract.firmware import Version
from altrabits_desktop.contract.instant import Instant
from altrabits_desktop.runtime.paths import without_waiting, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import BinaryIO

    from altrabits_desktop.contract.firmware import FirmwareManifest

_RECORDS = "records.json"
_IMAGE = ".image"
_RECORDS_BYTES = 262_144
_COPIED_BYTES = 1024 * 1024


class UpdateRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What became of the latest update of one streamer, and what is put off."""

    version: Version | None = None
    """That was to be installed; None where none was yet."""
    is_installed: bool = False
    code: str = ""
    """Why the old one was kept; empty where it was not."""
    at: Instant | None = None
    later: Version | None = None
    """That is not to be asked about again."""


class FirmwareFiles:
    """Reads and writes them.

    Args:
        folder: made when something is kept.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def loaded_bytes(self, manifest: FirmwareManifest) -> int:
        """Give how much of an image is here."""
        try:
            return self._image(manifest).stat().st_size
        except OSError:
            return 0

    def add(self, manifest: FirmwareManifest, part: bytes, *, offset: int) -> None:
        """Keep a part of an image, in the place of all that was behind it.

        Raises:
            ProfileUnusable: `profile.unwritable`.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            mode = "r+b" if offset else "wb"
            with open(self._image(manifest), mode, opener=_alone) as file:
                file.truncate(offset)
                file.seek(offset)
                file.write(part)
        except OSError as error:
            raise self._unwritable(error) from error

    def is_whole(self, manifest: FirmwareManifest) -> bool:
        """Tell whether the image here is the signed one; one that is not is removed."""
        digest, size = hashlib.sha256(), 0
        try:
            with self._opened(manifest) as file:
                while part := file.read(_COPIED_BYTES):
                    size += len(part)
                    digest.update(part)
        except OSError:
            return False
        if size == manifest.size_bytes and digest.hexdigest() == manifest.sha256:
            return True
        self.drop(manifest)
        return False

    def part(self, manifest: FirmwareManifest, *, offset: int, most: int) -> bytes:
        """Give a part of an image that is whole.

        Raises:
            ProfileUnusable: `profile.unwritable`: it cannot be read.
        """
        try:
            with self._opened(manifest) as file:
                file.seek(offset)
                return file.read(most)
        except OSError as error:
            raise self._unwritable(error) from error

    def drop(self, manifest: FirmwareManifest) -> None:
        """Need an image no longer; one that cannot be removed stays."""
        with suppress(OSError):
            self._image(manifest).unlink(missing_ok=True)

    def drop_others(self, needed: Iterable[FirmwareManifest]) -> None:
        """Need no image but these any longer, such as what was loaded of older firmware."""
        kept = {self._image(manifest) for manifest in needed}
        self._remove(path for path in self._found() if path.suffix == _IMAGE and path not in kept)

    def records(self) -> dict[str, UpdateRecord]:
        """Give what is kept, by the streamer's id in the account; nothing where it is damaged."""
        try:
            with open(self._folder / _RECORDS, "rb", opener=_alone) as file:
                content = file.read(_RECORDS_BYTES)
            return msgspec.json.decode(content, type=dict[str, UpdateRecord])
        except (OSError, msgspec.MsgspecError, ValueError, RecursionError):
            return {}

    def keep(self, records: Mapping[str, UpdateRecord]) -> None:
        """Keep all of it.

        Raises:
            ProfileUnusable: `profile.unwritable`; what was there is as it was.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._folder / _RECORDS, msgspec.json.encode(dict(records)))
        except OSError as error:
            raise self._unwritable(error) from error

    def clear(self) -> None:
        """Keep nothing any more, of nobody; what cannot be removed stays."""
        self._remove(
            path for path in self._found() if path.name == _RECORDS or path.suffix == _IMAGE
        )

    def _found(self) -> list[Path]:
        try:
            return list(self._folder.iterdir())
        except OSError:
            return []

    def _remove(self, paths: Iterable[Path]) -> None:
        for path in paths:
            # Each for itself: one that somebody holds open keeps no other.
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _image(self, manifest: FirmwareManifest) -> Path:
        return self._folder / f"{manifest.sha256}{_IMAGE}"

    def _opened(self, manifest: FirmwareManifest) -> BinaryIO:
        return open(self._image(manifest), "rb", opener=_alone)

    def _unwritable(self, error: OSError) -> ProfileUnusable:
        return ProfileUnusable(
            "profile.unwritable", folder=str(self._folder), **told_by_system(error)
        )


def _alone(name: str, flags: int) -> int:
    # A link in its place can only have been planted.
    return without_waiting(name, flags | getattr(os, "O_BINARY", 0), follows_links=False)
