"""G1: exec to the first painted window, beside a bare window's first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, compare
from tests.benchmarks.processes import milliseconds_to_first_line

if TYPE_CHECKING:
    from pathlib import Path


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure whole processes, from exec to the paint."""
    return [
        compare(
            "G1",
            "exec to first painted window, ms",
            value=lambda: milliseconds_to_first_line(
                "-m", "tests.benchmarks.painted_app", profile=profile
            ),
            floor=lambda: milliseconds_to_first_line(
                "-m", "tests.benchmarks.floors.window", profile=profile
            ),
            most=1.15,
            runs=runs * 3,
        )
    ]
