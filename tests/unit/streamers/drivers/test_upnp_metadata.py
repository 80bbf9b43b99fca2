from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.limits import TEXT_CHARACTERS
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.streamers.drivers.upnp.metadata import (
    Track,
    playback_of,
    seconds_of,
    title_in_address,
    track_of,
    truth_of,
)
from tests.fakes.renderer import didl


@pytest.mark.parametrize(
    ("said", "playback"),
    [
        ("PLAYING", Playback.PLAYING),
        (" playing ", Playback.PLAYING),
        ("PAUSED_PLAYBACK", Playback.PAUSED),
        ("TRANSITIONING", Playback.LOADING),
        ("STOPPED", Playback.STOPPED),
        ("NO_MEDIA_PRESENT", Playback.STOPPED),
        ("VENDOR_DANCING", Playback.UNKNOWN),
        ("", Playback.UNKNOWN),
    ],
)
def test_transport_state_is_one_of_ours(said: str, playback: Playback) -> None:
    assert playback_of(said) is playback


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("0:00:00", 0.0),
        ("00:03:07", 187.0),
        ("1:02:03", 3723.0),
        ("0:01:00.000", 60.0),
        ("0:00:02.955", 2.0),
        ("0:00:02.1/3", 2.0),
        ("+0:00:05", 5.0),
        ("NOT_IMPLEMENTED", None),
        ("", None),
        ("-0:00:05", None),
        ("0:99:00", None),
        ("999:00:00", None),
        ("99999999999:00:00", None),
        ("3:07", None),
        ("0:00:0\u0667", None),
    ],
)
def test_times_are_seconds_or_nothing(said: str, seconds: float | None) -> None:
    assert seconds_of(said) == seconds


@pytest.mark.parametrize(("said", "truth"), [("1", True), ("FALSE", False), ("maybe", None)])
def test_truths_are_read_in_every_spelling(said: str, *, truth: bool | None) -> None:
    assert truth_of(said) is truth


def test_track_is_read_from_its_metadata() -> None:
    track = track_of(didl("First Light", artist="The Cobalts", album="Blue"))

    assert track == Track(
        title="First Light",
        artist="The Cobalts",
        album="Blue",
        audio_format="FLAC 44.1 kHz / 16 bit",
    )


def test_broadcast_is_a_station() -> None:
    metadata = didl("Radio One", **{"class": "object.item.audioItem.audioBroadcast"})

    track = track_of(metadata)

    assert (track.title, track.station, track.is_named) == ("", "Radio One", True)


def test_creator_stands_in_for_the_artist() -> None:
    metadata = didl().replace("<dc:title>", "<dc:creator>The Cobalts</dc:creator><dc:title>")

    assert track_of(metadata).artist == "The Cobalts"


def test_metadata_with_an_escape_too_few_is_read_all_the_same() -> None:
    broken = didl("T", artist="A").replace(">T<", ">Grüße & a <b>tone<").replace(">A<", "><A><")

    track = track_of(broken)

    assert (track.title, track.artist) == ("Grüße & a <b>tone", "<A>")


@pytest.mark.parametrize(
    "metadata",
    [
        "",
        "NOT_IMPLEMENTED",
        "<",
        "<dc:title>never ends",
        "<a>" * 5000,
        '<!DOCTYPE a [<!ENTITY b "c">]><dc:title>&b;</dc:title>',
        "<dc:title>" + "x" * 70_000,
    ],
)
def test_metadata_that_is_none_names_nothing(metadata: str) -> None:
    assert track_of(metadata) == Track()


@given(st.text(max_size=300) | st.text("<>/:&;dctile \u202e", max_size=200).map(didl))
def test_any_metadata_gives_plain_and_bounded_texts(metadata: str) -> None:
    track = track_of(metadata)

    texts = [track.title, track.artist, track.album, track.station, track.audio_format]
    assert all(len(text) <= TEXT_CHARACTERS and text.isprintable() for text in texts)


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ('protocolInfo="http-get:*:audio/mpeg:*"', "MP3"),
        ('protocolInfo="http-get:*:audio/L16;rate=44100:*" sampleFrequency="48000"', "PCM 48 kHz"),
        ('protocolInfo="http-get:*:audio/vnd.special:*"', "VND.SPECIAL"),
        ('protocolInfo="http-get:*:audio/flac:*" sampleFrequency="9999999999"', "FLAC"),
        ('protocolInfo="http-get:*:audio/flac:*" bitsPerSample="24"', "FLAC"),
        ('protocolInfo="http-get:*:audio/flac:*" sampleFrequency="0"', "FLAC"),
        ('protocolInfo="http-get:*:video/mp4:*"', ""),
        ('protocolInfo="http-get:*:audio/:*"', ""),
        ('protocolInfo="audio"', ""),
        ("", ""),
    ],
)
def test_format_is_named_as_people_do(attributes: str, shown: str) -> None:
    metadata = f"<DIDL-Lite><item><res {attributes}>u</res></item></DIDL-Lite>"

    assert track_of(metadata).audio_format == shown


def test_track_without_resource_has_no_format() -> None:
    assert track_of("<DIDL-Lite><item/></DIDL-Lite>").audio_format == ""


@pytest.mark.parametrize(
    ("url", "title"),
    [
        ("http://192.168.71.10/music/First%20Light.flac?a=b", "First Light"),
        ("http://192.168.71.10/stream", "stream"),
        ("http://192.168.71.10/.flac", ".flac"),
        ("http://192.168.71.10/a.b.c.d.longending", "a.b.c.d.longending"),
        ("http://192.168.71.10/", ""),
        ("http://192.168.71.10/%E2%80%AEevil.mp3", "evil"),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_name_of_the_file_is_a_title_of_last_resort(url: str, title: str) -> None:
    assert title_in_address(url) == title


def test_declared_encoding_is_not_believed() -> None:
    metadata = '<?xml version="1.0" encoding="x-unknown"?><item><title>Grüße</title></item>'

    assert track_of(metadata).title == "Grüße"


@pytest.mark.parametrize("digits", [700, 5000, 40_000])
def test_r7_a_sign_written_as_an_endless_number_is_no_error(
    digits: int,
) -> None:
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    track = track_of(f"<a><title>&#{'9' * digits};</title><</a>")
    sys.set_int_max_str_digits(before)

    assert track == Track()


def test_r7_metadata_of_very_many_elements_names_what_its_texts_say() -> None:
    many = didl("Title").replace("</item>", "<a/>" * 300 + "</item>")

    assert track_of(many) == Track(title="Title")
