from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.contract.sync_state import SyncReport, SyncState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.support.view_model import SupportViewModel
from altrabits_desktop.ui.shell.language import speak_in
from tests.fakes.full_house import FullHouse
from tests.fakes.kept_home import policy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


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
