from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.commands import (
    LockButtons,
    PlayPreset,
    SetEqualiser,
    SetSleepTimer,
    SetStandby,
)
from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.ui.pages.streamers.offered import offered_of
from altrabits_desktop.ui.shell.setting_commands import settings_of
from tests.fakes.pressed_shell import PressedShell
from tests.harness.streamer_page import SIGNED_IN, managed, with_state

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from tests.fakes.full_house import FullHouse


@pytest.fixture
def shell(house: FullHouse) -> PressedShell:
    return PressedShell(house.services)


def told_by(streamer: Streamer, shell: PressedShell, house: FullHouse) -> dict[str, object]:
    """Do all that is listed, and give what each told the streamer, or where it led."""
    told: dict[str, object] = {}
    for each in settings_of(streamer, offered_of(streamer, SIGNED_IN)):
        sent, led = len(house.control.commands), len(shell.told)
        each.does(shell)
        new: list[object] = [*house.control.commands[sent:], *shell.told[led:]]
        [told[each.title]] = new
    return told


def test_all_that_can_be_set_is_told_by_name(shell: PressedShell, house: FullHouse) -> None:
    streamer = with_state(managed(), preset=3)
    house.show(streamer)

    assert told_by(streamer, shell, house) == {
        "Play preset “Radio Meridian” on Fireside": PlayPreset(1),
        "Turn the equaliser of Fireside off": SetEqualiser(is_on=False),
        "Let Fireside sleep in 30 min": SetSleepTimer(1800),
        "Send Fireside to standby": SetStandby(is_asleep=True),
        "Lock the buttons of Fireside": LockButtons(is_locked=True),
        "Read the log of Fireside": ("lead_to", "fireside log"),
        "Copy or put back the settings of Fireside": ("lead_to", "fireside copies"),
        "Restart Fireside": ("lead_to", "fireside restart"),
        "Reset Fireside to how it was new": ("lead_to", "fireside reset"),
    }


def test_what_is_so_is_offered_the_other_way_round(shell: PressedShell, house: FullHouse) -> None:
    streamer = with_state(
        managed(presence=Presence.ASLEEP),
        is_asleep=True,
        has_locked_buttons=True,
        sleep_left_s=60.0,
    )
    house.show(streamer)

    told = told_by(streamer, shell, house)

    assert told["Wake Fireside up"] == SetStandby(is_asleep=False)
    assert told["Unlock the buttons of Fireside"] == LockButtons(is_locked=False)
    assert "Stop the sleep timer of Fireside" not in told


def test_a_running_timer_is_stopped(shell: PressedShell, house: FullHouse) -> None:
    streamer = with_state(managed(), sleep_left_s=60.0)
    house.show(streamer)

    assert told_by(streamer, shell, house)["Stop the sleep timer of Fireside"] == SetSleepTimer(0)


def test_one_that_can_nothing_of_it_lists_nothing(shell: PressedShell, house: FullHouse) -> None:
    streamer = managed(capabilities=frozenset())
    house.show(streamer)

    assert told_by(streamer, shell, house) == {}
