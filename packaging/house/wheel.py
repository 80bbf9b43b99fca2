"""The wheel as a person would get it: built, looked into, installed elsewhere, started, tested."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from house.environment import SCRIPTS
from house.plug_in import example_faults
from house.steps import Outcome, line_of
from house.suite import offscreen_variables
from house.terminal import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from house.environment import Environment

PACKAGE = "altrabits_desktop"


def check_wheel(environment: Environment) -> bool:
    """Build the wheel and try it; true when it is whole and starts."""
    started_at = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="altrabits-wheel-") as folder:
        faults = _faults(environment, Path(folder))
    for fault in faults:
        say(fault)
    outcome = Outcome("wheel", not faults, time.monotonic() - started_at)
    say(line_of(outcome))
    return outcome.holds


def _faults(environment: Environment, folder: Path) -> list[str]:
    build = (environment.scripts / "hatchling", "build", "-t", "wheel", "-d", folder / "dist")
    built = subprocess.run(build, cwd=environment.root, capture_output=True, text=True, check=False)
    wheels = list((folder / "dist").glob("*.whl"))
    if built.returncode or len(wheels) != 1:
        return [f"The wheel could not be built:\n{(built.stdout + built.stderr)[-2000:]}"]
    with zipfile.ZipFile(wheels[0]) as archive:
        missing = missing_files(archive.namelist(), wanted=wanted_files(environment.root))
    return (
        missing
        or _start_faults(environment, wheels[0], folder / "installed")
        or example_faults(environment, wheels[0], folder / "plug-in")
    )


def wanted_files(root: Path) -> list[str]:
    """List what a wheel must hold besides code: every resource, both tables of each language."""
    resources = [path for path in (root / "resources").rglob("*") if path.is_file()]
    languages = [path.stem for path in (root / "translations").glob("*.ts")]
    return [
        *(f"{PACKAGE}/{path.relative_to(root).as_posix()}" for path in sorted(resources)),
        *(f"{PACKAGE}/i18n/{language}.{kind}" for language in languages for kind in ("json", "qm")),
        f"{PACKAGE}/py.typed",
    ]


def missing_files(held: Iterable[str], *, wanted: Iterable[str]) -> list[str]:
    """Say which wanted files a wheel lacks."""
    return [f"The wheel lacks {name}." for name in sorted(set(wanted) - set(held))]


def _start_faults(environment: Environment, wheel: Path, target: Path) -> list[str]:
    pip = (str(environment.python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index")
    here = ("--disable-pip-version-check", "--target", str(target), str(wheel))
    subprocess.run((*pip, *here), check=True)
    variables = {**offscreen_variables(), "PYTHONPATH": str(target)}
    faults = []
    for name, module in SCRIPTS.items():
        program = target / "bin" / name if os.name != "nt" else target / "bin" / f"{name}.exe"
        started = subprocess.run(
            [program, "--version"],
            cwd=target,
            env=variables,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if started.returncode:
            faults.append(f"{name} ({module}) of the wheel does not start:\n{started.stderr}")
    return faults
