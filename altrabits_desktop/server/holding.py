"""One server a folder: whoever serves holds it, whether of its own or inside an app."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import ProfileUnusable, Refused
from altrabits_desktop.runtime.file_lock import lock_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; a second server would answer with the same database.

    Blocks for a few small file operations.

    Raises:
        ProfileUnusable: `profile.unwritable`.
        Refused: `server.in_use`: another process holds it.
    """
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(folder / "server.lock", flags, 0o600)
    except OSError as error:
        raise ProfileUnusable(
            "profile.unwritable", folder=str(folder), reason=error.strerror or str(error)
        ) from error
    try:
        if not lock_file(handle):
            raise Refused("server.in_use", folder=str(folder))
        yield
    finally:
        os.close(handle)


def is_held(folder: Path) -> bool:
    """Tell whether some process serves from a folder; blocks as `held` does.

    Raises:
        ProfileUnusable: `profile.unwritable`.
    """
    try:
        with held(folder):
            return False
    except Refused:
        return True
