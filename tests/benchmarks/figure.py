"""A figure: what was measured, its floor, their ratio and the goal."""

from __future__ import annotations

import statistics
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; `value` and `floor` in the unit that `what` names."""

    id: str
    what: str
    value: float
    floor: float | None
    ratio: float | None
    goal: str
    holds: bool | None
    """None where there is nothing to hold: a row for orientation."""


def compare(  # a figure has that many parts
    figure_id: str,
    what: str,
    *,
    value: Callable[[], float],
    floor: Callable[[], float],
    most: float | None,
    runs: int,
) -> Figure:
    """Measure value and floor in turns and compare their medians.

    Without `most` the row has no goal. The ratio is the median of the ratios of neighbouring
    runs, because the machine's speed drifts; the first pair only warms up.
    """
    pairs = [(value(), floor()) for _ in range(runs + 1)][1:]
    ratio = statistics.median(one / other for one, other in pairs)
    return Figure(
        id=figure_id,
        what=what,
        value=round(statistics.median(one for one, _ in pairs), 3),
        floor=round(statistics.median(other for _, other in pairs), 3),
        ratio=round(ratio, 3),
        goal="-" if most is None else f"<= {most:g} x",
        holds=None if most is None else ratio <= most,
    )


def compare_least(  # a figure has that many parts
    figure_id: str,
    what: str,
    *,
    value: Callable[[], float],
    floor: Callable[[], float],
    least: float,
    runs: int,
) -> Figure:
    """Measure like `compare`, where more is better."""
    figure = compare(figure_id, what, value=value, floor=floor, most=None, runs=runs)
    holds = figure.ratio is not None and figure.ratio >= least
    return replace(figure, goal=f">= {least:g} x", holds=holds)


def bound(figure_id: str, what: str, values: Sequence[float], *, most: float, unit: str) -> Figure:
    """Compare the median of some values with a fixed limit."""
    median = statistics.median(values)
    return Figure(
        id=figure_id,
        what=what,
        value=round(median, 3),
        floor=None,
        ratio=None,
        goal=f"<= {most:g} {unit}",
        holds=median <= most,
    )


def as_json(figures: Sequence[Figure]) -> dict[str, object]:
    """Give the document that `dev.py bench --json` writes."""
    return {"figures": [asdict(figure) for figure in figures]}


def as_table(figures: Sequence[Figure]) -> str:
    """Give the table that people read."""
    head = ("", "what", "value", "floor", "ratio", "goal", "holds")
    rows = [head, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    return "\n".join(line.rstrip() for line in lines)


def _cells(figure: Figure) -> tuple[str, ...]:
    def number(value: float | None) -> str:
        return "-" if value is None else f"{value:.3f}"

    return (
        figure.id,
        figure.what,
        number(figure.value),
        number(figure.floor),
        number(figure.ratio),
        figure.goal,
        {True: "yes", False: "NO", None: "-"}[figure.holds],
    )
