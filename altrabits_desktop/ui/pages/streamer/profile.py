"""What page Streamer says of one streamer: head, facts, how it was heard, how it answers. Pure.

What it has in common with cards and rows (state, picture, what plays, level) is the same `Face`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Depth, HeardBy, Origin, Playback, Presence
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import (
    ago,
    card_kind,
    clock_time,
    exact_time,
    left_to_right,
    milliseconds,
)
from altrabits_desktop.ui.pages.nothing_found.words import protocol_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from altrabits_desktop.contract.streamers import Answer, NetworkCard, NowPlaying, Streamer

_SEPARATOR = " · "
_MOST = 0.95
_ORDER = tuple(HeardBy)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a list."""

    label: str
    value: str
    exact: str = ""
    """More exactly, for the tool tip."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where in a track it is, as last told."""

    position_s: float
    duration_s: float
    is_moving: bool


def head_line(streamer: Streamer) -> str:
    """Say what it is, where, and what can be seen of it from here."""
    parts = (streamer.product or "", streamer.room or "", _seen(streamer))
    return _SEPARATOR.join(part for part in parts if part)


def facts_of(streamer: Streamer) -> tuple[Fact, ...]:
    """Give what it is, as far as it says; nothing is shown for what it does not say."""
    rows = (
        (translate("streamer", "Product"), streamer.product),
        (translate("streamer", "Maker"), streamer.maker),
        (translate("streamer", "Version"), streamer.model_note),
        (translate("streamer", "Room"), streamer.room),
        (translate("streamer", "Address"), left_to_right(streamer.address)),
        (translate("streamer", "Hardware address"), _hardware_address(streamer)),
        (translate("streamer", "Host name"), streamer.host_name),
    )
    return tuple(Fact(label, value) for label, value in rows if value)


def ways_of(streamer: Streamer) -> tuple[str, ...]:
    """Give the ways it was heard."""
    return tuple(protocol_name(way) for way in _ORDER if way in streamer.heard_by)


def hearing_of(
    streamer: Streamer, *, now: datetime, cards: Sequence[NetworkCard]
) -> tuple[Fact, ...]:
    """Give where and when it was heard."""
    facts = [
        Fact(
            translate("streamer", "First heard"),
            clock_time(streamer.first_heard_at),
            exact_time(streamer.first_heard_at),
        ),
        Fact(
            translate("streamer", "Last heard"),
            ago(streamer.last_heard_at, now),
            exact_time(streamer.last_heard_at),
        ),
    ]
    where = _where(streamer, cards)
    if where:
        facts.insert(0, Fact(translate("streamer", "Network"), where))
    return tuple(facts)


def answers_line(answers: Sequence[Answer]) -> str:
    """Say within what time nearly all answers came, such as "57 of 60 under 6 ms"."""
    if not answers:
        return translate("streamer", "No answer was timed yet")
    times = sorted(answer.took_ms for answer in answers)
    limit_ms = floor(times[ceil(_MOST * len(times)) - 1]) + 1
    return fill(
        translate("streamer", "{count} of {total} under {limit}", "answers, a time"),
        count=sum(took_ms < limit_ms for took_ms in times),
        total=len(times),
        limit=milliseconds(limit_ms),
    )


def latest_answer(streamer: Streamer) -> str:
    """Give how long the last answer took; a dash where there is none now."""
    if streamer.presence is Presence.GONE or not streamer.answers:
        return "–"  # the sign that the design gives to "no value"
    return milliseconds(streamer.answers[-1].took_ms)


def progress_of(streamer: Streamer) -> Progress | None:
    """Give where in the track it is; None for a live stream and for nothing."""
    playing = playing_of(streamer)
    if playing is None or playing.position_s is None or not playing.duration_s:
        return None
    is_moving = (
        streamer.presence is Presence.ANSWERING
        and streamer.state is not None
        and streamer.state.playback is Playback.PLAYING
    )
    return Progress(
        min(max(0.0, playing.position_s), playing.duration_s), playing.duration_s, is_moving
    )


def playing_of(streamer: Streamer) -> NowPlaying | None:
    """Give what plays or pauses on a streamer that is here."""
    state = streamer.state
    if state is None or streamer.presence is Presence.GONE:
        return None
    if state.playback in {Playback.STOPPED, Playback.UNKNOWN}:
        return None
    return state.now_playing


def audio_format(streamer: Streamer) -> str:
    """Give the format of what plays, as the streamer words it."""
    playing = playing_of(streamer)
    return playing.audio_format if playing else ""


def fault_of(streamer: Streamer) -> str:
    """Say what is wrong with the way to its state; empty where nothing is."""
    return sentence(streamer.driver_fault) if streamer.driver_fault else ""


def is_waited_for(streamer: Streamer) -> bool:
    """Whether it will tell its state, and has not yet."""
    return (
        streamer.state is None
        and streamer.depth is not Depth.ANNOUNCED
        and streamer.presence in {Presence.ANSWERING, Presence.CHECKING}
    )


def presence_word(streamer: Streamer) -> tuple[str, str]:
    """Give icon and word for whether it answers."""
    match streamer.presence:
        case Presence.ANSWERING:
            return "check", translate("streamer", "Answering")
        case Presence.CHECKING:
            return "waiting", translate("streamer", "Checking")
        case Presence.ASLEEP:
            return "standby", translate("streamer", "Asleep")
        case Presence.GONE:
            return "offline", translate("streamer", "Not answering")


def _seen(streamer: Streamer) -> str:
    if streamer.origin is Origin.DEMO:
        return translate("streamer", "a demo on this computer")
    if streamer.presence is Presence.GONE:
        return ""
    if streamer.depth is Depth.ANNOUNCED:
        return translate("streamer", "found, but not controlled from here")
    return translate("streamer", "seen live from here")


def _hardware_address(streamer: Streamer) -> str:
    return left_to_right(streamer.mac.upper()) if streamer.mac else ""


def _where(streamer: Streamer, cards: Sequence[NetworkCard]) -> str:
    if streamer.origin is Origin.DEMO:
        return translate("streamer", "This computer")
    if not streamer.card_name:
        return ""
    kind = next((card.kind for card in cards if card.name == streamer.card_name), None)
    if kind is None:
        return left_to_right(streamer.card_name)
    return fill(
        translate("streamer", "{kind} ({name})", "network card"),
        kind=card_kind(kind),
        name=left_to_right(streamer.card_name),
    )
