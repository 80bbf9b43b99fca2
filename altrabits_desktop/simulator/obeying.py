"""Commands of the control API, done to a virtual streamer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.codec import command_word, decode_command
from altrabits_desktop.contract.control_commands import (
    COMMAND_WORDS,
    InputCommand,
    MuteCommand,
    NextCommand,
    PauseCommand,
    PlayCommand,
    PreviousCommand,
    RenameCommand,
    ResetCommand,
    RestartCommand,
    SavePresetCommand,
    SeekCommand,
    StopCommand,
    VolumeCommand,
)
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.groups import FollowCommand, LeadCommand
from altrabits_desktop.simulator import turns
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.playing_along import following, led, refuse_following
from altrabits_desktop.simulator.setting_commands import set_by

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_commands import CommandMessage
    from altrabits_desktop.simulator.opening import Setting
    from altrabits_desktop.simulator.streamer import VirtualStreamer


def obey(streamer: VirtualStreamer, content: bytes) -> None:
    """Do what the body of `POST /api/v1/command` says; everybody who listens is told.

    Raises:
        Problem: 422 `command.malformed`, `url.refused`; 409 `command.unsupported`,
            `input.unknown`, `input.taken`, `preset.unknown`, `curve.unknown`, `group.follows`.
            Nothing was changed.
    """
    command = _read(content)
    _refuse_broken(streamer, command)
    word = str(command.__struct_config__.tag)
    match command:
        case RenameCommand(name=name, room=room):
            streamer.rename(name, room)
        case RestartCommand() | ResetCommand():
            if streamer.start_anew is None:
                raise Problem(409, "command.unsupported")
            streamer.start_anew(streamer, is_reset=isinstance(command, ResetCommand))
        case LeadCommand(members=members):
            own_id = streamer.persona.id
            streamer.change(lambda setting: led(setting, members, own_id=own_id))
        case FollowCommand(leader=leader):
            own_id = streamer.persona.id
            streamer.change(lambda setting: following(setting, leader, own_id=own_id))
        case _:
            refuse_following(streamer.setting, command)
            streamer.change(lambda setting: _turned(setting, command))
    streamer.log.write_told(word)


def _refuse_broken(streamer: VirtualStreamer, command: CommandMessage) -> None:
    has_no_room = Fault.FULL in streamer.faults and isinstance(command, SavePresetCommand)
    if Fault.REFUSES in streamer.faults or has_no_room:
        raise Problem(409, "command.unsupported")


def _read(content: bytes) -> CommandMessage:
    try:
        word = command_word(content)
    except MalformedAnswer as error:
        raise Problem(422, "command.malformed") from error
    if word not in COMMAND_WORDS:
        raise Problem(409, "command.unsupported")
    try:
        return decode_command(content)
    except MalformedAnswer as error:
        raise Problem(422, "command.malformed") from error


def _turned(setting: Setting, command: CommandMessage) -> Setting:
    match command:
        case PlayCommand(url=url):
            return turns.played(setting, url)
        case PauseCommand():
            return turns.paused(setting)
        case StopCommand():
            return turns.stopped(setting)
        case NextCommand() | PreviousCommand():
            return turns.skipped(setting, 1 if isinstance(command, NextCommand) else -1)
        case SeekCommand() | VolumeCommand() | MuteCommand() | InputCommand():
            return _adjusted(setting, command)
        case _:
            return set_by(command, setting)


def _adjusted(
    setting: Setting, command: SeekCommand | VolumeCommand | MuteCommand | InputCommand
) -> Setting:
    match command:
        case SeekCommand(position_s=position_s):
            return turns.sought(setting, position_s)
        case VolumeCommand(volume=volume):
            return turns.at_volume(setting, volume)
        case MuteCommand(is_muted=is_muted):
            return turns.muted(setting, is_muted=is_muted)
        case InputCommand(input=name):
            return turns.with_input(setting, name)
