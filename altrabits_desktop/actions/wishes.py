"""What a command is expected to change: shown at once, until the streamer itself has said. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from altrabits_desktop.actions.setting_wishes import is_set, with_setting
from altrabits_desktop.contract.commands import (
    LockButtons,
    Pause,
    Play,
    PlayPreset,
    Seek,
    SelectInput,
    SetAutoStandby,
    SetBalance,
    SetEqualiser,
    SetLight,
    SetMute,
    SetSleepTimer,
    SetStandby,
    Setting,
    SetVolume,
    SetVolumeMaximum,
    Stop,
)
from altrabits_desktop.contract.streamers import AwaitedVolume, Playback, StreamerState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from altrabits_desktop.contract.commands import Command

_FULL = 100
_NEAR_S = 3.0
"""A place moves on while it is read, and streamers go to the next one they can."""
_BEGUN = frozenset({Playback.PLAYING, Playback.LOADING})


class Wished(StrEnum):
    """The parts of a state that commands change."""

    PLAYBACK = "playback"
    POSITION = "position"
    VOLUME = "volume"
    MUTE = "mute"
    INPUT = "input"
    PRESET = "preset"
    EQUALISER = "equaliser"
    BALANCE = "balance"
    SLEEP = "sleep"
    STANDBY = "standby"
    AUTO_STANDBY = "auto_standby"
    LIGHT = "light"
    LOCK = "lock"
    VOLUME_MAXIMUM = "volume_maximum"


_SETTINGS: Mapping[type, Wished] = {
    PlayPreset: Wished.PRESET,
    SetEqualiser: Wished.EQUALISER,
    SetBalance: Wished.BALANCE,
    SetSleepTimer: Wished.SLEEP,
    SetStandby: Wished.STANDBY,
    SetAutoStandby: Wished.AUTO_STANDBY,
    SetLight: Wished.LIGHT,
    LockButtons: Wished.LOCK,
    SetVolumeMaximum: Wished.VOLUME_MAXIMUM,
}
"""Names and presets change what the streamer is, not how it is: they are read when it tells."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One part of a state as it was asked for."""

    part: Wished
    value: Playback | float | int | bool | str | Setting
    """What it will be; of settings the command itself."""

    @property
    def level(self) -> int | None:
        """The volume that was asked for; None for any other part."""
        return self.value if self.part is Wished.VOLUME and isinstance(self.value, int) else None

    def after(self, earlier: Wish) -> Wish:
        """Give it with what it leaves of an earlier one for the same part."""
        older, newer = earlier.value, self.value
        if isinstance(older, SetEqualiser) and isinstance(newer, SetEqualiser):
            is_on = older.is_on if newer.is_on is None else newer.is_on
            sound = newer if _has_sound(newer) else older
            both = SetEqualiser(is_on=is_on, gains_db=sound.gains_db, curve=sound.curve)
            return replace(self, value=both)
        return self

    def shown_in(self, state: StreamerState) -> StreamerState:
        """Give a state as it will be when this is obeyed."""
        match self.part, self.value:
            case Wished.PLAYBACK, Playback() as playback:
                return replace(state, playback=playback)
            case Wished.POSITION, float(position_s) if state.now_playing is not None:
                playing = replace(state.now_playing, position_s=position_s)
                return replace(state, now_playing=playing)
            case Wished.VOLUME, int(volume):
                most = _FULL if state.volume_maximum is None else state.volume_maximum
                return replace(state, volume=min(volume, most))
            case Wished.MUTE, bool(is_muted):
                return replace(state, is_muted=is_muted)
            case Wished.INPUT, str(name):
                return replace(state, input_name=name)
            case _:
                value = self.value
                return with_setting(state, value) if isinstance(value, Setting) else state

    def is_confirmed_by(self, state: StreamerState) -> bool:
        """Whether a streamer says that it is as it was asked for."""
        if self.part is Wished.PLAYBACK and self.value in _BEGUN:
            return state.playback in _BEGUN
        if isinstance(self.value, Setting):
            return is_set(state, self.value)
        if self.part is Wished.POSITION and isinstance(self.value, float):
            position_s = state.now_playing.position_s if state.now_playing is not None else None
            return position_s is not None and abs(position_s - self.value) <= _NEAR_S
        return self.shown_in(state) == state


def wish_of(command: Command) -> Wish | None:
    """Give what a command will change; None where that cannot be foreseen."""
    wish: Wish | None = None
    match command:
        case Play(url=url):
            wish = Wish(Wished.PLAYBACK, Playback.LOADING if url else Playback.PLAYING)
        case Pause():
            wish = Wish(Wished.PLAYBACK, Playback.PAUSED)
        case Stop():
            wish = Wish(Wished.PLAYBACK, Playback.STOPPED)
        case Seek(position_s=position_s):
            wish = Wish(Wished.POSITION, max(0.0, float(position_s)))
        case SetVolume(volume=volume):
            wish = Wish(Wished.VOLUME, max(0, min(volume, _FULL)))
        case SetMute(is_muted=is_muted):
            wish = Wish(Wished.MUTE, is_muted)
        case SelectInput(name=name):
            wish = Wish(Wished.INPUT, name)
        case _ if isinstance(command, Setting) and type(command) in _SETTINGS:
            wish = Wish(_SETTINGS[type(command)], command)
    return wish


def overtakes(newer: Command, older: Command) -> bool:
    """Whether nothing is left of an older command once a newer one was obeyed.

    For commands that set something to a value; whoever plays twice does so twice.
    """
    if isinstance(newer, SetEqualiser) and isinstance(older, SetEqualiser):
        is_switched = older.is_on is None or newer.is_on is not None
        return is_switched and (_has_sound(newer) or not _has_sound(older))
    return type(newer) is type(older)


def shown(state: StreamerState | None, wishes: Iterable[Wish]) -> StreamerState | None:
    """Give a state with all that was asked for in it; None stays None without any."""
    for wish in wishes:
        state = wish.shown_in(state if state is not None else StreamerState())
    return state


def awaited_of(
    volume: int | None, said: StreamerState | None, *, has_failed: bool = False
) -> AwaitedVolume | None:
    """Give how a volume that was asked for differs from what the streamer says; None where not.

    Args:
        volume: as it was asked for; None for none.
        said: what the streamer says of itself.
        has_failed: whether it was waited for in vain.
    """
    confirmed = said.volume if said is not None else None
    if volume is None or volume == confirmed:
        return None
    most = said.volume_maximum if said is not None else None
    if has_failed and most is not None and volume > most == confirmed:
        return None
    return AwaitedVolume(volume, confirmed, has_failed=has_failed)


def _has_sound(command: SetEqualiser) -> bool:
    return command.gains_db is not None or command.curve is not None
