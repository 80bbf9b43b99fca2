"""A lab's namespaces and folder, and the certainty that both go away again."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.lab.lanlab.programs import attempt, call

PREFIX = "lanlab-"
LATE = 124
"""Exit status at the time limit, as of `timeout`."""

_ROUNDS = 30
_ROUND_S = 0.1


def space_of(lab: str, host: str) -> str:
    """Give the name of a host's network namespace."""
    return f"{PREFIX}{lab}-{host}"


def folder_of(lab: str) -> Path:
    """Give the folder that holds a lab's logs and its list of hosts."""
    return Path(tempfile.gettempdir()) / f"lan-lab-{lab}"


def spaces(lab: str | None = None) -> list[str]:
    """List the namespaces of a lab, or of all labs."""
    names = [line.split()[0] for line in call("ip", "netns", "list").splitlines() if line]
    return [name for name in names if name.startswith(PREFIX) and lab in {None, lab_of_space(name)}]


def lab_of_space(space: str) -> str:
    """Give the lab that a namespace belongs to."""
    return space.split("-")[1]


def tear_down(lab: str, *, keep: bool = False) -> None:
    """End every program of a lab, then remove its networks and, unless kept, its folder."""
    for space in spaces(lab):
        _end_programs(space)
        attempt("ip", "netns", "del", space)
    if not keep:
        shutil.rmtree(folder_of(lab), ignore_errors=True)


def _end_programs(space: str) -> None:
    for _ in range(_ROUNDS):
        running = attempt("ip", "netns", "pids", space).stdout.split()
        if not running:
            return
        subprocess.run(["kill", "-9", *running], stderr=subprocess.DEVNULL, check=False)
        time.sleep(_ROUND_S)


def guard(lab: str, *, limit_s: float, keep: bool) -> tuple[int, int]:
    """Fork the process that removes the lab when this one ends, however it ends, or too late.

    Returns:
        Its process id, and the descriptor whose closing is the sign.
    """
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(reading)
        return process, writing
    os.close(writing)
    os.setsid()
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.SIG_IGN)
    is_late = not select.select([reading], [], [], limit_s)[0]
    if is_late:
        print(f"lan-lab: time limit of {limit_s:g} s reached", file=sys.stderr, flush=True)
    tear_down(lab, keep=keep)
    os._exit(LATE if is_late else 0)
