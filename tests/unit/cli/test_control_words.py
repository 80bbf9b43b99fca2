from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.cli.control_words import (
    FULL,
    Look,
    Turn,
    input_of,
    place_words,
    read_control,
    read_place,
    read_volume,
    turned,
)
from altrabits_desktop.contract.commands import (
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
from altrabits_desktop.contract.errors import Refused, WrongUsage

SIXTY = st.integers(0, 59)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("play", Play()),
        ("play https://radio.example/a.flac", Play("https://radio.example/a.flac")),
        ("pause", Pause()),
        ("stop", Stop()),
        ("next", Next()),
        ("previous", Previous()),
        ("seek 1:30", Seek(90.0)),
        ("volume", Look()),
        ("volume 34", SetVolume(34)),
        ("volume +5", Turn(5)),
        ("volume -5", Turn(-5)),
        ("mute on", SetMute(is_muted=True)),
        ("mute off", SetMute(is_muted=False)),
        ("input", Look()),
        ("input Optical", SelectInput("Optical")),
    ],
)
def test_every_command_is_understood(words: str, asked: object) -> None:
    verb, *operands = words.split()

    assert read_control(verb, operands) == asked


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("play ftp://radio.example/a", "usage.url"),
        ("play file:///etc/passwd", "usage.url"),
        ("play http://", "usage.url"),
        ("seek", "usage.time"),
        ("seek soon", "usage.time"),
        ("seek -1", "usage.time"),
        ("seek 1:60", "usage.time"),
        ("seek 1:60:00", "usage.time"),
        ("seek 1:2:3:4", "usage.time"),
        ("seek ٣", "usage.time"),
        ("volume 101", "usage.volume"),
        ("volume +-5", "usage.volume"),
        ("volume loud", "usage.volume"),
        ("volume ٣", "usage.volume"),
        ("mute maybe", "usage.choice"),
    ],
)
def test_what_does_not_fit_is_wrong_usage(words: str, code: str) -> None:
    verb, *operands = words.split()

    with pytest.raises(WrongUsage) as wrong:
        read_control(verb, operands)

    assert wrong.value.code == code


@given(st.integers(0, 999), SIXTY, SIXTY)
def test_hours_minutes_and_seconds_are_so_many_seconds(h: int, m: int, s: int) -> None:
    assert read_place(f"{h}:{m:02}:{s:02}") == h * 3600 + m * 60 + s
    assert read_place(f"{h}:{s:02}") == h * 60 + s
    assert read_place(f"{h * 60}.5") == h * 60 + 0.5


@given(st.text(max_size=12))
def test_any_text_is_a_place_or_wrong_usage(text: str) -> None:
    with suppress(WrongUsage):
        assert 0 <= read_place(text) < 10_000_000


@given(st.text(max_size=6))
def test_any_text_is_a_volume_or_wrong_usage(text: str) -> None:
    with suppress(WrongUsage):
        asked = read_volume(text)
        number = asked.by if isinstance(asked, Turn) else asked.volume
        assert -FULL <= number == int(text) <= FULL


@given(st.integers(0, FULL), st.integers(-FULL, FULL), st.integers(1, FULL))
def test_a_turn_stays_between_silence_and_the_most_there_is(
    volume: int, by: int, most: int
) -> None:
    after = turned(min(volume, most), Turn(by), most=most).volume

    assert 0 <= after <= most
    assert after in {0, most} or after - min(volume, most) == by


@pytest.mark.parametrize(
    ("text", "inputs", "meant"),
    [
        ("optical", ("Network", "Optical"), "Optical"),
        ("Optical", ("OPTICAL", "Optical"), "Optical"),
        ("straße", ("STRASSE",), "STRASSE"),
        ("optical", (), "optical"),
    ],
)
def test_an_input_is_found_whatever_its_case(
    text: str, inputs: tuple[str, ...], meant: str
) -> None:
    assert input_of(text, inputs) == meant


@pytest.mark.parametrize(
    ("text", "inputs"), [("coax", ("Network", "Optical")), ("aux", ("AUX", "Aux"))]
)
def test_an_input_that_is_none_or_could_be_two_is_refused_with_those_there_are(
    text: str, inputs: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as refused:
        input_of(text, inputs)

    assert refused.value.code == "control.input_not_listed"
    assert refused.value.arguments == {"name": text, "known": ", ".join(inputs)}


@given(st.integers(0, 3_599_999))
def test_a_place_is_said_as_it_is_read(place_s: int) -> None:
    assert read_place(place_words(place_s)) == place_s


def test_a_place_is_said_as_people_write_it() -> None:
    assert [place_words(place_s) for place_s in (7.9, 90, 3750)] == ["0:07", "1:30", "1:02:30"]
