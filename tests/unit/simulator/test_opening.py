"""What the streamers of a farm do when it opens."""

from __future__ import annotations

from altrabits_desktop.contract.control_api import COVERS
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.music import ALBUMS, RADIO_MERIDIAN
from altrabits_desktop.simulator.opening import opening_of


def test_first_three_are_an_album_live_radio_and_a_ready_one() -> None:
    album, radio, ready = (opening_of(order, now_s=50.0) for order in range(3))

    assert album.transport.piece == ALBUMS[0][0]
    assert (album.volume, album.volume_maximum) == (34, 80)
    assert album.transport.since_s == 50.0
    assert radio.transport.piece == RADIO_MERIDIAN[0]
    assert ready.transport.piece is None
    assert not ready.is_asleep


def test_one_of_the_first_eight_sleeps() -> None:
    asleep = [order for order in range(8) if opening_of(order, now_s=0.0).is_asleep]

    assert asleep == [4]


def test_large_house_has_something_of_everything() -> None:
    house = [opening_of(order, now_s=0.0) for order in range(250)]

    assert {each.transport.playback for each in house} == {
        Playback.PLAYING,
        Playback.PAUSED,
        Playback.STOPPED,
    }
    assert 2 < sum(each.is_asleep for each in house) < 20
    assert all(0 <= each.volume <= each.volume_maximum for each in house)
    assert any(each.is_muted for each in house)


def test_nobody_plays_while_asleep() -> None:
    house = [opening_of(order, now_s=0.0) for order in range(250)]

    assert not any(each.is_asleep and each.transport.piece for each in house)


def test_every_cover_is_on_some_piece() -> None:
    pieces = [piece for album in (*ALBUMS, RADIO_MERIDIAN) for piece in album]

    assert {piece.cover for piece in pieces} == COVERS
    assert all(piece.title and piece.audio_format for piece in pieces)


def test_tracks_end_later_than_they_begin() -> None:
    house = [opening_of(order, now_s=0.0).transport for order in range(250)]

    assert all(
        each.piece is None or each.position_s < (each.piece.duration_s or 1e9) for each in house
    )
