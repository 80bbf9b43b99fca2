from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.ui.pages.streamer.columns import Columns
from altrabits_desktop.ui.pages.streamer.own_card import own_models
from altrabits_desktop.ui.pages.streamer.page import StreamerPage
from altrabits_desktop.ui.widgets.card import Card
from tests.harness.streamer_page import SIGNED_IN, managed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme
    from tests.fakes.full_house import FullHouse


@pytest.fixture
def make_page(qtbot: QtBot, theme: Theme, house: FullHouse) -> Callable[[], StreamerPage]:
    house.home.told = SIGNED_IN
    house.show(managed())

    def made() -> StreamerPage:
        page = StreamerPage(
            theme,
            services=house.services,
            streamer_id=StreamerId("fireside"),
            own=own_models(house.services),
        )
        qtbot.addWidget(page)
        page.resize(956, 740)
        return page

    return made


@pytest.fixture
def page(make_page: Callable[[], StreamerPage]) -> StreamerPage:
    return make_page()


class Paints(QObject):
    """Notes what is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.names.append(type(watched).__name__)
        return False


def columns_of(page: StreamerPage) -> Columns:
    found = page.findChild(Columns)
    assert isinstance(found, Columns)
    return found


def places(page: StreamerPage) -> dict[Card, QPoint]:
    QApplication.sendPostedEvents()
    found = (card for card in page.findChildren(Card) if card.isVisible())
    return {card: card.mapTo(columns_of(page), QPoint()) for card in found}


def test_a_page_opens_without_waiting_for_any_card(make_page: Callable[[], StreamerPage]) -> None:
    assert make_page().findChildren(Card) == []


def test_no_card_moves_when_another_one_comes(qtbot: QtBot, page: StreamerPage) -> None:
    page.show()
    seen: dict[Card, QPoint] = {}
    columns = columns_of(page)

    def is_whole() -> bool:
        now = places(page)
        moved = [card for card, place in seen.items() if now[card] != place]
        assert moved == []
        seen.update(now)
        return columns.is_whole

    qtbot.waitUntil(is_whole)

    assert len(seen) >= 8


def test_the_keyboard_begins_at_the_way_back_and_goes_to_play_as_soon_as_that_is_there(
    qtbot: QtBot, page: StreamerPage
) -> None:
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus(is_by_key=True)
    columns_of(page).build_rest()
    focused: QWidget | None = page.focusWidget()

    assert focused is not None
    assert focused.objectName() == "streamer.play"


def test_what_did_not_change_is_not_painted_again(
    qapp: QApplication, qtbot: QtBot, page: StreamerPage
) -> None:
    shown, columns, paints = managed(), columns_of(page), Paints()
    assert shown.state is not None
    qapp.installEventFilter(paints)
    page.show()
    page.build_rest()
    columns.show_streamer(shown)
    qtbot.waitUntil(lambda: "Sparkline" in paints.names)
    paints.names.clear()

    columns.show_streamer(shown)
    columns.show_streamer(replace(shown, state=replace(shown.state, volume=41)))
    qtbot.waitUntil(lambda: "Slider" in paints.names)
    qapp.removeEventFilter(paints)

    assert {"Sparkline", "BarChart", "Artwork", "BandSlider"}.isdisjoint(paints.names)
