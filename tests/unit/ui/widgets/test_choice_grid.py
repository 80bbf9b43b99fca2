from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget

from altrabits_desktop.ui.widgets.choice_grid import ChoiceGrid, columns_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

INPUTS = ("Network", "Optical", "Coax")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 200)
    return window


@pytest.fixture
def grid(theme: Theme, window: QWidget, activate: Callable[[QWidget], None]) -> ChoiceGrid:
    grid = ChoiceGrid(theme, name="Input", prefix="input", parent=window)
    grid.set_choices(INPUTS)
    grid.resize(480, 100)
    activate(window)
    return grid


def buttons(grid: ChoiceGrid) -> list[QRadioButton]:
    return [each for each in grid.findChildren(QRadioButton) if not each.isHidden()]


@pytest.mark.parametrize(
    ("count", "width_px", "columns"),
    [(5, 540, 5), (5, 400, 3), (7, 480, 4), (3, 50, 1), (1, 900, 1), (16, 324, 3)],
)
def test_as_many_as_fit_stand_side_by_side_in_even_rows(
    count: int, width_px: int, columns: int
) -> None:
    assert columns_for(count, width_px=width_px, cell_px=100, gap_px=8) == columns


def test_an_arrow_key_chooses(grid: ChoiceGrid) -> None:
    told: list[str] = []
    grid.chosen.connect(told.append)
    grid.choose("Network")
    first = buttons(grid)[0]
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Right)

    assert told == ["Optical"]


def test_showing_what_is_chosen_tells_nobody(grid: ChoiceGrid) -> None:
    told: list[str] = []
    grid.chosen.connect(told.append)

    grid.choose("Coax")
    chosen = [each.isChecked() for each in buttons(grid)]
    grid.choose("")

    assert chosen == [False, False, True]
    assert [each.isChecked() for each in buttons(grid)] == [False, False, False]
    assert told == []


def test_little_room_makes_more_rows(grid: ChoiceGrid) -> None:
    wide = grid.columns

    grid.resize(120, 200)

    assert (wide, grid.columns) == (3, 1)


def test_other_things_take_the_place_of_the_first(grid: ChoiceGrid) -> None:
    same = buttons(grid)
    grid.set_choices(INPUTS)
    unchanged = buttons(grid)

    grid.set_choices(("Phono", "a very long name of an input " * 4))

    assert unchanged == same
    assert buttons(grid)[0].accessibleName() == "Phono"
    assert [each.objectName() for each in buttons(grid)] == ["input.1", "input.2"]
    assert not grid.grab().isNull()
