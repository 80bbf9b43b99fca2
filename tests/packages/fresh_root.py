"""A fresh Debian in a folder: made from the mirror that this computer's apt uses, run cut off.

Only downloading reaches beyond this computer. Whatever is installed and started runs in
namespaces of its own, where there is no network but loopback.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MIRROR = ("apt-get", "indextargets", "--format", "$(SITE) $(RELEASE) $(COMPONENT)")
_APART = ("unshare", "--mount", "--uts", "--ipc", "--net", "--pid", "--fork", "--kill-child")
_UP = 'ip link set lo up && exec "$@"'
_APT = ("apt-get", "--yes", "--quiet", "--no-install-recommends", "-oAPT::Sandbox::User=root")
_QUICK = "force-unsafe-io\npath-exclude=/usr/share/man/*\npath-exclude=/usr/share/locale/*\n"
"""What is thrown away in a minute need not be on the disk first."""
_DOWNLOADED = "/var/cache/apt/archives/*.deb"
_LIMIT_S = 500


@dataclass(frozen=True, slots=True)
class FreshRoot:
    """A system in a folder.

    Args:
        top: its `/`.
    """

    top: Path

    def fetch(self, *packages: str) -> None:
        """Download packages with all that they ask for, and install nothing."""
        _done("chroot", self.top, *_APT, "--download-only", "install", *packages)

    def install(self, *packages: str) -> None:
        """Install packages that were downloaded, without any network."""
        self.run(*_APT, "--no-download", "install", *packages)

    def install_file(self, file: str) -> None:
        """Install a file and what was downloaded for it, without any network.

        By dpkg itself, which refuses what lacks something that it asks for; apt installs no file
        without a network.
        """
        self.run("sh", "-c", f"dpkg --install {_DOWNLOADED} {file}")
        self.run("apt-get", "clean")

    def run(self, *command: str, **variables: str) -> str:
        """Run a program in it, cut off, and give what it said.

        Raises:
            AssertionError: it failed.
        """
        inside = ("unshare", f"--root={self.top}", "--mount-proc", *command)
        return _done(*_APART, "sh", "-c", _UP, "sh", *inside, **variables)

    def put(self, source: Path, place: str) -> None:
        """Copy a file into it."""
        shutil.copy(source, self.top / place.lstrip("/"))


@contextlib.contextmanager
def fresh_root(folder: Path) -> Iterator[FreshRoot]:
    """Make a fresh system of the release that this computer runs; it is gone after the block.

    Raises:
        AssertionError: it could not be made.
    """
    top = folder / "root"
    site, release = mirror()
    try:
        _done("debootstrap", "--variant=minbase", release, top, site)
        (top / "etc/dpkg/dpkg.cfg.d/quick").write_text(_QUICK, encoding="utf-8")
        _done("chroot", top, "apt-get", "--quiet", "update")
        yield FreshRoot(top)
    finally:
        shutil.rmtree(top, ignore_errors=True)


def mirror() -> tuple[str, str]:
    """Give the address and the release of the first source that apt has here."""
    lines = [line.split() for line in _done(*MIRROR).splitlines()]
    site, release, _ = next(line for line in lines if line[2:] == ["main"] and "-" not in line[1])
    return site, release


def _done(*command: str | Path, **variables: str) -> str:
    kept = {name: os.environ[name] for name in ("http_proxy", "https_proxy") if name in os.environ}
    done = subprocess.run(
        command,
        env={
            **kept,
            "DEBIAN_FRONTEND": "noninteractive",
            "HOME": "/root",
            "LC_ALL": "C.UTF-8",
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            **variables,
        },
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout
