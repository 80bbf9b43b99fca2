"""Folders of the profile: everything the program stores lies under one of them.

A named tuple, because every start of the window waits for it (see `runtime.settings`).
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import ProfileUnusable, told_by_system

if TYPE_CHECKING:
    from collections.abc import Callable

_OWNER_ONLY_FOLDER = 0o700
_OWNER_ONLY_FILE = 0o600
_OURS = frozenset(
    {
        *("settings.toml", "owner.lock", "logs", "replica.sqlite3", "remembered.txt"),
        "networks.txt",
        *("server", "servers", "kiosk", "firmware"),
    }
)
_OURS_BEGIN = (
    *("settings.toml.damaged-", ".settings.toml-", ".writable-"),
    *("replica.sqlite3-", ".remembered.txt-", ".networks.txt-"),
)
"""Names, and beginnings of names, of all that the program puts into a profile folder."""
REMEMBERED = "remembered.txt"
"""Beside each replica (`runtime.remembered`)."""
NETWORKS = "networks.txt"
"""Beside it (`runtime.known_networks`)."""


class Profile(NamedTuple):
    """One profile folder; nothing is created before something is to be stored."""

    folder: Path

    @property
    def settings_file(self) -> Path:
        """Where the person's choices for this computer are kept."""
        return self.folder / "settings.toml"

    @property
    def log_folder(self) -> Path:
        """Where log files lie."""
        return self.folder / "logs"

    @property
    def lock_file(self) -> Path:
        """Held by the one process that owns the profile."""
        return self.folder / "owner.lock"

    @property
    def replica_file(self) -> Path:
        """Where the person's data on this computer is kept."""
        return self.folder / "replica.sqlite3"

    def remembered_file(self, key: str = "") -> Path:
        """Where it is kept what the next start shows first.

        Args:
            key: of the server elsewhere that is used; empty for the one of this profile.
        """
        return (self.elsewhere(key) if key else self.folder) / REMEMBERED

    @property
    def kiosk_folder(self) -> Path:
        """What a kiosk keeps; there only where one was set up."""
        return self.folder / "kiosk"

    @property
    def kiosk_file(self) -> Path:
        """What staff have chosen for the kiosk."""
        return self.kiosk_folder / "kiosk.json"

    @property
    def firmware_folder(self) -> Path:
        """What is loaded for streamers, and what became of their updates."""
        return self.folder / "firmware"

    @property
    def server_folder(self) -> Path:
        """What belongs to the server of this profile."""
        return self.folder / "server"

    def elsewhere(self, key: str) -> Path:
        """Give the folder of what belongs to a server elsewhere, and to no other.

        Its name says nothing to whoever sees it, and cannot lead anywhere.

        Args:
            key: `ServerAddress.key`.
        """
        # Imported here: only a start with such a server pays for it.
        from hashlib import sha256

        return self.folder / "servers" / sha256(key.encode()).hexdigest()[:32]

    def prepare_elsewhere(self, key: str) -> None:
        """Make the folder, and the one of a server elsewhere in it, owner-only.

        Raises:
            ProfileUnusable: as `prepare`.
        """
        self.prepare()
        folder = self.elsewhere(key)
        try:
            for each in (folder.parent, folder):
                each.mkdir(exist_ok=True, mode=_OWNER_ONLY_FOLDER)
        except OSError as error:
            raise ProfileUnusable(
                "profile.unwritable", folder=str(folder), **told_by_system(error)
            ) from error

    def prepare(self) -> None:
        """Make the folder, owner-only, and make sure that it can be written.

        Raises:
            ProfileUnusable: `profile.shared` for a folder that others use too, and
                `profile.unwritable`, with the system's reason; what was there is as it was.
        """
        # Imported here, as below: the first paint writes nothing.
        import tempfile

        try:
            # One by one: a folder on the way there would get its rights from the umask alone.
            for folder in reversed((self.folder, *self.folder.parents)):
                folder.mkdir(exist_ok=True, mode=_OWNER_ONLY_FOLDER)
            if not close_to_others(self.folder, is_ours=_is_of_profile):
                raise ProfileUnusable("profile.shared", folder=str(self.folder))
            handle, probe = tempfile.mkstemp(prefix=".writable-", dir=self.folder)
            os.close(handle)
            Path(probe).unlink()
        except OSError as error:
            raise ProfileUnusable(
                "profile.unwritable", folder=str(self.folder), **told_by_system(error)
            ) from error


def close_to_others(folder: Path, *, is_ours: Callable[[str], bool]) -> bool:
    """Make a folder the owner's alone; a folder that others use too is left as it is.

    A folder that was made here is closed already. One that is open is closed only where nothing
    but the program's own files is in it, so that nobody loses the way to theirs.

    Args:
        folder: exists.
        is_ours: tells by its name whether an entry is the program's.

    Returns:
        Whether the folder is the owner's alone now.

    Raises:
        OSError: it cannot be looked into or closed.
    """
    if os.name != "posix":
        return True
    status = folder.stat()
    if status.st_uid != os.getuid() or status.st_mode & stat.S_ISVTX:
        return False
    if stat.S_IMODE(status.st_mode) & 0o077:
        if not all(is_ours(entry.name) for entry in folder.iterdir()):
            return False
        folder.chmod(_OWNER_ONLY_FOLDER)
    return True


def _is_of_profile(name: str) -> bool:
    return name in _OURS or name.startswith(_OURS_BEGIN)


def profile_at(folder: Path | None) -> Profile:
    """Give the profile in a named folder; where none is named, the person's own."""
    return Profile(folder.absolute()) if folder is not None else default_profile()


def default_profile() -> Profile:
    """Give the profile of this person on this computer."""
    # Imported here: a start with --profile does not pay for it.
    from platformdirs import user_data_path

    return Profile(user_data_path("AltraBits Desktop", appauthor="AltraBits", roaming=False))


def may_exist(path: Path) -> bool:
    """Tell whether something is there, or may be and cannot be seen."""
    try:
        return path.exists()
    except OSError:
        return True


def without_waiting(path: str, flags: int, *, follows_links: bool = True) -> int:
    """Open a file, for `open(opener=...)`; a pipe in its place is not waited for.

    Owner-only where it is made.

    Args:
        path: of the file.
        flags: as the system knows them.
        follows_links: false where a link in its place can only have been planted.

    Raises:
        OSError: as the system gives it.
    """
    as_it_is = 0 if follows_links else getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | as_it_is, _OWNER_ONLY_FILE)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file so that after a crash or power cut the old or the new one is there, whole.

    Owner-only whatever the umask. Blocks for a disk sync: call it off the UI loop.

    Raises:
        OSError: as the system gives it; the old file is untouched then.
    """
    import tempfile

    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if os.name == "posix":
            Path(name).chmod(_OWNER_ONLY_FILE)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
