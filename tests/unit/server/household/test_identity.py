"""Where the key of a shared server is kept, and when nothing is shared."""

from __future__ import annotations

import ssl
import stat
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.certificates import make_identity
from altrabits_desktop.runtime.keychain import Keychain
from altrabits_desktop.server.household.identity import kept_identity
from tests.fakes.membership import Ring
from tests.harness.damaged_keys import damaged_key

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.runtime.certificates import Identity


class Forgetful(Ring):
    """Says yes and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    folder = tmp_path / "profile"
    folder.mkdir()
    return folder


async def of_file(file: Path, profile: Path) -> Identity:
    keychain = Keychain(lambda: None)
    return await kept_identity(file, profile=profile, keychain=keychain, epoch="one")


async def refused(file: Path | None, profile: Path, keychain: Keychain | None = None) -> str:
    with pytest.raises(Refused) as caught:
        await kept_identity(
            file, profile=profile, keychain=keychain or Keychain(lambda: None), epoch="one"
        )
    return caught.value.code


async def test_r51_a_key_file_is_made_once_and_for_its_owner_alone(
    profile: Path, tmp_path: Path
) -> None:
    file = tmp_path / "server.key"

    made = await of_file(file, profile)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert (await of_file(file, profile)) == made
    assert list(profile.iterdir()) == []


async def test_r50_the_keyring_keeps_it_where_no_file_is_named(profile: Path) -> None:
    ring = Ring()

    made = await kept_identity(None, profile=profile, keychain=Keychain(lambda: ring), epoch="one")
    again = await kept_identity(None, profile=profile, keychain=Keychain(lambda: ring), epoch="one")
    other = await kept_identity(None, profile=profile, keychain=Keychain(lambda: ring), epoch="two")

    assert again == made
    assert other.fingerprint != made.fingerprint
    assert list(profile.iterdir()) == []


@pytest.mark.parametrize("ring", [None, Forgetful()], ids=["none", "one that keeps nothing"])
async def test_r50_without_file_and_keyring_nothing_is_shared(
    profile: Path, ring: Ring | None
) -> None:
    assert await refused(None, profile, Keychain(lambda: ring)) == "household.key_missing"


async def test_a_key_file_in_the_profile_is_refused(profile: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(profile)

    assert await refused(profile / "server.key", profile) == "household.key_inside"
    assert await refused(link / "deeper" / ".." / "server.key", profile) == "household.key_inside"


async def test_r51_a_key_file_that_others_can_read_is_refused(
    profile: Path, tmp_path: Path
) -> None:
    file = tmp_path / "server.key"
    await of_file(file, profile)
    file.chmod(0o640)

    assert await refused(file, profile) == "household.key_open"


def damaged(kept: str) -> bytes:
    """Give what is no key with its certificate, in one of the ways."""
    one = make_identity("one")
    match kept:
        case "half":
            return one.key + make_identity("other").certificate
        case "algorithm" | "curve":
            return damaged_key(one.key, kept) + one.certificate
        case "version":
            der = ssl.PEM_cert_to_DER_cert(one.certificate.decode("ascii"))
            other = ssl.DER_cert_to_PEM_cert(der.replace(b"\xa0\x03\x02\x01\x02", VERSION, 1))
            return one.key + other.encode("ascii")
    return kept.encode()


VERSION = b"\xa0\x03\x02\x01\x42"
"""Of a certificate, such as there is none."""


@pytest.mark.parametrize("kept", ["", "no key", "half", "algorithm", "curve", "version"])
async def test_what_is_no_key_is_never_replaced(profile: Path, tmp_path: Path, kept: str) -> None:
    file = tmp_path / "server.key"
    content = damaged(kept)
    file.write_bytes(content)
    file.chmod(0o600)

    assert await refused(file, profile) == "household.key_malformed"
    assert file.read_bytes() == content


async def test_a_folder_in_the_place_of_the_file_is_said(profile: Path, tmp_path: Path) -> None:
    assert await refused(tmp_path / "nowhere" / "server.key", profile) == "household.key_folder"
    (tmp_path / "folder").mkdir()
    assert await refused(tmp_path / "folder", profile) == "household.key_unreadable"
