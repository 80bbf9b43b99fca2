from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def slider(theme: Theme, window: QWidget, activate: Callable[[QWidget], None]) -> Slider:
    slider = Slider(theme, name="Volume of Fireside", parent=window)
    # The groove, which is the way of the handle, is 184 wide.
    slider.resize(212, 32)
    slider.setValue(50)
    activate(window)
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    return slider


@pytest.fixture
def chosen(slider: Slider) -> list[int]:
    """What the slider said the person chose."""
    told: list[int] = []
    slider.chosen.connect(told.append)
    return told


@pytest.fixture
def held_back(slider: Slider) -> list[int]:
    """What would have been jumped to, with a guard of 25."""
    told: list[int] = []
    slider.set_guard(25)
    slider.held_back.connect(told.append)
    return told


def test_a_press_far_up_the_groove_goes_one_step_and_holds_nothing(
    slider: Slider, chosen: list[int], held_back: list[int]
) -> None:
    slider.setValue(10)

    QTest.mousePress(slider, LEFT, pos=QPoint(14 + 165, 16))
    QTest.mouseMove(slider, QPoint(14 + 170, 16))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(14 + 170, 16))

    assert chosen == [35]
    assert held_back == [90]
    assert not slider.isSliderDown()


def test_a_handle_that_is_held_goes_anywhere(
    slider: Slider, chosen: list[int], held_back: list[int]
) -> None:
    slider.setValue(10)

    QTest.mousePress(slider, LEFT, pos=QPoint(14 + 18, 16))
    QTest.mouseMove(slider, QPoint(14 + 165, 16))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(14 + 165, 16))

    assert chosen[-1] == 90
    assert held_back == []


def test_down_there_is_no_guard(slider: Slider, chosen: list[int], held_back: list[int]) -> None:
    slider.setValue(90)

    QTest.mouseClick(slider, LEFT, pos=QPoint(14, 16))

    assert (chosen, held_back) == ([0], [])


def test_the_end_key_goes_one_step_and_ends_at_the_limit(
    slider: Slider, chosen: list[int], held_back: list[int]
) -> None:
    slider.set_limit(80)
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_End)

    assert chosen == [75, 80]
    assert held_back == [80]


def test_a_number_that_jumps_waits_for_enter(
    slider: Slider, chosen: list[int], held_back: list[int]
) -> None:
    slider.setValue(10)

    QTest.keyClicks(slider, "95")
    before = list(chosen)
    QTest.keyClick(slider, Qt.Key.Key_Return)

    assert (before, held_back) == ([], [95])
    assert chosen == [95]


def test_a_number_that_jumps_is_forgotten_with_the_next_one(
    slider: Slider, chosen: list[int], held_back: list[int]
) -> None:
    slider.setValue(10)

    QTest.keyClicks(slider, "9530")

    assert (chosen, held_back) == ([30], [95])


def test_a_number_that_jumps_is_forgotten_with_the_focus(
    slider: Slider, chosen: list[int], held_back: list[int]
) -> None:
    slider.setValue(10)

    QTest.keyClicks(slider, "95")
    slider.clearFocus()

    assert (chosen, held_back) == ([], [95])
