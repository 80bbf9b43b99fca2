from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from altrabits_desktop.contract.doctor import StreamerCause
from altrabits_desktop.contract.streamers import Origin, Presence
from altrabits_desktop.ui.pages.streamer.why_card import WhyCard
from altrabits_desktop.ui.pages.streamer.why_model import WhyModel
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.clock import NOON
from tests.fakes.full_house import FullHouse, fireside

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

GONE = fireside(presence=Presence.GONE, silent_since=NOON)


@pytest.fixture
def model(house: FullHouse) -> WhyModel:
    return WhyModel(house.services)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, model: WhyModel) -> WhyCard:
    card = WhyCard(theme, model=model)
    qtbot.addWidget(card)
    return card


def texts(card: WhyCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if not label.isHidden()]


def test_one_that_is_gone_is_asked_after_once_for_each_silence(
    card: WhyCard, model: WhyModel, house: FullHouse
) -> None:
    model.show_streamer(GONE, is_seen=True)
    model.show_streamer(GONE, is_seen=True)

    assert house.doctor.asked_after == ["fireside"]
    assert not card.isHidden()
    assert "Nobody is at 192.168.1.40, while the network works." in texts(card)


def test_nobody_is_asked_after_unseen(model: WhyModel, house: FullHouse) -> None:
    model.show_streamer(GONE, is_seen=False)

    assert house.doctor.asked_after == []


@pytest.mark.parametrize(
    "streamer", [fireside(), fireside(presence=Presence.GONE, origin=Origin.DEMO)]
)
def test_one_that_answers_or_is_of_the_demo_has_no_such_card(
    card: WhyCard, model: WhyModel, house: FullHouse, streamer: object
) -> None:
    model.show_streamer(streamer, is_seen=True)  # type: ignore[arg-type] # one of the two
    card.show_why()

    assert card.isHidden()
    assert house.doctor.asked_after == []


def test_the_person_asks_again(card: WhyCard, model: WhyModel, house: FullHouse) -> None:
    model.show_streamer(GONE, is_seen=True)
    house.doctor.why = StreamerCause.MUTE
    house.launcher.is_holding = True
    button = card.findChild(PushButton, "streamer.why.button")
    assert isinstance(button, PushButton)

    button.click()
    button.click()
    is_busy = button.is_busy
    house.launcher.let_run()

    assert (is_busy, button.is_busy) == (True, False)
    assert house.doctor.asked_after == ["fireside"] * 2
    assert any(text.startswith("Somebody at 192.168.1.40 takes calls") for text in texts(card))
