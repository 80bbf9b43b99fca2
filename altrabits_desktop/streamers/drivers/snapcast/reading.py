"""What a Snapcast server says becomes our nouns; pure, every text is cleaned here.

python-snapcast tells who plays what and what everything is called. It is handed a status that was
checked before (`messages.py`), as it takes whatever is there.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec
from snapcast.control.server import Snapserver

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.limits import TEXT_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_name, plain_text
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from altrabits_desktop.streamers.drivers.driver import ToldFacts

if TYPE_CHECKING:
    from altrabits_desktop.streamers.drivers.snapcast.messages import StatusMessage

_PLAYBACKS = {
    "playing": Playback.PLAYING,
    "paused": Playback.PAUSED,
    "stopped": Playback.STOPPED,
    "idle": Playback.STOPPED,
}
_DAY_S = 24 * 3600
_SOUNDING = frozenset({Playback.PLAYING, Playback.PAUSED})
_FOR_OTHER_STREAMS = "null"
"""Codec of a stream that only others are made of."""

logging.getLogger("snapcast").setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True)
class Group:
    """Players that play the same, of which at least one is there."""

    id: str
    stream_id: str
    is_muted: bool
    players: tuple[str, ...]
    """Those that are there."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything on a server that counts; players that are away do not."""

    name: str | None
    version: str
    groups: tuple[Group, ...]
    volumes: dict[str, int]
    """By player."""
    silent: frozenset[str]
    """Players that are muted for themselves."""
    streams: dict[str, Any]
    """By identifier, in the server's order."""
    inputs: dict[str, str]
    """The identifier of each stream that can be chosen, by its name."""

    @property
    def stream(self) -> Any:  # noqa: ANN401 # the library has no types
        """Give the stream that most players play; None where nobody plays any."""
        heard: Counter[str] = Counter()
        for group in self.groups:
            if group.stream_id in self.streams:
                heard[group.stream_id] += len(group.players)
        return self.streams[heard.most_common(1)[0][0]] if heard else None

    @property
    def is_muted(self) -> bool | None:
        """Whether no player is to be heard; None where there is none."""
        if not self.volumes:
            return None
        return all(group.is_muted or self.silent.issuperset(group.players) for group in self.groups)


def picture_of(status: StatusMessage) -> Picture:
    """Give everything on a server."""
    server = Snapserver(None, "")
    server.synchronize(msgspec.to_builtins(status))
    there = {client.identifier: client for client in server.clients if client.connected}
    groups = [
        Group(
            id=group.identifier,
            stream_id=group.stream,
            is_muted=group.muted,
            players=tuple(each for each in group.clients if each in there),
        )
        for group in server.groups
    ]
    inputs: dict[str, str] = {}
    codecs = {stream.id: stream.uri.query.codec for stream in status.server.streams}
    for stream in server.streams:
        name = stream.friendly_name
        is_for_others = codecs[stream.identifier] == _FOR_OTHER_STREAMS
        # A name that cannot be shown as it is would be another one when it is asked for.
        if not is_for_others and plain_name(name) == name:
            inputs.setdefault(name, stream.identifier)
    return Picture(
        name=plain_name(status.server.server.host.name),
        version=plain_text(server.version),
        groups=tuple(group for group in groups if group.players),
        volumes={identifier: client.volume for identifier, client in there.items()},
        silent=frozenset(identifier for identifier, client in there.items() if client.muted),
        streams={stream.identifier: stream for stream in server.streams},
        inputs=inputs,
    )


def facts_of(picture: Picture) -> ToldFacts:
    """Give what the server is."""
    return ToldFacts(
        name=picture.name,
        product="Snapcast",
        model_note=f"Snapserver {picture.version}",
        inputs=tuple(picture.inputs),
    )


def state_of(picture: Picture) -> StreamerState:
    """Give how the server is: what most of its players play, and how loud they are together."""
    stream = picture.stream
    playback = _playback_of(stream) if stream is not None else Playback.STOPPED
    chosen = {group.stream_id for group in picture.groups}
    names = [name for name, identifier in picture.inputs.items() if {identifier} == chosen]
    return StreamerState(
        playback=playback,
        now_playing=_now_playing(stream) if playback in _SOUNDING else None,
        volume=loudness(picture.volumes),
        is_muted=picture.is_muted,
        # Groups that play different things have no input together.
        input_name=names[0] if names else None,
    )


def capabilities_of(picture: Picture) -> frozenset[Capability]:
    """Give what the server can tell and obey now."""
    able = {Capability.STATE, Capability.NOW_PLAYING, Capability.EVENTS}
    if picture.volumes:
        able |= {Capability.VOLUME, Capability.SET_VOLUME, Capability.MUTE}
    if picture.groups and len(picture.inputs) > 1:
        able.add(Capability.INPUT)
    properties = picture.stream.properties if picture.stream is not None else {}
    if properties.get("canControl"):
        offered = {
            Capability.CONTROL: properties["canPlay"],
            Capability.PAUSE: properties["canPause"],
            Capability.SKIP: properties["canGoNext"] or properties["canGoPrevious"],
            Capability.SEEK: properties["canSeek"]
            and _seconds(picture.stream.metadata["duration"]),
        }
        able |= {one for one, is_offered in offered.items() if is_offered}
    return frozenset(able)


def loudness(volumes: dict[str, int]) -> int | None:
    """Give how loud players are together: in the middle; None where there is none."""
    return round(sum(volumes.values()) / len(volumes)) if volumes else None


def _playback_of(stream: Any) -> Playback:  # noqa: ANN401 # the library has no types
    word = stream.properties["playbackStatus"] or stream.status
    return _PLAYBACKS.get(word, Playback.UNKNOWN)


def _now_playing(stream: Any) -> NowPlaying | None:  # noqa: ANN401 # the same
    def clean(text: str) -> str:
        return plain_text(text, limit=TEXT_CHARACTERS)

    said, artist = stream.metadata, stream.metadata["artist"]
    title = clean(said["title"])
    if not title:
        return None
    return NowPlaying(
        title=title,
        artist=clean(artist if isinstance(artist, str) else ", ".join(artist)),
        album=clean(said["album"]),
        position_s=_seconds(stream.properties["position"]),
        duration_s=_seconds(said["duration"]) or None,
    )


def _seconds(said: float | None) -> float | None:
    """Give seconds as they are; None for what no piece can last."""
    return said if said is not None and 0 <= said <= _DAY_S else None
