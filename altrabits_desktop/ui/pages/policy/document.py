"""The blocks of a policy written into a text document: styled plain text, never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat, QTextOption

from altrabits_desktop.privacy.policy_text import Heading, Points, Span
from altrabits_desktop.ui.theme.paint_flags import FROM_RIGHT, direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont, QTextDocument

    from altrabits_desktop.privacy.policy_text import Block
    from altrabits_desktop.ui.theme.theme import Theme

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_TYPES = {1: "heading", 2: "heading"}


class Written(NamedTuple):
    """Where things stand in the document, by numbers of its blocks."""

    headings: dict[str, int]
    """By id of the heading."""
    points: tuple[int, ...] = ()
    """Which blocks are points of a list."""
    box: tuple[int, int] | None = None
    """First and last block of what stands in a box of its own; None for none."""


class Line(NamedTuple):
    """One block of the document."""

    runs: Sequence[tuple[str, QTextCharFormat]]
    """Plain texts, each in its look."""
    line_px: int
    above_px: int = 0
    below_px: int = 0
    sides_px: tuple[int, int] = (0, 0)
    """Room before it and behind it, where it is read from the left."""
    is_point: bool = False
    heading: str | None = None
    """Its id where it is a heading."""


def write_policy(
    document: QTextDocument, blocks: Sequence[Block], *, closing: str, theme: Theme
) -> Written:
    """Write all blocks in the place of what the document held.

    Everything goes in as plain text; the document never reads any of it as markup.

    Args:
        document: what is written into.
        blocks: the policy.
        closing: a line below it that is no part of it, apart from it; "" for none.
        theme: the look in force.
    """
    lines = [line for block in blocks for line in _lines(block, theme)]
    if lines:
        lines[0] = lines[0]._replace(above_px=0)
    if closing:
        above = theme.px("policy.closing_above") if lines else 0
        lines.append(_line((Span(closing),), "reading", above, theme=theme))
    return write_lines(document, lines, theme=theme)


def write_lines(document: QTextDocument, lines: Sequence[Line], *, theme: Theme) -> Written:
    """Write lines in the place of what the document held."""
    document.clear()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setIndentWidth(theme.px("policy.point"))
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, line in enumerate(lines):
        _write(cursor, line, is_first=number == 0)
    cursor.endEditBlock()
    return Written(
        headings={
            line.heading: number for number, line in enumerate(lines) if line.heading is not None
        },
        points=tuple(number for number, line in enumerate(lines) if line.is_point),
    )


def look_of(font: QFont, *, is_strong: bool = False, is_emphasis: bool = False) -> QTextCharFormat:
    """Give the look of words in a font; what looks like an address stays text."""
    look = QTextCharFormat()
    look.setFont(font)
    if is_strong:
        look.setFontWeight(max(font.weight(), font.Weight.DemiBold))
    if is_emphasis:
        look.setFontItalic(True)
    look.clearProperty(QTextFormat.Property.IsAnchor)
    return look


def _lines(block: Block, theme: Theme) -> Iterator[Line]:
    between = theme.px("policy.paragraph")
    match block:
        case Heading():
            above, type_name = theme.px("policy.heading_above"), _TYPES.get(block.level, "name")
            line = _line(block.spans, type_name, above, theme=theme)
            yield line._replace(heading=block.id)
        case Points():
            for paragraph in block.points:
                line = _line(paragraph.spans, "reading", between, theme=theme)
                yield line._replace(is_point=True)
        case _:
            yield _line(block.spans, "reading", between, theme=theme)


def _line(spans: Sequence[Span], type_name: str, above_px: int, *, theme: Theme) -> Line:
    font = theme.font(type_name)
    runs = [
        (span.text, look_of(font, is_strong=span.is_strong, is_emphasis=span.is_emphasis))
        for span in spans
    ]
    return Line(runs, theme.line_px(type_name), above_px)


def _write(cursor: QTextCursor, line: Line, *, is_first: bool) -> None:
    form = QTextBlockFormat()
    form.setLineHeight(line.line_px, _FIXED)
    form.setTopMargin(line.above_px)
    form.setBottomMargin(line.below_px)
    form.setLeftMargin(line.sides_px[0])
    form.setRightMargin(line.sides_px[1])
    is_from_right = direction("".join(text for text, _ in line.runs)) == FROM_RIGHT
    form.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if is_from_right else Qt.LayoutDirection.LeftToRight
    )
    if line.is_point:
        form.setIndent(1)
    if line.heading is not None:
        # Tells screen readers that it is a heading.
        form.setHeadingLevel(1 if is_first else 2)
    if is_first:
        cursor.setBlockFormat(form)
    else:
        cursor.insertBlock(form)
    for text, look in line.runs:
        cursor.insertText(text, look)
