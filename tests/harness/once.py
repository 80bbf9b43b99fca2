"""What is made once for all processes of a test run: a lab is built by whoever needs it first."""

from __future__ import annotations

import fcntl
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[], str]) -> str:
    """Give a text that one process of this run makes; the others wait for it and read it.

    When making it fails, the next process tries again, and says so itself.

    Args:
        folders: of this process; those of its run lie beside each other.
        name: of the text; letters and digits.
        make: blocks until it is made.
    """
    folder: Path = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    path = folder / f"{name}.once"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            made = make()
            path.write_text(made, encoding="utf-8")
        return path.read_text(encoding="utf-8")
