"""The blocks that stand where the requests will be, while they are being read. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.ui.widgets.skeleton import Block

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from altrabits_desktop.ui.theme.theme import Theme

_ROWS = 4


def list_blocks(theme: Theme, size: QSize) -> tuple[Block, ...]:
    """Give the blocks of the list from its own corner: number, subject and state of each row."""
    line, row, text = theme.px("skeleton.line"), theme.px("support.row"), theme.line_px("text")
    away, gap, number = theme.px("space.3"), theme.px("space.1"), theme.px("support.number")
    left, top = theme.px("space.2") + away, theme.px("space.2") + away + (text - line) // 2
    parts = (
        (0, number),
        (text + gap, theme.px("support.sent") // 2),
        (2 * text + gap + theme.px("space.2"), number // 2),
    )
    rows = (
        Block(left, top + place * (row + gap) + down, width, line)
        for place in range(_ROWS)
        for down, width in parts
        if top + place * (row + gap) + down + line < size.height()
    )
    return (_card(theme, 0, size.width(), size.height()), *rows)


def thread_blocks(theme: Theme, size: QSize, *, left: int) -> tuple[Block, ...]:
    """Give the blocks of the open request, which reaches from `left` to the end."""
    line, text, away = theme.px("skeleton.line"), theme.line_px("text"), theme.px("card.padding")
    wide = max(0, size.width() - left)
    inside = max(0, wide - 2 * away)
    head = (
        Block(left + away, away, inside * theme.px("skeleton.name") // 100, line),
        Block(left + away, away + text, theme.px("support.number"), line),
    )
    below = 2 * away + 2 * text + theme.px("space.3")
    lines = tuple(
        Block(left + away, below + number * text, inside * share // 100, line)
        for number, share in enumerate(
            (theme.px("skeleton.details"), theme.px("skeleton.detail"), theme.px("skeleton.name"))
        )
    )
    return (_card(theme, left, wide, size.height()), *head, *lines)


def _card(theme: Theme, left: int, width: int, height: int) -> Block:
    return Block(left, 0, width, height, theme.px("corner.card"), is_card=True)
