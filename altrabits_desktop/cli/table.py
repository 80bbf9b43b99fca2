"""A table as text, its columns as wide as what stands in them. Pure."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = "  "


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lay out a table; columns without any content in the rows are left out.

    Args:
        head: the names of the columns.
        rows: as many cells each as the head has; single lines of plain text.
    """
    used = [number for number in range(len(head)) if any(row[number] for row in rows)]
    lines = [[line[number] for number in used] for line in (head, *rows)]
    widths = [max(width_of(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "\n".join(_aligned(line, widths) for line in lines)


class GrowingTable:
    """A table whose lines come one by one: a column that proves too narrow stays wider after that.

    Args:
        widths: of the columns at first; whatever stands behind the last one needs none.
    """

    def __init__(self, widths: Sequence[int]) -> None:
        self._widths = list(widths)

    def line(self, cells: Sequence[str]) -> str:
        """Lay out one line; single lines of plain text."""
        needed = [width_of(cell) for cell in cells]
        self._widths = [max(pair) for pair in zip(self._widths, needed, strict=False)]
        return _aligned(cells, (*self._widths, *needed[len(self._widths) :]))


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - width_of(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return _GAP.join(padded).rstrip()


def width_of(text: str) -> int:
    """Give how many columns of a terminal a text takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
