from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from altrabits_desktop.ui.pages.support.loading_blocks import list_blocks, thread_blocks

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme

SIZE = QSize(892, 600)


def test_the_list_is_a_card_of_its_width_with_rows_on_it(theme: Theme) -> None:
    ground, *rows = list_blocks(theme, QSize(272, 600))

    assert (ground.is_card, ground.width, ground.height) == (True, 272, 600)
    assert len(rows) == 12
    assert all(each.left == 20 and each.left + each.width < 272 for each in rows)


def test_rows_that_would_lie_below_the_edge_are_left_out(theme: Theme) -> None:
    ground, *rows = list_blocks(theme, QSize(272, 120))

    assert len(rows) == 3
    assert all(each.top + each.height < ground.height for each in rows)


def test_the_open_request_reaches_to_the_end(theme: Theme) -> None:
    ground, *lines = thread_blocks(theme, SIZE, left=288)

    assert ground.left + ground.width == SIZE.width()
    assert all(each.left > 288 and each.left + each.width < SIZE.width() for each in lines)
