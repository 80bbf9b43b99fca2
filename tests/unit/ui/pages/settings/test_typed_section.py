from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.pages.settings.typed_section import make_typed_section
from altrabits_desktop.ui.widgets.push_button import PushButton
from tests.fakes.full_house import FullHouse
from tests.fakes.kept_networks import KeptNetworks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.ui.pages.settings.section import Section
    from altrabits_desktop.ui.theme.theme import Theme


@pytest.fixture
def house() -> FullHouse:
    return FullHouse()


def buttons(section: Section) -> list[PushButton]:
    found = section.findChildren(PushButton, "settings.typed.forget")
    return [each for each in found if not each.parentWidget().isHidden()]  # type: ignore[union-attr] # rows have a parent


def made(qtbot: QtBot, theme: Theme, house: FullHouse) -> Section:
    section = make_typed_section(theme, house.services)
    qtbot.addWidget(section)
    return section


def test_it_is_there_only_while_something_is_remembered(
    qtbot: QtBot, theme: Theme, house: FullHouse
) -> None:
    section = made(qtbot, theme, house)
    before = section.isHidden()

    house.services.finding.memory = KeptNetworks("kitchen.local")
    house.feed.publish(Changes(topics=Topic.HOME))

    assert (before, section.isHidden()) == (True, False)
    assert [each.accessibleName() for each in buttons(section)] == ["Forget kitchen.local"]


def test_each_is_forgotten_by_itself(qtbot: QtBot, theme: Theme, house: FullHouse) -> None:
    house.services.finding.memory = memory = KeptNetworks("192.168.1.61", "kitchen.local")
    section = made(qtbot, theme, house)
    section.show()

    buttons(section)[0].click()
    left = [each.accessibleName() for each in buttons(section)]
    buttons(section)[0].click()

    assert left == ["Forget kitchen.local"]
    assert (memory.kept, section.isHidden()) == ([], True)
