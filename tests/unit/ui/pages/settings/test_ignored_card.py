"""Page Settings lists the streamers that are ignored, and shows each again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.ui.pages.settings.ignored_card import IgnoredCard
from tests.fakes.streamers import a_streamer
from tests.harness.window_parts import focused, words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, house: FullHouse) -> IgnoredCard:
    made = IgnoredCard(theme, services=house.services, remarks=house.noting.remarks)
    qtbot.addWidget(made)
    return made


def buttons(card: IgnoredCard) -> list[QPushButton]:
    return card.findChildren(QPushButton)


def press_first(card: IgnoredCard) -> None:
    QTest.mouseClick(buttons(card)[0], Qt.MouseButton.LeftButton)


def ignore(house: FullHouse, *numbers: int) -> None:
    for number in numbers:
        house.launcher.launch(house, house.noting.remarks.ignore(a_streamer(number)))


def test_nothing_is_shown_while_none_is_ignored(card: IgnoredCard) -> None:
    assert card.isHidden()


def test_each_ignored_one_can_be_shown_again(card: IgnoredCard, house: FullHouse) -> None:
    ignore(house, 1, 2)
    card.show()
    listed = words(card)

    press_first(card)

    assert "Streamer 1" in listed
    assert "Streamer 2" in listed
    assert "They are not listed, until the window is closed." in listed
    assert [remark.seen_as for remark in house.noting.remarks.ignored] == ["Streamer 2"]


def test_the_focus_stays_in_the_list(card: IgnoredCard, house: FullHouse, qtbot: QtBot) -> None:
    ignore(house, 1, 2)
    card.show()
    card.activateWindow()
    first = buttons(card)[0]
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: focused().accessibleName() == "Show again: Streamer 2")


def test_what_cannot_be_kept_is_said(
    card: IgnoredCard, house: FullHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    ignore(house, 1)

    async def heed(_key: str) -> None:
        raise StoreUnusable("store.unusable")

    monkeypatch.setattr(house.noting.remarks, "heed", heed)
    card.show()
    press_first(card)

    assert "They are not listed, until the window is closed." not in words(card)


def test_whoever_is_signed_in_keeps_it_until_they_sign_out(
    card: IgnoredCard, house: FullHouse
) -> None:
    house.noting.shelf.account = "account-1"

    ignore(house, 1)
    card.show()

    assert "They are not listed, until you sign out." in words(card)
