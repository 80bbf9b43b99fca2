"""What MPD says of itself becomes our nouns; pure, every text is cleaned here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import TEXT_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState

if TYPE_CHECKING:
    from collections.abc import Collection

    from altrabits_desktop.streamers.drivers.mpd.words import Told

_PLAYBACKS = {"play": Playback.PLAYING, "pause": Playback.PAUSED, "stop": Playback.STOPPED}
_FULL = 100
_DAY_S = 24 * 3600
_SECONDS = re.compile(r"\d{1,6}(?:\.\d{1,9})?", re.ASCII)
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}", re.ASCII)
_CODECS = {"aac": "AAC", "flac": "FLAC", "m4a": "AAC", "mp3": "MP3", "ogg": "Ogg", "opus": "Opus"}
_SOUND = re.compile(r"(\d{4,7}):(f|dsd|\d{1,2}):\d{1,3}", re.ASCII)
_WHOLE_NUMBER_DIGITS = 9
_NEEDED = {
    Capability.EVENTS: {"idle"},
    Capability.CONTROL: {"play", "stop"},
    Capability.PAUSE: {"pause"},
    Capability.PLAY_URL: {"addid", "playid"},
    Capability.SKIP: {"next", "previous"},
    Capability.SEEK: {"seekcur"},
    Capability.SET_VOLUME: {"setvol"},
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a server is at one instant."""

    state: StreamerState = field(default_factory=StreamerState)
    pieces: int = 0
    """In its queue."""


def standing_of(status: Told, song: Told) -> Standing:
    """Give what the answers to `status` and `currentsong` say.

    Raises:
        MalformedAnswer: `mpd.malformed`: it does not say what it does.
    """
    word = first_of(status, "state")
    if word not in _PLAYBACKS:
        raise MalformedAnswer("mpd.malformed")
    playback = _PLAYBACKS[word]
    if playback is Playback.PLAYING and not first_of(status, "audio"):
        # Nothing sounds before it knows what it is; nor does it say how long that lasts.
        playback = Playback.LOADING
    volume = _whole(first_of(status, "volume"))
    is_on = playback is not Playback.STOPPED
    state = StreamerState(
        playback=playback,
        now_playing=_now_playing(status, song) if is_on else None,
        # Without a mixer it says none, or -1.
        volume=volume if volume is not None and volume <= _FULL else None,
    )
    return Standing(state, pieces=_whole(first_of(status, "playlistlength")) or 0)


def capabilities_of(
    standing: Standing, *, commands: Collection[str], handlers: Collection[str]
) -> frozenset[Capability]:
    """Give what a server can tell and obey now.

    Args:
        standing: how it is.
        commands: those that it lets us use.
        handlers: beginnings of addresses that it plays from.
    """
    able = {one for one, needed in _NEEDED.items() if needed <= set(commands)}
    playing, volume = standing.state.now_playing, standing.state.volume
    if not any(each.startswith(("http:", "https:")) for each in handlers):
        able.discard(Capability.PLAY_URL)
    if standing.pieces <= 1:
        able.discard(Capability.SKIP)
    if playing is None or not playing.duration_s:
        able.discard(Capability.SEEK)
    if volume is None:
        able.discard(Capability.SET_VOLUME)
    else:
        able.add(Capability.VOLUME)
    return frozenset(able | {Capability.STATE, Capability.NOW_PLAYING})


def first_of(told: Told, word: str) -> str:
    """Give the first value of a word; empty where there is none."""
    value = told.get(word, "")
    return value if isinstance(value, str) else value[0]


def _all_of(told: Told, word: str) -> str:
    value = told.get(word, "")
    return value if isinstance(value, str) else ", ".join(value)


def _now_playing(status: Told, song: Told) -> NowPlaying:
    def clean(text: str) -> str:
        return plain_text(text, limit=TEXT_CHARACTERS)

    file = first_of(song, "file")
    station = clean(first_of(song, "name"))
    title = clean(first_of(song, "title"))
    return NowPlaying(
        title=title or ("" if station else clean(_name_of(file))),
        artist=clean(_all_of(song, "artist") or _all_of(song, "albumartist")),
        album=clean(first_of(song, "album")),
        station=station,
        audio_format=_format_of(file, first_of(status, "audio")),
        position_s=_seconds(first_of(status, "elapsed")),
        duration_s=_seconds(first_of(status, "duration") or first_of(song, "duration")) or None,
    )


def _name_of(file: str) -> str:
    """Give a title for a piece without one: the name of its file, or the host of its station."""
    try:
        parts = urlsplit(file)
        host = parts.hostname or ""
    except ValueError:
        return ""
    is_address = bool(parts.scheme and host)
    name = (unquote(parts.path, errors="replace") if is_address else file).rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    return (stem if stem and _ENDING.fullmatch(dot + ending) else name) or host


def _format_of(file: str, sound: str) -> str:
    found = _SOUND.fullmatch(sound)
    codec = _CODECS.get(file.rpartition(".")[2].lower(), "")
    if found is None:
        return codec
    rate, bits = f"{int(found[1]) / 1000:g} kHz", found[2]
    return " ".join(filter(None, (codec, rate, f"/ {bits} bit" if bits.isdigit() else "")))


def _seconds(text: str) -> float | None:
    value = float(text) if _SECONDS.fullmatch(text) else None
    return value if value is not None and value <= _DAY_S else None


def _whole(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= _WHOLE_NUMBER_DIGITS
    return int(text) if is_number else None
