"""The blocks of a policy written into a text document: styled plain text, never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat, QTextOption

from altrabits_desktop.privacy.policy_text import Heading, Points, plain
from altrabits_desktop.ui.theme.paint_flags import FROM_RIGHT, direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QFont, QTextDocument

    from altrabits_desktop.privacy.policy_text import Block, Span
    from altrabits_desktop.ui.theme.theme import Theme

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_TYPES = {1: "heading", 2: "heading"}


class Written(NamedTuple):
    """Where things stand in the document, by numbers of its blocks."""

    headings: dict[str, int]
    """By id of the heading."""
    points: tuple[int, ...]
    """Which blocks are points of a list."""


class _Line(NamedTuple):
    spans: Sequence[Span]
    type_name: str
    above_px: int
    is_point: bool = False


def write_policy(document: QTextDocument, blocks: Sequence[Block], *, theme: Theme) -> Written:
    """Write all blocks in the place of what the document held.

    Everything goes in as plain text; the document never reads any of it as markup.
    """
    document.clear()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setIndentWidth(theme.px("policy.point"))
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    headings: dict[str, int] = {}
    points: list[int] = []
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    number = 0
    for block in blocks:
        if isinstance(block, Heading):
            headings[block.id] = number
        for line in _lines(block, theme, is_first=number == 0):
            if line.is_point:
                points.append(number)
            _write(cursor, line, theme=theme, is_first=number == 0)
            number += 1
    cursor.endEditBlock()
    return Written(headings, tuple(points))


def _lines(block: Block, theme: Theme, *, is_first: bool) -> Iterator[_Line]:
    between = theme.px("policy.paragraph")
    match block:
        case Heading():
            above = 0 if is_first else theme.px("policy.heading_above")
            yield _Line(block.spans, _TYPES.get(block.level, "name"), above)
        case Points():
            for paragraph in block.points:
                yield _Line(paragraph.spans, "reading", between, is_point=True)
        case _:
            yield _Line(block.spans, "reading", 0 if is_first else between)


def _write(cursor: QTextCursor, line: _Line, *, theme: Theme, is_first: bool) -> None:
    form = QTextBlockFormat()
    form.setLineHeight(theme.line_px(line.type_name), _FIXED)
    form.setTopMargin(line.above_px)
    is_from_right = direction(plain(line.spans)) == FROM_RIGHT
    form.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if is_from_right else Qt.LayoutDirection.LeftToRight
    )
    if line.is_point:
        form.setIndent(1)
    if line.type_name != "reading":
        # Tells screen readers that it is a heading.
        form.setHeadingLevel(1 if is_first else 2)
    if is_first:
        cursor.setBlockFormat(form)
    else:
        cursor.insertBlock(form)
    for span in line.spans:
        cursor.insertText(span.text, _look(span, theme.font(line.type_name)))


def _look(span: Span, font: QFont) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(font)
    if span.is_strong:
        look.setFontWeight(max(font.weight(), font.Weight.DemiBold))
    if span.is_emphasis:
        look.setFontItalic(True)
    # What looks like an address stays text.
    look.clearProperty(QTextFormat.Property.IsAnchor)
    return look
