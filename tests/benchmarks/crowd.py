"""G14: ten thousand rows that change a thousand times a second: the page's cost and the loop's."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.benchmarks.crowded_page import CHANGES_A_SECOND, ROWS
from tests.benchmarks.figure import Figure, bound
from tests.benchmarks.processes import child, line_of

if TYPE_CHECKING:
    from pathlib import Path

MOST_SHARE = 0.08
MOST_PAINT_MS = 2.0
MOST_LATE_MS = 8.0


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure the real page in a process of its own, in windows of five seconds."""
    fed = f"{ROWS} rows at {CHANGES_A_SECOND} changes a second"
    with child("-m", "tests.benchmarks.crowded_page", str(runs), profile=profile) as process:
        shares = [float(json.loads(line_of(process))["share"]) for _ in range(runs)]
        worst = json.loads(line_of(process))
    return [
        bound("G14", f"{fed}: part of a core", shares, most=MOST_SHARE, unit="of a core"),
        bound("G14", f"{fed}: paint p99, ms", [worst["paint_ms"]], most=MOST_PAINT_MS, unit="ms"),
        bound("G14", f"{fed}: loop late p99, ms", [worst["late_ms"]], most=MOST_LATE_MS, unit="ms"),
    ]
