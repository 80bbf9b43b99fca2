"""Who can be let play along on page Streamer, and what the person's choice tells whom."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from altrabits_desktop.contract.commands import Follow, Lead, SetVolume
from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.streamers import Origin, Presence, StreamerId, StreamerState
from altrabits_desktop.ui.pages.streamer.group_card import GroupCard
from altrabits_desktop.ui.pages.streamer.group_model import GroupModel
from altrabits_desktop.ui.pages.streamer.saved_model import SavedModel
from altrabits_desktop.ui.widgets.check_box import CheckBox
from altrabits_desktop.ui.widgets.slider import Slider
from tests.fakes.full_house import FullHouse
from tests.fakes.grouped import able
from tests.harness.streamer_page import SIGNED_IN

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.harness.streamer_page import OpenPage

ONE, TWO, THREE = able(1, volume=40), able(2, volume=20), able(3, volume=10)
LEADING = replace(ONE, state=replace(ONE.state or StreamerState(), members=("ab-2",)))
FOLLOWING = replace(TWO, state=replace(TWO.state or StreamerState(), leader="ab-1"))


class Shown:
    """A card over a house that notes what it is told."""

    def __init__(self, qtbot: QtBot, theme: Theme, *streamers: Streamer) -> None:
        self.house = FullHouse()
        self.house.home.told = SIGNED_IN
        self.house.show(*streamers)
        self.model = model = GroupModel(self.house.services)
        self.card = GroupCard(theme, model=model, saved=SavedModel(self.house.services))
        for signal in (model.changed, model.companions_changed):
            signal.connect(lambda: self.card.show_streamer(streamers[0]))
        qtbot.addWidget(self.card)
        self.card.resize(500, 200)
        self.card.show_streamer(streamers[0])

    def boxes(self) -> list[tuple[str, bool]]:
        return [(box.accessibleName(), box.isChecked()) for box in self._boxes()]

    def press(self, place: int) -> None:
        QTest.mouseClick(self._boxes()[place], Qt.MouseButton.LeftButton)
        self.house.launcher.let_run()

    @property
    def told(self) -> list[tuple[str, Command]]:
        return [(str(streamer_id), command) for streamer_id, command in self.house.control.told]

    @property
    def volume(self) -> Slider:
        found = self.card.findChild(Slider, "streamer.group.volume")
        assert isinstance(found, Slider)
        return found

    def _boxes(self) -> list[CheckBox]:
        return self.card.findChildren(CheckBox)


def test_those_who_could_play_along_are_offered_by_name(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, ONE, THREE, TWO)

    assert shown.boxes() == [(TWO.name, False), (THREE.name, False)]
    assert not shown.card.isHidden()
    assert shown.card.findChildren(Slider) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(TWO, capabilities=frozenset()),
        replace(TWO, is_owned=False),
        replace(TWO, is_locked=True),
        replace(TWO, presence=Presence.GONE),
        replace(TWO, origin=Origin.DEMO),
    ],
)
def test_where_nobody_could_play_along_there_is_no_card(
    qtbot: QtBot, theme: Theme, other: Streamer
) -> None:
    shown = Shown(qtbot, theme, ONE, other)

    assert (shown.boxes(), shown.card.isHidden(), shown.card.is_offered) == ([], True, False)


def test_to_whom_it_is_closed_it_is_not_offered(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, replace(ONE, is_owned=False), TWO)

    assert shown.card.isHidden()


def test_who_is_ticked_plays_along_and_who_is_not_any_more_does_not(
    qtbot: QtBot, theme: Theme
) -> None:
    alone, together = Shown(qtbot, theme, ONE, TWO), Shown(qtbot, theme, LEADING, FOLLOWING)

    alone.press(0)
    together.press(0)

    assert alone.told == [(ONE.id, Lead(("ab-2",))), (TWO.id, Follow("ab-1"))]
    assert together.told == [(TWO.id, Follow("")), (ONE.id, Lead(()))]


def test_on_the_page_of_one_that_plays_along_its_leader_is_named_and_can_be_left(
    qtbot: QtBot, theme: Theme
) -> None:
    shown = Shown(qtbot, theme, FOLLOWING, LEADING)
    boxes = shown.boxes()

    shown.press(0)

    assert boxes == [(ONE.name, True)]
    assert shown.told == [(TWO.id, Follow("")), (ONE.id, Lead(()))]


def test_the_group_is_turned_as_one(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, LEADING, FOLLOWING)
    at_first = shown.volume.value()

    with patch.object(shown.house.launcher, "launch", lambda _, work, **_on: asyncio.run(work)):
        QTest.keyClick(shown.volume, Qt.Key.Key_End)

    assert at_first == 40
    assert set(shown.told) == {(ONE.id, SetVolume(100)), (TWO.id, SetVolume(50))}


def test_one_that_would_not_is_not_ticked(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, ONE, TWO)
    shown.house.control.refusal = NotReachable("streamer.silent")

    shown.press(0)

    assert shown.boxes() == [(TWO.name, False)]


def test_what_another_one_says_is_shown_too(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, LEADING, TWO)
    before = shown.boxes()

    shown.house.show(LEADING, FOLLOWING)

    assert (before, shown.boxes()) == ([(TWO.name, False)], [(TWO.name, True)])


def test_what_changes_nothing_in_the_group_is_not_told(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, theme, LEADING, FOLLOWING)
    told: list[bool] = []
    shown.model.companions_changed.connect(lambda: told.append(True))

    shown.house.show(LEADING, replace(FOLLOWING, product="Cobalt Mini"))

    assert told == []


def test_a_command_by_name_leads_to_who_plays_along(open_page: OpenPage, house: FullHouse) -> None:
    house.home.told = SIGNED_IN
    fire = replace(ONE, id=StreamerId("fireside"))
    page = open_page(fire, TWO)

    page.lead_to("group")

    focused = page.focusWidget()
    assert focused is not None
    assert focused.objectName() == "streamer.group.1"
