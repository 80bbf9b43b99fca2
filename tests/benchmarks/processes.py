"""Child processes of the benchmarks: started, timed, read, and always ended."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
CONSOLE = "import sys; from altrabits_desktop.app.console import main; sys.exit(main())"


def surroundings(profile: Path) -> dict[str, str]:
    """Give the environment of a child: offscreen, loopback only, a profile of its own."""
    # An installed program has its bytecode; a child that compiles everything anew measures that.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {
        **inherited,
        "QT_QPA_PLATFORM": "offscreen",
        "ALTRABITS_INTERFACE": "127.0.0.1",
        "ALTRABITS_PROFILE": str(profile),
        "PYTHONPATH": str(ROOT),
    }


@contextlib.contextmanager
def child(*words: str, profile: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `python WORDS` beside the caller and end it afterwards."""
    process = subprocess.Popen(
        [sys.executable, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=surroundings(profile),
        cwd=ROOT,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def line_of(process: subprocess.Popen[str]) -> str:
    """Give the next line a child prints.

    Raises:
        RuntimeError: it ended without one.
    """
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise RuntimeError(f"a benchmark's child ended early: {process.args!r}")
    return line


def milliseconds_to_first_line(*words: str, profile: Path) -> float:
    """Give the time from exec to the instant that a child prints as its first line.

    The child prints `time.monotonic_ns()`, a clock that all processes share.
    """
    begin_ns = time.monotonic_ns()
    with child(*words, profile=profile) as process:
        return (int(line_of(process)) - begin_ns) / 1e6


@contextlib.contextmanager
def simulated(count: int, *, profile: Path) -> Iterator[list[dict[str, str]]]:
    """Run the simulator on loopback; gives one record a streamer."""
    words = ("simulate", "--count", str(count), "--json")
    with child("-c", CONSOLE, *words, profile=profile) as process:
        yield [json.loads(line_of(process)) for _ in range(count)]


def resident_bytes(pid: int) -> int:
    """Give the resident memory (RSS) of a process, from the kernel's own accounting."""
    fields = Path(f"/proc/{pid}/statm").read_text().split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")


def established(pid: int) -> int:
    """Give how many TCP connections of a process are established."""
    return _in_state(pid, "01")


def is_listening(pid: int) -> bool:
    """Tell whether a process takes TCP connections."""
    return _in_state(pid, "0A") > 0


def _in_state(pid: int, state: str) -> int:
    inodes = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            target = str(descriptor.readlink())
            if target.startswith("socket:["):
                inodes.add(target[8:-1])
    rows = Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]
    return sum(row.split()[3] == state and row.split()[9] in inodes for row in rows)
