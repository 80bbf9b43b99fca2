from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.app.ownership import NOWHERE, Endpoint, claim, read_endpoint
from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.runtime.paths import Profile

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from altrabits_desktop.app.ownership import Endpoint, claim
from altrabits_desktop.runtime.paths import Profile
owned = claim(Profile(Path(sys.argv[1])))
owned.announce(Endpoint("/left/behind", "word"))
print("owned", flush=True)
sys.stdin.read()
"""


def test_the_first_process_owns_a_profile(tmp_path: Path) -> None:
    owned = claim(Profile(tmp_path / "new" / "profile"))

    assert owned is not None
    owned.release()


def test_a_second_claim_is_refused_until_the_first_is_released(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    first = claim(profile)
    refused = claim(profile)
    assert first is not None

    first.release()
    second = claim(profile)

    assert refused is None
    assert second is not None
    second.release()


def test_an_owner_that_was_killed_leaves_a_free_profile_and_its_traces(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as owner:
        assert owner.stdout is not None
        owner.stdout.readline()
        while_it_lives = claim(profile)
        owner.kill()

    owned = claim(profile)

    assert while_it_lives is None
    assert owned is not None
    assert owned.former == Endpoint("/left/behind", "word")
    owned.release()


def test_the_endpoint_is_there_while_owned_and_gone_afterwards(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    owned = claim(profile)
    assert owned is not None

    owned.announce(Endpoint("a longer path than the next", "word"))
    owned.announce(Endpoint("path", "word"))
    during = read_endpoint(profile)
    owned.release()

    assert during == Endpoint("path", "word")
    assert read_endpoint(profile) == NOWHERE
    assert profile.lock_file.read_bytes() == b""


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"path": 1, "word": ""}', b"\xff", b"[" * 4096, b'{"path":"x"}']
)
def test_a_damaged_lock_file_names_nobody(tmp_path: Path, content: bytes) -> None:
    profile = Profile(tmp_path)
    profile.lock_file.write_bytes(content)

    assert read_endpoint(profile) == NOWHERE


def test_without_a_lock_file_nobody_is_named(tmp_path: Path) -> None:
    assert read_endpoint(Profile(tmp_path)) == NOWHERE


def test_a_folder_that_cannot_be_made_is_said_by_code(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ProfileUnusable) as caught:
        claim(Profile(tmp_path / "file" / "profile"))

    assert caught.value.code == "profile.unwritable"


def test_a_link_in_place_of_the_lock_file_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    profile = Profile(tmp_path / "profile")
    profile.folder.mkdir()
    profile.lock_file.symlink_to(elsewhere)

    with pytest.raises(ProfileUnusable):
        claim(profile)

    assert not elsewhere.exists()


def test_the_lock_file_belongs_to_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    profile = Profile(tmp_path / "profile")
    owned = claim(profile)
    os.umask(before)
    assert owned is not None

    owned.release()

    assert stat.S_IMODE(profile.lock_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(profile.folder.stat().st_mode) == 0o700


def test_a_full_disk_costs_only_the_hand_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owned = claim(Profile(tmp_path))
    assert owned is not None

    def refuse(_handle: int, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("altrabits_desktop.app.ownership.os.write", refuse)
    owned.announce(Endpoint("path", "word"))

    monkeypatch.undo()
    owned.release()
    assert read_endpoint(Profile(tmp_path)) == NOWHERE


def test_a_pipe_in_the_place_of_the_lock_is_refused_and_holds_nothing_up(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    os.mkfifo(profile.lock_file)

    with pytest.raises(ProfileUnusable):
        claim(profile)


def test_a_lock_file_open_to_everybody_is_closed_to_others(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    profile.lock_file.touch()
    profile.lock_file.chmod(0o666)

    ownership = claim(profile)

    assert ownership is not None
    assert profile.lock_file.stat().st_mode & 0o777 == 0o600
    ownership.release()
