"""Tells MPD what to do, command by command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Next,
    Pause,
    Play,
    Previous,
    Seek,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.streamers.drivers.mpd.reading import first_of
from altrabits_desktop.streamers.drivers.mpd.words import answer_to, item_of, list_of, wording
from altrabits_desktop.streamers.drivers.playable import refuse_unplayable

if TYPE_CHECKING:
    from collections.abc import Collection

    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.streamers.drivers.driver import LineTalk

_FULL = 100
_ARGUMENT, _UNKNOWN_COMMAND, _UNKNOWN_PIECE, _NOT_NOW = 2, 5, 50, 55
_URL_REFUSED = frozenset({_ARGUMENT, _UNKNOWN_COMMAND, _UNKNOWN_PIECE})
_OF_THE_MOMENT = {Next: Capability.SKIP, Previous: Capability.SKIP, Seek: Capability.SEEK}
_NEEDED = {
    **_OF_THE_MOMENT,
    Pause: Capability.PAUSE,
    SetVolume: Capability.SET_VOLUME,
    Stop: Capability.CONTROL,
}


def refuse_unable(command: Command, able: Collection[Capability]) -> None:
    """Let a command through that a server can obey; nothing is sent for another.

    Raises:
        Refused: `control.unsupported`, or `control.url_refused`: nobody would take the address.
    """
    needed = _NEEDED.get(type(command))
    if isinstance(command, Play):
        needed = Capability.PLAY_URL if command.url else Capability.CONTROL
    # Whatever it has no word for is not there either.
    if needed not in able:
        raise Refused("control.unsupported", command=type(command).__name__)
    if isinstance(command, Play) and command.url:
        refuse_unplayable(command.url)


async def obey(talk: LineTalk, command: Command) -> None:
    """Say a command; the caller limits the time.

    Raises:
        Refused: `control.url_refused`, `control.not_now`, `control.unsupported` or
            `control.refused`: it said no.
        NotReachable: no answer in time.
        MalformedAnswer: an answer that does not fit.
    """
    if isinstance(command, Play) and command.url:
        number = await _queued(talk, command.url)
        await _said(talk, wording("playid", number))
    else:
        await _said(talk, _line_of(command))


def _line_of(command: Command) -> str:
    match command:
        case Pause():
            return wording("pause", 1)
        case Seek(position_s=position_s):
            return wording("seekcur", f"{max(0.0, position_s):.3f}")
        case SetVolume(volume=volume):
            return wording("setvol", max(0, min(volume, _FULL)))
        case _:
            # Play goes on where it paused, and begins where it stopped.
            return type(command).__name__.lower()


async def _queued(talk: LineTalk, url: str) -> str:
    """Give the number of an address in the queue; one that is there already is used again.

    The queue is the person's, so it is neither emptied nor filled with the same again and again.
    """
    found = await answer_to(talk, wording("playlistfind", "file", url))
    pieces = list_of("playlistfind", found.parts[0]) if found.fault is None else []
    if pieces:
        return _number(first_of(pieces[0], "id"))
    added = await answer_to(talk, wording("addid", url))
    if added.fault in _URL_REFUSED:
        raise Refused("control.url_refused")
    _refuse_fault(added.fault, command="Play")
    return _number(item_of("addid", added.parts[0]))


def _number(said: str) -> str:
    if not said.isascii() or not said.isdigit():
        raise MalformedAnswer("mpd.malformed")
    return said


async def _said(talk: LineTalk, line: str) -> None:
    answer = await answer_to(talk, line)
    _refuse_fault(answer.fault, command=line.partition(" ")[0])
    if any(answer.parts):
        raise MalformedAnswer("mpd.malformed")


def _refuse_fault(fault: int | None, *, command: str) -> None:
    if fault is None:
        return
    if fault == _UNKNOWN_COMMAND:
        raise Refused("control.unsupported", command=command)
    raise Refused("control.not_now" if fault == _NOT_NOW else "control.refused")
