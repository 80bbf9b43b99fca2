"""What was built for these tests; where nothing was, they say so and do not run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from house.package import BUILT
from house.workshop import Workshop
from tests.harness.source_tree import ROOT
from tests.harness.thoroughness import IS_CI

NOTHING_BUILT = "nothing was built; `python3 dev.py package --try` builds packages and tries them"


@pytest.fixture(scope="session")
def built() -> Path:
    """Give the folder of what was built."""
    folder = os.environ.get(BUILT)
    if not folder and IS_CI:
        pytest.fail(f"in CI packages must be tried: {NOTHING_BUILT}", pytrace=False)
    if not folder:
        pytest.skip(NOTHING_BUILT)
    return Path(folder)


@pytest.fixture(scope="session")
def workshop(built: Path) -> Workshop:
    """Give where it was built."""
    assert built.is_dir()
    return Workshop(ROOT)


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    return only(built, "*.whl")


@pytest.fixture(scope="session")
def deb(built: Path) -> Path:
    return only(built, "*.deb")


@pytest.fixture(scope="session")
def unpacked(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the top of what the .deb lays down."""
    top = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["dpkg-deb", "--extract", deb, top], check=True)
    return top


def only(folder: Path, pattern: str) -> Path:
    """Give the one file of a kind; skips where that kind was not asked for."""
    found = list(folder.glob(pattern))
    if not found:
        pytest.skip(f"no {pattern} was built")
    assert len(found) == 1, found
    return found[0]


def needs(name: str) -> None:
    """See to it that a program of the system is there; skips where it is not."""
    if shutil.which(name) is None:
        assert not IS_CI, f"in CI there must be {name}"
        pytest.skip(f"{name} is not here; `python3 dev.py test --install-lab` brings it")
