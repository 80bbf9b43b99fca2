"""Wheel and source archive: small, whole, and the same bytes each time."""

from __future__ import annotations

import hashlib
import tarfile
from typing import TYPE_CHECKING

import pytest

from house.archives import build_archive
from house.system_packages import NAME, pack, stage
from tests.packages.conftest import only

if TYPE_CHECKING:
    from pathlib import Path

    from house.workshop import Workshop

WHEEL_BYTES_MOST = 6_000_000


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size <= WHEEL_BYTES_MOST


def test_the_same_source_gives_the_same_wheel(
    wheel: Path, workshop: Workshop, tmp_path: Path
) -> None:
    assert digest(build_archive(workshop, "wheel", folder=tmp_path)) == digest(wheel)


def test_the_source_archive_gives_the_same_wheel(
    built: Path, wheel: Path, workshop: Workshop, tmp_path: Path
) -> None:
    sdist = only(built, "*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())
    made = tmp_path / "made"

    build = (workshop.tools, "-m", "hatchling", "build", "-t", "wheel", "-d", made)
    run_in(source, build, workshop)

    (again,) = made.iterdir()
    assert digest(again) == digest(wheel)


def test_what_is_not_source_is_in_no_archive(built: Path) -> None:
    with tarfile.open(only(built, "*.tar.gz")) as archive:
        names = {name.partition("/")[2].partition("/")[0] for name in archive.getnames()}

    assert {".git", ".venv", "build", "dist"} & names == set()
    assert {"dev.py", "altrabits_desktop", "packaging", "tests", "LICENSE"} <= names


@pytest.mark.parametrize("kind", ["deb", "rpm"])
def test_the_same_tree_gives_the_same_package(
    built: Path, workshop: Workshop, tmp_path: Path, kind: str
) -> None:
    package = only(built, f"*.{kind}")

    # What was frozen lies there still, as old as somebody left it.
    tree = stage(workshop, workshop.folder / "frozen" / NAME, papers=built)
    again = pack(workshop, kind, tree=tree, folder=tmp_path)

    assert digest(again) == digest(package)


def run_in(folder: Path, command: tuple[str | Path, ...], workshop: Workshop) -> None:
    from house.workshop import run_step

    run_step(command, "The wheel could not be built", folder=folder, variables=workshop.variables())


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
