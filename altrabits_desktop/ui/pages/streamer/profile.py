"""What page Streamer says of one streamer: head, facts, how it was heard, how it answers. Pure.

What it has in common with cards and rows (state, picture, what plays, level) is the same `Face`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.actions.latency import latency_of, under_limit
from altrabits_desktop.contract.streamers import Depth, HeardBy, Origin, Playback, Presence
from altrabits_desktop.runtime.reason_sentences import reason_words, state_words
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.runtime.wording import fill, translate
from altrabits_desktop.ui.formatting import (
    ago,
    answer_time,
    card_kind,
    card_words,
    clock_time,
    exact_time,
    joined,
    left_to_right,
)
from altrabits_desktop.ui.pages.nothing_found.words import protocol_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from altrabits_desktop.contract.streamers import NetworkCard, NowPlaying, Streamer

_ORDER = tuple(HeardBy)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a list."""

    label: str
    value: str
    exact: str = ""
    """More exactly, for the tool tip."""
    is_address: bool = False
    """Whether its end matters as much as its begin."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why its state cannot be read, although it is there."""

    headline: str
    detail: str
    """Why, and what still works."""
    technical: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What stands in the place of one that is no longer listed."""

    heading: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Where in a track it is, as last told."""

    position_s: float
    duration_s: float
    is_moving: bool


def forgotten_words(*, was_of_demo: bool) -> Forgotten:
    """Give what is said of one that is no longer listed."""
    if was_of_demo:
        return Forgotten(
            translate("streamer", "The demo has ended"),
            translate("streamer", "This streamer was one of the demo, and went with it."),
        )
    return Forgotten(
        translate("streamer", "Nothing is heard of it now"),
        translate("streamer", "It comes back by itself as soon as it is heard again."),
    )


def head_line(streamer: Streamer) -> str:
    """Say what it is, where, and what can be seen of it from here."""
    known = joined((streamer.product or "", streamer.room or "", _seen(streamer)))
    return known or left_to_right(streamer.address)


def facts_of(streamer: Streamer, *, has_network: bool = False) -> tuple[Fact, ...]:
    """Give what it is, as far as it says; nothing is shown for what it does not say.

    Args:
        streamer: as it is now.
        has_network: whether its addresses are said beside, with its network.
    """
    address = "" if has_network else left_to_right(streamer.address)
    mac = "" if has_network else _hardware_address(streamer)
    rows = (
        (translate("streamer", "Product"), streamer.product, False),
        (translate("streamer", "Maker"), streamer.maker, False),
        (translate("streamer", "Version"), streamer.model_note, False),
        (translate("streamer", "Room"), streamer.room, False),
        (translate("streamer", "Address"), address, True),
        (translate("streamer", "Hardware address"), mac, True),
        (translate("streamer", "Host name"), streamer.host_name, True),
    )
    return tuple(
        Fact(label, value, is_address=is_address) for label, value, is_address in rows if value
    )


def ways_of(streamer: Streamer) -> tuple[str, ...]:
    """Give the ways it was heard."""
    return tuple(protocol_name(way) for way in _ORDER if way in streamer.heard_by)


def hearing_of(
    streamer: Streamer, *, now: datetime, cards: Sequence[NetworkCard]
) -> tuple[Fact, ...]:
    """Give where and when it was heard, and whether it was elsewhere before."""
    if not streamer.was_heard:
        return (Fact(translate("streamer", "Last heard"), _not_yet(streamer)),)
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
    where, name = _where(streamer, cards)
    if where:
        facts.insert(0, Fact(translate("streamer", "Network"), where, name))
    if streamer.moved_at is not None and streamer.former_address is not None:
        facts.append(_move(streamer.former_address, streamer.moved_at))
    return (*_standing(streamer), *facts)


def _not_yet(streamer: Streamer) -> str:
    return fill(
        translate("streamer", "not since the start at {time}"),
        time=clock_time(streamer.first_heard_at),
    )


def answers_line(streamer: Streamer) -> str:
    """Say within what time nearly all answers came, and until when of one that is gone.

    Such as "57 of 60 under 6 ms".
    """
    answers, latency = streamer.answers, latency_of(streamer.answers)
    if latency is None:
        return translate("streamer", "No answer was timed yet")
    line = fill(
        translate("streamer", "{count} of {total} under {limit}", "answers, a time"),
        count=under_limit(answers, latency),
        total=latency.count,
        limit=answer_time(latency.limit_ms),
    )
    if streamer.is_here:
        return line
    return fill(
        translate("streamer", "{answers}, the last at {time}", "57 of 60 under 6 ms"),
        answers=line,
        time=clock_time(answers[-1].at),
    )


def latest_answer(streamer: Streamer) -> str:
    """Give how long the last answer took; a dash where there is none now."""
    if streamer.presence is Presence.GONE or not streamer.answers:
        return "–"  # the sign that the design gives to "no value"
    return answer_time(streamer.answers[-1].took_ms)


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


def fault_of(streamer: Streamer) -> Fault | None:
    """Say what is wrong with the way to its state; None where nothing is, and of one gone."""
    code = streamer.driver_fault
    if code is None or not streamer.is_here:
        return None
    why = _FAULTS.get(code, lambda: sentence(code))()
    works = translate("streamer", "It stays in the list, and its own page still works.")
    if not streamer.page_url:
        works = translate("streamer", "It stays in the list.")
    return Fault(
        translate("streamer", "What it plays cannot be read"),
        f"{why} {works}",
        left_to_right(": ".join(text for text in (code, streamer.driver_id) if text)),
    )


_FAULTS: dict[str, Callable[[], str]] = {
    "driver.hangs": lambda: translate(
        "streamer", "It answers, but takes too long to say what it plays."
    ),
    "driver.failed": lambda: translate("streamer", "It answers in a way that is not understood."),
    "driver.missing": lambda: translate(
        "streamer", "The part of this program that talks to it is missing."
    ),
}


def is_waited_for(streamer: Streamer) -> bool:
    """Whether it will tell its state, and has not yet."""
    return (
        streamer.state is None
        and streamer.depth is not Depth.ANNOUNCED
        and streamer.presence in {Presence.ANSWERING, Presence.CHECKING}
    )


def has_chip_in_head(streamer: Streamer) -> bool:
    """Whether the head says how it is; of one that is gone the card below says more: since when."""
    return streamer.presence is not Presence.GONE


def has_chip_in_card(streamer: Streamer) -> bool:
    """Whether its state is said in the card; the head says already that it is doubted or asleep."""
    return streamer.presence not in {Presence.CHECKING, Presence.ASLEEP}


def presence_word(streamer: Streamer) -> tuple[str, str]:
    """Give icon and word for whether it answers."""
    if is_waited_for(streamer) and not streamer.answers:
        return "waiting", translate("streamer", "Asking")
    match streamer.presence:
        case Presence.ANSWERING:
            return "check", translate("streamer", "Answering")
        case Presence.CHECKING:
            return "waiting", translate("streamer", "Checking")
        case Presence.ASLEEP:
            return "standby", translate("streamer", "Asleep")
        case Presence.GONE:
            return "offline", translate("streamer", "Not answering")


def _standing(streamer: Streamer) -> tuple[Fact, ...]:
    """Give how it is since when, and why."""
    if streamer.since is None:
        return ()
    time, why = clock_time(streamer.since), reason_words(streamer.reason)
    state = state_words(streamer.presence, streamer.reason, time=time)
    facts = (Fact(translate("streamer", "State"), state, exact_time(streamer.since)),)
    return (*facts, Fact(translate("streamer", "Because"), why)) if why else facts


def _seen(streamer: Streamer) -> str:
    if streamer.origin is Origin.DEMO:
        return translate("streamer", "a demo on this computer")
    # What is only announced or still asked was not seen; the card below says so.
    if not streamer.is_here or streamer.state is None:
        return ""
    if streamer.is_owned and streamer.depth is Depth.MANAGED and not streamer.is_locked:
        return translate("streamer", "managed from here")
    return translate("streamer", "seen live from here")


def _hardware_address(streamer: Streamer) -> str:
    return left_to_right(streamer.mac.upper()) if streamer.mac else ""


def _move(former_address: str, moved_at: datetime) -> Fact:
    line = fill(
        translate("streamer", "from {address} at {time}", "192.168.1.40, 14:02"),
        address=left_to_right(former_address),
        time=clock_time(moved_at),
    )
    return Fact(translate("streamer", "Address changed"), line, exact_time(moved_at))


def _where(streamer: Streamer, cards: Sequence[NetworkCard]) -> tuple[str, str]:
    """Give the network card in words, and the system's name for it for the tool tip."""
    if streamer.origin is Origin.DEMO:
        return translate("streamer", "This computer"), ""
    if not streamer.card_name:
        return "", ""
    name = left_to_right(streamer.card_name)
    card = next((card for card in cards if card.name == streamer.card_name), None)
    if card is None:
        return name, ""
    kinds = [(other.name, other.kind) for other in cards]
    return card_words(card_kind(card.kind), name=card.name, kind=card.kind, among=kinds), name
