from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSlider, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import SetBalance, SetEqualiser
from altrabits_desktop.contract.streamer_settings import Equaliser
from altrabits_desktop.ui.widgets.switch import Switch
from tests.harness.streamer_page import SIGNED_IN, OpenPage, button, managed, texts, with_state

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage
    from tests.fakes.full_house import FullHouse

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    house.home.told = SIGNED_IN
    return open_page(managed())


def slider(page: QWidget, name: str) -> QSlider:
    found = page.findChild(QSlider, f"streamer.{name}")
    assert isinstance(found, QSlider)
    return found


def offered(page: StreamerPage) -> list[Any]:
    """What can be undone, as the page offers it."""
    told: list[Any] = []
    page.undo_offered.connect(told.append)
    return told


def choose_curve(page: StreamerPage, name: str) -> None:
    button(page, "streamer.equaliser.curve").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(entry for entry in menu.actions() if entry.text() == name).trigger()
    menu.close()


def test_it_is_switched(page: StreamerPage, house: FullHouse) -> None:
    switch = page.findChild(Switch, "streamer.equaliser.switch")
    assert isinstance(switch, Switch)
    was_on = switch.isChecked()

    switch.click()

    assert was_on
    assert house.control.commands == [SetEqualiser(is_on=False)]


def test_a_key_tells_all_bands_at_once(page: StreamerPage, house: FullHouse) -> None:
    QTest.keyClick(slider(page, "equaliser.band.2"), Qt.Key.Key_Up)

    assert house.control.commands == [SetEqualiser(gains_db=(2, 2, 0))]


def test_a_curve_is_chosen_by_name(page: StreamerPage, house: FullHouse) -> None:
    undos = offered(page)

    choose_curve(page, "Flat")

    assert house.control.commands == [SetEqualiser(curve="Flat")]
    assert undos == []
    named = button(page, "streamer.equaliser.curve").accessibleName()
    assert named == "Curve: Warm evening"


def test_a_curve_that_only_stands_here_can_be_had_back(
    page: StreamerPage, house: FullHouse
) -> None:
    house.show(with_state(managed(), equaliser=Equaliser(is_on=True, gains_db=(2, 1, 0))))
    undos = offered(page)

    choose_curve(page, "Flat")
    work = undos[0].take_back()
    with pytest.raises(StopIteration):
        work.send(None)

    assert undos[0].words == "“Flat” has taken the place of your own curve."
    assert house.control.commands[-1] == SetEqualiser(gains_db=(2, 1, 0))


@pytest.mark.parametrize(
    ("balance", "words"), [(0, "Middle"), (-30, "30 to the left"), (12, "12 to the right")]
)
def test_the_balance_is_said_in_words(
    page: StreamerPage, house: FullHouse, balance: int, words: str
) -> None:
    house.show(with_state(managed(), balance=balance))

    assert words in texts(page)
    assert slider(page, "balance").accessibleDescription() == words


def test_a_step_of_the_balance_is_told_at_once(page: StreamerPage, house: FullHouse) -> None:
    QTest.keyClick(slider(page, "balance"), Qt.Key.Key_Left)

    assert house.control.commands == [SetBalance(-2)]


def test_the_balance_is_told_while_its_handle_is_held_and_no_answer_moves_it(
    page: StreamerPage, house: FullHouse
) -> None:
    handle = slider(page, "balance")
    handle.setFocus()
    place = QPoint(handle.width() - 1, handle.height() // 2)

    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place)
    told = list(house.control.commands)
    house.show(managed())
    value = handle.value()
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=place)

    assert told == house.control.commands == [SetBalance(100)]
    assert value == 100


def test_the_left_is_at_the_left_from_the_right_too(
    page: StreamerPage, qapp: QApplication, house: FullHouse
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    house.show(managed())

    assert not slider(page, "balance").isRightToLeft()
    assert slider(page, "volume").isRightToLeft()


def test_only_what_a_streamer_can_is_there(page: StreamerPage, house: FullHouse) -> None:
    house.show(managed(capabilities=frozenset({Capability.BALANCE})))

    assert slider(page, "balance").isVisible()
    assert "Equaliser" not in texts(page)
    assert not slider(page, "equaliser.band.1").isVisible()
