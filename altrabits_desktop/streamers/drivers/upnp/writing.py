"""Commands become actions of a renderer, and its faults become our refusals: pure.

Source: UPnP AVTransport:3, chapter 2.4; RenderingControl:3, chapter 2.4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import (
    Next,
    Pause,
    Play,
    Previous,
    Seek,
    SetMute,
    SetVolume,
    Stop,
)
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.limits import ACTION_BYTES, ACTION_ELEMENTS
from altrabits_desktop.streamers.drivers.playable import refuse_unplayable
from altrabits_desktop.streamers.drivers.upnp.markup import elements_of
from altrabits_desktop.streamers.drivers.upnp.medium import metadata_of
from altrabits_desktop.streamers.drivers.upnp.metadata import level_of, time_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from altrabits_desktop.contract.commands import Command

SET_ADDRESS = "SetAVTransportURI"
PLAY = "Play"
TRANSITION_REFUSED = "701"
"""What a renderer says that is not ready yet, as well as one that never will be."""

SEEK_MODE = "REL_TIME"

_NEEDED: dict[type, tuple[str, ...]] = {
    Pause: ("Pause",),
    Stop: ("Stop",),
    Next: ("Next",),
    Previous: ("Previous",),
    Seek: ("Seek", "GetPositionInfo"),
    SetVolume: ("SetVolume",),
    SetMute: ("SetMute",),
}
_CAPABILITIES = {
    Capability.NOW_PLAYING: {"GetPositionInfo"},
    Capability.VOLUME: {"GetVolume"},
    Capability.CONTROL: {PLAY, "Stop"},
    Capability.PAUSE: {PLAY, "Stop", "Pause"},
    Capability.PLAY_URL: {SET_ADDRESS, PLAY},
    Capability.SKIP: {"Next", "Previous"},
    Capability.SEEK: {"Seek", "GetPositionInfo"},
    Capability.SET_VOLUME: {"SetVolume"},
    Capability.MUTE: {"SetMute"},
}
_OF_THE_MOMENT = {Capability.SKIP: {"next", "previous"}, Capability.SEEK: {"seek"}}
"""What a renderer offers at some times only, by the words that say so."""

_NOT_OFFERED = frozenset({"401", "602"})
_ADDRESS_REFUSED = frozenset({"703", "704", "714", "716", "719", "720", "737", "738", "739"})
"""Unreadable, of an unknown format, not found, protected or expired; or its server is missing."""
_ARGUMENT_REFUSED = frozenset({"402", "600", "601", "605"})


class Step(NamedTuple):
    """One action to be called, beside its instance."""

    action: str
    arguments: dict[str, str]


def capabilities_of(
    actions: Collection[str], *, now_told: Collection[str] = ()
) -> frozenset[Capability]:
    """Give what a renderer can tell and obey.

    Args:
        actions: those that its services offer.
        now_told: its own words for what it would obey just now; empty where it does not say.
    """
    words = {word.strip().lower() for word in now_told} - {""}
    offered = {one for one, needed in _CAPABILITIES.items() if needed <= set(actions)}
    closed = {one for one, those in _OF_THE_MOMENT.items() if words and not words & those}
    return frozenset({Capability.STATE} | offered - closed)


def refuse_unoffered(command: Command, actions: Collection[str]) -> None:
    """Let a command through that the renderer has the actions for.

    Raises:
        Refused: `control.unsupported`.
    """
    needed = _needed(command)
    if not needed or not set(needed) <= set(actions):
        raise Refused("control.unsupported", command=type(command).__name__)


def steps_of(command: Command, *, volume_maximum: str) -> tuple[Step, ...]:
    """Give the actions that make up a command, in their order; not for Seek, see `seek_step`.

    Args:
        command: anything that a renderer may have actions for.
        volume_maximum: the end of the renderer's own scale, as it words it.

    Raises:
        Refused: `control.url_refused`: no streamer would take the address.
    """
    match command:
        case Play(url=url) if url:
            refuse_unplayable(url)
            medium = {"CurrentURI": url, "CurrentURIMetaData": metadata_of(url)}
            return (Step(SET_ADDRESS, medium), Step(PLAY, {"Speed": "1"}))
        case Play():
            return (Step(PLAY, {"Speed": "1"}),)
        case SetVolume(volume=volume):
            level = level_of(volume, maximum=volume_maximum)
            return (Step("SetVolume", {"Channel": "Master", "DesiredVolume": level}),)
        case SetMute(is_muted=is_muted):
            wanted = "1" if is_muted else "0"
            return (Step("SetMute", {"Channel": "Master", "DesiredMute": wanted}),)
        case _:
            return tuple(Step(action, {}) for action in _needed(command))


def seek_step(position_s: float, duration_s: float | None) -> Step:
    """Give the action that goes to a place; one beyond the ends of the piece is taken to them.

    Raises:
        Refused: `control.refused`: what plays has no length, so it has no places either.
    """
    if not duration_s:
        raise Refused("control.refused")
    return Step("Seek", {"Unit": SEEK_MODE, "Target": time_of(min(position_s, duration_s))})


def fault_of(content: bytes, action: str) -> str | None:
    """Give the number of the fault that an answer tells; None where the action was done.

    Raises:
        MalformedAnswer: `upnp.malformed`: beyond the limits, or neither.
    """
    elements = elements_of(content, most_bytes=ACTION_BYTES, most_elements=ACTION_ELEMENTS)
    names = {element.name for element in elements}
    if "Fault" in names:
        return next((one.text.strip() for one in elements if one.name == "errorCode"), "")
    if f"{action}Response" in names:
        return None
    raise MalformedAnswer("upnp.malformed")


def refusal_of(fault: str, *, step: Step, command: Command) -> Refused:
    """Give our refusal for the number of a fault."""
    is_for_address = isinstance(command, Play) and bool(command.url)
    if fault in _NOT_OFFERED:
        return Refused("control.unsupported", command=type(command).__name__)
    if is_for_address and fault in _ADDRESS_REFUSED:
        return Refused("control.url_refused")
    if step.action == SET_ADDRESS and fault in _ARGUMENT_REFUSED:
        return Refused("control.url_refused")
    return Refused("control.refused")


def _needed(command: Command) -> tuple[str, ...]:
    if isinstance(command, Play):
        return (SET_ADDRESS, PLAY) if command.url else (PLAY,)
    return _NEEDED.get(type(command), ())
