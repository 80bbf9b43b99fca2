from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.pages.settings.elsewhere_section import ElsewhereSection
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.full_house import FullHouse
from tests.fakes.kept_networks import KeptNetworks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def house() -> FullHouse:
    return FullHouse()


def test_it_is_there_only_while_streamers_are_elsewhere(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    section = ElsewhereSection(theme, house.services)
    qtbot.addWidget(section)
    before = section.isHidden()

    house.services.finding.memory = KeptNetworks(elsewhere=2)
    house.feed.publish(Changes(topics=Topic.FINDING))

    assert (before, section.isHidden()) == (True, False)


def test_they_are_listed_here_and_hidden_again(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    house.services.finding.memory = memory = KeptNetworks(elsewhere=1)
    told: list[Changes] = []
    house.feed.subscribe(told.append)
    section = ElsewhereSection(theme, house.services)
    qtbot.addWidget(section)
    [button] = section.findChildren(PushButton, "settings.elsewhere")

    button.click()
    shown, words = memory.is_elsewhere_shown, button.text()
    button.click()

    assert (shown, words) == (True, "Hide them")
    assert (memory.is_elsewhere_shown, button.text()) == (False, "List them here")
    assert told[-1].has_new_set
