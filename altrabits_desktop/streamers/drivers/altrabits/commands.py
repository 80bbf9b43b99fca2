"""Commands become messages of the control API: pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract import commands, control_commands
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.groups import MEMBERS_MOST, FollowCommand, LeadCommand
from altrabits_desktop.contract.streamer_settings import (
    BALANCE_MOST,
    GAIN_DB,
    SLEEP_MOST_S,
    STANDBY_MOST_MIN,
)
from altrabits_desktop.streamers.drivers.playable import refuse_unplayable

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.control_commands import CommandMessage

_NEEDED: dict[type[commands.Command], Capability] = {
    commands.Pause: Capability.CONTROL,
    commands.Stop: Capability.CONTROL,
    commands.Next: Capability.SKIP,
    commands.Previous: Capability.SKIP,
    commands.Seek: Capability.SEEK,
    commands.SetVolume: Capability.SET_VOLUME,
    commands.SetMute: Capability.MUTE,
    commands.SelectInput: Capability.INPUT,
    commands.PlayPreset: Capability.PRESETS,
    commands.SavePreset: Capability.PRESETS,
    commands.ClearPreset: Capability.PRESETS,
    commands.SetEqualiser: Capability.EQUALISER,
    commands.SetBalance: Capability.BALANCE,
    commands.SetSleepTimer: Capability.SLEEP_TIMER,
    commands.SetStandby: Capability.STANDBY,
    commands.SetAutoStandby: Capability.AUTO_STANDBY,
    commands.SetLight: Capability.LIGHT,
    commands.LockButtons: Capability.BUTTON_LOCK,
    commands.SetVolumeMaximum: Capability.VOLUME_MAXIMUM,
    commands.NameInput: Capability.EDIT_INPUTS,
    commands.HideInput: Capability.EDIT_INPUTS,
    commands.Rename: Capability.RENAME,
    commands.Restart: Capability.RESTART,
    commands.Reset: Capability.RESET,
    commands.Lead: Capability.GROUP,
    commands.Follow: Capability.GROUP,
}
_FULL = 100
_LONGEST_S = 10_000_000.0
_LABEL_CHARACTERS = 128
_SLOT_CHARACTERS = 32
_BANDS_MOST = 16
_PRESETS_MOST = 99


def capability_for(command: commands.Command) -> Capability:
    """Give what a streamer must be able to do for a command."""
    if isinstance(command, commands.Play):
        return Capability.PLAY_URL if command.url else Capability.CONTROL
    return _NEEDED[type(command)]


def message_of(command: commands.Command) -> CommandMessage:
    """Give the message of a command; numbers beyond their bounds are taken to them.

    Raises:
        Refused: `control.url_refused`, `control.input_unknown`, `control.preset_unknown`,
            `control.curve_unknown`, `control.group_full`, `control.refused`: no streamer would take
            it.
    """
    match command:
        case commands.Play(url=url):
            if url:
                refuse_unplayable(url)
            return control_commands.PlayCommand(url=url)
        case commands.Seek(position_s=position_s):
            place_s = max(0.0, min(position_s, _LONGEST_S))
            return control_commands.SeekCommand(position_s=place_s)
        case commands.SetVolume(volume=volume):
            return control_commands.VolumeCommand(volume=_within(volume, 0, _FULL))
        case commands.SetMute(is_muted=is_muted):
            return control_commands.MuteCommand(is_muted=is_muted)
        case commands.SelectInput(name=name):
            refuse_longer(name, _LABEL_CHARACTERS, code="control.input_unknown")
            return control_commands.InputCommand(input=name)
        case _:
            plain = _PLAIN.get(type(command))
            return _sound_message(command) if plain is None else plain()


def _sound_message(command: commands.Command) -> CommandMessage:
    match command:
        case commands.SetEqualiser(is_on=is_on, gains_db=gains_db, curve=curve):
            refuse_longer(curve or "", _LABEL_CHARACTERS, code="control.curve_unknown")
            return control_commands.EqualiserCommand(
                is_on=is_on, gains_db=gains_within(gains_db), curve=curve
            )
        case commands.SetBalance(balance=balance):
            within = _within(balance, -BALANCE_MOST, BALANCE_MOST)
            return control_commands.BalanceCommand(balance=within)
        case commands.SetVolumeMaximum(volume_maximum=most):
            return control_commands.VolumeMaximumCommand(volume_maximum=_within(most, 0, _FULL))
        case _:
            return _comfort_message(command)


def _comfort_message(command: commands.Command) -> CommandMessage:
    match command:
        case commands.SetSleepTimer(after_s=after_s):
            return control_commands.SleepCommand(after_s=_within(after_s, 0, SLEEP_MOST_S))
        case commands.SetStandby(is_asleep=is_asleep):
            return control_commands.StandbyCommand(is_asleep=is_asleep)
        case commands.SetAutoStandby(after_min=after_min):
            within = _within(after_min, 0, STANDBY_MOST_MIN)
            return control_commands.AutoStandbyCommand(after_min=within)
        case commands.SetLight(light=light):
            return control_commands.LightCommand(light=light)
        case commands.LockButtons(is_locked=is_locked):
            return control_commands.LockCommand(has_locked_buttons=is_locked)
        case _:
            return _naming_message(command)


def _naming_message(command: commands.Command) -> CommandMessage:
    match command:
        case commands.PlayPreset(number=number):
            return control_commands.PresetCommand(number=_preset(number))
        case commands.SavePreset(number=number, name=name):
            refuse_longer(name, _LABEL_CHARACTERS, code="control.name_refused")
            return control_commands.SavePresetCommand(number=_preset(number), name=name)
        case commands.ClearPreset(number=number):
            return control_commands.ClearPresetCommand(number=_preset(number))
        case commands.NameInput(slot=slot, name=name):
            refuse_longer(slot, _SLOT_CHARACTERS, code="control.input_unknown")
            refuse_longer(name, _LABEL_CHARACTERS, code="control.name_refused")
            return control_commands.NameInputCommand(slot=slot, name=name)
        case commands.HideInput(slot=slot, is_hidden=is_hidden):
            refuse_longer(slot, _SLOT_CHARACTERS, code="control.input_unknown")
            return control_commands.HideInputCommand(slot=slot, is_hidden=is_hidden)
        case _:
            return _house_message(command)


def _house_message(command: commands.Command) -> CommandMessage:
    match command:
        case commands.Rename(name=name, room=room):
            if name is not None and not name:
                raise Refused("control.name_refused")
            refuse_longer(name or "", _LABEL_CHARACTERS, code="control.name_refused")
            refuse_longer(room or "", _LABEL_CHARACTERS, code="control.name_refused")
            return control_commands.RenameCommand(name=name, room=room)
        case commands.Lead(members=members):
            if len(members) > MEMBERS_MOST:
                raise Refused("control.group_full")
            return LeadCommand(members=members)
        case commands.Follow(leader=leader):
            return FollowCommand(leader=leader or None)
        case _:
            raise Refused("control.unsupported", command=type(command).__name__)


def gains_within(gains_db: tuple[int, ...] | None) -> tuple[int, ...] | None:
    """Give gains as the API takes them, each within its bounds."""
    if gains_db is None:
        return None
    return tuple(_within(gain, -GAIN_DB, GAIN_DB) for gain in gains_db[:_BANDS_MOST])


def refuse_longer(text: str, most: int, *, code: str) -> None:
    """Let a text through that the API has room for; raises `Refused` with this code."""
    if len(text) > most:
        raise Refused(code)


def _preset(number: int) -> int:
    if not 0 < number <= _PRESETS_MOST:
        raise Refused("control.preset_unknown")
    return number


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))


_PLAIN: dict[type[commands.Command], Callable[[], CommandMessage]] = {
    commands.Pause: control_commands.PauseCommand,
    commands.Stop: control_commands.StopCommand,
    commands.Next: control_commands.NextCommand,
    commands.Previous: control_commands.PreviousCommand,
    commands.Restart: control_commands.RestartCommand,
    commands.Reset: control_commands.ResetCommand,
}
