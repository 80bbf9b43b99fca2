"""The fewest steps from one order of rows to another: pure, so that a list moves no more than must.

Keys are unique in both orders. A key that stays is never removed, so selection, focus and the
place of a scrolled list survive every change.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence


@dataclass(frozen=True, slots=True)
class Removal:
    """Rows `first` to `last` go."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Move:
    """The row at `start` goes to where it is `end` afterwards."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """The rows `first` to `last` of the new order come; they are there afterwards."""

    first: int
    last: int


Step = Removal | Move | Insertion


def differences(before: Sequence[Hashable], after: Sequence[Hashable]) -> tuple[Step, ...]:
    """Give the steps from one order to the other, each meant for the rows after the one before.

    Pure. First removals from the end on, then moves (no more than there must be), then
    insertions from the beginning on. Cost: linear but for the moves, each of which looks through
    the rows once.
    """
    wanted = frozenset(after)
    removals = _removals(before, wanted)
    rest = [key for key in before if key in wanted]
    there = frozenset(rest)
    kept = [key for key in after if key in there]
    return (*removals, *_moves(rest, kept), *_insertions(after, there))


def _removals(before: Sequence[Hashable], wanted: frozenset[Hashable]) -> list[Removal]:
    gone = [row for row, key in enumerate(before) if key not in wanted]
    return [Removal(first, last) for first, last in reversed(_runs(gone))]


def _insertions(after: Sequence[Hashable], there: frozenset[Hashable]) -> list[Insertion]:
    new = [row for row, key in enumerate(after) if key not in there]
    return [Insertion(first, last) for first, last in _runs(new)]


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def _moves(rest: list[Hashable], kept: Sequence[Hashable]) -> list[Move]:
    if rest == list(kept):
        return []
    staying = _longest_in_order(rest, kept)
    now = list(rest)
    moves: list[Move] = []
    for place, key in enumerate(kept):
        if key in staying:
            continue
        start = now.index(key)
        del now[start]
        end = now.index(kept[place - 1]) + 1 if place else 0
        now.insert(end, key)
        if start != end:
            moves.append(Move(start, end))
    return moves


def _longest_in_order(rest: Sequence[Hashable], kept: Sequence[Hashable]) -> frozenset[Hashable]:
    """Give the most keys that already stand in the wanted order (patience sorting)."""
    place_of = {key: place for place, key in enumerate(kept)}
    ends: list[int] = []
    end_rows: list[int] = []
    before_of: list[int] = []
    for row, key in enumerate(rest):
        pile = bisect_left(ends, place_of[key])
        before_of.append(end_rows[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(place_of[key])
            end_rows.append(row)
        else:
            ends[pile] = place_of[key]
            end_rows[pile] = row
    staying: set[Hashable] = set()
    row = end_rows[-1]
    while row >= 0:
        staying.add(rest[row])
        row = before_of[row]
    return frozenset(staying)
