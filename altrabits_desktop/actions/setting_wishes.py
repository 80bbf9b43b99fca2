"""What the setting of something is expected to change, beside the transport. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.commands import (
    LockButtons,
    PlayPreset,
    SetAutoStandby,
    SetBalance,
    SetEqualiser,
    SetLight,
    SetSleepTimer,
    SetStandby,
    SetVolumeMaximum,
)
from altrabits_desktop.contract.streamer_settings import (
    BALANCE_MOST,
    SLEEP_MOST_S,
    STANDBY_MOST_MIN,
    Equaliser,
)
from altrabits_desktop.contract.streamers import Playback

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import StreamerState

_FULL = 100
_NEAR_S = 3.0
"""A timer runs down while it is read."""


def with_setting(state: StreamerState, command: Command) -> StreamerState:
    """Give a state as it will be when something was set; as it is where that cannot be foreseen."""
    match command:
        case SetSleepTimer(after_s=after_s):
            left_s = float(_within(after_s, 0, SLEEP_MOST_S)) or None
            return replace(state, sleep_left_s=left_s)
        case SetStandby(is_asleep=is_asleep):
            return _in_standby(state, is_asleep=is_asleep)
        case SetAutoStandby(after_min=after_min):
            return replace(state, auto_standby_min=_within(after_min, 0, STANDBY_MOST_MIN))
        case SetLight(light=light):
            return replace(state, light=light)
        case LockButtons(is_locked=is_locked):
            return replace(state, has_locked_buttons=is_locked)
        case _:
            return _with_sound(state, command)


def is_set(state: StreamerState, command: Command) -> bool:
    """Whether a state shows that something was set."""
    if isinstance(command, SetSleepTimer) and command.after_s > 0:
        left_s = state.sleep_left_s
        return left_s is not None and abs(left_s - min(command.after_s, SLEEP_MOST_S)) <= _NEAR_S
    return with_setting(state, command) == state


def _with_sound(state: StreamerState, command: Command) -> StreamerState:
    match command:
        case PlayPreset(number=number):
            return replace(state, preset=number, is_asleep=False)
        case SetEqualiser():
            return replace(state, equaliser=_equalised(state.equaliser or Equaliser(), command))
        case SetBalance(balance=balance):
            return replace(state, balance=_within(balance, -BALANCE_MOST, BALANCE_MOST))
        case SetVolumeMaximum(volume_maximum=maximum):
            most = _within(maximum, 0, _FULL)
            volume = None if state.volume is None else min(state.volume, most)
            # A streamer that is open to the end says so by none.
            return replace(state, volume_maximum=most if most < _FULL else None, volume=volume)
        case _:
            return state


def _equalised(before: Equaliser, command: SetEqualiser) -> Equaliser:
    is_on = before.is_on if command.is_on is None else command.is_on
    gains_db, curve = before.gains_db, before.curve
    if command.gains_db is not None:
        gains_db, curve = command.gains_db, command.curve or ""
    elif command.curve is not None:
        # Only the streamer knows the gains of a curve.
        curve = command.curve
    return Equaliser(is_on, gains_db, curve)


def _in_standby(state: StreamerState, *, is_asleep: bool) -> StreamerState:
    if not is_asleep:
        return replace(state, is_asleep=False)
    return replace(state, is_asleep=True, playback=Playback.STOPPED, sleep_left_s=None)


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))
