"""What a kiosk keeps in its profile: set-up, tries of the PIN, and when it was wiped.

Three small files under `kiosk/`, owner-only and replaced whole; all of it blocks for a read or a
disk sync, so it is called off the loop. No visitor's doing is in any of them.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, TypeVar

import msgspec

from altrabits_desktop.contract.errors import ProfileUnusable, told_by_system
from altrabits_desktop.contract.instant import Instant
from altrabits_desktop.contract.kiosk import MOST_WIPES, KioskSetup, Wipe
from altrabits_desktop.runtime.passwords import strength_of
from altrabits_desktop.runtime.paths import without_waiting, write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from altrabits_desktop.runtime.paths import Profile

Kept = TypeVar("Kept")

_FILE_BYTES = 262_144
_MOST_MEMORY_MIB = 1024
_MOST_PASSES = 64


class KioskFiles:
    """Reads and writes them.

    Args:
        profile: whose they are.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._folder = profile.kiosk_folder

    def setup(self) -> KioskSetup | None:
        """Give what staff have chosen; None where nothing was.

        Raises:
            ProfileUnusable: `kiosk.damaged`: something is there that is no set-up.
        """
        try:
            setup = _read(self._profile.kiosk_file, KioskSetup)
            _check_hash(setup.pin)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError, ValueError) as error:
            raise ProfileUnusable("kiosk.damaged", file=str(self._profile.kiosk_file)) from error
        return setup

    def keep_setup(self, setup: KioskSetup) -> None:
        """Keep what staff have chosen, in the place of what was there.

        Raises:
            ProfileUnusable: `profile.unwritable`; what was there is as it was.
        """
        self._write(self._profile.kiosk_file, msgspec.json.encode(setup))

    def remove(self) -> None:
        """Be no kiosk any more.

        Raises:
            ProfileUnusable: `profile.unwritable`.
        """
        try:
            for path in (self._profile.kiosk_file, self._tries_file, self._wipes_file):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise self._unwritable(error) from error

    def tries(self) -> tuple[datetime, ...] | None:
        """Give when a PIN was tried since the last right one; None where that cannot be read."""
        try:
            return _read(self._tries_file, tuple[Instant, ...])
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.MsgspecError, ValueError):
            return None

    def keep_tries(self, tries: Sequence[datetime]) -> None:
        """Keep when a PIN was tried.

        Raises:
            ProfileUnusable: `profile.unwritable`.
        """
        self._write(self._tries_file, msgspec.json.encode(tuple(tries)))

    def wipes(self) -> tuple[Wipe, ...]:
        """Give when it was wiped, the latest last; none where that cannot be read."""
        try:
            return _read(self._wipes_file, tuple[Wipe, ...])
        except (OSError, msgspec.MsgspecError, ValueError):
            return ()

    def keep_wipe(self, wipe: Wipe) -> None:
        """Keep a wipe beside the latest others; the same one, told before, gives way to it.

        Raises:
            ProfileUnusable: `profile.unwritable`.
        """
        others = (o for o in self.wipes() if (o.at, o.reason) != (wipe.at, wipe.reason))
        wipes = (*others, wipe)[-MOST_WIPES:]
        self._write(self._wipes_file, msgspec.json.encode(wipes))

    @property
    def _tries_file(self) -> Path:
        return self._folder / "tries.json"

    @property
    def _wipes_file(self) -> Path:
        return self._folder / "wipes.json"

    def _write(self, path: Path, content: bytes) -> None:
        self._profile.prepare()
        try:
            self._folder.mkdir(exist_ok=True, mode=0o700)
            write_whole(path, content)
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> ProfileUnusable:
        return ProfileUnusable(
            "profile.unwritable", folder=str(self._folder), **told_by_system(error)
        )


def _read(path: Path, kind: type[Kept]) -> Kept:
    with open(path, "rb", opener=_without_following) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise ValueError("no ordinary file")
        content = file.read(_FILE_BYTES + 1)
    if len(content) > _FILE_BYTES:
        raise ValueError("too large")
    try:
        return msgspec.json.decode(content, type=kind)
    except RecursionError as error:
        raise ValueError("too deep") from error


def _check_hash(pin: str) -> None:
    """See that a PIN can be tried against a hash, and that no try takes the whole computer.

    Raises:
        ValueError: it is none, or one of no program of ours.
    """
    strength = strength_of(pin)
    if strength.memory_mib > _MOST_MEMORY_MIB or strength.passes > _MOST_PASSES:
        raise ValueError("too dear a hash")


def _without_following(path: str, flags: int) -> int:
    return without_waiting(path, flags, follows_links=False)
