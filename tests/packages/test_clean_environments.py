"""What docs/packaging.md says of the wheel, done as it stands there in clean environments."""

from __future__ import annotations

import faulthandler
import shutil
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.version import VERSION
from tests.harness.source_tree import ROOT
from tests.packages.documented import carry_out, commands_under, lay_out

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = ROOT / "tests/harness/example"
OFFSCREEN = "QT_QPA_PLATFORM=offscreen"
INSTALLED = "import altrabits_desktop as a; print('site-packages' in a.__file__)"


@pytest.fixture(scope="module")
def bench(built: Path, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert wheel.is_relative_to(built)
    # Qt is installed anew: a minute of it is no sign of a test that hangs.
    faulthandler.cancel_dump_traceback_later()
    return lay_out(tmp_path_factory.mktemp("bench") / "folder", built)


@pytest.mark.long  # what QA installs holds all of it
def test_the_wheel_is_installed_and_starts(bench: Path) -> None:
    *preparing, asking = commands_under("The wheel")
    for command in preparing:
        carry_out(command, bench)

    assert carry_out(asking, bench) == f"altrabits {VERSION}\n"


def test_what_is_documented_is_the_wheel_of_this_version(wheel: Path) -> None:
    named = [word for word in " ".join(commands_under("The wheel")).split() if "dist/" in word]

    assert named == [f"dist/{wheel.name}"]


@pytest.mark.long  # with each wheel that tests build the same is tried
def test_the_worked_example_passes_against_the_installed_wheel(bench: Path) -> None:
    *preparing, testing = commands_under("The wheel for QA")
    for command in preparing:
        carry_out(command, bench)
    shutil.copytree(EXAMPLE, bench / "example", ignore=shutil.ignore_patterns("__pycache__"))

    imported = carry_out(f'qa/bin/python -c "{INSTALLED}"', bench)
    words = ("--shots-approve", "")
    said = [carry_out(f"cd example && {OFFSCREEN} ../{testing} {word}", bench) for word in words]

    assert imported == "True\n"
    assert all(" passed" in each and " failed" not in each for each in said)
