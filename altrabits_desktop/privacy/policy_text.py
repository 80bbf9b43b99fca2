"""A policy's Markdown becomes blocks that are shown: headings, paragraphs and lists. Pure.

A small and strict part of Markdown is read: headings of three levels, paragraphs, flat lists,
emphasis, and links, which become their text with the address after it. Everything else, such as
pictures, HTML, tables and numbers, is shown as it is written: nothing of a policy is left out, and
nothing in it can be opened, loaded or run (R3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.privacy.visible_text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE_END = re.compile(r"\r?\n")
_HEADING = re.compile(r"(\ufeff?) {0,3}(#{1,3})[ \t]+(?=\S)")
_POINT = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
# More in a larger Markdown: numbers, tables, quotes, deeper headings, code and rules. A line of its
# own keeps such a thing readable as it is written.
_LINE_OF_ITS_OWN = re.compile(r"[ \t]*(?:\d{1,9}[.)][ \t]|[|>]|#{4}|```|~~~|[-=*_]{3})")
_PIECE = re.compile(
    r"""(?P<as_written> !\[[^\[\]]*+\]\([^()]*+\) | <[^<>]++> | `[^`]++`
        | https?://(?:[^\s<>*]|\*(?=[^\s*]))++ )
    | \[(?P<text>[^\[\]]++)\]\((?P<address>[^()\s]++)\)
    | (?P<sign> \*\* | \* | __ | _ )""",
    re.VERBOSE,
)
_STRONG = frozenset({"**", "__"})
_EMPHASIS = frozenset({"*", "_"})


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text that looks the same."""

    text: str
    is_strong: bool = False
    is_emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, for the text and for its list of contents.

    Args:
        id: its number among all headings, from "1" on; the same in every translation.
        level: 1 to 3.
    """

    id: str
    level: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or one point of a list.

    Args:
        id: number of the heading above and place below it, such as "4.2"; "0.1" above all.
    """

    id: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list without numbers."""

    points: tuple[Paragraph, ...]


Block = Heading | Paragraph | Points


class _Raw(NamedTuple):
    """A block as it is found."""

    sign: str
    """`#` to `###` of a heading, `-` of a point, empty for a paragraph."""
    lines: list[str]


class _Piece(NamedTuple):
    """Text, or a sign that may begin or end emphasis."""

    text: str
    is_sign: bool = False
    can_open: bool = False
    can_close: bool = False


def policy_blocks(text: str) -> tuple[Block, ...]:
    """Read any text into blocks in which every character can be seen; never raises.

    Pure. Cost is linear in the length.

    Args:
        text: Markdown as published.
    """
    numbered = _numbered(_raw_blocks(text))
    blocks: list[Block] = []
    for is_list, group in groupby(numbered, key=lambda block: isinstance(block, Points)):
        together = list(group)
        blocks += [Points(tuple(paragraphs_of(together)))] if is_list else together
    return tuple(blocks)


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Give every paragraph and every point, in the order of reading."""
    for block in blocks:
        if isinstance(block, Points):
            yield from block.points
        elif isinstance(block, Paragraph):
            yield block


def plain(spans: Iterable[Span]) -> str:
    """Give the text of spans without their looks."""
    return "".join(span.text for span in spans)


def _raw_blocks(text: str) -> list[_Raw]:
    blocks: list[_Raw] = []
    goes_on = False
    for line in _LINE_END.split(text):
        if not line.strip(" \t"):
            goes_on = False
            continue
        sign, content = _begun(line)
        if goes_on and not sign and not _LINE_OF_ITS_OWN.match(line):
            blocks[-1].lines.append(content)
        else:
            blocks.append(_Raw(sign, [content]))
        goes_on = not sign.startswith("#")
    return blocks


def _begun(line: str) -> tuple[str, str]:
    """Give the sign that a line begins with, and what comes after it."""
    heading = _HEADING.match(line)
    if heading:
        return heading[2], heading[1] + line[heading.end() :]
    point = _POINT.match(line)
    return ("-", line[point.end() :]) if point else ("", line)


def _numbered(found: Iterable[_Raw]) -> Iterator[Block]:
    """Give each block its id; each point is a list of its own still."""
    heading = place = 0
    for sign, lines in found:
        spans = _spans(" ".join(line.strip(" \t") for line in lines))
        if sign.startswith("#"):
            heading, place = heading + 1, 0
            yield Heading(f"{heading}", len(sign), spans)
            continue
        place += 1
        paragraph = Paragraph(f"{heading}.{place}", spans)
        yield Points((paragraph,)) if sign else paragraph


def _spans(text: str) -> tuple[Span, ...]:
    pieces = list(_pieces(text))
    paired = _paired(pieces)
    opened: set[str] = set()
    looks: list[tuple[bool, bool]] = []
    for place, piece in enumerate(pieces):
        if place in paired:
            opened ^= {piece.text}
        looks.append((bool(opened & _STRONG), bool(opened & _EMPHASIS)))
    shown = [place for place in range(len(pieces)) if place not in paired]
    return tuple(
        Span(visible("".join(pieces[place].text for place in places)), *look)
        for look, places in groupby(shown, key=looks.__getitem__)
    )


def _pieces(text: str) -> Iterator[_Piece]:
    end = 0
    for found in _PIECE.finditer(text):
        if found.start() > end:
            yield _Piece(text[end : found.start()])
        end = found.end()
        if found["sign"]:
            yield _sign(
                found["sign"], text[max(found.start() - 1, 0) : found.start()], text[end : end + 1]
            )
        elif found["text"]:
            yield _Piece(f"{found['text']} ({found['address']})")
        else:
            yield _Piece(found["as_written"])
    if end < len(text):
        yield _Piece(text[end:])


def _sign(sign: str, before: str, after: str) -> _Piece:
    """Say what a sign may do between its neighbours, which are empty at the ends.

    An underscore inside a word does nothing: names of files and addresses stay whole.
    """
    can_open = bool(after.strip())
    can_close = bool(before.strip())
    if sign.startswith("_"):
        can_open = can_open and not before.isalnum()
        can_close = can_close and not after.isalnum()
    return _Piece(sign, is_sign=True, can_open=can_open, can_close=can_close)


def _paired(pieces: Iterable[_Piece]) -> set[int]:
    """Give the places of the signs that have a partner; the others are text.

    Between two partners stands a text, so that a row of signs alone is shown.
    """
    paired: set[int] = set()
    begun: dict[str, tuple[int, int]] = {}
    texts = 0
    for place, piece in enumerate(pieces):
        opening, texts_before = begun.get(piece.text, (None, 0))
        if not piece.is_sign:
            texts += 1
        elif piece.can_close and opening is not None and texts > texts_before:
            paired |= {opening, place}
            del begun[piece.text]
        elif piece.can_open:
            begun[piece.text] = (place, texts)
    return paired
