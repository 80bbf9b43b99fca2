"""What one version of a policy changes against another, word by word. Pure.

Paragraphs that belong together are found first and their words compared; what has no partner was
added or removed whole. Nothing of either text is left out of a changed paragraph, and everything is
what `policy_text` shows: every character can be seen.

Source: docs/commitments.md C42.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.privacy.policy_text import Heading, Points, plain, policy_blocks
from altrabits_desktop.privacy.word_difference import Bound, readable_runs, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from altrabits_desktop.privacy.policy_text import Span
    from altrabits_desktop.privacy.word_difference import Run, Token

_SECTION_LEVEL = 2
_AKIN = 0.35
"""From which share of common words on two paragraphs are one that was changed."""
_PAIRED_MOST = 2_000_000
"""How many words are looked at to find such pairs in one place."""


class Mark(StrEnum):
    """What became of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


class LineKind(StrEnum):
    """What a line is in its text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that share their fate and their look."""

    text: str
    mark: Mark
    is_strong: bool = False
    is_emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One heading, paragraph or point, old and new words in one."""

    kind: LineKind
    level: int
    """Of a heading; else 0."""
    pieces: tuple[Piece, ...]

    @property
    def changes(self) -> int:
        """How many places of it changed; words in place of others are one."""
        kept = [piece.mark is Mark.KEPT for piece in self.pieces]
        return sum(not is_kept for is_kept, _ in groupby(kept))


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """A part of the policy in which something changed."""

    id: str
    """Its place among the changed ones, from "1" on."""
    title: str
    """Of its heading as it reads now, or as it read; "" above the first one."""
    lines: tuple[Line, ...]
    """Its heading, changed or not, and what changed below it."""

    @property
    def changes(self) -> int:
        """How many places of it changed."""
        return sum(line.changes for line in self.lines)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is another; nothing where only the look of words is."""

    sections: tuple[ChangedSection, ...] = ()

    @property
    def changes(self) -> int:
        """How many places changed altogether."""
        return sum(section.changes for section in self.sections)


class _Raw(NamedTuple):
    """A line of one text."""

    kind: LineKind
    level: int
    spans: tuple[Span, ...]

    @property
    def key(self) -> tuple[bool, str]:
        return self.kind is LineKind.HEADING, plain(self.spans)


class _Read(NamedTuple):
    """A line, and its words."""

    raw: _Raw
    tokens: list[Token]

    @property
    def is_heading(self) -> bool:
        return self.raw.kind is LineKind.HEADING

    def words(self) -> frozenset[str]:
        return frozenset(token.word for token in self.tokens if token.word[:1].isalnum())


def difference_of(old: str, new: str) -> Difference:
    """Compare two policies; never raises.

    For two texts of 10,000 words it takes less than 200 ms; call it off the loop.

    Args:
        old: Markdown as published.
        new: likewise.
    """
    bound = Bound()
    before, after = list(_raw_lines(old)), list(_raw_lines(new))
    lines: list[Line] = []
    for run in bound.runs([raw.key for raw in before], [raw.key for raw in after]):
        there, here = before[slice(*run.old)], after[slice(*run.new)]
        if run.is_kept:
            lines += [_whole(raw, Mark.KEPT) for raw in here]
        else:
            lines += _replaced(there, here, bound)
    return Difference(tuple(_sections(lines)))


def _raw_lines(text: str) -> Iterator[_Raw]:
    for block in policy_blocks(text):
        match block:
            case Heading():
                yield _Raw(LineKind.HEADING, block.level, block.spans)
            case Points():
                for point in block.points:
                    yield _Raw(LineKind.POINT, 0, point.spans)
            case _:
                yield _Raw(LineKind.PARAGRAPH, 0, block.spans)


def _replaced(old: Sequence[_Raw], new: Sequence[_Raw], bound: Bound) -> Iterator[Line]:
    there = [_Read(raw, tokens_of(raw.spans)) for raw in old]
    here = [_Read(raw, tokens_of(raw.spans)) for raw in new]
    old_from = new_from = 0
    for row, column in (*_partners(there, here), (len(old), len(new))):
        yield from (_whole(raw, Mark.REMOVED) for raw in old[old_from:row])
        yield from (_whole(raw, Mark.ADDED) for raw in new[new_from:column])
        if row < len(old) and column < len(new):
            yield _compared(there[row], here[column], bound)
        old_from, new_from = row + 1, column + 1


def _partners(old: Sequence[_Read], new: Sequence[_Read]) -> list[tuple[int, int]]:
    """Give which lines are the same one changed, in order, with as much in common as can be."""
    there, here = [read.words() for read in old], [read.words() for read in new]
    if len(new) * _looks(there) + len(old) * _looks(here) > _PAIRED_MOST:
        return []
    # The best that is left to reach from each pair on, from the last pair back.
    best: list[list[float]] = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    akin: dict[tuple[int, int], float] = {}
    for row in reversed(range(len(old))):
        for column in reversed(range(len(new))):
            shared = _share(there[row], here[column])
            if shared >= _AKIN and old[row].is_heading is new[column].is_heading:
                akin[row, column] = shared + best[row + 1][column + 1]
            best[row][column] = max(
                best[row + 1][column], best[row][column + 1], akin.get((row, column), 0.0)
            )
    return list(_path(best, akin))


def _looks(lines: Iterable[frozenset[str]]) -> int:
    """Give how many words are looked at in each line; one that has none takes its time as well."""
    return sum(max(1, len(words)) for words in lines)


def _path(
    best: Sequence[Sequence[float]], akin: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(best) - 1 and column < len(best[0]) - 1:
        if akin.get((row, column)) == best[row][column]:
            yield row, column
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Give how much of two sets of words is common, from 0 to 1."""
    return 2 * len(one & other) / ((len(one) + len(other)) or 1)


def _whole(raw: _Raw, mark: Mark) -> Line:
    pieces = (Piece(span.text, mark, span.is_strong, span.is_emphasis) for span in raw.spans)
    return Line(raw.kind, raw.level, tuple(pieces))


def _compared(old: _Read, new: _Read, bound: Bound) -> Line:
    before, after = old.tokens, new.tokens
    runs = bound.runs([token.word for token in before], [token.word for token in after])
    marked: list[tuple[Token, Mark]] = []
    for run in readable_runs(runs, before, after):
        if not run.is_kept:
            marked += [(token, Mark.REMOVED) for token in _removed(run, before, after)]
        mark = Mark.KEPT if run.is_kept else Mark.ADDED
        marked += [(token, mark) for token in after[slice(*run.new)]]
    return Line(new.raw.kind, new.raw.level, tuple(_pieces(marked)))


def _removed(run: Run, old: Sequence[Token], new: Sequence[Token]) -> list[Token]:
    """Give removed words, with the space after them where the text goes on without one."""
    gone = list(old[slice(*run.old)])
    there, here = run.old[1], run.new[1]
    if gone and there < len(old) and here < len(new) and run.new[0] == here and not new[here].space:
        gone.append(old[there]._replace(word=""))
    return gone


def _pieces(marked: Iterable[tuple[Token, Mark]]) -> Iterator[Piece]:
    def look(one: tuple[Token, Mark]) -> tuple[Mark, bool, bool]:
        token, mark = one
        return mark, token.is_strong, token.is_emphasis

    for (mark, is_strong, is_emphasis), group in groupby(marked, key=look):
        text = "".join(token.space + token.word for token, _ in group)
        yield Piece(text, mark, is_strong, is_emphasis)


def _sections(lines: Iterable[Line]) -> Iterator[ChangedSection]:
    number = 0
    for title, group in _by_section(lines):
        head = group[:1] if group[0].kind is LineKind.HEADING else []
        changed = [line for line in group[len(head) :] if line.changes]
        if changed or any(line.changes for line in head):
            number += 1
            yield ChangedSection(f"{number}", title, (*head, *changed))


def _by_section(lines: Iterable[Line]) -> Iterator[tuple[str, list[Line]]]:
    group: list[Line] = []
    for line in lines:
        if group and 0 < line.level <= _SECTION_LEVEL:
            yield _title(group[0]), group
            group = []
        group.append(line)
    if group:
        yield _title(group[0]), group


def _title(line: Line) -> str:
    if line.kind is not LineKind.HEADING:
        return ""
    now = "".join(piece.text for piece in line.pieces if piece.mark is not Mark.REMOVED)
    return now or "".join(piece.text for piece in line.pieces)
