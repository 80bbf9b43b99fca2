"""Tells a Snapcast server what to do: requests that make up a command; pure.

A command goes to all groups that are heard. What plays is told to the stream that most play.

Source: Snapcast JSON RPC Control API, version 2.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from snapcast.control.server import (
    CLIENT_SETVOLUME,
    GROUP_SETMUTE,
    GROUP_SETSTREAM,
    STREAM_CONTROL,
)

from altrabits_desktop.contract.capabilities import Capability
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
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.streamers.drivers.snapcast.reading import capabilities_of

if TYPE_CHECKING:
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.streamers.drivers.snapcast.balance import Balance
    from altrabits_desktop.streamers.drivers.snapcast.reading import Picture

_FULL = 100
_UNKNOWN_METHOD = -32601
_NOT_OFFERED = range(1, 8)
"""Its own numbers for what the player behind a stream says it cannot do just now."""
_NEEDED = {
    Next: Capability.SKIP,
    Pause: Capability.PAUSE,
    Play: Capability.CONTROL,
    Previous: Capability.SKIP,
    Seek: Capability.SEEK,
    SelectInput: Capability.INPUT,
    SetMute: Capability.MUTE,
    SetVolume: Capability.SET_VOLUME,
    Stop: Capability.CONTROL,
}


class Request(NamedTuple):
    """One request of JSON-RPC."""

    method: str
    params: dict[str, object]


def refuse_unable(command: Command, picture: Picture) -> None:
    """Let a command through that a server can obey as it is.

    Raises:
        Refused: `control.unsupported`, or `control.input_unknown`.
    """
    is_address = isinstance(command, Play) and bool(command.url)
    # Whatever it has no word for is not there either.
    if is_address or _NEEDED.get(type(command)) not in capabilities_of(picture):
        raise Refused("control.unsupported", command=type(command).__name__)
    if isinstance(command, SelectInput) and command.name not in picture.inputs:
        raise Refused("control.input_unknown")


def requests_of(command: Command, picture: Picture, balance: Balance) -> list[Request]:
    """Give the requests that make up a command which is not refused."""
    match command:
        case SetVolume(volume=volume):
            wanted = balance.towards(picture.volumes, max(0, min(volume, _FULL)))
            return [
                _volume(player, percent, is_muted=player in picture.silent)
                for player, percent in wanted.items()
                if percent != picture.volumes[player]
            ]
        case SetMute(is_muted=is_muted):
            return _mute(picture, is_muted=is_muted)
        case SelectInput(name=name):
            stream_id = picture.inputs[name]
            return [
                Request(GROUP_SETSTREAM, {"id": group.id, "stream_id": stream_id})
                for group in picture.groups
                if group.stream_id != stream_id
            ]
        case Seek(position_s=position_s):
            return [_control(picture, "setPosition", position=max(0.0, position_s))]
        case _:
            return [_control(picture, type(command).__name__.lower())]


def refusal_of(fault: int, *, command: Command) -> Refused:
    """Give our refusal for the number of an error."""
    if fault == _UNKNOWN_METHOD:
        return Refused("control.unsupported", command=type(command).__name__)
    return Refused("control.not_now" if fault in _NOT_OFFERED else "control.refused")


def _mute(picture: Picture, *, is_muted: bool) -> list[Request]:
    requests = [
        Request(GROUP_SETMUTE, {"id": group.id, "mute": is_muted})
        for group in picture.groups
        if group.is_muted != is_muted
    ]
    if not is_muted and picture.silent.issuperset(picture.volumes):
        # Each was made silent for itself, and none would be heard.
        requests += [
            _volume(player, percent, is_muted=False) for player, percent in picture.volumes.items()
        ]
    return requests


def _volume(player: str, percent: int, *, is_muted: bool) -> Request:
    volume = {"muted": is_muted, "percent": percent}
    return Request(CLIENT_SETVOLUME, {"id": player, "volume": volume})


def _control(picture: Picture, word: str, **params: float) -> Request:
    stream_id = picture.stream.identifier
    return Request(STREAM_CONTROL, {"id": stream_id, "command": word, "params": params})
