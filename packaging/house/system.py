"""System libraries, fonts and programs: what is missing, and how it gets there.

Libraries are tried by loading them, not by asking a package list, so that the answer is right on
every distribution; only their installation knows Debian's names.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from house.lab import PACKAGES as LAB_PACKAGES
from house.terminal import Refusal, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

POLICY = Path("/usr/sbin/policy-rc.d")
DENY_STARTS = "#!/bin/sh\n# No service starts while the lab's packages are installed.\nexit 101\n"
_SAVED = ".before-altrabits"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the system must have, and Debian's package that brings it."""

    package: str
    library: str = ""
    program: str = ""
    file: str = ""

    def is_met(self) -> bool:
        """Look whether it is there."""
        if self.library:
            return _loads(self.library)
        if self.program:
            return shutil.which(self.program) is not None
        return Path(self.file).exists()


WINDOW_NEEDS = (
    Need("libgl1", library="libGL.so.1"),
    Need("libegl1", library="libEGL.so.1"),
    Need("libglib2.0-0", library="libglib-2.0.so.0"),
    Need("libxkbcommon0", library="libxkbcommon.so.0"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
)
_NOTO = "/usr/share/fonts/truetype/noto"
PICTURE_NEEDS = (
    Need("fonts-noto-core", file=f"{_NOTO}/NotoSans-Regular.ttf"),
    Need("fonts-noto-color-emoji", file=f"{_NOTO}/NotoColorEmoji.ttf"),
)
_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
PACKAGE_NEEDS = (
    Need("binutils", program="objdump"),
    # What is frozen holds Python as a library, which Debian's own Python does without.
    Need(f"libpython{_PYTHON}", library=f"libpython{_PYTHON}.so.1.0"),
)
TEST_NEEDS = (Need("xvfb", program="Xvfb"), Need("xauth", program="xauth"), *PICTURE_NEEDS)


def provide(needs: Iterable[Need]) -> None:
    """See to it that the system has what is needed.

    Raises:
        Refusal: something is missing and this is not root on Debian or Ubuntu.
    """
    if sys.platform.startswith("linux"):
        install_packages([need.package for need in needs if not need.is_met()])


def provide_lab() -> None:
    """Install the lab's packages without letting any of their services start.

    Raises:
        Refusal: something is missing and this is not root on Debian or Ubuntu.
    """
    missing = [name for name in LAB_PACKAGES if not _is_installed(name)]
    if missing:
        with service_starts_denied(POLICY) if os.geteuid() == 0 else contextlib.nullcontext():
            install_packages(missing)


def install_packages(names: list[str]) -> None:
    """Install Debian packages; nothing happens for an empty list.

    Raises:
        Refusal: not root, no apt-get here, or apt-get failed.
    """
    if not names:
        return
    command = ["apt-get", "install", "--no-install-recommends", "-y", *names]
    if shutil.which("apt-get") is None:
        message = f"This system lacks what these Debian packages bring: {' '.join(names)}."
        raise Refusal(message)
    if os.geteuid() != 0:
        message = f"Some system packages are missing. Install them with: sudo {' '.join(command)}"
        raise Refusal(message)
    say(f"Installing system packages: {' '.join(names)}")
    for step in (["apt-get", "update"], command):
        _run_apt(step)


def _run_apt(command: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        say(done.stdout[-2000:] + done.stderr[-2000:])
        message = f"`{' '.join(command)}` failed; what it said stands above."
        raise Refusal(message)


@contextlib.contextmanager
def service_starts_denied(policy: Path) -> Iterator[None]:
    """Deny service starts inside the block; the former policy is back afterwards, come what may.

    A policy saved by a run that was killed is brought back by the next one.
    """
    saved = policy.with_name(policy.name + _SAVED)
    if policy.exists() and not saved.exists():
        policy.rename(saved)
    with _ending_on_sigterm():
        try:
            policy.write_text(DENY_STARTS, encoding="utf-8")
            policy.chmod(0o755)
            yield
        finally:
            policy.unlink(missing_ok=True)
            if saved.exists():
                saved.rename(policy)


@contextlib.contextmanager
def _ending_on_sigterm() -> Iterator[None]:
    def end(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(143)

    former = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _is_installed(package: str) -> bool:
    asked = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    if shutil.which(asked[0]) is None:
        return False
    return subprocess.run(asked, capture_output=True, check=False).stdout == b"installed"
