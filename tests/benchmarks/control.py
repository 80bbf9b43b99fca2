"""G18: from a press in the window to the command at the streamer, and to its confirmation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, bound
from tests.benchmarks.processes import child, line_of

if TYPE_CHECKING:
    from pathlib import Path

WIRE_MS = 8.0
CONFIRMED_MS = 50.0
PRESSES = 20
_NEARLY_ALL = 0.99


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure presses one by one, in the real window."""
    count = runs * PRESSES
    with child("-m", "tests.benchmarks.controlled", str(count), profile=profile) as process:
        pairs = [tuple(map(float, line_of(process).split())) for _ in range(count)]
    arrived, confirmed = (sorted(times) for times in zip(*pairs, strict=True))
    worst = confirmed[min(int(count * _NEARLY_ALL), count - 1)]
    return [
        bound("G18", "press to command at the streamer, ms", arrived, most=WIRE_MS, unit="ms"),
        bound(
            *("G18", "press to confirmed state, 99 of 100, ms", [worst]),
            most=CONFIRMED_MS,
            unit="ms",
        ),
    ]
