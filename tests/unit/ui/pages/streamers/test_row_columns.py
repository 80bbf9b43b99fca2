"""The numbers of the visual specification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from altrabits_desktop.ui.pages.streamers.row_columns import columns_of

if TYPE_CHECKING:
    from altrabits_desktop.ui.theme.theme import Theme


def test_columns_are_as_wide_as_specified(theme: Theme) -> None:
    columns = columns_of(QRect(0, 0, 890, 44), theme=theme, is_rtl=False)

    assert columns.picture == QRect(12, 8, 28, 28)
    assert columns.name == QRect(52, 0, 140, 44)
    assert columns.playing == QRect(208, 0, 246, 44)
    assert columns.level == QRect(470, 0, 126, 44)
    assert columns.number == QRect(604, 0, 26, 44)
    assert columns.state == QRect(646, 0, 136, 44)
    assert columns.answer == QRect(798, 0, 44, 44)
    assert columns.more == QRect(858, 0, 20, 44)
    assert columns.offer == QRect(470, 0, 160, 44)


def test_a_narrow_row_keeps_number_and_state(theme: Theme) -> None:
    columns = columns_of(QRect(0, 0, 646, 44), theme=theme, is_rtl=False)

    assert columns.answer.isEmpty()
    assert columns.level.isEmpty()
    assert columns.number.width() == 26
    assert columns.offer == columns.playing.united(columns.number)
    assert columns.playing.width() > 215


def test_columns_are_mirrored_in_their_row(theme: Theme) -> None:
    row = QRect(10, 88, 890, 44)

    left = columns_of(row, theme=theme, is_rtl=False)
    right = columns_of(row, theme=theme, is_rtl=True)

    assert right.picture.right() == row.right() - 12
    assert right.more.left() == row.left() + 12
    assert right.state.width() == left.state.width()
