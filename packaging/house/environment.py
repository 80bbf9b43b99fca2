"""The folder `.venv`: made once from the pinned requirements, left alone while they stay."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from house.system import install_packages
from house.terminal import Refusal, say

if TYPE_CHECKING:
    from collections.abc import Sequence

SCRIPTS = {
    "altrabits": "altrabits_desktop.app.console",
    "altrabits-desktop": "altrabits_desktop.app.main",
}
CONTAINS = {"runtime": ("runtime", "dev"), "dev": ("dev",)}
"""Which installed set serves a wanted one: `dev` holds everything that `runtime` holds."""

_LONGEST_SHEBANG = 120
_PATHS = "import sysconfig; print(sysconfig.get_path('purelib'))"
_ALIVE = "import pip, sys; print(sys.version_info >= (3, 11))"


@dataclass(frozen=True, slots=True)
class Environment:
    """The project's own Python environment.

    Args:
        root: the checkout.
    """

    root: Path

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.root / ".venv"

    @property
    def scripts(self) -> Path:
        """Where its programs lie."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    @property
    def stamp(self) -> Path:
        """The note of what was installed and where."""
        return self.folder / "altrabits-setup.json"

    @property
    def turn_due(self) -> int | None:
        """The turn of the tests that comes next; None while all of them have to hold first."""
        try:
            is_older = self._tested.stat().st_mtime_ns < self.stamp.stat().st_mtime_ns
            return None if is_older else int(self._tested.read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return None

    def note_held(self, turn: int | None) -> None:
        """Let the next turn be due, if this was; after None, all of it, they begin."""
        if turn in {None, self.turn_due}:
            self._tested.write_text(str(0 if turn is None else turn + 1), encoding="ascii")

    @property
    def _tested(self) -> Path:
        return self.folder / "altrabits-tested"

    def provide(self, wanted: str) -> None:
        """See to it that a set of requirements and the project are installed; quick when they are.

        Args:
            wanted: `runtime` or `dev`.

        Raises:
            Refusal: Python lacks `venv`, or the packages could not be installed.
        """
        noted = self._noted()
        if any(noted.get(name) == self._fingerprint(name) for name in CONTAINS[wanted]):
            return
        if not self._is_usable(noted):
            self._make()
        started_at = time.monotonic()
        say(f"Installing the {wanted} packages into {self.folder.name} …")
        self._install(wanted)
        self._link_project()
        self.stamp.write_text(
            json.dumps({"root": str(self.root), wanted: self._fingerprint(wanted)}),
            encoding="utf-8",
        )
        say(f"Done in {time.monotonic() - started_at:.0f} s.")

    def _noted(self) -> dict[str, str]:
        try:
            noted = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        # Programs in a moved environment still point to its old place.
        is_ours = isinstance(noted, dict) and noted.get("root") == str(self.root)
        return noted if is_ours and self.python.exists() else {}

    def _fingerprint(self, name: str) -> str:
        content = self._requirements(name).read_bytes()
        return hashlib.sha256(content + repr(sorted(SCRIPTS.items())).encode()).hexdigest()

    def _requirements(self, name: str) -> Path:
        return self.root / "packaging" / "requirements" / f"{name}.txt"

    def _is_usable(self, noted: dict[str, str]) -> bool:
        if not self.python.exists() or (self.stamp.exists() and not noted):
            return False
        alive = subprocess.run(
            [self.python, "-c", _ALIVE], capture_output=True, text=True, check=False
        )
        return alive.stdout.strip() == "True"

    def _make(self) -> None:
        provide_venv()
        say(f"Making {self.folder.name} with Python {sys.version.split()[0]} …")
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self._run((sys.executable, "-m", "venv", self.folder), "The environment could not be made")

    def _install(self, name: str) -> None:
        pip = (self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        pinned = ("--require-hashes", "--no-deps", "--requirement", self._requirements(name))
        self._run((*pip, *pinned), "The packages could not be installed; is the network there?")

    def _run(self, command: Sequence[str | Path], failure: str) -> None:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            say((done.stdout + done.stderr)[-3000:])
            message = f"{failure} (what it said stands above)."
            raise Refusal(message)

    def _link_project(self) -> None:
        """Let the environment import the checkout itself, and give it the two programs."""
        found = subprocess.run(
            [self.python, "-c", _PATHS], capture_output=True, text=True, check=True
        )
        site = Path(found.stdout.strip())
        (site / "altrabits_desktop_checkout.pth").write_text(f"{self.root}\n", encoding="utf-8")
        for name, module in SCRIPTS.items():
            write_script(self.scripts / name, python=self.python, module=module)


def provide_venv() -> None:
    """See to it that Python can make environments: Debian has a package of its own for that.

    Raises:
        Refusal: it is missing and cannot be installed.
    """
    if importlib.util.find_spec("ensurepip") is None:
        install_packages([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])


def write_script(path: Path, *, python: Path, module: str) -> None:
    """Write a program that calls `main` of a module; on Windows a batch file."""
    if os.name == "nt":
        call = f"import sys; from {module} import main; sys.exit(main())"
        batch = f'@"{python}" -P -c "{call}" %*\n'
        path.with_suffix(".bat").write_text(batch, encoding="utf-8")
        return
    body = f"import sys\n\nfrom {module} import main\n\nsys.exit(main())\n"
    path.write_text(shebang(str(python)) + body, encoding="utf-8")
    path.chmod(0o755)


def shebang(python: str) -> str:
    """Give the first line of a program; long paths and spaces take a detour through the shell."""
    if " " not in python and len(python) < _LONGEST_SHEBANG:
        return f"#!{python}\n"
    return f"#!/bin/sh\n'''exec' \"{python}\" \"$0\" \"$@\"\n' '''\n"
