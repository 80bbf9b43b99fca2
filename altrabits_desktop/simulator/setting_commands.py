"""Commands beside the transport, and the turn that each of them is; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_commands import (
    AutoStandbyCommand,
    BalanceCommand,
    ClearPresetCommand,
    EqualiserCommand,
    HideInputCommand,
    LightCommand,
    LockCommand,
    NameInputCommand,
    PresetCommand,
    SavePresetCommand,
    SleepCommand,
    StandbyCommand,
    VolumeMaximumCommand,
)
from altrabits_desktop.simulator import setting_turns
from altrabits_desktop.simulator.http_messages import Problem

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_commands import CommandMessage
    from altrabits_desktop.simulator.keeping import Kept
    from altrabits_desktop.simulator.opening import Setting


def set_by(command: CommandMessage, setting: Setting) -> Setting:
    """Give the setting that a command makes; raises like `setting_turns`."""
    match command:
        case PresetCommand(number=number):
            return setting_turns.preset_played(setting, number)
        case SavePresetCommand(number=number, name=name):
            return setting_turns.preset_saved(setting, number, name)
        case ClearPresetCommand(number=number):
            return setting_turns.preset_cleared(setting, number)
        case NameInputCommand(slot=slot, name=name):
            return setting_turns.input_named(setting, slot, name)
        case HideInputCommand(slot=slot, is_hidden=is_hidden):
            return setting_turns.input_hidden(setting, slot, is_hidden=is_hidden)
        case _:
            return _rested_by(command, setting)


def _rested_by(command: CommandMessage, setting: Setting) -> Setting:
    match command:
        case VolumeMaximumCommand(volume_maximum=volume_maximum):
            return setting_turns.at_maximum(setting, volume_maximum)
        case SleepCommand(after_s=after_s):
            return setting_turns.with_timer(setting, after_s)
        case StandbyCommand(is_asleep=is_asleep):
            return setting_turns.in_standby(setting, is_asleep=is_asleep)
        case _:
            return replace(setting, kept=_kept_by(command, setting.kept))


def _kept_by(command: CommandMessage, kept: Kept) -> Kept:
    match command:
        case EqualiserCommand():
            return setting_turns.equalised(kept, command)
        case BalanceCommand(balance=balance):
            return replace(kept, balance=balance)
        case AutoStandbyCommand(after_min=after_min):
            return replace(kept, auto_standby_min=after_min)
        case LightCommand(light=light):
            return setting_turns.lit(kept, light)
        case LockCommand(has_locked_buttons=has_locked_buttons):
            return replace(kept, has_locked_buttons=has_locked_buttons)
        case _:
            raise Problem(409, "command.unsupported")
