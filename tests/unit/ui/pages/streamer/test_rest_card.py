from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    LockButtons,
    SetAutoStandby,
    SetLight,
    SetSleepTimer,
    SetStandby,
)
from altrabits_desktop.contract.streamer_settings import Light
from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.ui.pages.streamer.rest_words import minutes
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage, button, managed, texts, with_state

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.streamer.page import StreamerPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    house.home.told = SIGNED_IN
    return open_page(managed())


def state_of(page: QWidget, name: str) -> str:
    found = page.findChild(QLabel, f"streamer.{name}.state")
    assert isinstance(found, QLabel)
    return found.text()


def choose(page: QWidget, name: str, entry: str) -> list[str]:
    """Choose from a menu, and give what it marks as held."""
    button(page, f"streamer.{name}").click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    held = [each.text() for each in menu.actions() if each.isChecked()]
    next(each for each in menu.actions() if each.text() == entry).trigger()
    menu.close()
    return held


def test_a_sleep_timer_is_set_from_a_menu(page: StreamerPage, house: FullHouse) -> None:
    was = state_of(page, "sleep")

    choose(page, "sleep", "In 1 h 30 min")

    assert was == "Off"
    assert house.control.commands == [SetSleepTimer(5400)]


def test_a_running_timer_counts_down_by_itself(
    qtbot: QtBot, page: StreamerPage, house: FullHouse
) -> None:
    house.show(with_state(managed(), sleep_left_s=1450.0))
    begun = state_of(page, "sleep")
    house.clock.move(10)

    qtbot.waitUntil(lambda: state_of(page, "sleep") == "24:00 left", timeout=3000)
    assert begun == "24:10 left"


def test_a_timer_that_is_stopped_can_be_had_back(page: StreamerPage, house: FullHouse) -> None:
    house.show(with_state(managed(), sleep_left_s=1450.0))
    undos: list[Any] = []
    page.undo_offered.connect(undos.append)

    button(page, "streamer.sleep").click()
    with pytest.raises(StopIteration):
        undos[0].take_back().send(None)

    assert house.control.commands == [SetSleepTimer(0), SetSleepTimer(1450)]
    assert undos[0].words == "The sleep timer is stopped."


def test_the_light_is_chosen_and_says_how_it_is(page: StreamerPage, house: FullHouse) -> None:
    held = choose(page, "light", "Off")

    assert (state_of(page, "light"), held) == ("Dim", ["Dim"])
    assert house.control.commands == [SetLight(Light.OFF)]


def test_standby_is_gone_to_and_left(page: StreamerPage, house: FullHouse) -> None:
    button(page, "streamer.standby").click()
    asleep = with_state(managed(presence=Presence.ASLEEP), is_asleep=True)
    house.show(asleep)
    said = (state_of(page, "standby"), button(page, "streamer.standby").text())
    button(page, "streamer.standby").click()

    assert house.control.commands == [SetStandby(is_asleep=True), SetStandby(is_asleep=False)]
    assert said == ("In standby", "Wake up")


def test_standby_is_explained_and_its_time_is_chosen(page: StreamerPage, house: FullHouse) -> None:
    [meaning] = [text for text in texts(page) if "In standby" in text]

    held = choose(page, "standby.change", "Never by itself")

    assert "by itself after 20 min without music" in meaning
    assert state_of(page, "standby") == "After 20 min"
    assert held == ["After 20 min"]
    assert house.control.commands == [SetAutoStandby(0)]


def test_a_time_of_its_own_is_in_the_menu_too(page: StreamerPage, house: FullHouse) -> None:
    house.show(with_state(managed(), auto_standby_min=7))

    assert choose(page, "standby.change", "After 10 min") == ["After 7 min"]


def test_buttons_are_locked_and_unlocked(page: StreamerPage, house: FullHouse) -> None:
    button(page, "streamer.buttons").click()
    house.show(with_state(managed(), has_locked_buttons=True))
    said = (state_of(page, "buttons"), button(page, "streamer.buttons").text())
    button(page, "streamer.buttons").click()

    assert house.control.commands == [LockButtons(is_locked=True), LockButtons(is_locked=False)]
    assert said == ("Locked", "Unlock")
    assert button(page, "streamer.buttons").accessibleName() == "Unlock: Buttons"


def test_only_what_a_streamer_can_is_there(page: StreamerPage, house: FullHouse) -> None:
    house.show(managed(capabilities=frozenset({Capability.LIGHT})))

    assert button(page, "streamer.light").isVisible()
    assert not button(page, "streamer.sleep").isVisible()
    assert not any("In standby" in text for text in texts(page))


def test_one_that_has_nothing_of_it_has_no_card(page: StreamerPage, house: FullHouse) -> None:
    house.show(fireside())

    card = page.findChild(QWidget, "streamer.rest")
    assert isinstance(card, QWidget)
    assert not card.isVisible()


def test_a_light_of_a_later_word_has_a_word(page: StreamerPage, house: FullHouse) -> None:
    house.show(with_state(managed(), light=Light("pulsing")))

    assert state_of(page, "light") == "In a way of its own"


@pytest.mark.parametrize(
    ("number", "words"), [(20, "20 min"), (60, "1 h"), (90, "1 h 30 min"), (120, "2 h")]
)
def test_a_length_of_time_has_its_units(number: int, words: str) -> None:
    assert minutes(number) == words
