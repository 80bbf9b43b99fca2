"""The pinned requirements: exact versions, the hashes of every file, all systems at once."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SETS = {"runtime": (), "dev": ("qa", "dev")}
"""A file's name, and the extras of the project that it holds."""

HEADER = "# Pinned by `python3 dev.py pins`; not written by hand.\n"


def write_pins(root: Path, *, uv: Path) -> None:
    """Resolve anew and write both files, without any address of an index in them.

    Raises:
        subprocess.CalledProcessError: the resolver found no solution or no network.
    """
    for name, extras in SETS.items():
        target = root / "packaging" / "requirements" / f"{name}.txt"
        command = (str(uv), *resolver_options(name, extras=extras), "pyproject.toml")
        done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
        target.write_text(HEADER + done.stdout, encoding="utf-8")


def resolver_options(name: str, *, extras: Sequence[str]) -> list[str]:
    """Give the options for one file; every set agrees with what the app itself is pinned to."""
    options = ["pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    options += ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-annotate"]
    options += [part for extra in extras for part in ("--extra", extra)]
    if name != "runtime":
        options += ["--constraint", "packaging/requirements/runtime.txt"]
    return options
