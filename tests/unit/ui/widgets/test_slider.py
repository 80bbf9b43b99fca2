from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

LEFT = Qt.MouseButton.LeftButton
WIDTH = 212
"""The groove, which is the way of the handle, is 184 wide."""


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def slider(theme: Theme, window: QWidget, activate: Callable[[QWidget], None]) -> Slider:
    slider = Slider(theme, name="Volume of Fireside", parent=window)
    slider.resize(WIDTH, 32)
    slider.setValue(50)
    activate(window)
    slider.clearFocus()
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    return slider


@pytest.fixture
def chosen(slider: Slider) -> list[int]:
    """What the slider said the person chose."""
    told: list[int] = []
    slider.chosen.connect(told.append)
    return told


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 51),
        (Qt.Key.Key_Left, 49),
        (Qt.Key.Key_Up, 51),
        (Qt.Key.Key_Down, 49),
        (Qt.Key.Key_PageUp, 60),
        (Qt.Key.Key_PageDown, 40),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
    ],
)
def test_keys_choose(slider: Slider, chosen: list[int], key: Qt.Key, value: int) -> None:
    QTest.keyClick(slider, key)

    assert (slider.value(), chosen) == (value, [value])


def test_the_side_keys_turn_round_with_the_direction(slider: Slider) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    QTest.keyClick(slider, Qt.Key.Key_Left)
    QTest.keyClick(slider, Qt.Key.Key_Up)

    assert slider.value() == 52


def test_a_typed_number_is_chosen_as_soon_as_it_can_be_no_other(
    slider: Slider, chosen: list[int]
) -> None:
    QTest.keyClicks(slider, "34")

    assert chosen == [34]


def test_a_typed_digit_is_chosen_by_return(slider: Slider, chosen: list[int]) -> None:
    QTest.keyClick(slider, Qt.Key.Key_7)
    before = list(chosen)

    QTest.keyClick(slider, Qt.Key.Key_Return)

    assert (before, chosen) == ([], [7])


def test_a_typed_digit_is_chosen_when_the_focus_goes(slider: Slider, chosen: list[int]) -> None:
    QTest.keyClick(slider, Qt.Key.Key_7)

    slider.clearFocus()

    assert chosen == [7]


def test_return_without_a_typed_number_belongs_to_the_page(slider: Slider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.chosen):
        QTest.keyClick(slider, Qt.Key.Key_Return)
        QTest.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)


def test_the_handle_follows_the_pointer_at_once(slider: Slider, chosen: list[int]) -> None:
    let_go: list[bool] = []
    slider.let_go.connect(lambda: let_go.append(True))

    QTest.mousePress(slider, LEFT, pos=QPoint(14, 16))
    held = slider.is_unsettled
    QTest.mouseMove(slider, QPoint(198, 16))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(198, 16))

    assert chosen == [0, 100]
    assert (held, slider.is_unsettled, len(let_go)) == (True, False, 1)


@pytest.mark.parametrize("go", [Slider.hide, Slider.clearFocus])
def test_a_handle_whose_release_will_not_be_told_is_held_no_longer(
    slider: Slider, go: Callable[[Slider], None]
) -> None:
    # Hidden it hears of no release, and none that a dialog takes which has opened meanwhile.
    let_go: list[bool] = []
    slider.let_go.connect(lambda: let_go.append(True))
    slider.setFocus()
    QTest.mousePress(slider, LEFT, pos=QPoint(100, 16))

    go(slider)

    assert not slider.isSliderDown()
    assert let_go == []
    QTest.mouseRelease(slider, LEFT)


def test_the_pointer_beyond_an_end_chooses_the_end(slider: Slider) -> None:
    QTest.mousePress(slider, LEFT, pos=QPoint(100, 16))
    QTest.mouseMove(slider, QPoint(5000, 16))

    assert slider.value() == 100
    QTest.mouseRelease(slider, LEFT)


def test_from_right_to_left_the_level_begins_at_the_right(slider: Slider) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    QTest.mouseClick(slider, LEFT, pos=QPoint(14, 16))

    assert slider.value() == 100


def test_other_mouse_buttons_do_nothing(slider: Slider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.chosen):
        QTest.mouseClick(slider, Qt.MouseButton.RightButton, pos=QPoint(14, 16))
        QTest.mouseMove(slider, QPoint(100, 16))


@pytest.mark.parametrize(("turn", "value"), [(120, 52), (-120, 48), (60, 50)])
def test_the_wheel_moves_a_slider_with_the_focus(slider: Slider, turn: int, value: int) -> None:
    turn_wheel(slider, turn)

    assert slider.value() == value


def test_small_turns_of_the_wheel_add_up(slider: Slider) -> None:
    turn_wheel(slider, 60)
    turn_wheel(slider, 60)

    assert slider.value() == 52


def test_the_wheel_over_a_slider_without_focus_scrolls_the_page(slider: Slider) -> None:
    slider.clearFocus()

    accepted = turn_wheel(slider, 120)

    assert (slider.value(), accepted) == (50, False)


def test_no_more_than_the_limit_can_be_chosen(slider: Slider) -> None:
    slider.set_limit(80)

    QTest.keyClick(slider, Qt.Key.Key_End)
    at_limit = slider.value()
    slider.setValue(90)

    assert (at_limit, slider.value()) == (80, 90)


def test_showing_a_level_is_no_choice(slider: Slider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.chosen):
        slider.setValue(20)


def test_a_level_stays_unsettled_until_it_is_confirmed(slider: Slider) -> None:
    slider.set_confirmed(31)
    differs = slider.is_unsettled

    slider.set_confirmed(50)

    assert (differs, slider.is_unsettled) == (True, False)


@pytest.mark.parametrize("is_read_only", [False, True])
def test_what_cannot_answer_has_no_handle_and_no_focus(
    theme: Theme, qtbot: QtBot, window: QWidget, is_read_only: bool
) -> None:
    slider = Slider(theme, name="Volume", is_read_only=is_read_only, parent=window)
    slider.set_gone(not is_read_only)

    with qtbot.assertNotEmitted(slider.chosen):
        QTest.mouseClick(slider, LEFT, pos=QPoint(14, 16))
        QTest.keyClick(slider, Qt.Key.Key_Right)
        turn_wheel(slider, 120)
    assert not slider.can_be_moved
    assert slider.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_streamer_that_comes_back_has_its_handle_again(slider: Slider) -> None:
    slider.set_gone(True)

    slider.set_gone(False)

    assert slider.can_be_moved
    assert slider.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_the_groove_is_filled_from_where_reading_begins(theme: Theme, slider: Slider) -> None:
    slider.setValue(25)

    left_to_right = slider.grab().toImage()
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right_to_left = slider.grab().toImage()

    filled, empty = theme.colour("accent"), theme.colour("track")
    assert left_to_right.pixelColor(18, 16) == filled
    assert left_to_right.pixelColor(194, 16) == empty
    assert right_to_left.pixelColor(18, 16) == empty
    assert right_to_left.pixelColor(194, 16) == filled


@pytest.mark.parametrize("share", [0, 34, 80, 100])
def test_a_value_stands_at_its_share_of_the_groove(
    theme: Theme, window: QWidget, slider: Slider, share: int
) -> None:
    still = Slider(theme, name="Volume", is_read_only=True, parent=window)
    still.resize(196, 32)
    for each in (slider, still):
        each.setValue(0)
        each.set_limit(share)

    # Both grooves are 184 wide; they begin 14 and 6 inside.
    moved, shown = slider.grab().toImage(), still.grab().toImage()

    at = round(184 * share / 100 - 1)
    mark = theme.colour("text.3")
    assert moved.pixelColor(14 + at, 10) == mark or share == 0
    assert shown.pixelColor(6 + at, 10) == mark


def test_a_level_that_is_only_shown_is_filled_without_a_handle(
    theme: Theme, window: QWidget
) -> None:
    slider = Slider(theme, name="Volume", is_read_only=True, parent=window)
    slider.resize(WIDTH, 32)
    slider.setValue(50)

    picture = slider.grab().toImage()

    at_the_handle = 106
    assert picture.pixelColor(60, 16) == theme.colour("accent")
    assert picture.pixelColor(at_the_handle, 10) == slider.palette().window().color()


def test_muted_gone_limited_and_confirmed_have_their_own_pictures(
    theme: Theme, slider: Slider
) -> None:
    pictures = [slider.grab().toImage()]
    slider.set_limit(80)
    pictures.append(slider.grab().toImage())
    slider.set_confirmed(31)
    pictures.append(slider.grab().toImage())
    slider.set_muted(True)
    pictures.append(slider.grab().toImage())
    slider.set_gone(True)
    pictures.append(slider.grab().toImage())

    assert all(one != other for one, other in pairwise(pictures))
    assert pictures[-1].pixelColor(60, 16) == theme.colour("border")


@pytest.mark.parametrize("shown_as", ["hover", "focus"])
def test_states_can_be_forced_for_pictures(theme: Theme, qtbot: QtBot, shown_as: str) -> None:
    slider = Slider(theme, name="Volume")
    qtbot.addWidget(slider)
    before = slider.grab().toImage()

    slider.setProperty("shown_as", shown_as)

    assert slider.grab().toImage() != before


def test_an_empty_level_has_no_fill(theme: Theme, qtbot: QtBot) -> None:
    slider = Slider(theme, name="Volume", is_read_only=True)
    qtbot.addWidget(slider)
    slider.setRange(0, 0)

    assert not slider.grab().isNull()
    assert slider.minimumSizeHint().height() == 32


def turn_wheel(slider: Slider, turn: int) -> bool:
    """Give whether the slider kept the event."""
    middle = QPointF(slider.rect().center())
    event = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    event.ignore()
    slider.wheelEvent(event)
    return event.isAccepted()


def test_a_screen_reader_finds_its_name(slider: Slider) -> None:
    assert slider.accessibleName() == "Volume of Fireside"
