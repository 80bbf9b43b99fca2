"""What a streamer can be told by name: what it can do, is open, and is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Next, Pause, SelectInput, SetMute
from altrabits_desktop.contract.streamers import Depth, Origin, StreamerState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.resources import resource_folder
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.commands import Commands, everything
from altrabits_desktop.ui.shell.streamer_commands import listed_for
from tests.fakes.full_house import PLAYING, FullHouse, fireside
from tests.fakes.pressed_shell import PressedShell

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import Streamer
    from altrabits_desktop.ui.shell.streamer_command import StreamerCommand

EVERYTHING = frozenset(Capability)
SIGNED_IN = HomeReport(standing=Standing.SIGNED_IN, email="maple@example.net")


def own(**known: Any) -> Streamer:  # noqa: ANN401 # any field of a streamer
    """Give a streamer of the person's that can do everything."""
    state = StreamerState(
        playback=PLAYING.playback, volume=34, is_muted=False, input_name="Network"
    )
    told = {"is_owned": True, "owned_id": "o1", "state": state, "capabilities": EVERYTHING}
    return fireside(**{**told, "inputs": ("Network", "Line {name}"), **known})


@pytest.fixture
def shell(house: FullHouse) -> PressedShell:
    return PressedShell(house.services)


def offered(
    streamer: Streamer,
    shell: PressedShell,
    report: HomeReport = SIGNED_IN,
    *,
    allows: Callable[[Command], bool] = everything,
) -> tuple[StreamerCommand, ...]:
    return listed_for(streamer, report, Commands(shell, allows=allows))


def test_all_that_it_can_do_is_offered_by_name(shell: PressedShell) -> None:
    titles = [each.title for each in offered(own(), shell)]

    assert titles == [
        "Pause Fireside",
        "Set volume of Fireside",
        "Mute Fireside",
        "Next track on Fireside",
        "Previous track on Fireside",
        "Stop Fireside",
        "Play input “Line {name}” on Fireside",
        "Let Fireside sleep in 30 min",
        "Send Fireside to standby",
        "Read the log of Fireside",
        "Copy or put back the settings of Fireside",
        "Restart Fireside",
        "Reset Fireside to how it was new",
        "Check Fireside now",
        "Open the page of Fireside",
    ]


def test_all_icons_are_there(shell: PressedShell) -> None:
    icons = {path.stem for path in (resource_folder() / "icons").glob("*.svg")}

    assert {each.icon for each in offered(own(), shell)} <= icons


@pytest.mark.parametrize("standing", [Standing.ANONYMOUS, Standing.DECLINED, Standing.LIMITED])
def test_what_is_closed_to_the_person_is_not_offered(
    shell: PressedShell, standing: Standing
) -> None:
    report = HomeReport(standing=standing)

    commands = {each.command for each in offered(own(), shell, report)}

    assert commands == {Command.CHECK, Command.OPEN_PAGE}


def test_the_demo_is_open_to_everybody(shell: PressedShell) -> None:
    demo = own(origin=Origin.DEMO, is_owned=False)

    commands = {each.command for each in offered(demo, shell, HomeReport())}

    assert Command.PLAY in commands
    assert Command.ADD not in commands


def test_what_is_nobodys_can_be_added(shell: PressedShell, house: FullHouse) -> None:
    stranger = own(is_owned=False, depth=Depth.MANAGED)

    commands = {each.command: each for each in offered(stranger, shell)}
    commands[Command.ADD].does(shell)

    assert Command.PLAY not in commands
    assert shell.told == [("show_streamer", "fireside")]


def test_what_is_not_allowed_is_not_offered(shell: PressedShell) -> None:
    allowed = offered(own(), shell, allows=lambda command: command is Command.MUTE)

    assert [each.command for each in allowed] == [Command.MUTE]


def test_each_one_tells_the_streamer(shell: PressedShell, house: FullHouse) -> None:
    by_name = {each.command: each for each in offered(own(), shell)}

    for command in (Command.PLAY, Command.MUTE, Command.NEXT, Command.SELECT_INPUT):
        by_name[command].does(shell)
    by_name[Command.SET_VOLUME].does(shell)
    by_name[Command.OPEN_PAGE].does(shell)

    assert house.control.commands == [
        Pause(),
        SetMute(is_muted=True),
        Next(),
        SelectInput("Line {name}"),
    ]
    assert shell.told == [("lead_to", "fireside volume"), ("ask_page", "fireside")]


def test_how_loud_it_is_stands_beside_its_volume(shell: PressedShell) -> None:
    details = {each.command: each.detail for each in offered(own(), shell)}

    assert details[Command.SET_VOLUME] == "34 now"


def test_a_gone_streamer_without_a_state_can_be_checked(shell: PressedShell) -> None:
    gone = own(state=None, page_url=None)

    assert [each.title for each in offered(gone, shell)] == ["Check Fireside now"]
