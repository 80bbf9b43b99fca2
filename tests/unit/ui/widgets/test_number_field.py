from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from altrabits_desktop.ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def field(theme: Theme, window: QWidget, activate: Callable[[QWidget], None]) -> NumberField:
    QLineEdit(window).move(100, 0)
    field = NumberField(theme, name="Volume as a number", parent=window)
    field.show_value(34)
    activate(window)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    return field


@pytest.fixture
def taken(field: NumberField) -> list[int]:
    told: list[int] = []
    field.taken.connect(told.append)
    return told


def test_enter_takes_what_was_typed_over_the_number(field: NumberField, taken: list[int]) -> None:
    QTest.keyClicks(field, "61")
    before = list(taken)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (before, taken, field.text()) == ([], [61], "61")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Tab])
def test_neither_escape_nor_leaving_takes_it(
    field: NumberField, taken: list[int], key: Qt.Key
) -> None:
    QTest.keyClicks(field, "61")
    QTest.keyClick(field, key)

    assert (taken, field.text()) == ([], "34")


def test_an_answer_moves_nothing_that_is_being_typed(field: NumberField) -> None:
    QTest.keyClicks(field, "6")
    field.show_value(40)
    while_typed = field.text()
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert (while_typed, field.text()) == ("6", "40")


def test_only_numbers_that_can_be_are_typed(field: NumberField, taken: list[int]) -> None:
    QTest.keyClicks(field, "a1x01")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert (taken, field.text()) == ([100], "100")


def test_arrow_keys_step(field: NumberField) -> None:
    steps: list[int] = []
    field.stepped.connect(steps.append)

    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Down)

    assert steps == [1, -1]


def test_it_has_an_edge_only_where_it_is_used(field: NumberField) -> None:
    used = field.grab().toImage()
    field.clearFocus()
    rest = field.grab().toImage()

    assert used != rest
    assert field.accessibleName() == "Volume as a number"
