from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.snapshot_shelf import (
    ENDING,
    MOST_FILES,
    SnapshotShelf,
    file_name,
)
from altrabits_desktop.actions.snapshots import Snapshot
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.contract.upkeep import KeptSettings
from tests.fakes.clock import NOON

if TYPE_CHECKING:
    from pathlib import Path

SNAPSHOT = Snapshot(NOON, KeptSettings(product="Cobalt S1", name="Fireside", volume_maximum=80))


async def test_a_copy_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    shelf = SnapshotShelf(tmp_path / "AltraBits")

    path = await shelf.keep(SNAPSHOT, name="Fireside")
    kept = await shelf.kept()

    assert path.parent == tmp_path / "AltraBits"
    assert path.name.startswith("Fireside 2")
    assert path.name.endswith(ENDING)
    assert [one.snapshot for one in kept] == [SNAPSHOT]


async def test_the_newest_is_on_top_whatever_it_is_called(tmp_path: Path) -> None:
    shelf = SnapshotShelf(tmp_path)
    newer = Snapshot(NOON + timedelta(days=1), SNAPSHOT.settings)
    await shelf.keep(newer, name="Attic")
    await shelf.keep(SNAPSHOT, name="Window seat")

    assert [one.snapshot.made_at for one in await shelf.kept()] == [newer.made_at, NOON]


async def test_copies_of_a_streamer_with_a_long_name_all_stay(tmp_path: Path) -> None:
    shelf, name = SnapshotShelf(tmp_path), "x" * NAME_CHARACTERS
    for minutes in range(3):
        made_at = NOON + timedelta(minutes=minutes)
        await shelf.keep(Snapshot(made_at, SNAPSHOT.settings), name=name)
        await shelf.write_text("start\n", name=name, at=made_at)

    assert len(await shelf.kept()) == 3
    assert len(list(tmp_path.glob("*.txt"))) == 3


async def test_of_very_many_the_newest_are_listed_whatever_they_are_called(tmp_path: Path) -> None:
    shelf = SnapshotShelf(tmp_path)
    newest = NOON + timedelta(days=1)
    path = await shelf.keep(Snapshot(newest, SNAPSHOT.settings), name="Attic")
    for minutes in range(MOST_FILES):
        older = Snapshot(NOON - timedelta(minutes=minutes), SNAPSHOT.settings)
        file = await shelf.keep(older, name="Window seat")
        os.utime(file, (path.stat().st_mtime - 60,) * 2)

    kept = await shelf.kept()

    assert (kept[0].snapshot.made_at, len(kept)) == (newest, MOST_FILES)


async def test_what_is_no_copy_is_left_out(tmp_path: Path) -> None:
    shelf = SnapshotShelf(tmp_path)
    await shelf.keep(SNAPSHOT, name="Fireside")
    (tmp_path / f"hostile{ENDING}").write_bytes(b"[" * 100_000)
    (tmp_path / f"folder{ENDING}").mkdir()
    (tmp_path / "other.json").write_text("{}")

    assert len(await shelf.kept()) == 1


async def test_without_a_folder_there_is_none(tmp_path: Path) -> None:
    assert await SnapshotShelf(tmp_path / "missing").kept() == ()


async def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(Refused) as refused:
        await SnapshotShelf(tmp_path / "file").keep(SNAPSHOT, name="Fireside")

    assert refused.value.code == "document.unwritable"


async def test_a_log_is_written_beside_them(tmp_path: Path) -> None:
    path = await SnapshotShelf(tmp_path).write_text("start\n", name="Fireside", at=NOON)

    assert path.name.startswith("Fireside 2")
    assert path.read_text() == "start\n"
    assert await SnapshotShelf(tmp_path).kept() == ()


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Fireside", "Fireside"),
        ("../../etc/passwd", "etc passwd"),
        ("a\x00b:c*d", "a b c d"),
        ("...", "streamer"),
        ("Küche", "Küche"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_name_becomes_one_that_every_system_takes(name: str, file: str) -> None:
    assert file_name(name) == file
