"""The state of a streamer as icon and word, the same for card, row and page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Depth, Playback, Presence, Reason
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import clock_time

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.streamers import AwaitedVolume, Streamer, StreamerState


class Tone(Enum):
    """How a state asks for attention; never without its icon and word."""

    NEUTRAL = "neutral"
    ACTIVITY = "activity"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class StateWords:
    """The state as icon and word; fewer of the same words for where there is less room."""

    icon: str
    word: str
    tone: Tone = Tone.NEUTRAL
    shorter: str = ""
    """For the column of a list, and for a card where the word does not fit."""


def state_words(streamer: Streamer) -> StateWords:
    """Give how a streamer is."""
    match streamer.presence:
        case Presence.GONE:
            return _gone(streamer.silent_since, reason=streamer.reason)
        case Presence.CHECKING:
            return checking_words()
        case Presence.ASLEEP:
            return StateWords("standby", translate("streamers", "Asleep"))
        case _ if streamer.depth is Depth.ANNOUNCED:
            return StateWords(
                "info",
                translate("streamers", "Announced only"),
                shorter=translate("streamers", "Announced", "in a list"),
            )
        case _ if streamer.awaited is not None:
            return _awaited(streamer.awaited)
        case _:
            return _activity(streamer.state)


def checking_words() -> StateWords:
    """Say that it is being asked whether it answers."""
    return StateWords("waiting", translate("streamers", "Checking"))


def _awaited(awaited: AwaitedVolume) -> StateWords:
    """Say that a volume is awaited, or that it did not come to be."""
    if not awaited.has_failed:
        words = fill(translate("streamers", "Setting to {volume}"), volume=awaited.volume)
        return StateWords("sync", words, Tone.ACTIVITY)
    if awaited.confirmed is None:
        return StateWords("info", translate("streamers", "Volume not set"), Tone.WARN)
    words = fill(translate("streamers", "Stayed at {volume}"), volume=awaited.confirmed)
    return StateWords("info", words, Tone.WARN)


def _gone(since: datetime | None, *, reason: Reason) -> StateWords:
    if reason is Reason.CABLE_OUT:
        return _out_of_reach(since)
    shorter = translate("streamers", "Not answering")
    if since is None:
        return StateWords("offline", shorter, Tone.WARN)
    time = clock_time(since)
    return StateWords(
        "offline",
        fill(translate("streamers", "Not answering since {time}"), time=time),
        Tone.WARN,
        shorter=shorter,
    )


def _out_of_reach(since: datetime | None) -> StateWords:
    # This computer is what is away, so nothing warns of the streamer.
    shorter = translate("streamers", "Out of reach")
    if since is None:
        return StateWords("offline", shorter)
    word = fill(translate("streamers", "Out of reach since {time}"), time=clock_time(since))
    return StateWords("offline", word, shorter=shorter)


def _activity(state: StreamerState | None) -> StateWords:
    match state.playback if state is not None else Playback.UNKNOWN:
        case Playback.PLAYING if state is not None and state.leader is not None:
            return StateWords("group", translate("streamers", "Plays along"), Tone.ACTIVITY)
        case Playback.PLAYING:
            return StateWords("play", translate("streamers", "Playing"), Tone.ACTIVITY)
        case Playback.PAUSED:
            return StateWords("pause", translate("streamers", "Paused"))
        case Playback.LOADING:
            return StateWords("waiting", translate("streamers", "Loading"), Tone.ACTIVITY)
        case Playback.STOPPED:
            return StateWords("check", translate("streamers", "Ready"))
        case _:
            return StateWords("check", translate("streamers", "Answering"))
