"""Commands become messages of the control API, and its refusals become ours: pure."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.codec import decode_problem
from altrabits_desktop.contract.commands import (
    Next,
    Pause,
    Play,
    Previous,
    Seek,
    SelectInput,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.control_api import (
    InputCommand,
    MuteCommand,
    NextCommand,
    PauseCommand,
    PlayCommand,
    PreviousCommand,
    SeekCommand,
    StopCommand,
    VolumeCommand,
)
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.streamers.drivers.playable import refuse_unplayable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.control_api import CommandMessage
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.streamers.drivers.driver import SecureAnswer

WRITING = frozenset(
    {
        *(Capability.CONTROL, Capability.PAUSE, Capability.PLAY_URL, Capability.SKIP),
        *(Capability.SEEK, Capability.SET_VOLUME, Capability.MUTE, Capability.INPUT),
        Capability.FIRMWARE,
    }
)
"""What takes a secure port."""

REFUSALS = {
    "token.unknown": "control.owner_changed",
    "command.unsupported": "control.not_now",
    "input.unknown": "control.input_unknown",
    "url.refused": "control.url_refused",
    "claim.braked": "claim.braked",
    "claim.under_way": "claim.under_way",
    "claim.expired": "claim.expired",
    "claim.missing": "claim.expired",
    "claim.waiting": "claim.waiting",
    "claim.wrong_code": "claim.wrong_code",
}
"""Our code for each problem that a person can do something about."""

OF_COMMANDS = {code: ours for code, ours in REFUSALS.items() if not code.startswith("claim.")}
"""Those that answer a command: no streamer has people type a code or press a button then."""

_NEEDED = {
    Pause: Capability.CONTROL,
    Stop: Capability.CONTROL,
    Next: Capability.SKIP,
    Previous: Capability.SKIP,
    Seek: Capability.SEEK,
    SetVolume: Capability.SET_VOLUME,
    SetMute: Capability.MUTE,
    SelectInput: Capability.INPUT,
}
_FAILED = 400
_FULL = 100
_LONGEST_S = 10_000_000.0
_MINUTE_S = 60
_LONGEST_WAIT_S = 3600
_BRAKED_S = 600
_UNDER_WAY_S = 120
_INPUT_CHARACTERS = 128


def capability_for(command: Command) -> Capability:
    """Give what a streamer must be able to do for a command."""
    if isinstance(command, Play):
        return Capability.PLAY_URL if command.url else Capability.CONTROL
    return _NEEDED[type(command)]


def message_of(command: Command) -> CommandMessage:
    """Give the message of a command; numbers beyond their bounds are taken to them.

    Raises:
        Refused: `control.url_refused`, `control.input_unknown`: no streamer would take it.
    """
    match command:
        case Play(url=url):
            if url:
                refuse_unplayable(url)
            return PlayCommand(url=url)
        case Seek(position_s=position_s):
            return SeekCommand(position_s=max(0.0, min(position_s, _LONGEST_S)))
        case SetVolume(volume=volume):
            return VolumeCommand(volume=max(0, min(volume, _FULL)))
        case SetMute(is_muted=is_muted):
            return MuteCommand(is_muted=is_muted)
        case SelectInput(name=name):
            if len(name) > _INPUT_CHARACTERS:
                raise Refused("control.input_unknown")
            return InputCommand(input=name)
        case _:
            return _PLAIN[type(command)]


def refuse_failure(answer: SecureAnswer, *, known: Mapping[str, str] = REFUSALS) -> None:
    """Let a good answer through.

    Args:
        answer: of the streamer.
        known: our code for each of its problems that counts here.

    Raises:
        Refused: the streamer said no, by our code for it.
        MalformedAnswer: neither good nor a problem.
    """
    if answer.status >= _FAILED:
        code = decode_problem(answer.content).code
        raise _refusal(code if code in known else "", answer.wait_s)
    if answer.status not in {200, 202, 204}:
        raise MalformedAnswer("answer.status", status=answer.status)


def _refusal(code: str, wait_s: int | None) -> AltraBitsError:
    match code:
        case "claim.braked":
            minutes = math.ceil(_believed(wait_s, otherwise_s=_BRAKED_S) / _MINUTE_S)
            return Refused(code, minutes=minutes)
        case "claim.under_way":
            return Refused(code, seconds=_believed(wait_s, otherwise_s=_UNDER_WAY_S))
        case _:
            return Refused(REFUSALS.get(code, "control.refused"))


def _believed(wait_s: int | None, *, otherwise_s: int) -> int:
    is_good = wait_s is not None and 0 < wait_s <= _LONGEST_WAIT_S
    return wait_s if wait_s is not None and is_good else otherwise_s


_PLAIN: dict[type, CommandMessage] = {
    Pause: PauseCommand(),
    Stop: StopCommand(),
    Next: NextCommand(),
    Previous: PreviousCommand(),
}
