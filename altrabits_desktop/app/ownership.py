"""One process owns a profile: the lock, and where its owner listens.

What is stored: the file `owner.lock` in the profile. While a process owns it, it names a local
endpoint and a word of this run; afterwards it is empty. Neither says anything about the person or
the house. The lock is the system's and ends with its process, however that ends; what a killed
owner left behind is cleared by the next one. Free of Qt.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import ProfileUnusable, told_by_system
from altrabits_desktop.contract.limits import OWNER_MESSAGE_BYTES
from altrabits_desktop.runtime.file_lock import lock_file

if TYPE_CHECKING:
    from altrabits_desktop.runtime.paths import Profile


class Endpoint(NamedTuple):
    """Where the owner listens, as its lock file says."""

    path: str = ""
    """Of a socket, or of a pipe on Windows; empty where nobody listens."""
    word: str = ""
    """Random in each run; whoever knows it can read the owner's profile."""


NOWHERE = Endpoint()


class Ownership:
    """A profile that this process owns, until `release`.

    Args:
        handle: the open, locked lock file.
        former: the endpoint of the owner before, when that one was killed.
    """

    def __init__(self, handle: int, *, former: Endpoint) -> None:
        self._handle = handle
        self.former = former

    def announce(self, endpoint: Endpoint) -> None:
        """Write down where this process listens."""
        # Imported here, as below: what is painted first neither writes nor finds an endpoint.
        import json

        self._write(json.dumps(endpoint._asdict()).encode())

    def release(self) -> None:
        """Give the profile free; the lock file stays, empty."""
        self._write(b"")
        os.close(self._handle)

    def _write(self, content: bytes) -> None:
        # A disk that has become full costs the hand-over, never the program.
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, content)


def claim(profile: Profile) -> Ownership | None:
    """Own a profile, its folder made where it is missing; None when another process owns it.

    Blocks for a few file operations (under 1 ms).

    Raises:
        ProfileUnusable: `profile.unwritable`.
    """
    profile.prepare()
    # A link in its place was planted: following it would write somewhere else. A pipe in its place
    # would hold up the start.
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(profile.lock_file, flags, 0o600)
        _refuse_other_kinds(handle)
    except OSError as error:
        raise ProfileUnusable(
            "profile.unwritable", folder=str(profile.folder), **told_by_system(error)
        ) from error
    if not lock_file(handle):
        os.close(handle)
        return None
    return Ownership(handle, former=read_endpoint(profile))


def is_owned(profile: Profile) -> bool:
    """Tell whether another process owns a profile; blocks as `claim` does, and raises like it."""
    ownership = claim(profile)
    if ownership is not None:
        ownership.release()
    return ownership is None


def _refuse_other_kinds(handle: int) -> None:
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    if os.name == "posix":
        # The file may have been there before, open to everybody.
        os.fchmod(handle, 0o600)


def read_endpoint(profile: Profile) -> Endpoint:
    """Read where the owner listens; `NOWHERE` when it does not say, or not well."""
    try:
        with profile.lock_file.open("rb") as file:
            content = file.read(OWNER_MESSAGE_BYTES)
    except OSError:
        return NOWHERE
    return _endpoint(content) if content else NOWHERE


def _endpoint(content: bytes) -> Endpoint:
    import json

    try:
        table = json.loads(content)
        path, word = table["path"], table["word"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return NOWHERE
    if not isinstance(path, str) or not isinstance(word, str):
        return NOWHERE
    return Endpoint(path, word)
