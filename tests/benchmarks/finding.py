"""G5: all of 250 streamers are known after a question, by each way of finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, bound, compare
from tests.benchmarks.processes import child, line_of, simulated

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 250
_MX_S = 2.0


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure Announce and mDNS beside raw sockets, and SSDP beside its own MX."""
    with simulated(COUNT, profile=profile):
        figures = [_compared("announce", profile, most=2.0, runs=runs)]
        figures.append(_compared("mdns", profile, most=1.2, runs=runs))
    with child("-m", "tests.benchmarks.ssdp_house", str(COUNT), profile=profile) as house:
        line_of(house)
        seconds = [_seconds(profile, "ssdp") for _ in range(runs)]
    figures.append(
        bound(
            "G5", f"SSDP: {COUNT} known, s (MX {_MX_S:g} s)", seconds, most=_MX_S * 1.05, unit="s"
        )
    )
    return figures


def _compared(way: str, profile: Path, *, most: float, runs: int) -> Figure:
    return compare(
        "G5",
        f"{way}: {COUNT} known, s",
        value=lambda: _seconds(profile, way),
        floor=lambda: _floor_seconds(profile, way),
        most=most,
        runs=runs,
    )


def _seconds(profile: Path, way: str) -> float:
    words = ("-m", "tests.benchmarks.knowing_all", way, str(COUNT))
    with child(*words, profile=profile) as process:
        return _none_lost(float(line_of(process)), way)


def _floor_seconds(profile: Path, way: str) -> float:
    with child("-m", f"tests.benchmarks.floors.{way}", str(COUNT), profile=profile) as process:
        return _none_lost(float(line_of(process)), way)


def _none_lost(seconds: float, way: str) -> float:
    if seconds != seconds:  # noqa: PLR0124 # not a number: some were never heard
        raise RuntimeError(f"{way}: not all of {COUNT} streamers were heard")
    return seconds
