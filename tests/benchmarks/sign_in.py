"""G12: a sign-in beside a bare Argon2id verify and a commit; how late the loop is meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, bound, compare
from tests.benchmarks.processes import child, line_of

if TYPE_CHECKING:
    from pathlib import Path

MOST = 1.05
LATER_MS = 10.0


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure a sign-in at an embedded server with real strength, in one process each."""
    lateness: list[float] = []

    def signed_in() -> float:
        with child("-m", "tests.benchmarks.signing_in", "app", profile=profile) as process:
            took_ms, idle_ms, busy_ms = map(float, line_of(process).split())
        lateness.append(busy_ms - idle_ms)
        return took_ms

    def bare() -> float:
        with child("-m", "tests.benchmarks.signing_in", "bare", profile=profile) as process:
            return float(line_of(process))

    took = compare("G12", "a sign-in, ms", value=signed_in, floor=bare, most=MOST, runs=runs)
    late = bound(
        *("G12", "the app's loop later than idle meanwhile, ms", lateness),
        most=LATER_MS,
        unit="ms",
    )
    return [took, late]
