from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.ui.pages.streamers.card_blocks import blocks_of, room_blocks
from altrabits_desktop.ui.pages.streamers.card_parts import CardForm, parts_of

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


def test_blocks_stand_where_picture_and_level_will_be(theme: Theme) -> None:
    blocks = blocks_of(438, theme=theme, form=CardForm.GRID)

    picture, groove = blocks[0], blocks[-2]
    assert (picture.left, picture.top, picture.width, picture.height) == (17, 17, 88, 88)
    assert (groove.left, groove.left + groove.width, groove.height) == (49, 385, 4)


@pytest.mark.parametrize(
    ("width", "form", "lines"),
    [(438, CardForm.GRID, 4), (298, CardForm.TIGHT, 3), (648, CardForm.WIDE, 3)],
)
def test_every_line_has_its_block_within_the_card(
    theme: Theme, width: int, form: CardForm, lines: int
) -> None:
    blocks = blocks_of(width, theme=theme, form=form)

    parts = parts_of(width, theme=theme, form=form)
    below = max(part.y() + part.height() for part in (parts.picture, parts.control))
    assert len(blocks) == 1 + lines + 3
    assert all(block.left + block.width <= width - 17 for block in blocks)
    assert all(block.top + block.height <= below for block in blocks)


def test_a_room_has_an_icon_and_a_name(theme: Theme) -> None:
    icon, name = room_blocks(theme)

    assert (icon.width, icon.height) == (16, 16)
    assert name.left == 24
