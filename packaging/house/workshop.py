"""Where packages are built: two environments below `build/`, apart from the one tests run in.

One holds the tools. The other holds what a person gets and nothing else: the pinned libraries and
the wheel. What is frozen and what is listed comes from that one alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from house.environment import provide_venv
from house.terminal import Refusal, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_OLDEST_OF_ZIP = "315532800"
"""1980-01-01: an archive of the format zip holds nothing older."""
_SEED = "1"


@dataclass(frozen=True, slots=True)
class Workshop:
    """The build folder of a checkout, and what runs in it.

    Args:
        root: the checkout.
    """

    root: Path

    @property
    def folder(self) -> Path:
        """Where everything lies that a build needs and nobody gets."""
        return self.root / "build" / "packages"

    @property
    def tools(self) -> Path:
        """The interpreter that has the tools."""
        return python_in(self.folder / "tools")

    @property
    def app(self) -> Path:
        """The interpreter that has what a person gets."""
        return python_in(self.folder / "app")

    def tool(self, name: str) -> Path:
        """Give a program of the tools."""
        return self.tools.parent / (f"{name}.exe" if os.name == "nt" else name)

    def provide(self) -> None:
        """See to it that tools and libraries are installed; quick when they are.

        Raises:
            Refusal: they could not be installed.
        """
        self._provide("tools", self.root / "packaging/requirements/package.txt")
        self._provide("app", self.root / "packaging/requirements/runtime.txt")

    def install(self, wheel: Path) -> None:
        """Put the wheel to its libraries, in place of an earlier one.

        Raises:
            Refusal: it could not be installed.
        """
        self._pip("app", "--no-deps", "--no-index", "--force-reinstall", str(wheel))

    def variables(self) -> dict[str, str]:
        """Give the environment of a step: it sees the person's libraries, and repeats itself.

        Sets and times come out the same for the same source: the instant is the one of the last
        commit, and in a source without a history the oldest that archives can hold.
        """
        return {
            **os.environ,
            "PYTHONHASHSEED": _SEED,
            # Else the checkout, where a step runs, would be taken for what was installed.
            "PYTHONSAFEPATH": "1",
            "PYTHONPATH": os.pathsep.join((str(self._libraries), str(self.root / "packaging"))),
            "QT_QPA_PLATFORM": "offscreen",
            "SOURCE_DATE_EPOCH": source_instant(self.root, os.environ),
        }

    def run(self, command: Sequence[str | Path], failure: str, **named: str) -> str:
        """Run a step and give what it said.

        Args:
            command: the program and its arguments.
            failure: what is said where it fails.
            named: put into its environment.

        Raises:
            Refusal: it failed.
        """
        return run_step(command, failure, folder=self.root, variables=self.variables() | named)

    @property
    def _libraries(self) -> Path:
        if os.name == "nt":
            return self.folder / "app" / "Lib" / "site-packages"
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        return self.folder / "app" / "lib" / version / "site-packages"

    def _provide(self, name: str, requirements: Path) -> None:
        wanted = hashlib.sha256(requirements.read_bytes() + sys.version.encode()).hexdigest()
        stamp = self.folder / name / "altrabits-requirements"
        if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
            return
        say(f"Installing {requirements.stem} packages into {stamp.parent.relative_to(self.root)} …")
        shutil.rmtree(stamp.parent, ignore_errors=True)
        provide_venv()
        # Only one of them brings a pip, which installs into both: the other has nothing to spare.
        bare = () if name == "tools" else ("--without-pip",)
        make = (sys.executable, "-m", "venv", *bare, stamp.parent)
        run_step(make, "The environment could not be made", folder=self.root)
        self._pip(name, "--no-deps", "--require-hashes", "--requirement", str(requirements))
        stamp.write_text(wanted, encoding="ascii")

    def _pip(self, name: str, *words: str) -> None:
        pip = (self.tools, "-m", "pip", "--python", python_in(self.folder / name), "install")
        quiet = ("--quiet", "--disable-pip-version-check")
        failure = "The packages could not be installed; is the network there?"
        run_step((*pip, *quiet, *words), failure, folder=self.root)


def python_in(environment: Path) -> Path:
    """Give the interpreter of an environment."""
    if os.name == "nt":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def source_instant(root: Path, variables: Mapping[str, str]) -> str:
    """Give the instant that everything built is dated by, in seconds since 1970."""
    named = variables.get("SOURCE_DATE_EPOCH", "")
    if named or shutil.which("git") is None:
        return named or _OLDEST_OF_ZIP
    command = ("git", "-C", str(root), "log", "-1", "--format=%ct")
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return told.stdout.strip() if told.returncode == 0 else _OLDEST_OF_ZIP


def run_step(
    command: Sequence[str | Path],
    failure: str,
    *,
    folder: Path,
    variables: Mapping[str, str] | None = None,
) -> str:
    """Run a program in a folder and give what it said.

    Raises:
        Refusal: it failed; the end of what it said has been shown.
    """
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, check=False
    )
    if done.returncode:
        say((done.stdout + done.stderr)[-3000:])
        message = f"{failure} (what it said stands above)."
        raise Refusal(message)
    return done.stdout
