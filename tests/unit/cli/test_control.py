from __future__ import annotations

from typing import Any

import pytest

from altrabits_desktop.actions.directory import sound_of
from altrabits_desktop.app import console
from altrabits_desktop.cli.belongings import belongings_lines
from altrabits_desktop.cli.control import CONTROLS, control_lines, sound_line
from altrabits_desktop.cli.control_words import Look, Turn
from altrabits_desktop.cli.moments import minute_of
from altrabits_desktop.contract.commands import Pause, Play, SetMute, SetVolume
from altrabits_desktop.contract.streamers import (
    NowPlaying,
    Playback,
    Presence,
    Reason,
    StreamerState,
)
from tests.fakes.streamers import a_streamer

PLAYING = StreamerState(
    playback=Playback.PLAYING,
    now_playing=NowPlaying(title="First Light", artist="The Cobalts"),
    volume=30,
    is_muted=True,
    input_name="Optical",
)


OWNED = {"name": "Attic", "room": None, "product": "Oval", "id": "owned-01"}
SINCE = "2026-11-29T20:14:00.000Z"


def record(state: StreamerState | None = PLAYING, **known: Any) -> dict[str, Any]:  # noqa: ANN401 # fields
    return sound_of(a_streamer(state=state, **known))


def heard_as(presence: Presence, reason: Reason, since: str | None = SINCE) -> dict[str, Any]:
    known = {"state_since": since, "state_reason": reason.value}
    return {**record(presence=presence), **known}


def test_the_console_has_each_of_these_commands() -> None:
    assert set(CONTROLS) <= set(console.COMMANDS)


@pytest.mark.parametrize(
    ("state", "line"),
    [
        (PLAYING, "Streamer 1  plays  First Light, The Cobalts  volume 30  muted  Optical"),
        (StreamerState(playback=Playback.PAUSED), "Streamer 1  paused"),
        (StreamerState(playback=Playback.STOPPED, volume=0), "Streamer 1  stopped  volume 0"),
        (StreamerState(playback=Playback.LOADING), "Streamer 1  loading"),
        (StreamerState(is_asleep=True, playback=Playback.PLAYING), "Streamer 1  asleep"),
        (None, "Streamer 1"),
    ],
)
def test_how_it_is_stands_in_one_line(state: StreamerState | None, line: str) -> None:
    assert control_lines("pause", record(state), asked=Pause()) == line


@pytest.mark.parametrize(
    ("is_muted", "said"), [(True, "  muted"), (False, "  not muted"), (None, "")]
)
def test_after_mute_it_is_said_whether_it_is_muted(is_muted: bool | None, said: str) -> None:
    told = record(StreamerState(is_muted=is_muted))

    assert control_lines("mute", told, asked=SetMute(is_muted=True)) == f"Streamer 1{said}"


@pytest.mark.parametrize(
    ("asked", "volume", "most", "said"),
    [
        (SetVolume(95), 80, 80, ["80 is its maximum."]),
        (Turn(30), 80, 80, ["80 is its maximum."]),
        (SetVolume(80), 80, 80, []),
        (Turn(-5), 80, 80, []),
        (Turn(5), 79, 80, []),
        (Turn(5), 100, 100, []),
        (SetVolume(95), 95, None, []),
        # It does not do it: it stays as it was.
        (SetVolume(95), 30, 80, []),
    ],
)
def test_it_is_said_where_a_streamer_can_be_no_louder(
    asked: SetVolume | Turn, volume: int, most: int | None, said: list[str]
) -> None:
    told = record(StreamerState(volume=volume, volume_maximum=most))

    lines = control_lines("volume", told, asked=asked).splitlines()

    assert lines == [f"Streamer 1  volume {volume}", *said]


def test_texts_of_a_streamer_are_shown_as_text() -> None:
    hostile = StreamerState(now_playing=NowPlaying(title="\x1b[31mred\n"))

    assert "\x1b" not in control_lines("play", record(hostile), asked=Play())


@pytest.mark.parametrize(
    ("verb", "told", "lines"),
    [
        ("volume", record(), "30"),
        ("volume", record(None), "The streamer does not say how loud it is."),
        ("input", record(inputs=("Network", "Optical")), "  Network\n* Optical"),
        ("input", record(), "* Optical"),
        ("input", record(None), "The streamer names no inputs."),
    ],
)
def test_what_was_asked_for_is_said_alone(verb: str, told: dict[str, Any], lines: str) -> None:
    assert control_lines(verb, told, asked=Look()) == lines


@pytest.mark.parametrize(
    ("presence", "reason", "said"),
    [
        (Presence.ANSWERING, Reason.ANSWERED, "Answering since {time}"),
        (
            Presence.ANSWERING,
            Reason.ADDRESS_CHANGED,
            "Answering since {time}. It has a new address.",
        ),
        (Presence.ASLEEP, Reason.ANSWERED, "Asleep since {time}"),
        (
            Presence.CHECKING,
            Reason.SAID_GOODBYE,
            "Being checked, silent since {time}. It said goodbye.",
        ),
    ],
)
def test_a_streamer_of_ones_own_is_shown_with_how_it_is_and_since_when(
    presence: Presence, reason: Reason, said: str
) -> None:
    heard = heard_as(presence, reason)

    shown = belongings_lines("streamers", {**OWNED, "heard": heard})

    plain = belongings_lines("streamers", OWNED)
    time = minute_of(SINCE)
    assert shown == f"{plain}\n\n{sound_line(heard)}\n{said.format(time=time)}"


def test_how_long_its_answers_take_stands_below_how_it_is() -> None:
    answers = {"count": 60, "latest_ms": 4.0, "p50_ms": 4.2, "p95_ms": 5.9}
    heard = {**heard_as(Presence.ANSWERING, Reason.ANSWERED), "answers": answers}

    *_, how, _since, line = belongings_lines("streamers", {**OWNED, "heard": heard}).splitlines()

    assert (how, line) == (
        sound_line(heard),
        "Answers: half within 4.2 ms, 95 of 100 within 5.9 ms",
    )


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        (None, "Nothing is heard of it now, so it is not known how it is."),
        (
            heard_as(Presence.GONE, Reason.TIMED_OUT),
            f"Not answering since {minute_of(SINCE)}. It did not answer when asked.",
        ),
        (
            heard_as(Presence.GONE, Reason.CABLE_OUT),
            f"Out of reach since {minute_of(SINCE)}. This computer has left its network.",
        ),
        (
            heard_as(Presence.GONE, Reason.REPLACED, since=None),
            "Not answering. Another one answers at its address.",
        ),
    ],
    ids=["not heard", "silent", "cable out", "silent since nobody knows when"],
)
def test_one_that_does_not_answer_is_said_not_to_and_nothing_of_how_it_was(
    heard: dict[str, Any] | None, said: str
) -> None:
    shown = belongings_lines("streamers", {**OWNED, "heard": heard})

    assert shown == f"{belongings_lines('streamers', OWNED)}\n\n{said}"


def test_the_list_says_how_each_is_and_since_when() -> None:
    states: list[dict[str, Any]] = [
        {"state": "gone", "state_since": SINCE, "state_reason": "said_goodbye"},
        {"state": None, "state_since": None, "state_reason": None},
    ]

    shown = belongings_lines("streamers", [{**OWNED, **state} for state in states])

    time = minute_of(SINCE)
    assert f"Not answering since {time}. It said goodbye." in shown
    assert "not looked for" in shown
