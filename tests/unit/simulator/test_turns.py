"""What commands make of a setting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator import turns
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.opening import Setting, opening_of
from altrabits_desktop.simulator.transport import Transport

ALBUM = opening_of(0, now_s=0.0)
RADIO = opening_of(1, now_s=0.0)
READY = opening_of(2, now_s=0.0)
ASLEEP = opening_of(4, now_s=0.0)


@pytest.mark.parametrize("setting", [ALBUM, RADIO, READY, ASLEEP])
def test_play_wakes_and_plays(setting: Setting) -> None:
    played = turns.played(setting)

    assert played.transport.playback is Playback.PLAYING
    assert played.transport.piece is not None
    assert not played.is_asleep


def test_address_is_played_on_the_network_from_standby_too() -> None:
    played = turns.played(turns.with_input(ASLEEP, "Optical"), "http://a/b")

    assert (played.input, played.is_asleep) == ("Network", False)
    assert played.transport.piece is not None
    assert played.transport.piece.duration_s is None


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("http://192.168.1.9/a/First%20Light.flac", "First Light.flac"),
        ("https://radio.example:8000/stream/", "stream"),
        ("http://radio.example", "radio.example"),
        ("http://a/%ff", "\ufffd"),
        ("http://a/" + "x" * 300, "x" * 128),
    ],
)
def test_address_names_what_plays(url: str, title: str) -> None:
    piece = turns.played(READY, url).transport.piece

    assert piece is not None
    assert piece.title == title


@pytest.mark.parametrize(
    "url",
    [
        "ftp://a/b",
        "file:///etc/passwd",
        "/music/a.flac",
        "http://",
        "http:///a",
        "http://user@a/b",
        "http://user:word@a/b",
        "http://a:0/b",
        "http://a:99999/b",
        "http://[::1/b",
        "http://a/b c",
        "http://a/\u00fc",
        "javascript:alert(1)",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(Problem, match=r"url\.refused"):
        turns.played(READY, url)


@given(st.text(min_size=1, max_size=60))
def test_any_address_is_played_or_refused(url: str) -> None:
    codes, pieces = [], []
    try:
        pieces.append(turns.played(READY, url).transport.piece)
    except Problem as problem:
        codes.append(problem.code)

    assert codes == ["url.refused"] or pieces[0] is not None


def test_pause_of_what_has_not_begun_changes_nothing() -> None:
    assert turns.paused(READY) == READY
    assert turns.paused(ALBUM).transport.playback is Playback.PAUSED


def test_stop_goes_back_to_the_begin_of_the_piece() -> None:
    stopped = turns.stopped(ALBUM)

    assert stopped.transport.piece is None
    assert stopped.transport.position_s == 0.0
    assert turns.played(stopped).transport.piece == ALBUM.transport.piece


@pytest.mark.parametrize(("step", "place"), [(1, 1), (-1, 2), (3, 0)])
def test_skipping_goes_round(step: int, place: int) -> None:
    skipped = turns.skipped(ALBUM, step)

    assert (skipped.transport.place, skipped.transport.position_s) == (place, 0.0)


def test_skipping_in_nothing_begins_something() -> None:
    assert turns.skipped(READY, 1).transport.playback is Playback.PLAYING


@pytest.mark.parametrize(("asked_s", "place_s"), [(0.0, 0.0), (12.5, 12.5), (9999.0, 318.0)])
def test_place_is_within_the_piece(asked_s: float, place_s: float) -> None:
    assert turns.sought(ALBUM, asked_s).transport.position_s == place_s


@pytest.mark.parametrize("setting", [RADIO, READY])
def test_there_is_no_place_in_live_radio_or_in_nothing(setting: Setting) -> None:
    with pytest.raises(Problem, match=r"command\.unsupported"):
        turns.sought(setting, 10.0)


def test_mute_keeps_the_volume() -> None:
    muted = turns.muted(ALBUM, is_muted=True)

    assert (muted.is_muted, muted.volume) == (True, ALBUM.volume)


def test_input_must_be_one_of_the_streamers() -> None:
    assert turns.with_input(ALBUM, "Coax").input == "Coax"
    with pytest.raises(Problem, match=r"input\.unknown"):
        turns.with_input(ALBUM, "Tape")


def test_nothing_else_is_touched_by_an_address() -> None:
    assert turns.played(Setting(transport=Transport(), volume=7), "http://a/b").volume == 7
