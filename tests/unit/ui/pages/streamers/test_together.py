"""What several are told at once on page Streamers: whether it is offered, and its menu."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.actions.saved_groups import saved_group
from altrabits_desktop.contract.streamers import Playback, StreamerState
from altrabits_desktop.ui.pages.streamers.menus import make_together_menu
from altrabits_desktop.ui.pages.streamers.together import Together
from altrabits_desktop.ui.pages.streamers.view_model import StreamersViewModel
from tests.fakes.full_house import FullHouse
from tests.fakes.grouped import able
from tests.harness.streamer_page import SIGNED_IN

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.saved_groups import SavedGroup
    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.theme.theme import Theme

ONE, TWO, THREE = able(1, volume=40), able(2, volume=20), able(3, volume=10)
LEADING = replace(ONE, state=replace(ONE.state or StreamerState(), members=("ab-2",)))
FOLLOWING = replace(TWO, state=replace(TWO.state or StreamerState(), leader="ab-1"))
EVENING = saved_group("Evening", (ONE, TWO))
MORNING = saved_group("Morning & after", (THREE, ONE))


class Shown:
    """What is offered over a house."""

    def __init__(
        self, qtbot: QtBot, *streamers: Streamer, kept: tuple[SavedGroup, ...] = ()
    ) -> None:
        self.house = FullHouse()
        self.house.home.told = SIGNED_IN
        self.house.show(*streamers)
        self.house.groups.shelf.account = "account-1"
        self.house.groups.shelf.kept["account-1"] = kept
        self.house.launcher.launch(None, self.house.groups.groups.read())
        self.owner = QWidget()
        qtbot.addWidget(self.owner)
        self.view_model = StreamersViewModel(self.house.services, parent=self.owner)
        self.view_model.set_visible(True)
        self.together = Together(self.house.services, view_model=self.view_model, parent=self.owner)
        self.told: list[str] = []
        self.together.saved_wanted.connect(self.told.append)
        self.together.pause_wanted.connect(lambda: self.told.append("pause"))

    def entries(self, theme: Theme) -> dict[str, tuple[str, bool, bool]]:
        """Give name, and words, whether it is marked, whether it can be pressed."""
        menu = make_together_menu(theme, self.together, parent=self.owner)
        return {
            each.objectName() or each.text(): (each.text(), each.isChecked(), each.isEnabled())
            for each in menu.actions()
            if not each.isSeparator()
        }

    def press(self, theme: Theme, name: str) -> None:
        menu = make_together_menu(theme, self.together, parent=self.owner)
        next(each for each in menu.actions() if each.objectName() == name).trigger()


@pytest.mark.parametrize(
    ("streamers", "is_offered"),
    [
        ((), False),
        ((ONE,), False),
        ((ONE, replace(TWO, is_owned=False)), False),
        ((ONE, TWO), True),
    ],
)
def test_it_is_offered_where_several_can_be_told(
    qtbot: QtBot, streamers: tuple[Streamer, ...], is_offered: bool
) -> None:
    assert Shown(qtbot, *streamers).together.is_offered is is_offered


def test_it_is_offered_as_soon_as_the_second_one_says_how_it_is(qtbot: QtBot) -> None:
    silent = replace(TWO, state=None)
    shown = Shown(qtbot, ONE, silent)
    changes: list[bool] = []
    shown.together.changed.connect(lambda: changes.append(shown.together.is_offered))

    shown.house.show(ONE, TWO)

    assert changes == [True]


def test_who_is_not_signed_in_is_offered_nothing(qtbot: QtBot) -> None:
    shown = Shown(qtbot, ONE, TWO)

    shown.house.home.told = HomeReport()
    shown.view_model.arranged.emit()

    assert not shown.together.is_offered


def test_saved_groups_are_listed_and_the_one_that_plays_is_marked(
    qtbot: QtBot, theme: Theme
) -> None:
    shown = Shown(qtbot, LEADING, FOLLOWING, THREE, kept=(EVENING, MORNING))

    entries = shown.entries(theme)

    assert entries["streamers.together.1"] == ("Evening", True, True)
    assert entries["streamers.together.2"] == ("Morning && after", False, True)
    assert entries["streamers.together.pause"] == ("Pause all", False, True)


def test_a_saved_group_is_asked_for_by_its_name(qtbot: QtBot, theme: Theme) -> None:
    shown = Shown(qtbot, ONE, TWO, THREE, kept=(EVENING, MORNING))

    shown.press(theme, "streamers.together.2")
    shown.press(theme, "streamers.together.pause")

    assert shown.told == ["Morning & after", "pause"]


def test_where_nothing_is_kept_it_is_said_what_would_stand_there(
    qtbot: QtBot, theme: Theme
) -> None:
    entries = Shown(qtbot, ONE, TWO).entries(theme)

    assert entries["Groups that you save stand here"][2] is False


def test_where_nothing_plays_nothing_can_be_paused(qtbot: QtBot, theme: Theme) -> None:
    still = StreamerState(playback=Playback.PAUSED)
    shown = Shown(qtbot, replace(ONE, state=still), replace(TWO, state=still))

    assert shown.entries(theme)["streamers.together.pause"][2] is False


@pytest.mark.parametrize(
    ("other", "can"),
    [(TWO, True), (replace(TWO, capabilities=frozenset()), False), (FOLLOWING, True)],
)
def test_who_can_be_grouped_is_one_that_another_can_play_along_with(
    qtbot: QtBot, other: Streamer, can: bool
) -> None:
    assert Shown(qtbot, ONE, other).together.can_be_grouped(ONE) is can
