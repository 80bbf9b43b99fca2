"""G3: memory of the running app with 50 streamers, beside a bare window with a loop.

The floor has loaded the same libraries, as every floor has (DECISIONS.md says why); a second row
shows the window and the loop alone.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, compare
from tests.benchmarks.processes import (
    child,
    established,
    line_of,
    resident_bytes,
    simulated,
)

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 50
MOST = 1.45
_LIMIT_S = 30.0
_SETTLED_S = 3.0
_MIB = 1 << 20


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure resident memory once every streamer is connected and the round is over."""
    with simulated(COUNT, profile=profile):
        return [
            _measured(profile, runs, floor="libraries", most=MOST),
            _measured(profile, runs, floor="", most=None),
        ]


def _measured(profile: Path, runs: int, *, floor: str, most: float | None) -> Figure:
    beside = "window, loop and libraries" if floor else "window and loop alone"
    return compare(
        "G3",
        f"memory with {COUNT} streamers beside {beside}, MiB",
        value=lambda: _running(profile),
        floor=lambda: _bare(profile, floor),
        most=most,
        runs=runs,
    )


def _running(profile: Path) -> float:
    with child("-m", "altrabits_desktop", profile=profile) as process:
        end_s = time.monotonic() + _LIMIT_S
        while _connected(process.pid) < COUNT:
            if time.monotonic() > end_s:
                raise RuntimeError("the app did not connect to every streamer")
            time.sleep(0.1)
        time.sleep(_SETTLED_S)
        return resident_bytes(process.pid) / _MIB


def _connected(pid: int) -> int:
    with contextlib.suppress(OSError):
        return established(pid)
    return 0


def _bare(profile: Path, floor: str) -> float:
    words = ("-m", "tests.benchmarks.floors.window_and_loop", floor)
    with child(*words, profile=profile) as process:
        line_of(process)
        return resident_bytes(process.pid) / _MIB
