"""A house whose server has a policy in force that nobody is asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.ui.shell.language import speak_in
from tests.fakes.full_house import FullHouse

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
    house = FullHouse()
    house.home.ask()
    house.home.stand(is_asked=False)
    return house
