from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.support.page import SupportPage
from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
from altrabits_desktop.ui.shell.language import speak_in
from tests.fakes.full_house import FullHouse
from tests.fakes.kept_home import policy
from tests.harness.support_page import WIDE, OpenPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    speak_in(qapp, "en")
    yield
    speak_in(qapp, "en")


@pytest.fixture
def house() -> FullHouse:
    return FullHouse()


@pytest.fixture
def member(house: FullHouse) -> FullHouse:
    """Somebody is signed in and has accepted the policy."""
    house.home.stand(
        server=ServerState.REACHED,
        standing=Standing.SIGNED_IN,
        email="maple@example.net",
        policy=policy(contact="help@example.test"),
        sync=SyncReport(SyncState.IN_STEP),
    )
    return house


@pytest.fixture
def model(house: FullHouse) -> SupportViewModel:
    return SupportViewModel(house.services)


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, model: SupportViewModel) -> Iterator[OpenPage]:
    pages: list[SupportPage] = []

    def opened(width: int = WIDE) -> SupportPage:
        page = SupportPage(theme, model=model)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(width, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.build_rest()
        # What has come is laid out.
        QApplication.sendPostedEvents()
        return page

    yield opened
    pages.clear()
