"""G1: exec to the first painted window, beside a bare window's first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.remembered import Remembered, content_of
from tests.benchmarks.figure import Figure, compare
from tests.benchmarks.processes import milliseconds_to_first_line

if TYPE_CHECKING:
    from pathlib import Path

REMEMBERED = 50
_ROOMS = ("Attic", "Bedroom", "Den", "Hall", "Kitchen", "Living room", "Study", "Terrace")
_PRODUCTS = ("Cobalt S1", "Cobalt S2", "Cobalt Amp", "Cobalt Mini", "Cobalt Bar")


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure whole processes, from exec to the paint; without streamers and with many."""
    full = profile / "remembered"
    full.mkdir(mode=0o700)
    Profile(full).remembered_file().write_bytes(content_of(streamers(REMEMBERED)))
    return [
        _measure("exec to first painted window, ms", profile, runs=runs),
        _measure(f"the same with {REMEMBERED} streamers remembered, ms", full, runs=runs),
    ]


def streamers(count: int) -> tuple[Remembered, ...]:
    """Give so many in some rooms, in the order they are kept in."""
    made = [
        Remembered(
            f"streamer-{number:03}",
            f"Streamer {number}",
            _ROOMS[number * len(_ROOMS) // count],
            _PRODUCTS[number % len(_PRODUCTS)],
            rank=number,
        )
        for number in range(count)
    ]
    return tuple(made)


def _measure(what: str, profile: Path, *, runs: int) -> Figure:
    return compare(
        "G1",
        what,
        value=lambda: milliseconds_to_first_line(
            "-m", "tests.benchmarks.painted_app", profile=profile
        ),
        floor=lambda: milliseconds_to_first_line(
            "-m", "tests.benchmarks.floors.window", profile=profile
        ),
        most=1.15,
        runs=runs * 3,
    )
