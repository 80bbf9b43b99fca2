"""Measures the figures: `dev.py bench [--only G1]... [--runs N] [--json FILE]`; tests nothing."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import (
    control,
    crowd,
    finding,
    first_paint,
    idle,
    journey,
    marked,
    memory,
    packages,
    row,
    server_writes,
    sign_in,
    slots,
    verdict,
)
from tests.benchmarks.figure import as_json, as_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.figure import Figure

RUNS = 5


def known_soon(profile: Path, *, runs: int) -> list[Figure]:
    """Measure what a person learns soon: why nothing is found, and who fell silent (G19)."""
    return [*verdict.measure(profile, runs=runs), *marked.measure(profile, runs=runs)]


ALL: dict[str, Callable[..., list[Figure]]] = {
    "G1": first_paint.measure,
    "G3": memory.measure,
    "G4": idle.measure,
    "G5": finding.measure,
    "G6": row.measure,
    "G8": server_writes.measure,
    "G12": sign_in.measure,
    "G14": crowd.measure,
    "G15": slots.measure,
    "G18": control.measure,
    "G19": known_soon,
    "P1": packages.measure,
    "Q1": journey.measure,
}


def main() -> int:
    """Measure all figures or the named ones, print the table and write the JSON."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    parser.add_argument("--only", action="append", choices=sorted(ALL), help="measure only this")
    parser.add_argument("--runs", type=int, default=RUNS, metavar="N", help="runs of each (5)")
    arguments = parser.parse_args()
    figures: list[Figure] = []
    for name in arguments.only or ALL:
        print(f"{name} ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="altrabits-bench-") as folder:
            figures += ALL[name](Path(folder), runs=arguments.runs)
    print(as_table(figures))
    if arguments.json:
        arguments.json.write_text(json.dumps(as_json(figures), indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
