"""The files with copies of streamers' settings, in a folder of the person's own."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.snapshots import (
    SNAPSHOT_BYTES,
    Snapshot,
    read_snapshot,
    snapshot_bytes,
)
from altrabits_desktop.contract.errors import Malformed, Refused, told_by_system
from altrabits_desktop.runtime.paths import write_whole

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

ENDING = ".altrabits-settings.json"
MOST_FILES = 100
"""Files that are listed, the newest first."""
_NAME_CHARACTERS = 60
_BEYOND_NAMES = re.compile(r"[^\w .-]+")


@dataclass(frozen=True, slots=True)
class KeptSnapshot:
    """One file, and what is in it."""

    file: str
    """Its name, without folder and ending."""
    snapshot: Snapshot


class SnapshotShelf:
    """Nothing is written before the person asks for it. On one loop; files are read off it.

    Args:
        folder: where the files lie; made with the first one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where they lie."""
        return self._folder

    async def kept(self) -> tuple[KeptSnapshot, ...]:
        """Give what is there, the newest first; what cannot be read is left out."""
        return await asyncio.to_thread(self._read_all)

    async def keep(self, snapshot: Snapshot, *, name: str) -> Path:
        """Write one, and give its file.

        Raises:
            Refused: `document.unwritable`: it could not be written.
        """
        return await asyncio.to_thread(self._write, snapshot, name)

    async def write_text(self, text: str, *, name: str, at: datetime) -> Path:
        """Write a text, such as a log, beside them, and give its file.

        Args:
            text: of it.
            name: of the streamer.
            at: when it was so; any zone.

        Raises:
            Refused: `document.unwritable`: it could not be written.
        """
        return await asyncio.to_thread(self._write_bytes, text.encode(), _stem(name, at), ".txt")

    def _read_all(self) -> tuple[KeptSnapshot, ...]:
        try:
            written_at = {file: file.stat().st_mtime for file in self._folder.glob(f"*{ENDING}")}
        except OSError:
            return ()
        files = sorted(written_at, key=written_at.__getitem__, reverse=True)[:MOST_FILES]
        found = (self._read(file) for file in files)
        kept = [one for one in found if one is not None]
        return tuple(sorted(kept, key=lambda one: one.snapshot.made_at, reverse=True))

    def _read(self, file: Path) -> KeptSnapshot | None:
        try:
            with file.open("rb") as opened:
                snapshot = read_snapshot(opened.read(SNAPSHOT_BYTES + 1))
        except (OSError, Malformed):
            return None
        return KeptSnapshot(file.name.removesuffix(ENDING), snapshot)

    def _write(self, snapshot: Snapshot, name: str) -> Path:
        stem = _stem(name, snapshot.made_at)
        return self._write_bytes(snapshot_bytes(snapshot), stem, ENDING)

    def _write_bytes(self, content: bytes, stem: str, ending: str) -> Path:
        path = self._folder / f"{stem}{ending}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)
        except OSError as error:
            raise Refused(
                "document.unwritable", folder=str(self._folder), **told_by_system(error)
            ) from error
        return path


def _stem(name: str, at: datetime) -> str:
    return f"{file_name(name)} {at.astimezone():%Y-%m-%d %H-%M-%S}"


def file_name(name: str) -> str:
    """Give a name as a file may have it on every system; pure."""
    plain = _BEYOND_NAMES.sub(" ", name).strip(" .")[:_NAME_CHARACTERS].strip(" .")
    return plain or "streamer"
