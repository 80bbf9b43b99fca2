"""What plays, at any instant."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.music import RADIO_MERIDIAN, TIDEWATER
from altrabits_desktop.simulator.transport import (
    STOPPED,
    Transport,
    ends_in_s,
    moved_on,
    now_playing,
)

PLAYING = Transport(
    playback=Playback.PLAYING, programme=TIDEWATER, position_s=134.0, since_s=1000.0
)
PAUSED = replace(PLAYING, playback=Playback.PAUSED)
LIVE = Transport(playback=Playback.PLAYING, programme=RADIO_MERIDIAN, since_s=1000.0)


def test_position_moves_on_while_playing() -> None:
    playing = now_playing(PLAYING, 1010.04)

    assert playing is not None
    assert (playing.title, playing.position_s) == ("Harbour Lights at Noon", 144.0)
    assert playing.duration_s == 318.0


def test_position_stays_while_paused() -> None:
    playing = now_playing(moved_on(PAUSED, 1500.0), 2000.0)

    assert playing is not None
    assert playing.position_s == 134.0
    assert ends_in_s(PAUSED, 1500.0) is None


def test_next_track_comes_at_the_end_and_after_the_last_the_first() -> None:
    second = moved_on(PLAYING, 1000.0 + 184.0)
    first_again = moved_on(PLAYING, 1000.0 + 184.0 + 254.0 + 287.0 + 1.0)

    assert second.piece == TIDEWATER[1]
    assert second.position_s == 0.0
    assert first_again.piece == TIDEWATER[0]
    assert first_again.position_s == 1.0


def test_live_stream_has_neither_position_nor_end() -> None:
    playing = now_playing(moved_on(LIVE, 9999.0), 9999.0)

    assert playing is not None
    assert (playing.position_s, playing.duration_s) == (None, None)
    assert playing.station == "Radio Meridian"
    assert ends_in_s(LIVE, 9999.0) is None


def test_nothing_plays_while_stopped() -> None:
    assert now_playing(STOPPED, 5.0) is None
    assert now_playing(replace(PLAYING, playback=Playback.STOPPED), 1001.0) is None


@given(st.floats(0, 20_000), st.floats(0, 20_000))
def test_moving_on_in_steps_or_at_once_is_the_same(first_s: float, second_s: float) -> None:
    early, late = sorted((1000.0 + first_s, 1000.0 + second_s))

    stepwise = moved_on(moved_on(PLAYING, early), late)
    at_once = moved_on(PLAYING, late)

    assert abs(_played_s(stepwise) - _played_s(at_once)) % _whole_s() < 1e-6 or (
        abs(abs(_played_s(stepwise) - _played_s(at_once)) - _whole_s()) < 1e-6
    )


@given(st.floats(0, 1e5))
def test_position_lies_within_the_piece(later_s: float) -> None:
    transport = moved_on(PLAYING, 1000.0 + later_s)

    assert transport.piece is not None
    assert transport.piece.duration_s is not None
    assert 0 <= transport.position_s <= transport.piece.duration_s


def _whole_s() -> float:
    return sum(piece.duration_s or 0.0 for piece in TIDEWATER)


def _played_s(transport: Transport) -> float:
    before = sum(piece.duration_s or 0.0 for piece in TIDEWATER[: transport.place])
    return before + transport.position_s
