"""What setting something will change, and what confirms it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.actions.wishes import Wished, shown, wish_of
from altrabits_desktop.contract.commands import (
    ClearPreset,
    Command,
    HideInput,
    LockButtons,
    NameInput,
    PlayPreset,
    Rename,
    Reset,
    Restart,
    SavePreset,
    SetAutoStandby,
    SetBalance,
    SetEqualiser,
    SetLight,
    SetSleepTimer,
    SetStandby,
    SetVolumeMaximum,
)
from altrabits_desktop.contract.streamer_settings import Equaliser, Light
from altrabits_desktop.contract.streamers import Playback, StreamerState
from tests.fakes.obeying import PLAYING

WARM = Equaliser(is_on=True, gains_db=(2, 1, 0), curve="Warm")
STATE = replace(PLAYING, equaliser=WARM, volume=34, volume_maximum=80)
ASLEEP = {"is_asleep": True, "playback": Playback.STOPPED}

SEEN: list[tuple[Command, dict[str, object]]] = [
    (PlayPreset(3), {"preset": 3}),
    (SetEqualiser(is_on=False), {"equaliser": replace(WARM, is_on=False)}),
    (SetEqualiser(gains_db=(1, 1, 1)), {"equaliser": Equaliser(True, (1, 1, 1))}),
    (SetEqualiser(curve="Flat"), {"equaliser": replace(WARM, curve="Flat")}),
    (SetBalance(-20), {"balance": -20}),
    (SetBalance(400), {"balance": 100}),
    (SetSleepTimer(1800), {"sleep_left_s": 1800.0}),
    (SetSleepTimer(0), {"sleep_left_s": None}),
    (SetStandby(is_asleep=True), ASLEEP),
    (SetAutoStandby(20), {"auto_standby_min": 20}),
    (SetLight(Light.DIM), {"light": Light.DIM}),
    (LockButtons(is_locked=True), {"has_locked_buttons": True}),
    (SetVolumeMaximum(90), {"volume_maximum": 90}),
    (SetVolumeMaximum(20), {"volume_maximum": 20, "volume": 20}),
    (SetVolumeMaximum(100), {"volume_maximum": None}),
]
UNFORESEEN = (
    *(SavePreset(1), ClearPreset(1), NameInput("optical", "TV"), HideInput("coax", is_hidden=True)),
    *(Rename("Fireside"), Restart(), Reset()),
)


def after(command: Command, state: StreamerState) -> StreamerState | None:
    wish = wish_of(command)
    assert wish is not None
    return shown(state, (wish,))


@pytest.mark.parametrize(("command", "changed"), SEEN, ids=repr)
def test_setting_shows_as_it_will_be(command: Command, changed: dict[str, object]) -> None:
    expected = replace(STATE, **changed)  # type: ignore[arg-type] # fields of many types

    assert after(command, STATE) == expected


@pytest.mark.parametrize(("command", "changed"), SEEN, ids=repr)
def test_setting_is_confirmed_by_the_state_that_has_it(
    command: Command, changed: dict[str, object]
) -> None:
    wish = wish_of(command)
    has_it = replace(STATE, **changed)  # type: ignore[arg-type] # fields of many types

    assert wish is not None
    assert wish.is_confirmed_by(has_it)
    assert wish.is_confirmed_by(STATE) == (has_it == STATE)


@pytest.mark.parametrize("command", UNFORESEEN, ids=repr)
def test_what_cannot_be_foreseen_shows_when_the_streamer_tells(command: Command) -> None:
    assert wish_of(command) is None


@pytest.mark.parametrize(("left_s", "is_confirmed"), [(1800, True), (1798, True), (900, False)])
def test_timer_is_confirmed_while_it_runs_down(left_s: float, is_confirmed: bool) -> None:
    wish = wish_of(SetSleepTimer(1800))

    assert wish is not None
    assert wish.is_confirmed_by(replace(STATE, sleep_left_s=float(left_s))) is is_confirmed


def test_settings_of_many_kinds_show_together() -> None:
    wishes = [wish_of(command) for command in (SetBalance(5), SetLight(Light.OFF))]

    state = shown(STATE, (wish for wish in wishes if wish is not None))

    assert state == replace(STATE, balance=5, light=Light.OFF)


def test_each_setting_is_a_part_of_its_own() -> None:
    parts = {wish.part for command, _ in SEEN if (wish := wish_of(command)) is not None}

    assert len(parts) == 9
    assert parts <= set(Wished)
