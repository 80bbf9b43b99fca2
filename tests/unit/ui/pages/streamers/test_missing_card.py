from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from altrabits_desktop.contract.errors import NotReachable, WrongUsage
from altrabits_desktop.ui.pages.streamers.missing_card import MissingCard
from altrabits_desktop.ui.widgets.text_block import TextBlock
from tests.fakes.house_on_show import ETHERNET, WIFI, House

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, house: House) -> Iterator[MissingCard]:
    window = QWidget()
    qtbot.addWidget(window)
    card = MissingCard(theme, house.services, parent=window)
    window.resize(438, 174)
    card.resize(438, 174)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    card.show_cards((ETHERNET, WIFI))
    yield card
    window.close()


def line(card: MissingCard) -> QLineEdit:
    found = card.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def sentence(card: MissingCard) -> TextBlock:
    return next(each for each in card.findChildren(TextBlock) if "network" in each.text())


def test_it_says_where_was_looked(card: MissingCard) -> None:
    assert sentence(card).text().startswith("Streamers are looked for on Ethernet 192.168.1.20")
    assert sentence(card).height() == 60


def test_without_a_network_it_says_so(card: MissingCard) -> None:
    card.show_cards((), has_network=False)

    assert sentence(card).text().startswith("This computer is in no network just now.")


def test_a_sentence_is_never_cut_in_half(card: MissingCard) -> None:
    card.resize(298, 174)

    assert sentence(card).text() == "A streamer in another network can be reached by its address."


def test_escape_gives_the_button_back(card: MissingCard, qtbot: QtBot) -> None:
    card.ask_address()
    was_asking = card.is_asking

    QTest.keyClick(line(card), Qt.Key.Key_Escape)

    assert was_asking
    assert not card.is_asking
    QTest.keyClick(card, Qt.Key.Key_Escape)


def test_who_answered_is_said_until_the_next_address(card: MissingCard, house: House) -> None:
    told = sentence(card)
    before = told.text()
    card.ask_address()
    line(card).setText("192.168.9.9")

    QTest.keyClick(line(card), Qt.Key.Key_Return)

    said, is_asking = told.text(), card.is_asking
    card.ask_address()
    QTest.keyClick(line(card), Qt.Key.Key_Escape)
    assert (said, is_asking) == ("Fireside (Cobalt S1) answers at 192.168.9.9.", False)
    assert told.text() == before


def test_what_is_wrong_is_said_below_the_field(
    card: MissingCard, house: House, qtbot: QtBot
) -> None:
    house.finding.refusal = NotReachable("address.silent", address="192.168.9.9")
    card.ask_address()
    line(card).setText("192.168.9.9")

    QTest.keyClick(line(card), Qt.Key.Key_Return)

    assert card.is_asking
    said = [label for label in card.findChildren(QLabel) if not label.isHidden()]
    lowest = max(label.mapTo(card, label.rect().bottomLeft()).y() for label in said)
    assert lowest <= card.height() - 17
    assert (
        sentence(card).geometry().bottom() < line(card).mapTo(card, line(card).rect().topLeft()).y()
    )


def test_a_long_sentence_about_what_is_wrong_is_shown_whole(
    card: MissingCard, house: House, qtbot: QtBot
) -> None:
    house.finding.refusal = WrongUsage("address.not_local", address="203.0.113.200")
    card.ask_address()
    line(card).setText("203.0.113.200")

    QTest.keyClick(line(card), Qt.Key.Key_Return)

    said = next(block for block in card.findChildren(TextBlock) if "203" in block.text())
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()) > 20)


def test_a_found_address_folds_the_field(card: MissingCard, qtbot: QtBot) -> None:
    card.ask_address()
    line(card).setText("192.168.9.9")

    QTest.keyClick(line(card), Qt.Key.Key_Return)

    assert not card.is_asking


def test_it_is_as_high_as_it_must_be_alone(card: MissingCard) -> None:
    resting = card.height_for(648)
    card.ask_address()

    assert resting == 17 + 20 + 8 + 40 + 12 + 32 + 17
    assert card.height_for(648) == 17 + 20 + 8 + 20 + 12 + (36 + 4) + (4 + 32) + 17


def test_from_the_right_it_is_mirrored(card: MissingCard) -> None:
    card.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    card.resize(437, 174)

    assert sentence(card).geometry().right() == 437 - 17 - 1
    assert not card.grab().isNull()


def test_where_no_sentence_has_room_none_lies_behind_the_field(card: MissingCard) -> None:
    card.ask_address()
    card.resize(160, 174)

    sentence = card.findChild(TextBlock)
    assert isinstance(sentence, TextBlock)
    assert sentence.text() == ""
