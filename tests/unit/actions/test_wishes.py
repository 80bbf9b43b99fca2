"""What a command will change, and what confirms it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.wishes import Wish, Wished, shown, wish_of
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
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from tests.fakes.obeying import PLAYING


def after(command: Command, state: StreamerState | None = PLAYING) -> StreamerState | None:
    wish = wish_of(command)
    return shown(state, () if wish is None else (wish,))


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (Play(), PLAYING),
        (Play("http://a/b"), replace(PLAYING, playback=Playback.LOADING)),
        (Pause(), replace(PLAYING, playback=Playback.PAUSED)),
        (Stop(), replace(PLAYING, playback=Playback.STOPPED)),
        (Next(), PLAYING),
        (Previous(), PLAYING),
        (SetVolume(40), replace(PLAYING, volume=40)),
        (SetVolume(400), replace(PLAYING, volume=100)),
        (SetVolume(-4), replace(PLAYING, volume=0)),
        (SetMute(is_muted=True), replace(PLAYING, is_muted=True)),
        (SelectInput("Optical"), replace(PLAYING, input_name="Optical")),
    ],
)
def test_command_shows_as_it_will_be(command: Command, expected: StreamerState) -> None:
    assert after(command) == expected


def test_place_shows_in_what_plays() -> None:
    state = after(Seek(30))

    assert state is not None
    assert state.now_playing == NowPlaying(title="First Light", position_s=30.0, duration_s=180.0)


def test_place_in_nothing_shows_nothing() -> None:
    assert after(Seek(30.0), StreamerState()) == StreamerState()


def test_streamer_with_a_lower_maximum_shows_that() -> None:
    limited = replace(PLAYING, volume_maximum=80)

    assert after(SetVolume(90), limited) == replace(limited, volume=80)


def test_nothing_asked_shows_nothing() -> None:
    assert shown(None, ()) is None


@pytest.mark.parametrize(
    ("command", "state", "is_confirmed"),
    [
        (Play(), replace(PLAYING, playback=Playback.LOADING), True),
        (Play("http://a/b"), PLAYING, True),
        (Play(), replace(PLAYING, playback=Playback.PAUSED), False),
        (Pause(), PLAYING, False),
        (Pause(), replace(PLAYING, playback=Playback.PAUSED), True),
        (Seek(11.5), PLAYING, True),
        (Seek(60.0), PLAYING, False),
        (Seek(60.0), StreamerState(), False),
        (SetVolume(10), PLAYING, True),
        (SetVolume(11), PLAYING, False),
        (SetVolume(90), replace(PLAYING, volume=80, volume_maximum=80), True),
        (SetMute(is_muted=True), PLAYING, False),
        (SetMute(is_muted=False), PLAYING, True),
    ],
)
def test_streamer_confirms_what_it_says_itself(
    command: Command, state: StreamerState, is_confirmed: bool
) -> None:
    wish = wish_of(command)

    assert wish is not None
    assert wish.is_confirmed_by(state) == is_confirmed


@given(
    st.sampled_from(Wished),
    st.one_of(st.integers(0, 100), st.booleans(), st.floats(0, 9), st.text()),
)
def test_any_wish_that_shows_is_confirmed_by_what_it_shows(
    part: Wished, value: float | bool | str
) -> None:
    wish = Wish(part, value)

    assert wish.is_confirmed_by(wish.shown_in(PLAYING))
