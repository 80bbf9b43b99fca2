"""What the demonstration streamer says becomes our nouns; pure, every text is cleaned here.

Answers are foreign: their size, form and numbers are checked before anything is made of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import TEXT_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_name, plain_text
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from altrabits_desktop.streamers.drivers.driver import Reading, ToldFacts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STATUS_BYTES = 4096
LINES_MOST = 32
_NEEDED = frozenset({"name", "playback", "volume"})
_FULL = 100


def parse_status(content: bytes) -> dict[str, str]:
    """Read `key=value` lines; pure.

    Raises:
        MalformedAnswer: `template.malformed`: too long, not UTF-8, or a needed line is missing.
    """
    if len(content) > STATUS_BYTES:
        raise MalformedAnswer("template.malformed")
    try:
        lines = content.decode().splitlines()[:LINES_MOST]
    except UnicodeDecodeError as error:
        raise MalformedAnswer("template.malformed") from error
    return said_in(lines)


def said_in(lines: Iterable[str]) -> dict[str, str]:
    """Read lines that were cut already; like `parse_status`."""
    pairs = (line.partition("=") for line in lines)
    said = {key.strip(): value.strip() for key, separator, value in pairs if separator}
    if not said.keys() >= _NEEDED:
        raise MalformedAnswer("template.malformed")
    return said


def reading_of(said: Mapping[str, str], *, took_ms: float) -> Reading:
    """Give the reading of a status; pure."""
    title = plain_text(said.get("title", ""), limit=TEXT_CHARACTERS)
    return Reading(
        state=StreamerState(
            playback=Playback(said["playback"]),
            now_playing=NowPlaying(title=title) if title else None,
            volume=_percent(said["volume"]),
        ),
        facts=ToldFacts(name=plain_name(said["name"]), maker="Demonstration"),
        took_ms=took_ms,
    )


def _percent(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(_FULL))
    return int(text) if is_number and int(text) <= _FULL else None
