from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.ui.widgets.field import LineField
from tests.fakes.full_house import FullHouse, fireside
from tests.harness.streamer_page import SIGNED_IN, OpenPage, button, managed, texts

if TYPE_CHECKING:
    from altrabits_desktop.ui.pages.streamer.page import StreamerPage


@pytest.fixture
def page(open_page: OpenPage, house: FullHouse) -> StreamerPage:
    house.home.told = SIGNED_IN
    page = open_page(managed())
    house.upkeep.asked.clear()
    return page


def name(page: QWidget) -> LineField:
    found = page.findChild(LineField, "streamer.care.name")
    assert isinstance(found, LineField)
    return found


def test_how_it_is_doing_is_told(page: StreamerPage) -> None:
    assert {"Running for", "3 d 4 h", "Restarts", "7"} <= set(texts(page))
    assert "Temperature" not in texts(page)


def test_it_is_restarted_after_a_question(page: StreamerPage, house: FullHouse) -> None:
    button(page, "streamer.care.restart").click()
    asked = [text for text in texts(page) if "The music stops" in text]
    before = list(house.upkeep.asked)
    button(page, "streamer.care.go").click()

    assert asked
    assert not name(page).isVisible()
    assert (before, house.upkeep.asked) == ([], ["restart fireside"])
    assert button(page, "streamer.care.restart").isVisible()


def test_a_question_is_left_by_escape_and_by_its_first_button(
    page: StreamerPage, house: FullHouse
) -> None:
    button(page, "streamer.care.restart").click()
    QTest.keyClick(button(page, "streamer.care.keep"), Qt.Key.Key_Escape)
    after_escape = button(page, "streamer.care.go").isVisible()
    button(page, "streamer.care.reset").click()
    button(page, "streamer.care.keep").click()

    assert not after_escape
    assert not button(page, "streamer.care.go").isVisible()
    assert house.upkeep.asked == []


@pytest.mark.parametrize("typed", ["", "Fire", "Fireside 2"])
def test_it_is_not_reset_without_its_name(page: StreamerPage, house: FullHouse, typed: str) -> None:
    button(page, "streamer.care.reset").click()
    name(page).setText(typed)
    button(page, "streamer.care.go").click()

    assert any("Nothing was reset" in text for text in texts(page))
    assert name(page).is_wrong
    assert house.upkeep.asked == []


def test_with_its_name_it_is_reset(page: StreamerPage, house: FullHouse) -> None:
    button(page, "streamer.care.reset").click()
    name(page).setText(" fireside ")
    button(page, "streamer.care.go").click()

    assert house.upkeep.asked == ["reset fireside"]


def test_return_in_the_name_resets_nothing(page: StreamerPage, house: FullHouse) -> None:
    button(page, "streamer.care.reset").click()
    name(page).setText("Fireside")
    QTest.keyClick(name(page), Qt.Key.Key_Return)

    assert house.upkeep.asked == []
    assert button(page, "streamer.care.keep").ring.is_shown


def test_what_it_refuses_is_said_in_the_window(page: StreamerPage, house: FullHouse) -> None:
    house.upkeep.refusal = Refused("control.not_owned")
    button(page, "streamer.care.restart").click()
    button(page, "streamer.care.go").click()

    assert [error.code for error in house.launcher.reported] == ["control.not_owned"]
    assert not button(page, "streamer.care.restart").is_busy


def test_only_what_a_streamer_can_is_there(page: StreamerPage, house: FullHouse) -> None:
    house.show(managed(capabilities=frozenset({Capability.LOGS})))

    assert button(page, "streamer.care.log").isVisible()
    assert not button(page, "streamer.care.reset").isVisible()

    house.show(fireside())
    card = page.findChild(QWidget, "streamer.care")
    assert isinstance(card, QWidget)
    assert not card.isVisible()


@pytest.mark.parametrize("part", ["restart", "reset"])
def test_a_command_by_name_leads_to_the_question(page: StreamerPage, part: str) -> None:
    page.lead_to(part)

    assert button(page, "streamer.care.go").isVisible()
    assert name(page).isVisible() is (part == "reset")
