"""What stands behind `play`, `seek`, `volume` and the like on a command line. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.commands import (
    Command,
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
from altrabits_desktop.contract.errors import Refused, WrongUsage
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.streamers.drivers.playable import refuse_unplayable

if TYPE_CHECKING:
    from collections.abc import Sequence

FULL = 100
_PLACE = re.compile(r"(?:(?:([0-9]{1,3}):)?([0-9]{1,3}):)?([0-9]{1,7}(?:\.[0-9]{1,3})?)", re.ASCII)
_VOLUME = re.compile(r"([+-]?)([0-9]{1,3})", re.ASCII)
_SIXTY = 60
_PLAIN: dict[str, Command] = {
    "pause": Pause(),
    "stop": Stop(),
    "next": Next(),
    "previous": Previous(),
}
_SWITCH = {"on": True, "off": False}


@dataclass(frozen=True, slots=True)
class Turn:
    """Louder or, below zero, less loud by so much."""

    by: int


@dataclass(frozen=True, slots=True)
class Look:
    """Only say how it is."""


Asked = Command | Turn | Look


def read_control(verb: str, operands: Sequence[str]) -> Asked:
    """Give what is asked of a streamer.

    Args:
        verb: such as `volume`.
        operands: what follows the streamer's id.

    Raises:
        WrongUsage: `usage.url`, `usage.time`, `usage.volume`, `usage.choice`.
    """
    if verb in _PLAIN:
        return _PLAIN[verb]
    text = operands[0] if operands else None
    match verb:
        case "play":
            return Play(_playable(text)) if text is not None else Play()
        case "seek":
            return Seek(read_place(text or ""))
        case "volume":
            return read_volume(text) if text is not None else Look()
        case "mute":
            return SetMute(is_muted=_is_on(text or ""))
        case _:
            return SelectInput(text) if text is not None else Look()


def read_place(text: str) -> float:
    """Read a place in a piece: seconds, `m:ss` or `h:mm:ss`, as seconds.

    Raises:
        WrongUsage: `usage.time`.
    """
    found = _PLACE.fullmatch(text)
    if found is None:
        raise _no_place(text)
    hours, minutes, seconds = found.groups()
    is_too_far = (minutes is not None and float(seconds) >= _SIXTY) or (
        hours is not None and int(minutes) >= _SIXTY
    )
    if is_too_far:
        raise _no_place(text)
    return (int(hours or 0) * _SIXTY + int(minutes or 0)) * _SIXTY + float(seconds)


def place_words(place_s: float) -> str:
    """Give a place in a piece as people write it, `m:ss` or `h:mm:ss`; parts of seconds are cut."""
    minutes, seconds = divmod(int(place_s), _SIXTY)
    hours, minutes = divmod(minutes, _SIXTY)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def refuse_beyond(seek: Seek, length_s: float | None) -> None:
    """See to it that a place is within the piece; anywhere is where its length is not known.

    Raises:
        Refused: `control.beyond_end`.
    """
    if length_s is not None and seek.position_s > length_s:
        raise Refused("control.beyond_end", length=place_words(length_s))


def read_volume(text: str) -> SetVolume | Turn:
    """Read a volume, 0 to 100, or how much louder (`+5`) or less loud (`-5`).

    Raises:
        WrongUsage: `usage.volume`.
    """
    found = _VOLUME.fullmatch(text)
    number = int(found[2]) if found is not None else FULL + 1
    if found is None or number > FULL:
        raise WrongUsage("usage.volume", value=plain_text(text))
    if found[1]:
        return Turn(-number if found[1] == "-" else number)
    return SetVolume(number)


def turned(volume: int, turn: Turn, *, most: int) -> SetVolume:
    """Give the volume after a turn, between 0 and the most there is."""
    return SetVolume(max(0, min(volume + turn.by, most)))


def input_of(text: str, inputs: Sequence[str]) -> str:
    """Give the input that somebody means, whatever its case where only one is called so.

    Args:
        text: as it was typed.
        inputs: of the streamer; empty where it names none, so that it alone knows.

    Raises:
        Refused: `control.input_not_listed`.
    """
    meant = [name for name in inputs if name.casefold() == text.casefold()]
    if text in inputs or not inputs:
        return text
    if len(meant) != 1:
        known = ", ".join(plain_text(name) for name in inputs)
        raise Refused("control.input_not_listed", name=plain_text(text), known=known)
    return meant[0]


def _playable(url: str) -> str:
    try:
        refuse_unplayable(url)
    except Refused as error:
        raise WrongUsage("usage.url", value=plain_text(url)) from error
    return url


def _is_on(text: str) -> bool:
    if text not in _SWITCH:
        raise WrongUsage(
            "usage.choice", option="mute", value=plain_text(text), choices=", ".join(_SWITCH)
        )
    return _SWITCH[text]


def _no_place(text: str) -> WrongUsage:
    return WrongUsage("usage.time", value=plain_text(text))
