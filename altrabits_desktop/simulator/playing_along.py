"""Streamers of a farm that play along with one of them; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_commands import (
    InputCommand,
    NextCommand,
    PauseCommand,
    PlayCommand,
    PresetCommand,
    PreviousCommand,
    SeekCommand,
    StopCommand,
)
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.transport import STOPPED

if TYPE_CHECKING:
    from altrabits_desktop.contract.control_commands import CommandMessage
    from altrabits_desktop.simulator.opening import Setting

_OF_THE_LEADER = (
    *(PlayCommand, PauseCommand, StopCommand, NextCommand, PreviousCommand, SeekCommand),
    *(InputCommand, PresetCommand),
)


def led(setting: Setting, members: tuple[str, ...], *, own_id: str) -> Setting:
    """Let these play along, and nobody else.

    Raises:
        Problem: 422 `command.malformed`: itself among them, or one twice.
    """
    if own_id in members or len(set(members)) < len(members):
        raise Problem(422, "command.malformed")
    return replace(setting, members=members, leader=None if members else setting.leader)


def following(setting: Setting, leader: str | None, *, own_id: str) -> Setting:
    """Play along with another one, or be still and one's own again.

    Raises:
        Problem: 422 `command.malformed`: itself.
    """
    if leader == own_id:
        raise Problem(422, "command.malformed")
    if leader == setting.leader:
        return setting
    transport = replace(STOPPED, since_s=setting.transport.since_s)
    return replace(
        setting, leader=leader, members=(), transport=transport, preset=None, is_asleep=False
    )


def refuse_following(setting: Setting, command: CommandMessage) -> None:
    """Let through what one that plays along can be told itself.

    Raises:
        Problem: 409 `group.follows`: what it plays is its leader's business.
    """
    if setting.leader is not None and isinstance(command, _OF_THE_LEADER):
        raise Problem(409, "group.follows")


def played_along(setting: Setting, leader: Setting | None) -> Setting:
    """Give what one that plays along plays: what its leader does, where that lets it.

    Args:
        setting: its own.
        leader: its leader's; None where that is not there, or lets it not.
    """
    if leader is None:
        return setting
    return replace(setting, transport=leader.transport, is_asleep=leader.is_asleep)
