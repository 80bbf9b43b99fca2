"""Folders of the profile."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.runtime.paths import (
    Profile,
    close_to_others,
    default_profile,
    profile_at,
    without_waiting,
    write_whole,
)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nothing_is_made_before_something_is_to_be_stored(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")

    assert profile.settings_file.parent == profile.folder
    assert profile.lock_file.parent == profile.folder
    assert profile.log_folder.parent == profile.folder
    assert not profile.folder.exists()


def test_a_prepared_profile_belongs_to_the_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)

    Profile(folder).prepare()

    assert mode_of(folder) == 0o700
    assert list(folder.iterdir()) == []


def test_folders_on_the_way_to_a_profile_belong_to_the_owner_alone(tmp_path: Path) -> None:
    old_umask = os.umask(0)

    try:
        Profile(tmp_path / "local" / "share" / "profile").prepare()
    finally:
        os.umask(old_umask)

    assert mode_of(tmp_path / "local") == 0o700
    assert mode_of(tmp_path / "local" / "share") == 0o700


def test_a_profile_that_is_a_file_is_refused_with_its_name(tmp_path: Path) -> None:
    place = tmp_path / "profile"
    place.write_text("not a folder")

    with pytest.raises(ProfileUnusable) as refused:
        Profile(place).prepare()

    assert refused.value.code == "profile.unwritable"
    assert refused.value.arguments["folder"] == str(place)
    assert place.read_text() == "not a folder"


def test_a_file_is_replaced_whole_and_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"old")
    old_umask = os.umask(0)

    try:
        write_whole(path, b"new")
    finally:
        os.umask(old_umask)

    assert path.read_bytes() == b"new"
    assert mode_of(path) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.toml"]


def test_a_failed_replacement_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"old")

    def fails(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)

    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")

    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.toml"]


def test_the_default_profile_lies_in_the_persons_own_folders() -> None:
    assert default_profile().folder.name == "AltraBits Desktop"


def test_a_named_folder_is_the_profile_wherever_the_program_goes(tmp_path: Path) -> None:
    assert profile_at(tmp_path) == Profile(tmp_path)
    assert profile_at(Path("here")).folder.is_absolute()


def test_without_a_named_folder_it_is_the_persons_own() -> None:
    assert profile_at(None) == default_profile()


@pytest.mark.parametrize("mode", [0o1777, 0o775, 0o755, 0o750, 0o701])
def test_a_folder_that_others_share_is_refused_and_left_as_it_is(tmp_path: Path, mode: int) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "ours of the band.txt").write_text("a file of somebody else")
    shared.chmod(mode)

    with pytest.raises(ProfileUnusable) as refused:
        Profile(shared).prepare()

    assert refused.value.code == "profile.shared"
    assert refused.value.arguments["folder"] == str(shared)
    assert mode_of(shared) == mode
    assert [entry.name for entry in shared.iterdir()] == ["ours of the band.txt"]


def test_an_empty_folder_for_everybody_is_refused(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)

    with pytest.raises(ProfileUnusable) as refused:
        Profile(shared).prepare()

    assert refused.value.code == "profile.shared"
    assert mode_of(shared) == 0o1777


def test_a_folder_of_somebody_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)

    with pytest.raises(ProfileUnusable) as refused:
        Profile(tmp_path).prepare()

    assert refused.value.code == "profile.shared"


def test_an_open_folder_with_nothing_but_our_files_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    folder.mkdir()
    for name in ("settings.toml", "settings.toml.damaged-1", "owner.lock", ".settings.toml-x"):
        (folder / name).touch()
    (folder / "logs").mkdir()
    folder.chmod(0o755)

    Profile(folder).prepare()

    assert mode_of(folder) == 0o700


def test_a_closed_folder_with_other_files_is_used(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    tmp_path.chmod(0o700)

    Profile(tmp_path).prepare()

    assert [entry.name for entry in tmp_path.iterdir()] == ["other"]
    assert mode_of(tmp_path) == 0o700


def test_where_rights_have_no_numbers_a_folder_is_used_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    (folder / "other").touch()
    folder.chmod(0o755)
    monkeypatch.setattr("altrabits_desktop.runtime.paths.os.name", "nt")

    is_closed = close_to_others(folder, is_ours=lambda _name: False)

    monkeypatch.undo()
    assert is_closed
    assert mode_of(folder) == 0o755


def test_a_link_is_followed_only_where_it_may_be(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("here")
    link = tmp_path / "link"
    link.symlink_to("text")

    with open(link, "rb", opener=without_waiting) as file:
        assert file.read() == b"here"
    with pytest.raises(OSError, match="symbolic links"):
        without_waiting(str(link), os.O_RDONLY, follows_links=False)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with open(tmp_path / "pipe", "rb", opener=without_waiting) as file:
        assert not file.read(1)


def test_what_is_made_on_opening_belongs_to_the_owner_alone(tmp_path: Path) -> None:
    made = tmp_path / "made"

    os.close(without_waiting(str(made), os.O_WRONLY | os.O_CREAT))

    assert mode_of(made) == 0o600
