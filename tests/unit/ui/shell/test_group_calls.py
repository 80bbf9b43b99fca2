"""What the window tells several streamers at once, and what it says of those that are not there."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject

from altrabits_desktop.actions.gathering import Gathered, Held
from altrabits_desktop.actions.grouping import Grouping
from altrabits_desktop.actions.saved_groups import saved_group
from altrabits_desktop.contract.commands import Pause
from altrabits_desktop.contract.errors import AltraBitsError, NotReachable
from altrabits_desktop.contract.streamers import Playback, StreamerState
from altrabits_desktop.ui.pages.streamers.page import StreamersPage
from altrabits_desktop.ui.shell.group_calls import GroupCalls, gathered_sentences
from tests.fakes.full_house import FullHouse
from tests.fakes.grouped import GroupedHouse, able
from tests.fakes.pressed_shell import PressedShell
from tests.harness.streamer_page import SIGNED_IN

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.launching import Launcher
    from altrabits_desktop.ui.theme.theme import Theme

ONE, TWO, THREE = able(1, volume=40), able(2, volume=20), able(3, volume=10)


class Control(GroupedHouse):
    """Obeys, and groups."""

    @property
    def grouping(self) -> Grouping:
        return Grouping(directory=self, telling=self)

    def has_other_owner(self, _owned_id: str) -> bool:
        return False


class Loop:
    """Runs what is launched to its end, and keeps the error."""

    def __init__(self) -> None:
        self.reported: list[AltraBitsError] = []

    def launch(self, _owner: object, work: Coroutine[Any, Any, object], **_on: object) -> None:
        try:
            asyncio.run(work)
        except AltraBitsError as error:
            self.reported.append(error)


class Window:
    """Calls over streamers that obey, and what was said of them."""

    def __init__(self, qtbot: QtBot, theme: Theme, *streamers: Streamer) -> None:
        self.house = FullHouse()
        self.house.home.told = SIGNED_IN
        self.control, self.loop = Control(*streamers), Loop()
        services = replace(
            self.house.services,
            directory=self.control,
            controlling=self.control,
            launcher=cast("Launcher", self.loop),
        )
        self.shell = PressedShell(services)
        self.said: list[tuple[str, str]] = []
        self.page = StreamersPage(theme)
        qtbot.addWidget(self.page)
        self._owner = QObject()
        self.calls = GroupCalls(
            self.shell,
            streamers=self.page,
            tell=lambda headline, rest: self.said.append((headline, rest)),
            parent=self._owner,
        )

    def keep(self, *streamers: Streamer) -> None:
        """Keep a group of these, called Evening."""
        self.house.groups.shelf.account = "account-1"
        asyncio.run(self.house.groups.groups.put(saved_group("Evening", streamers)))


def test_everything_that_plays_is_paused(qtbot: QtBot, theme: Theme) -> None:
    window = Window(qtbot, theme, ONE, TWO)
    could = window.calls.can_pause_all

    window.page.pause_wanted.emit()

    assert window.control.told == [(ONE.id, Pause()), (TWO.id, Pause())]
    assert (could, window.calls.can_pause_all) == (True, False)


def test_what_obeys_somebody_else_is_left_alone(qtbot: QtBot, theme: Theme) -> None:
    window = Window(qtbot, theme, replace(ONE, is_owned=False), replace(TWO, is_locked=True))

    window.calls.pause_all()

    assert (window.calls.can_pause_all, window.control.told) == (False, [])


def test_who_does_not_pause_is_named(qtbot: QtBot, theme: Theme) -> None:
    window = Window(qtbot, theme, ONE, TWO)
    window.control.refusals[Pause] = NotReachable("streamer.silent")

    window.calls.pause_all()

    (error,) = window.loop.reported
    assert (error.code, error.arguments["names"]) == (
        "group.not_all_paused",
        f"{ONE.name}, {TWO.name}",
    )


def test_a_saved_group_is_brought_back_without_a_word(qtbot: QtBot, theme: Theme) -> None:
    window = Window(qtbot, theme, ONE, TWO)
    window.keep(ONE, TWO)

    window.page.saved_wanted.emit("Evening")

    (group,) = window.control.grouping.groups()
    assert [each.id for each in group.streamers] == [ONE.id, TWO.id]
    assert (window.said, window.loop.reported) == ([], [])


def test_who_is_not_there_is_named_and_the_rest_plays(qtbot: QtBot, theme: Theme) -> None:
    window = Window(qtbot, theme, ONE, TWO)
    window.keep(ONE, TWO, THREE)

    window.calls.bring_back("Evening")

    assert window.said == [(f"“Evening” is back without {THREE.name}: not there now.", "")]


def test_the_guard_of_the_volume_holds_for_a_saved_group(qtbot: QtBot, theme: Theme) -> None:
    quiet = replace(ONE, state=StreamerState(playback=Playback.PLAYING, volume=5))
    window = Window(qtbot, theme, quiet, TWO)
    window.keep(ONE, TWO)

    window.calls.bring_back("Evening")

    assert window.control.volumes() == [30, 20]
    ((headline, _),) = window.said
    assert headline.startswith(f"Not louder by so much at once: {ONE.name} 30 of 40.")


def test_who_plays_along_is_chosen_on_the_page_of_the_streamer(qtbot: QtBot, theme: Theme) -> None:
    window = Window(qtbot, theme, ONE, TWO)

    window.page.group_wanted.emit(ONE.id)

    assert window.shell.told == [("lead_to", f"{ONE.id} group")]


def test_all_that_is_not_as_it_was_is_said() -> None:
    gathered = Gathered((), ("Attic",), ("Study", "Bay"), (Held("Bath", 30, 80),))

    sentences = gathered_sentences("Evening", gathered)

    assert sentences[1] == "Study and Bay did not obey."
    assert len(sentences) == 3
