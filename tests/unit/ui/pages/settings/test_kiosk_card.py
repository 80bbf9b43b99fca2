"""A kiosk is set up in page Settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from altrabits_desktop.actions.kiosk import KioskReport
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.kiosk import KioskSetup, Phase, SetState, Wipe, WipeReason
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.late import already
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.ui.pages.settings.page import SettingsPage
from altrabits_desktop.ui.widgets.check_box import CheckBox
from altrabits_desktop.ui.widgets.push_button import PushButton
from altrabits_desktop.ui.widgets.text_block import TextBlock
from tests.fakes.clock import NOON
from tests.fakes.full_house import fireside
from tests.fakes.kept_kiosk import KeptKiosk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse

KEPT = "Kept. After each visit"
HASH = "$argon2id$v=19$m=1024,t=1,p=1$"


def owned(name: str) -> Streamer:
    """Give a streamer of the account that plays."""
    return fireside(id=name, name=name.title(), is_owned=True, owned_id=name)


@pytest.fixture
def kiosk() -> KeptKiosk:
    return KeptKiosk()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, house: FullHouse, kiosk: KeptKiosk) -> SettingsPage:
    page = SettingsPage(theme, services=replace(house.services, kiosk=already(kiosk)))
    qtbot.addWidget(page)
    page.show()
    page.build_rest()
    press(page, "open")
    return page


def press(page: SettingsPage, name: str) -> None:
    button = page.findChild(PushButton, f"settings.kiosk.{name}")
    assert isinstance(button, PushButton)
    button.click()


def boxes(page: SettingsPage) -> dict[str, CheckBox]:
    found = {each.text(): each for each in form(page).findChildren(CheckBox)}
    return {words: box for words, box in found.items() if box.isVisibleTo(page)}


def shown(page: SettingsPage) -> dict[str, bool]:
    return {name: box.isChecked() for name, box in boxes(page).items()}


def form(page: SettingsPage) -> QWidget:
    found = page.findChild(QWidget, "settings.kiosk.form")
    assert isinstance(found, QWidget)
    return found


def said(page: SettingsPage) -> str:
    blocks = form(page).findChildren(TextBlock)
    return "\n".join(block.text() for block in blocks if block.isVisible())


def type_pin(page: SettingsPage, pin: str, again: str) -> None:
    for name, text in (("pin", pin), ("again", again)):
        line = page.findChild(QLineEdit, f"settings.kiosk.{name}")
        assert isinstance(line, QLineEdit)
        line.setText(text)


def kept_ids(kiosk: KeptKiosk) -> list[str]:
    return [state.id for state in kiosk.kept[-1][1]]


def test_what_staff_do_not_show_stays_hidden_when_another_one_comes(
    page: SettingsPage, house: FullHouse, kiosk: KeptKiosk
) -> None:
    house.show(owned("office"), owned("window"))
    boxes(page)["Office"].setChecked(False)

    house.show(owned("hall"), owned("office"), owned("window"))
    press(page, "keep")

    assert shown(page) == {"Hall": True, "Office": False, "Window": True}
    assert kept_ids(kiosk) == ["hall", "window"]


def test_what_staff_do_not_show_stays_hidden_where_it_falls_silent_meanwhile(
    page: SettingsPage, house: FullHouse, kiosk: KeptKiosk
) -> None:
    states = (SetState(id="office"), SetState(id="window"))
    kiosk.told = KioskReport(setup=KioskSetup(pin=HASH, streamers=states))
    house.show(owned("office"), owned("window"))
    boxes(page)["Office"].setChecked(False)

    house.show(owned("window"))
    press(page, "keep")

    assert kept_ids(kiosk) == ["window"]


def test_what_is_silent_and_was_not_touched_stays_on_the_list(
    page: SettingsPage, house: FullHouse, kiosk: KeptKiosk
) -> None:
    states = (SetState(id="office"), SetState(id="window"))
    kiosk.told = KioskReport(setup=KioskSetup(pin=HASH, streamers=states))
    house.show(owned("window"))

    press(page, "keep")

    assert kept_ids(kiosk) == ["office", "window"]


def test_a_streamer_is_called_as_it_is_now(page: SettingsPage, house: FullHouse) -> None:
    house.show(owned("office"))
    boxes(page)["Office"].setChecked(False)

    house.show(replace(owned("office"), name="Back office"))

    assert shown(page) == {"Back office": False}


def test_a_pin_that_differs_is_refused_and_nothing_is_called_kept(
    page: SettingsPage, kiosk: KeptKiosk
) -> None:
    type_pin(page, "384719", "384719")
    press(page, "keep")
    before = said(page)

    type_pin(page, "384719", "384718")
    press(page, "keep")

    assert KEPT in before
    assert KEPT not in said(page)
    assert sentence("kiosk.pin_differs") in said(page)
    assert [pin for pin, _ in kiosk.kept] == ["384719"]


def test_what_is_wrong_with_a_pin_is_said(page: SettingsPage, kiosk: KeptKiosk) -> None:
    kiosk.refusal = Refused("kiosk.pin_digits")
    type_pin(page, "secret", "secret")

    press(page, "keep")

    assert sentence("kiosk.pin_digits") in said(page)
    assert KEPT not in said(page)


def test_a_kiosk_that_was_removed_is_not_called_kept(page: SettingsPage, kiosk: KeptKiosk) -> None:
    type_pin(page, "384719", "384719")
    press(page, "keep")
    kiosk.told = KioskReport(setup=KioskSetup(pin=HASH))

    press(page, "remove")

    assert KEPT not in said(page)


def test_the_latest_visit_is_listed_as_soon_as_staff_are_back(
    page: SettingsPage, house: FullHouse, kiosk: KeptKiosk
) -> None:
    first = Wipe(at=NOON - timedelta(hours=1), reason=WipeReason.START)
    latest = Wipe(at=NOON, reason=WipeReason.DONE)
    kiosk.wiped = (first, latest)
    kiosk.told = KioskReport(phase=Phase.START, last_wipe=latest)
    house.feed.publish(Changes(topics=Topic.KIOSK))
    during = said(page)

    kiosk.told = replace(kiosk.told, phase=Phase.STAFF)
    house.feed.publish(Changes(topics=Topic.KIOSK))

    assert "The visitor was done" not in during
    assert "The visitor was done" in said(page)
