"""G3: memory of the running app with 50 streamers, without and with its embedded server.

It stands beside a bare window with a loop.

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
    is_listening,
    line_of,
    resident_bytes,
    simulated,
)

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 50
MOST = 1.45
MOST_WITH_SERVER = 2.0
_LIMIT_S = 30.0
_SETTLED_S = 3.0
_MIB = 1 << 20


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure resident memory once every streamer is connected and the round is over."""
    served = profile / "served"
    with child("-m", "tests.benchmarks.served_profile", str(served), profile=served) as process:
        line_of(process)
    with simulated(COUNT, profile=profile):
        return [
            _measured(profile, runs, floor="libraries", most=MOST),
            _measured(profile, runs, floor="", most=None),
            _measured(served, runs, floor="libraries", most=MOST_WITH_SERVER, has_server=True),
        ]


def _measured(
    profile: Path, runs: int, *, floor: str, most: float | None, has_server: bool = False
) -> Figure:
    beside = "window, loop and libraries" if floor else "window and loop alone"
    with_server = " and the server" if has_server else ""
    return compare(
        "G3",
        f"memory with {COUNT} streamers{with_server} beside {beside}, MiB",
        value=lambda: _running(profile, has_server=has_server),
        floor=lambda: _bare(profile, floor),
        most=most,
        runs=runs,
    )


def _running(profile: Path, *, has_server: bool) -> float:
    with child("-m", "altrabits_desktop", profile=profile) as process:
        end_s = time.monotonic() + _LIMIT_S
        while _connected(process.pid) < COUNT or is_listening(process.pid) != has_server:
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
