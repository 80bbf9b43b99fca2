"""A session bus of a test's own, over a socket in its folder."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.harness.thoroughness import IS_CI

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STOP_S = 5


def need(program: str) -> None:
    """Skip the test, openly, where a program of the lab is missing; in CI it fails instead."""
    if shutil.which(program) is None and not IS_CI:
        pytest.skip(f"missing {program}; `python3 dev.py test --install-lab` installs it")


@contextlib.contextmanager
def own_bus(folder: Path) -> Iterator[str]:
    """Give the address of a bus that ends with the block."""
    need("dbus-daemon")
    address = f"unix:path={folder / 'bus'}"
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(
        [*command, f"--address={address}"], stdout=subprocess.PIPE, text=True
    ) as daemon:
        assert daemon.stdout is not None
        told = daemon.stdout.readline().strip()
        try:
            yield told
        finally:
            daemon.terminate()
            daemon.wait(_STOP_S)
