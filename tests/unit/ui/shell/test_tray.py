"""The small player in the system's tray, without a tray: its icon is never seen, its menu is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Next, Pause, Play, SetMute, SetVolume
from altrabits_desktop.contract.streamers import NowPlaying, Origin, Playback
from altrabits_desktop.ui.shell.command_desk import CommandDesk, has_tray
from altrabits_desktop.ui.shell.commands import Commands, everything
from altrabits_desktop.ui.shell.tray import Tray
from tests.fakes.full_house import PLAYING, FullHouse, fireside
from tests.fakes.pressed_shell import PressedShell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.keys import Command
    from altrabits_desktop.ui.theme.theme import Theme
    from tests.unit.ui.shell.conftest import OpenWindow

# Of a system without a tray, where only a test makes an icon all the same.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")

LOUD = replace(PLAYING, is_muted=False)


def demo(**known: Any) -> Streamer:  # noqa: ANN401 # any field of a streamer
    """Give one of the demo, which everybody may tell something."""
    told = {"origin": Origin.DEMO, "capabilities": frozenset(Capability), "state": LOUD}
    return fireside(**{**told, **known})


class InTray:
    """A tray icon over a house."""

    def __init__(
        self, theme: Theme, house: FullHouse, *, allows: Callable[[Command], bool] = everything
    ) -> None:
        self.shell = PressedShell(house.services)
        self.forward: list[bool] = []
        self.owner = QObject()
        self.tray = Tray(
            theme,
            services=house.services,
            commands=Commands(self.shell, allows=allows),
            come_forward=lambda: self.forward.append(True),
            parent=self.owner,
        )

    def words(self) -> list[str]:
        return [each.text() for each in self.tray.menu.actions() if not each.isSeparator()]

    def press(self, name: str) -> None:
        [entry] = [each for each in self.tray.menu.actions() if each.objectName() == name]
        assert isinstance(entry, QAction)
        entry.trigger()


@pytest.fixture
def in_tray(qapp: QApplication, theme: Theme, house: FullHouse) -> Iterator[InTray]:
    shown = InTray(theme, house)
    yield shown
    shown.tray.leave()


def test_without_a_streamer_it_leads_to_the_window(in_tray: InTray) -> None:
    assert in_tray.words() == ["Show the window", "Close the window"]


def test_it_is_a_small_player(in_tray: InTray, house: FullHouse) -> None:
    house.show(demo())

    assert in_tray.words() == [
        "Fireside · Harbour Lights at Noon",
        "Pause Fireside",
        "Previous track on Fireside",
        "Next track on Fireside",
        "Mute Fireside",
        "Louder",
        "Softer",
        "Show the window",
        "Close the window",
    ]
    assert in_tray.tray.icon.toolTip() == "Fireside · Harbour Lights at Noon"


def test_what_is_chosen_is_told(in_tray: InTray, house: FullHouse) -> None:
    house.show(demo())

    for name in ("play", "mute", "next", "louder", "softer"):
        in_tray.press(f"tray.{name}")

    assert house.control.commands == [
        *(Pause(), SetMute(is_muted=True), Next(), SetVolume(39), SetVolume(29)),
    ]


def test_it_follows_what_plays(in_tray: InTray, house: FullHouse) -> None:
    house.show(demo())

    house.show(demo(state=replace(LOUD, playback=Playback.PAUSED)))
    in_tray.press("tray.play")

    assert house.control.commands == [Play()]


def test_what_was_muted_elsewhere_is_offered_to_be_heard_again(
    in_tray: InTray, house: FullHouse
) -> None:
    house.show(demo())

    house.show(demo(state=replace(LOUD, is_muted=True)))
    in_tray.press("tray.mute")

    assert "Unmute Fireside" in in_tray.words()
    assert house.control.commands == [SetMute(is_muted=False)]


def test_a_maximum_that_was_lowered_is_kept(in_tray: InTray, house: FullHouse) -> None:
    house.show(demo())

    house.show(demo(state=replace(LOUD, volume_maximum=36)))
    in_tray.press("tray.louder")

    assert house.control.commands == [SetVolume(36)]


def test_what_was_told_stays_meant_while_another_one_plays(
    in_tray: InTray, house: FullHouse
) -> None:
    study = demo(id="study", name="Study")
    house.show(demo(), study)

    in_tray.press("tray.play")
    house.show(demo(state=replace(LOUD, playback=Playback.PAUSED)), study)

    assert in_tray.words()[1] == "Play on Fireside"


def test_a_maximum_is_kept(in_tray: InTray, house: FullHouse) -> None:
    house.show(demo(state=replace(LOUD, volume=78)))
    in_tray.press("tray.louder")
    house.show(demo(state=replace(LOUD, volume=80)))

    assert house.control.commands == [SetVolume(80)]
    assert "Louder" not in in_tray.words()


def test_what_is_closed_to_the_person_is_only_shown(in_tray: InTray, house: FullHouse) -> None:
    house.show(fireside(is_owned=True, owned_id="o", capabilities=frozenset(Capability)))

    assert in_tray.words() == [
        "Fireside · Harbour Lights at Noon",
        "Show the window",
        "Close the window",
    ]


def test_its_first_line_leads_to_the_streamer(in_tray: InTray, house: FullHouse) -> None:
    house.show(demo())

    in_tray.press("tray.show")

    assert in_tray.shell.told == [("show_streamer", "fireside")]
    assert in_tray.forward == [True]


def test_the_window_is_shown_and_closed(in_tray: InTray) -> None:
    in_tray.press("tray.window")
    in_tray.press("tray.close")

    assert (in_tray.forward, in_tray.shell.told) == ([True], ["close_window"])


def test_a_press_on_the_icon_shows_the_window(in_tray: InTray) -> None:
    in_tray.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    before = list(in_tray.forward)

    in_tray.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)

    assert (before, in_tray.forward) == ([], [True])


def test_another_streamer_is_meant_when_its_page_is_opened(
    in_tray: InTray, house: FullHouse
) -> None:
    house.show(demo(), demo(id="study", name="Study"))

    in_tray.tray.choose("study")

    assert in_tray.words()[1] == "Pause Study"


def test_of_two_streamers_that_are_alike_the_one_whose_page_was_opened_is_meant(
    in_tray: InTray, house: FullHouse
) -> None:
    silent = replace(LOUD, playback=Playback.STOPPED, now_playing=None)
    house.show(demo(state=silent), demo(id="other", state=silent))

    for streamer_id in ("fireside", "other"):
        in_tray.tray.choose(streamer_id)
        in_tray.press("tray.show")

    assert in_tray.shell.told == [("show_streamer", "fireside"), ("show_streamer", "other")]


def test_a_name_with_an_ampersand_is_no_shortcut(in_tray: InTray, house: FullHouse) -> None:
    house.show(demo(name="Rock & Roll"))

    assert in_tray.words()[1] == "Pause Rock && Roll"


def test_r3_a_title_is_no_markup_to_any_tray(in_tray: InTray, house: FullHouse) -> None:
    playing = NowPlaying(title="<img src='//192.168.1.9/x'> <3")

    house.show(demo(state=replace(LOUD, now_playing=playing)))

    shown = in_tray.tray.icon.toolTip()
    assert shown.endswith("\u2039img src='//192.168.1.9/x'> \u20393")
    assert not Qt.mightBeRichText(shown)


def test_where_nothing_is_allowed_nothing_of_it_is_there(
    qapp: QApplication, theme: Theme, house: FullHouse
) -> None:
    house.show(demo())
    shown = InTray(theme, house, allows=lambda _command: False)

    is_seen = shown.tray.icon.isVisible()
    shown.tray.leave()

    assert not is_seen
    assert house.control.commands == []


def test_where_there_is_no_tray_there_is_no_icon(
    qtbot: QtBot, open_window: OpenWindow, theme: Theme, house: FullHouse
) -> None:
    open_window()
    owner = QWidget()
    qtbot.addWidget(owner)
    desks = [
        CommandDesk(
            theme,
            services=house.services,
            shell=PressedShell(house.services),
            window=owner,
            report=lambda _error: None,
            is_in_tray=is_there,
        )
        for is_there in (has_tray, lambda: True)
    ]

    found = [desk.tray is not None for desk in desks]
    for desk in desks:
        desk.leave()

    assert not has_tray()
    assert found == [False, True]
