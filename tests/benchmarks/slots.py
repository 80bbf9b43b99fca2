"""G15: the longest slot or callback on the loop of the window, over all journeys."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, bound
from tests.benchmarks.processes import ROOT, surroundings
from tests.harness.slot_watch import FILE, PAINTS

if TYPE_CHECKING:
    from pathlib import Path

MOST_MS = 8.0


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Walk all journeys; each slot, callback and event counts by processor time.

    Args:
        profile: takes what is written.
        runs: walks; three suffice where more are asked for, as each takes minutes.
    """
    walks = [_walked(profile / f"slots-{number}.json") for number in range(min(runs, 3))]
    slots = [max(ms for ms, name, _ in walk if not name.startswith(PAINTS)) for walk in walks]
    paints = [max(ms for ms, name, _ in walk if name.startswith(PAINTS)) for walk in walks]
    _tell_longest(walks[-1])
    return [
        bound("G15", "longest slot in all journeys, ms", slots, most=MOST_MS, unit="ms"),
        bound("G15", "longest drawing of a window, ms", paints, most=float("inf"), unit="ms"),
    ]


def _walked(file: Path) -> list[tuple[float, str, str]]:
    plug_ins = ("-p", "tests.harness.slot_watch", "-p", "no:cacheprovider")
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *plug_ins, "tests/journeys"],
        cwd=ROOT,
        env={**surroundings(file.parent), FILE: str(file)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return [tuple(each) for each in json.loads(file.read_text())["long"]]


def _tell_longest(walk: list[tuple[float, str, str]]) -> None:
    for took_ms, name, journey in sorted(walk, reverse=True)[:10]:
        print(f"  {took_ms:7.1f} ms  {name}  {journey}", file=sys.stderr)
