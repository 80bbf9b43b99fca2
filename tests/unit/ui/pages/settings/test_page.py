from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QRadioButton, QWidget

from altrabits_desktop.contract.errors import ProfileUnusable
from altrabits_desktop.contract.version import PRODUCT_NAME, VERSION
from altrabits_desktop.runtime.settings import Settings, ThemeChoice
from altrabits_desktop.ui.pages.settings.page import SettingsPage
from altrabits_desktop.ui.widgets.notice_card import NoticeCard
from altrabits_desktop.ui.widgets.push_button import PushButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, house: FullHouse) -> SettingsPage:
    page = SettingsPage(theme, services=house.services)
    qtbot.addWidget(page)
    page.resize(956, 740)
    page.show()
    page.build_rest()
    return page


def choice(page: SettingsPage, name: str) -> QRadioButton:
    found = page.findChild(QRadioButton, name)
    assert isinstance(found, QRadioButton)
    return found


def box(page: SettingsPage, name: str) -> QCheckBox:
    found = page.findChild(QCheckBox, name)
    assert isinstance(found, QCheckBox)
    return found


def texts(page: SettingsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_shows_what_holds(page: SettingsPage) -> None:
    assert choice(page, "settings.theme.system").isChecked()
    assert choice(page, "settings.language.system").isChecked()
    assert box(page, "settings.cards.all").isChecked()
    assert box(page, "settings.card.eth0").text() == "Ethernet 192.168.1.20"
    assert "eth0" in box(page, "settings.card.eth0").toolTip()


def test_the_first_choice_is_there_at_once_and_nothing_moves_as_the_rest_comes(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    page = SettingsPage(theme, services=house.services)
    qtbot.addWidget(page)
    page.resize(956, 740)
    page.show()
    first = choice(page, "settings.theme.system")
    assert first.isVisible()
    QApplication.sendPostedEvents()
    place = first.mapTo(page, QPoint())
    assert page.findChild(QRadioButton, "settings.language.system") is None

    with qtbot.waitSignal(page.whole):
        pass

    assert choice(page, "settings.language.system").isVisible()
    assert first.mapTo(page, QPoint()) == place


def test_says_which_version_it_is_and_its_licence(page: SettingsPage) -> None:
    assert f"{PRODUCT_NAME}, version {VERSION}" in texts(page)
    assert "Licence: Apache-2.0" in texts(page)


def test_leads_to_the_keys(qtbot: QtBot, page: SettingsPage) -> None:
    button = page.findChild(PushButton, "settings.keys.button")
    assert isinstance(button, PushButton)

    with qtbot.waitSignal(page.keys_wanted, timeout=100):
        button.click()

    assert button.toolTip() == "<span>Show the keys (F1)</span>"


def test_a_theme_is_chosen_by_a_press(page: SettingsPage, house: FullHouse) -> None:
    choice(page, "settings.theme.dark").click()

    assert house.store.held.theme is ThemeChoice.DARK


@pytest.mark.parametrize(("name", "tag"), [("de", "de"), ("en", "en")])
def test_a_language_is_chosen_by_a_press(
    page: SettingsPage, house: FullHouse, name: str, tag: str
) -> None:
    choice(page, f"settings.language.{name}").click()

    assert house.store.held.language == tag


def test_the_language_of_the_system_is_chosen_by_a_press(
    page: SettingsPage, house: FullHouse
) -> None:
    choice(page, "settings.language.de").click()

    choice(page, "settings.language.system").click()

    assert house.store.held.language == ""


def test_languages_are_named_in_themselves(page: SettingsPage) -> None:
    assert choice(page, "settings.language.de").text() == "Deutsch"
    assert choice(page, "settings.language.en").text() == "English"


def test_a_tag_from_the_file_shows_the_nearest_language(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.store.held = Settings(language="de-AT")

    page = SettingsPage(theme, services=house.services)
    qtbot.addWidget(page)
    page.build_rest()

    assert choice(page, "settings.language.de").isChecked()


def test_a_card_is_left_out_and_taken_in_again(page: SettingsPage, house: FullHouse) -> None:
    box(page, "settings.card.wlan0").click()
    left_out = (house.store.held.cards, box(page, "settings.cards.all").isChecked())

    box(page, "settings.card.wlan0").click()

    assert left_out == (("eth0",), False)
    assert box(page, "settings.cards.all").isChecked()


def test_the_last_card_stays_ticked(page: SettingsPage, house: FullHouse) -> None:
    box(page, "settings.card.wlan0").click()

    box(page, "settings.card.eth0").click()

    assert box(page, "settings.card.eth0").isChecked()
    assert house.store.held.cards == ("eth0",)


def test_the_only_card_here_stays_chosen_by_name(page: SettingsPage, house: FullHouse) -> None:
    house.store.held = Settings(cards=("eth0",))
    house.finder.cards = house.finder.cards[:1]
    house.report()

    box(page, "settings.card.eth0").click()

    assert box(page, "settings.card.eth0").isChecked()
    assert house.store.held.cards == ("eth0",)


def test_all_cards_stay_ticked_when_pressed_again(page: SettingsPage, house: FullHouse) -> None:
    box(page, "settings.cards.all").click()

    assert box(page, "settings.cards.all").isChecked()
    assert house.store.held.cards == ()


def test_cards_that_come_and_go_are_shown(page: SettingsPage, house: FullHouse) -> None:
    house.store.held = Settings(cards=("wlan0",))
    house.finder.cards = house.finder.cards[:1]

    house.report()

    assert box(page, "settings.card.wlan0").text() == "wlan0, not here now"
    assert not box(page, "settings.card.eth0").isChecked()


def test_says_where_choices_are_kept(page: SettingsPage) -> None:
    assert "/home/maple/profile" in texts(page)


def test_a_choice_that_cannot_be_kept_is_said_and_holds(
    page: SettingsPage, house: FullHouse
) -> None:
    house.store.refusal = ProfileUnusable("profile.unwritable", folder="/x", reason="Read-only")

    choice(page, "settings.theme.dark").click()
    fault = page.findChild(NoticeCard, "settings.fault")

    assert isinstance(fault, NoticeCard)
    assert fault.isVisible()
    assert not fault.are_details_shown
    assert "until the window is closed" in fault.accessibleDescription()
    assert choice(page, "settings.theme.dark").isChecked()
    assert "Each choice holds at once, on this computer only" not in texts(page)


def test_a_fault_goes_when_the_choice_is_kept(page: SettingsPage, house: FullHouse) -> None:
    house.store.refusal = ProfileUnusable("profile.unwritable", folder="/x", reason="Read-only")
    choice(page, "settings.theme.dark").click()
    house.store.refusal = None

    page.findChildren(PushButton, "settings.fault.retry")[0].click()

    assert page.findChildren(NoticeCard, "settings.fault")[0].isHidden()
    assert "Each choice holds at once, on this computer only" in texts(page)


def test_heading_and_first_line_of_the_choice_stand_on_one_middle(page: SettingsPage) -> None:
    page.grab()
    labels = {label.text(): label for label in page.findChildren(QLabel) if label.isVisible()}
    pairs = (
        ("Theme", choice(page, "settings.theme.system")),
        ("Language", choice(page, "settings.language.system")),
        ("Network cards", box(page, "settings.cards.all")),
        ("Where this is kept", labels["/home/maple/profile"]),
    )

    away = {
        heading: _middle(page, labels[heading]) - _middle(page, content)
        for heading, content in pairs
    }

    assert away == dict.fromkeys(away, 0)


def _middle(page: SettingsPage, part: QWidget) -> int:
    top = part.mapTo(page, QPoint(0, 0)).y()
    return top + part.height() // 2


def test_sections_stand_below_each_other_in_a_narrow_window(page: SettingsPage) -> None:
    page.resize(560, 500)
    page.grab()

    assert choice(page, "settings.theme.system").isVisible()


def test_says_that_the_server_is_inside_the_program(page: SettingsPage) -> None:
    assert "On this computer, inside this program" in texts(page)


def test_says_which_server_is_used_elsewhere(qtbot: QtBot, theme: Theme, house: FullHouse) -> None:
    house.home.stand(elsewhere="music.example.test")
    page = SettingsPage(theme, services=house.services)
    qtbot.addWidget(page)
    page.resize(956, 740)
    page.show()
    page.build_rest()

    assert "music.example.test" in texts(page)


def test_the_step_of_the_volume_is_chosen(page: SettingsPage, house: FullHouse) -> None:
    was_chosen = choice(page, "settings.volume.25").isChecked()

    choice(page, "settings.volume.0").click()

    assert was_chosen
    assert house.store.held.volume_step == 0
    assert choice(page, "settings.volume.0").isChecked()
