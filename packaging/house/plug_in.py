"""The plug-in as QA would get it: the wheel with `[qa]` in an environment that has nothing else."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from house.suite import offscreen_variables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from house.environment import Environment

EXAMPLE = "tests/harness/example"
PAGE = "docs/qa.md"
_BLOCK = re.compile(r"^```(ini|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LIMIT_S = 300.0
_TOLD_CHARACTERS = 4000
_COMPARES = ("-k", "approved")


@dataclass(frozen=True, slots=True)
class _Clean:
    folder: Path

    @property
    def python(self) -> Path:
        is_windows = os.name == "nt"
        return self.folder / ("Scripts/python.exe" if is_windows else "bin/python")


def example_faults(environment: Environment, wheel: Path, folder: Path) -> list[str]:
    """Install a wheel with `[qa]` and run the worked example against it, as docs/qa.md says.

    The libraries are those that are pinned for development. Takes half a minute; those that uv
    has not kept are fetched first.

    Args:
        environment: set up with the set `dev`.
        wheel: the file.
        folder: takes the environment; made here.
    """
    clean = _Clean(folder / "clean")
    uv = str(environment.scripts / "uv")
    pins = environment.root / "packaging" / "requirements" / "dev.txt"
    asked = f"altrabits-desktop[qa] @ {wheel.resolve().as_uri()}"
    installing: Sequence[Sequence[str]] = (
        (uv, "venv", "--quiet", "--python", str(environment.python), str(clean.folder)),
        (
            *(uv, "pip", "install", "--quiet", "--python", str(clean.python)),
            *("--constraint", str(pins), asked),
        ),
    )
    first, example = folder / "first", folder / "example"
    first.mkdir(parents=True)
    for name, content in blocks_of((environment.root / PAGE).read_text(encoding="utf-8")).items():
        (first / name).write_text(content, encoding="utf-8")
    shutil.copytree(environment.root / EXAMPLE, example, ignore=shutil.ignore_patterns("__*"))
    pytest = (str(clean.python), "-m", "pytest", "-q")
    trying: Sequence[tuple[Sequence[str], Path]] = (
        (pytest, first),
        # The first run approves the pictures, and the second compares with them.
        ((*pytest, "--shots-approve"), example),
        ((*pytest, *_COMPARES), example),
    )
    for command, where in (*((each, folder) for each in installing), *trying):
        said = _said_in_vain(command, folder=where)
        if said:
            return [f"The plug-in of the wheel does not do what its example says:\n{said}"]
    return []


def blocks_of(page: str) -> dict[str, str]:
    """Give the files that a page shows: its first block of settings, and its first test. Pure."""
    found = dict(reversed(_BLOCK.findall(page)))
    return {"pytest.ini": found["ini"], "test_first.py": found["python"]}


def _said_in_vain(command: Sequence[str], *, folder: Path) -> str:
    """Run a command; what it said where it failed, and nothing where it did not."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=clean_variables(),
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
        check=False,
    )
    said = (done.stdout + done.stderr)[-_TOLD_CHARACTERS:]
    return said or f"{command[0]} said nothing" if done.returncode else ""


def clean_variables() -> dict[str, str]:
    """Give an environment in which nothing of the checkout is found, and no choice of pytest's."""
    return {
        name: value
        for name, value in offscreen_variables().items()
        if not name.startswith(("PYTHONPATH", "PYTEST_", "VIRTUAL_ENV"))
    }
