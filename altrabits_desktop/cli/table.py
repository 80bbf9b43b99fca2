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
    return "\n".join(
        _GAP.join(
            cell + " " * (width - width_of(cell)) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    )


def width_of(text: str) -> int:
    """Give how many columns of a terminal a text takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
