"""Which words of a text were taken out and put in. Pure, and bounded whatever the texts are.

difflib compares; what it would take too long for is shown as replaced whole.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from math import isqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from altrabits_desktop.privacy.policy_text import Span

_TOKEN = re.compile(r"(\s*)(\w+(?:[.,:'’-]\w+)*|[^\w\s]|\Z)")
_COST_MOST = 1_000_000
"""Measured: two texts of 10,000 words in paragraphs of 400 need less; a made-up worst case at this
limit takes half a second."""
_THREE = 3


class Token(NamedTuple):
    """A word or a sign, and the spaces before it."""

    space: str
    word: str
    is_strong: bool = False
    is_emphasis: bool = False


class Run(NamedTuple):
    """Words that stay, or that are replaced by others; ends are excluded as in slices."""

    old: tuple[int, int]
    new: tuple[int, int]
    is_kept: bool = False


class Bound:
    """How much of two texts is compared altogether."""

    def __init__(self) -> None:
        self._left = _COST_MOST

    def runs(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
        """Give what stays and what is replaced, in order; together they cover both."""
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        old_end, new_end = len(old) - tail, len(new) - tail
        found = [
            Run((0, head), (0, head), is_kept=True),
            *self._between(old, (head, old_end), new, (head, new_end)),
            Run((old_end, len(old)), (new_end, len(new)), is_kept=True),
        ]
        return [run for run in found if run.old[0] < run.old[1] or run.new[0] < run.new[1]]

    def _between(
        self,
        old: Sequence[Hashable],
        place: tuple[int, int],
        new: Sequence[Hashable],
        other: tuple[int, int],
    ) -> list[Run]:
        left, right = old[slice(*place)], new[slice(*other)]
        cost = _cost(left, right)
        if cost > self._left:
            return [Run(place, other)]
        self._left -= cost
        compared = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        return [
            Run(
                (place[0] + old_start, place[0] + old_end),
                (other[0] + new_start, other[0] + new_end),
                is_kept=tag == "equal",
            )
            for tag, old_start, old_end, new_start, new_end in compared
        ]


def tokens_of(spans: Iterable[Span]) -> list[Token]:
    """Split spans into words and signs; joined they are the text again."""
    return [
        Token(found[1], found[2], span.is_strong, span.is_emphasis)
        for span in spans
        for found in _TOKEN.finditer(span.text)
        if found[0]
    ]


def readable_runs(
    runs: Iterable[Run], old: Sequence[Token], new: Sequence[Token]
) -> tuple[Run, ...]:
    """Join changes that only a few letters part: they are read as one."""
    joined: list[Run] = []
    for run in runs:
        joined.append(run)
        while _end_reads_as_one(joined, old, new):
            first, last = joined[-_THREE], joined[-1]
            joined[-_THREE:] = [Run((first.old[0], last.old[1]), (first.new[0], last.new[1]))]
    return tuple(joined)


def _end_reads_as_one(runs: Sequence[Run], old: Sequence[Token], new: Sequence[Token]) -> bool:
    if len(runs) < _THREE:
        return False
    before, kept, after = runs[-_THREE:]
    if before.is_kept or not kept.is_kept or after.is_kept:
        return False
    return _letters(kept, old, new) <= min(_letters(before, old, new), _letters(after, old, new))


def _letters(run: Run, old: Sequence[Token], new: Sequence[Token]) -> int:
    """Give how long a run is in the text where it is longer."""
    return max(
        sum(len(token.word) for token in old[slice(*run.old)]),
        sum(len(token.word) for token in new[slice(*run.new)]),
    )


def _alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """Give how many are the same from the begin on."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _cost(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """Give a bound for what difflib does: its pairs of equal words, by how often it looks."""
    counted = Counter(new)
    pairs = sum(counted[word] for word in old)
    return (pairs + len(old) + len(new)) * isqrt(min(len(old), len(new)) + 1)
