from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.ui.pages.streamer.own_card import own_models
from altrabits_desktop.ui.pages.streamer.page import StreamerPage
from altrabits_desktop.ui.shell.language import speak_in
from tests.fakes.full_house import FullHouse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.harness.streamer_page import OpenPage


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    speak_in(qapp, "en")
    yield
    speak_in(qapp, "en")


@pytest.fixture
def house() -> FullHouse:
    return FullHouse()


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, house: FullHouse) -> Iterator[OpenPage]:
    pages: list[StreamerPage] = []

    def opened(*streamers: Streamer, width: int = 956) -> StreamerPage:
        house.show(*streamers)
        own = own_models(house.services)
        page = StreamerPage(
            theme, services=house.services, streamer_id=StreamerId("fireside"), own=own
        )
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(width, 740)
        page.show()
        page.build_rest()
        # The cards that have come are laid out.
        QApplication.sendPostedEvents()
        return page

    yield opened
    pages.clear()
