"""The commands of docs/packaging.md, run as they stand there in a folder laid out for them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.harness.documents import commands_of, read
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = "docs/packaging.md"


def commands_under(heading: str) -> list[str]:
    """Give the commands below a heading, in order."""
    _, _, below = read(DOCUMENT).partition(f"\n## {heading}\n")
    return list(commands_of(below.partition("\n## ")[0]))


def lay_out(folder: Path, built: Path) -> Path:
    """Make a folder in which the documented commands find what they name."""
    folder.mkdir()
    (folder / "dist").symlink_to(built)
    (folder / "packaging").symlink_to(ROOT / "packaging")
    return folder


def carry_out(command: str, folder: Path) -> str:
    """Run one command as a person does, without anything of this checkout, and give its words."""
    done = subprocess.run(
        ["bash", "-c", in_this_python(command)],
        cwd=folder,
        env=stranger(folder),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"[-4000:]
    return done.stdout


def in_this_python(command: str) -> str:
    """Let the Python that is tested be the one that is meant."""
    return re.sub(r"^python3 ", f"{sys.executable} ", command)


def stranger(folder: Path) -> dict[str, str]:
    """Give the environment of somebody who has nothing of ours: a home of their own, no paths."""
    dropped = ("PYTHONPATH", "PYTHONSAFEPATH", "VIRTUAL_ENV", "PYTEST_ADDOPTS", "COVERAGE_RUN")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in dropped and not name.startswith(("PYTEST_", "COV_", "XDG_"))
    }
    return {**kept, "XDG_DATA_HOME": str(folder / "data"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
