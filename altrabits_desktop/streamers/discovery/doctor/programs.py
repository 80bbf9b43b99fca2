"""Asks a program of the system something, within a time limit."""

from __future__ import annotations

import shutil
import subprocess
import sys

PLATFORM: str = sys.platform
"""The system this runs on, for readers that know several."""
_LIMIT_S = 2.0
_MOST_CHARACTERS = 1_000_000
_PLACES = "/usr/sbin:/sbin:/usr/bin:/bin:/usr/libexec/ApplicationFirewall"


def answer_of(program: str, *words: str, limit_s: float = _LIMIT_S) -> str:
    """Give what a program prints; "" where it is missing, refuses or takes too long. Blocks.

    Only the system's own folders are looked in.
    """
    found = shutil.which(program, path=None if PLATFORM == "win32" else _PLACES)
    if found is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 # a program of the system, with words of ours
            [found, *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=limit_s,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    if done.returncode != 0:
        return ""
    return done.stdout[:_MOST_CHARACTERS].decode(errors="replace")
