"""G6: from the first packet of a streamer to its row painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, bound
from tests.benchmarks.processes import child, line_of

if TYPE_CHECKING:
    from pathlib import Path

FRAME_MS = 16.0


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure newcomers one by one, in the real window."""
    count = runs * 6
    with child("-m", "tests.benchmarks.painted_rows", str(count), profile=profile) as process:
        times_ms = [float(line_of(process)) for _ in range(count)]
    return [bound("G6", "first packet to painted row, ms", times_ms, most=FRAME_MS, unit="ms")]
