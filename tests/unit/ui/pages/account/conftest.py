from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.account.page import AccountPage
from altrabits_desktop.ui.pages.account.view_model import AccountViewModel
from altrabits_desktop.ui.shell.language import speak_in
from tests.fakes.full_house import FullHouse
from tests.fakes.kept_home import policy
from tests.harness.account_parts import EMAIL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
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
def model(qapp: QApplication, house: FullHouse) -> AccountViewModel:
    return AccountViewModel(house.services)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, model: AccountViewModel) -> AccountPage:
    page = AccountPage(theme, model=model)
    qtbot.addWidget(page)
    page.resize(956, 740)
    page.show()
    page.build_rest()
    return page


@pytest.fixture
def accepted(house: FullHouse) -> FullHouse:
    house.home.stand(
        server=ServerState.REACHED, policy=policy(), decision=DecisionKind.ACCEPTED, is_asked=False
    )
    return house


@pytest.fixture
def signed_in(house: FullHouse) -> None:
    house.home.stand(
        server=ServerState.REACHED,
        policy=policy(),
        decision=DecisionKind.ACCEPTED,
        standing=Standing.SIGNED_IN,
        email=EMAIL,
    )
