"""Images on their way, and what became of updates, on the disk."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.runtime.firmware_files import FirmwareFiles, UpdateRecord
from tests.fakes.clock import NOON
from tests.fakes.firmware import IMAGE, manifest_for

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = manifest_for()
RECORD = UpdateRecord(version="2.5.0", is_installed=True, at=NOON)


@pytest.fixture
def files(tmp_path: Path) -> FirmwareFiles:
    return FirmwareFiles(tmp_path / "firmware")


def test_an_image_grows_part_by_part(files: FirmwareFiles) -> None:
    files.add(MANIFEST, IMAGE[:1000], offset=0)
    before = files.loaded_bytes(MANIFEST)
    files.add(MANIFEST, IMAGE[1000:], offset=1000)

    assert (before, files.loaded_bytes(MANIFEST)) == (1000, len(IMAGE))
    assert files.is_whole(MANIFEST)
    assert files.part(MANIFEST, offset=5, most=10) == IMAGE[5:15]


def test_an_image_that_is_not_the_signed_one_is_removed(files: FirmwareFiles) -> None:
    files.add(MANIFEST, bytes(len(IMAGE)), offset=0)

    assert not files.is_whole(MANIFEST)
    assert files.loaded_bytes(MANIFEST) == 0
    assert not files.is_whole(MANIFEST)


def test_what_lay_behind_a_part_is_cut_off(files: FirmwareFiles) -> None:
    files.add(MANIFEST, b"too much", offset=0)
    files.add(MANIFEST, b"x", offset=3)

    assert files.part(MANIFEST, offset=0, most=100) == b"toox"


def test_only_its_owner_can_read_it(files: FirmwareFiles, tmp_path: Path) -> None:
    files.add(MANIFEST, b"x", offset=0)
    files.keep({"owned-1": RECORD})

    folder = tmp_path / "firmware"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_what_became_of_updates_is_there_again(files: FirmwareFiles, tmp_path: Path) -> None:
    files.keep({"owned-1": RECORD})

    assert FirmwareFiles(tmp_path / "firmware").records() == {"owned-1": RECORD}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": {"version": "?"}}', b"[" * 100_000])
def test_what_is_damaged_gives_nothing(
    files: FirmwareFiles, tmp_path: Path, content: bytes
) -> None:
    files.keep({})
    (tmp_path / "firmware" / "records.json").write_bytes(content)

    assert files.records() == {}


def test_all_of_it_can_be_forgotten(files: FirmwareFiles, tmp_path: Path) -> None:
    files.clear()
    files.add(MANIFEST, b"x", offset=0)
    files.keep({"owned-1": RECORD})
    (tmp_path / "firmware" / "mine.txt").touch()
    files.clear()

    assert [path.name for path in (tmp_path / "firmware").iterdir()] == ["mine.txt"]


def test_what_cannot_be_removed_stays_and_the_rest_goes(
    files: FirmwareFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = manifest_for(b"other")
    files.add(MANIFEST, b"x", offset=0)
    files.add(other, b"x", offset=0)
    unlink = pathlib.Path.unlink

    def held_open(path: Path, *, missing_ok: bool = False) -> None:
        if path.name.startswith(MANIFEST.sha256):
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(pathlib.Path, "unlink", held_open)
    files.clear()

    left = [path.name for path in (tmp_path / "firmware").iterdir()]
    assert left == [f"{MANIFEST.sha256}.image"]


def test_images_that_nobody_needs_any_more_go(files: FirmwareFiles, tmp_path: Path) -> None:
    other = manifest_for(b"other")
    files.add(MANIFEST, b"x", offset=0)
    files.add(other, b"x", offset=0)
    files.keep({"owned-1": RECORD})

    files.drop_others((MANIFEST,))

    left = sorted(path.name for path in (tmp_path / "firmware").iterdir())
    assert left == sorted([f"{MANIFEST.sha256}.image", "records.json"])
    assert files.records() == {"owned-1": RECORD}


def test_a_link_in_its_place_is_not_followed(files: FirmwareFiles, tmp_path: Path) -> None:
    files.keep({})
    (tmp_path / "elsewhere").write_bytes(b"precious")
    image = tmp_path / "firmware" / f"{MANIFEST.sha256}.image"
    image.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(ProfileUnusable):
        files.add(MANIFEST, b"x", offset=0)
    with pytest.raises(ProfileUnusable):
        files.part(MANIFEST, offset=0, most=1)

    assert (tmp_path / "elsewhere").read_bytes() == b"precious"


def test_a_disk_that_takes_nothing_is_said(
    files: FirmwareFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    files.add(MANIFEST, b"x", offset=0)
    monkeypatch.setattr(pathlib.Path, "mkdir", full)
    monkeypatch.setattr(pathlib.Path, "unlink", full)

    with pytest.raises(ProfileUnusable, match=r"profile\.unwritable"):
        files.keep({})
    files.drop(MANIFEST)
