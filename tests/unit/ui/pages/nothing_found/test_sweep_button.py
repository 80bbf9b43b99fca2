from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.pages.nothing_found.sweep_button import SweepButton
from tests.fakes.full_house import SILENT, FullHouse

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme

LOOKING = replace(SILENT, finished_at=None)


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, house: FullHouse) -> Callable[[], SweepButton]:
    def make() -> SweepButton:
        button = SweepButton(theme, house.services, prefix="streamers.empty")
        qtbot.addWidget(button)
        return button

    return make


def test_it_is_offered_when_a_round_brought_nothing_and_stays(
    house: FullHouse, make: Callable[[], SweepButton]
) -> None:
    house.finder.told = LOOKING
    button = make()
    first = button.isHidden()

    house.finder.told = SILENT
    house.feed.publish(Changes(topics=Topic.FINDING))
    after = button.isHidden()
    house.finder.told = LOOKING
    house.feed.publish(Changes(topics=Topic.FINDING))

    assert (first, after, button.isHidden()) == (True, False, False)


def test_pressed_it_has_every_address_asked(
    house: FullHouse, make: Callable[[], SweepButton], monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[bool] = []

    async def sweep() -> int:
        swept.append(True)
        return 0

    monkeypatch.setattr(house.services.finding, "sweep", sweep)
    button = make()

    button.click()

    assert swept == [True]


def test_while_it_goes_on_it_cannot_be_asked_again(
    house: FullHouse, make: Callable[[], SweepButton], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(house.services.finding), "is_sweeping", True)

    assert not make().isEnabled()


def test_without_a_network_there_is_nobody_to_ask(
    house: FullHouse, make: Callable[[], SweepButton]
) -> None:
    house.finder.told = replace(SILENT, cards=())

    assert not make().isEnabled()
