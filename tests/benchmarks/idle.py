"""G4: what the program does while nobody sees its window and no streamer is there."""

from __future__ import annotations

import time
from pathlib import Path

from tests.benchmarks.figure import Figure, bound
from tests.benchmarks.processes import child, line_of

MOST_WAKE_UPS = 1.0
MOST_CPU_MS = 2.0
_SETTLED_S = 15.0
_WINDOW_S = 10.0


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Count wake-ups of all threads and their processor time, in windows of ten seconds.

    As Linux counts them: each time a thread gave the processor up by itself (`status`), and
    nanoseconds on it (`schedstat`).
    """
    wake_ups: list[float] = []
    busy_ms: list[float] = []
    with child("-m", "tests.benchmarks.hidden_app", profile=profile) as process:
        line_of(process)
        time.sleep(_SETTLED_S)
        before = _spent(process.pid)
        for _ in range(runs):
            time.sleep(_WINDOW_S)
            now = _spent(process.pid)
            wake_ups.append((now[0] - before[0]) / _WINDOW_S)
            busy_ms.append((now[1] - before[1]) / _WINDOW_S)
            before = now
    return [
        bound("G4", "hidden and idle: wake-ups a second", wake_ups, most=MOST_WAKE_UPS, unit="a s"),
        bound(
            "G4", "hidden and idle: processor, ms a second", busy_ms, most=MOST_CPU_MS, unit="ms"
        ),
    ]


def _spent(pid: int) -> tuple[int, float]:
    """Give wake-ups and milliseconds of all threads that are alive now."""
    wake_ups, busy_ms = 0, 0.0
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            lines = (task / "status").read_text().splitlines()
            busy_ns = int((task / "schedstat").read_text().split()[0])
        except OSError:
            # It ended just now.
            continue
        wake_ups += sum(int(s.split()[1]) for s in lines if s.startswith("voluntary_ctxt"))
        busy_ms += busy_ns / 1e6
    return wake_ups, busy_ms
