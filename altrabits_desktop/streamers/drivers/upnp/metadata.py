"""What plays, as a renderer words it: DIDL-Lite, times and states become our nouns; pure.

Source: UPnP AVTransport:2 service, chapters 2.2 and 2.4; ContentDirectory:2, appendix B.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import ACTION_BYTES, ACTION_ELEMENTS, TEXT_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.streamers.drivers.upnp.markup import Element, elements_of

if TYPE_CHECKING:
    from collections.abc import Callable

_BROKEN_CHARACTERS = 16_000
_ESCAPED_CHARACTERS = 2_000
_DAY_S = 24 * 3600
_TIME = re.compile(r"[+]?(\d{1,3}):([0-5]?\d):([0-5]?\d)(?:\.\d{1,9}(?:/\d{1,9})?)?", re.ASCII)
_PLAYBACKS = {
    "PLAYING": Playback.PLAYING,
    "PAUSED_PLAYBACK": Playback.PAUSED,
    "PAUSED_RECORDING": Playback.PAUSED,
    "TRANSITIONING": Playback.LOADING,
    "STOPPED": Playback.STOPPED,
    "NO_MEDIA_PRESENT": Playback.STOPPED,
}
_TRUTHS = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
_LARGEST_VOLUME = 65_535
_FULL = 100
_BROADCAST = "object.item.audioitem.audiobroadcast"
_MEDIA_NAMES = {
    "aac": "AAC",
    "flac": "FLAC",
    "l16": "PCM",
    "l24": "PCM",
    "m4a": "AAC",
    "mp3": "MP3",
    "mp4": "AAC",
    "mpeg": "MP3",
    "ogg": "Ogg",
    "opus": "Opus",
    "wav": "WAV",
    "wave": "WAV",
}


@dataclass(frozen=True, slots=True)
class Track:
    """What plays, as plain texts; empty where it is not said."""

    title: str = ""
    artist: str = ""
    album: str = ""
    station: str = ""
    audio_format: str = ""

    @property
    def is_named(self) -> bool:
        """Whether there is something to show."""
        return bool(self.title or self.station)


def playback_of(state: str) -> Playback:
    """Give what the transport does; a word of the maker's own is unknown."""
    return _PLAYBACKS.get(state.strip().upper(), Playback.UNKNOWN)


def seconds_of(time: str) -> float | None:
    """Give the seconds of `H:MM:SS`; None for `NOT_IMPLEMENTED` and for what no track can last."""
    found = _TIME.fullmatch(time.strip())
    if found is None:
        return None
    hours, minutes, seconds = (int(part) for part in found.groups())
    total_s = float(hours * 3600 + minutes * 60 + seconds)
    return total_s if total_s <= _DAY_S else None


def percent_of(volume: str, *, maximum: str) -> int | None:
    """Give a volume as 0 to 100; None where the renderer says none.

    Args:
        volume: on the renderer's own scale, which begins at 0.
        maximum: the end of that scale; 100 where it is not a sensible number.
    """
    whole = _whole(maximum)
    level = 0 if volume.strip() == "0" else _number(volume, most=whole)
    return None if level is None else round(level * _FULL / whole)


def level_of(percent: int, *, maximum: str) -> str:
    """Give a volume on the renderer's own scale; what is audible stays so.

    Args:
        percent: 0 to 100; what lies beyond is taken to these ends.
        maximum: the end of that scale, like `percent_of`.
    """
    whole = _whole(maximum)
    wanted = max(0, min(percent, _FULL))
    return str(max(round(wanted * whole / _FULL), min(wanted, 1)))


def time_of(position_s: float) -> str:
    """Give `H:MM:SS` of a place in a piece, whole seconds; the beginning for what lies before."""
    minutes, seconds = divmod(int(max(0.0, position_s)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def _whole(maximum: str) -> int:
    return _number(maximum, most=_LARGEST_VOLUME) or _FULL


def truth_of(word: str) -> bool | None:
    """Give what a boolean of UPnP says; None for any other word."""
    return _TRUTHS.get(word.strip().lower())


def track_of(metadata: str) -> Track:
    """Read what a renderer says of a track; whatever does not fit is left out.

    Args:
        metadata: DIDL-Lite, or nothing, or `NOT_IMPLEMENTED`.
    """
    if "<" not in metadata:
        return Track()
    try:
        _root, *elements = elements_of(
            metadata.encode("utf-8", "replace"),
            most_bytes=ACTION_BYTES,
            most_elements=ACTION_ELEMENTS,
        )
    except MalformedAnswer:
        return _track_of_texts(metadata)
    first: dict[str, Element] = {}
    for element in elements:
        first.setdefault(element.name, element)
    track = _track(lambda name: first[name].text if name in first else "")
    return replace(track, audio_format=_format(first.get("res")))


def _track_of_texts(metadata: str) -> Track:
    # Rygel 0.42 and others undo one escape too many, which leaves tags within titles: such
    # metadata is no XML any more, yet its texts stand between their tags.
    if len(metadata) > ACTION_BYTES or "<!" in metadata:
        return Track()
    head = metadata[:_BROKEN_CHARACTERS]
    return _track(lambda name: _unescaped(_between_tags(head, name)))


def _unescaped(text: str) -> str:
    try:
        return unescape(text[:_ESCAPED_CHARACTERS])
    # A sign may be written as a number that is longer than Python is willing to read.
    except ValueError:
        return ""


def _track(said: Callable[[str], str]) -> Track:
    def clean(name: str) -> str:
        return plain_text(said(name), limit=TEXT_CHARACTERS)

    title = clean("title")
    is_broadcast = clean("class").lower().startswith(_BROADCAST)
    return Track(
        title="" if is_broadcast else title,
        artist=clean("artist") or clean("creator"),
        album=clean("album"),
        station=title if is_broadcast else "",
    )


def _between_tags(metadata: str, name: str) -> str:
    opening = re.search(rf"<((?:\w{{1,16}}:)?{name})(?:\s[^<>]{{0,256}})?>", metadata)
    if opening is None:
        return ""
    end = metadata.find(f"</{opening[1]}>", opening.end())
    return metadata[opening.end() : end] if end >= 0 else ""


def title_in_address(url: str) -> str:
    """Give a title for a track without metadata: the name of its file; empty where it has none."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    name = unquote(path.rpartition("/")[2], errors="replace")
    stem, dot, ending = name.rpartition(".")
    is_file = bool(dot and stem) and len(ending) <= len("flac")
    return plain_text(stem if is_file else name, limit=TEXT_CHARACTERS)


def _format(resource: Element | None) -> str:
    said = resource.attributes if resource is not None else {}
    protocol_parts = [*said.get("protocolInfo", "").split(":"), "", "", ""]
    kind, _, name = protocol_parts[2].partition(";")[0].strip().lower().partition("/")
    name = name.removeprefix("x-")
    if kind != "audio" or not name:
        return ""
    rate = _number(said.get("sampleFrequency"), most=10_000_000)
    bits = _number(said.get("bitsPerSample"), most=64)
    parts = [_MEDIA_NAMES.get(name, name.upper())]
    if rate:
        parts.append(f"{rate / 1000:g} kHz")
    if rate and bits:
        parts.append(f"/ {bits} bit")
    return plain_text(" ".join(parts))


def _number(text: str | None, *, most: int) -> int | None:
    text = (text or "").strip()
    if not text.isascii() or not text.isdigit() or len(text) > len(str(most)):
        return None
    return int(text) if 0 < int(text) <= most else None
