"""The certificate of a shared server: made once, its key in a file of its own or in the keyring.

Without either nothing is shared: a key in the profile would be in every copy of it (R50, R52).
"""

from __future__ import annotations

import asyncio
import os
import stat
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import Refused, told_by_system
from altrabits_desktop.runtime.certificates import identity_of, make_identity
from altrabits_desktop.runtime.keychain import Kept
from altrabits_desktop.runtime.paths import without_waiting, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.runtime.certificates import Identity
    from altrabits_desktop.runtime.keychain import Keychain

KEY_FILE = "ALTRABITS_SERVER_KEY_FILE"
"""The environment's name of the file."""
_NAME = "AltraBits household"
"""What the certificate says of itself; nothing of the computer or its people."""
_ENTRY = "household server {epoch}"
_FILE_BYTES = 16_000
_OPEN_TO_OTHERS = 0o077


async def kept_identity(
    key_file: Path | None, *, profile: Path, keychain: Keychain, epoch: str
) -> Identity:
    """Give the identity of a server, made and kept at its first start.

    Args:
        key_file: outside the profile; None for the keyring.
        profile: folder of the server.
        keychain: asked without a file.
        epoch: of the server's database; another one has another certificate.

    Raises:
        Refused: `household.key_missing`: there is neither; `household.key_inside`,
            `household.key_open`, `household.key_unreadable`, `household.key_folder`: there is no
            such folder; `household.key_malformed`.
    """
    if key_file is not None:
        return await asyncio.to_thread(_of_file, key_file, profile)
    name = _ENTRY.format(epoch=epoch)
    if not await keychain.has_store():
        raise Refused("household.key_missing")
    kept = await keychain.get(name)
    if kept is not None:
        return _read(kept.encode(), where="keyring")
    made = await asyncio.to_thread(make_identity, _NAME)
    if await keychain.put(name, _text(made).decode("ascii")) is not Kept.KEYRING:
        raise Refused("household.key_missing")
    return made


def _of_file(path: Path, profile: Path) -> Identity:
    place = path.absolute()
    if place.resolve().is_relative_to(profile.resolve()):
        raise Refused("household.key_inside", file=str(place))
    try:
        with open(place, "rb", opener=without_waiting) as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read(_FILE_BYTES)
    except FileNotFoundError:
        return _made(place)
    except OSError as error:
        raise Refused(
            "household.key_unreadable", file=str(place), **told_by_system(error)
        ) from error
    if os.name == "posix" and stat.S_IMODE(mode) & _OPEN_TO_OTHERS:
        raise Refused("household.key_open", file=str(place))
    return _read(content, where=str(place))


def _made(place: Path) -> Identity:
    made = make_identity(_NAME)
    try:
        write_whole(place, _text(made))
    except FileNotFoundError as error:
        raise Refused("household.key_folder", folder=str(place.parent)) from error
    except OSError as error:
        raise Refused(
            "household.key_unreadable", file=str(place), **told_by_system(error)
        ) from error
    return made


def _read(content: bytes, *, where: str) -> Identity:
    try:
        return identity_of(content)
    except ValueError as error:
        raise Refused("household.key_malformed", file=where) from error


def _text(identity: Identity) -> bytes:
    return identity.key + identity.certificate
