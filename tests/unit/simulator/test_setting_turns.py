"""What commands beside the transport make of a setting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.control_commands import EqualiserCommand
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator import setting_turns, turns
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.keeping import CURVES, FACTORY, LIVED_IN, PRESET_PLACES, Kept
from altrabits_desktop.simulator.opening import opening_of
from altrabits_desktop.simulator.sources import source_of, transport_of

ALBUM = opening_of(0, now_s=0.0)
READY = opening_of(2, now_s=0.0)
ASLEEP = opening_of(4, now_s=0.0)


@pytest.mark.parametrize("number", [preset.number for preset in LIVED_IN.presets])
def test_preset_plays_from_standby_too(number: int) -> None:
    played = setting_turns.preset_played(ASLEEP, number)

    assert played.transport.playback is Playback.PLAYING
    assert (played.preset, played.is_asleep) == (number, False)


@pytest.mark.parametrize("url", ["", "http://192.168.1.9/a.flac"])
def test_preset_that_was_saved_plays_the_same_again(url: str) -> None:
    playing = turns.played(ALBUM, url)

    saved = setting_turns.preset_saved(playing, 6, "")
    again = setting_turns.preset_played(turns.stopped(saved), 6)

    assert again.transport.piece == playing.transport.piece
    assert again.kept.preset(6) is not None


def test_preset_of_nothing_is_not_saved() -> None:
    with pytest.raises(Problem, match=r"command\.unsupported"):
        setting_turns.preset_saved(READY, 1, "")


def test_empty_place_is_not_played_and_cleared_all_the_same() -> None:
    cleared = setting_turns.preset_cleared(setting_turns.preset_cleared(ALBUM, 1), 1)

    assert cleared.kept.preset(1) is None
    with pytest.raises(Problem, match=r"preset\.unknown"):
        setting_turns.preset_played(cleared, 1)


@pytest.mark.parametrize("number", [PRESET_PLACES + 1, 99])
def test_place_that_there_is_not_is_unknown(number: int) -> None:
    with pytest.raises(Problem, match=r"preset\.unknown"):
        setting_turns.preset_played(ALBUM, number)
    with pytest.raises(Problem, match=r"preset\.unknown"):
        setting_turns.preset_saved(ALBUM, number, "a")
    with pytest.raises(Problem, match=r"preset\.unknown"):
        setting_turns.preset_cleared(ALBUM, number)


@pytest.mark.parametrize("number", [1, 6])
def test_another_piece_input_or_a_stop_is_no_preset_any_more(number: int) -> None:
    playing = setting_turns.preset_saved(ALBUM, number, "a")

    assert playing.preset == number
    assert turns.stopped(playing).preset is None
    assert turns.with_input(playing, "Optical").preset is None
    assert turns.played(playing, "http://a/b").preset is None
    assert setting_turns.preset_cleared(playing, number).preset is None


def test_curve_sets_gains_and_gains_alone_have_no_name() -> None:
    curve = setting_turns.equalised(FACTORY, EqualiserCommand(curve="Late night"))
    own = setting_turns.equalised(curve, EqualiserCommand(gains_db=(1, 1, 1, 1, 1)))
    named = setting_turns.equalised(own, EqualiserCommand(gains_db=(1, 1, 1, 1, 2), curve="Mine"))

    assert (curve.gains_db, curve.curve) == (CURVES["Late night"], "Late night")
    assert (own.gains_db, own.curve) == ((1, 1, 1, 1, 1), None)
    assert (named.curve, named.is_equalised) == ("Mine", False)


def test_switch_leaves_the_gains() -> None:
    off = setting_turns.equalised(LIVED_IN, EqualiserCommand(is_on=False))

    assert off == replace(LIVED_IN, is_equalised=False)


def test_gains_for_other_bands_are_malformed() -> None:
    with pytest.raises(Problem, match=r"command\.malformed"):
        setting_turns.equalised(FACTORY, EqualiserCommand(gains_db=(1, 2)))


def test_maximum_takes_the_volume_down_and_never_up() -> None:
    lower = setting_turns.at_maximum(ALBUM, 20)
    higher = setting_turns.at_maximum(lower, 90)

    assert (lower.volume, higher.volume, higher.volume_maximum) == (20, 20, 90)


def test_standby_stops_what_plays_and_the_timer() -> None:
    asleep = setting_turns.in_standby(setting_turns.with_timer(ALBUM, 60), is_asleep=True)
    awake = setting_turns.in_standby(asleep, is_asleep=False)

    assert (asleep.is_asleep, asleep.sleep_at_s) == (True, None)
    assert asleep.transport.playback is Playback.STOPPED
    assert (awake.is_asleep, awake.transport.playback) == (False, Playback.STOPPED)


def test_input_that_plays_keeps_playing_under_its_new_name() -> None:
    named = setting_turns.input_named(ALBUM, "network", "House")
    back = setting_turns.input_named(named, "network", "")

    assert named.input == "House"
    assert "House" in named.kept.input_names
    assert back.input == ALBUM.input


@pytest.mark.parametrize("name", ["Optical", "Coax"])
def test_two_inputs_never_have_one_name(name: str) -> None:
    with pytest.raises(Problem, match=r"input\.taken"):
        setting_turns.input_named(ALBUM, "network", name)


def test_hidden_input_is_named_no_more_and_cannot_be_played() -> None:
    hidden = setting_turns.input_hidden(ALBUM, "coax", is_hidden=True)
    shown = setting_turns.input_hidden(hidden, "coax", is_hidden=False)

    assert "Coax" not in hidden.kept.input_names
    assert shown.kept == ALBUM.kept
    with pytest.raises(Problem, match=r"input\.unknown"):
        turns.with_input(hidden, "Coax")


def test_input_that_plays_is_not_hidden() -> None:
    with pytest.raises(Problem, match=r"command\.unsupported"):
        setting_turns.input_hidden(ALBUM, "network", is_hidden=True)


def test_slot_that_there_is_not_is_unknown() -> None:
    with pytest.raises(Problem, match=r"input\.unknown"):
        setting_turns.input_named(ALBUM, "tape", "Tape")


@given(st.text(max_size=60))
def test_any_source_means_something_that_plays_or_nothing(source: str) -> None:
    transport = transport_of(source, now_s=0.0)

    assert transport is None or source_of(transport) == source


@given(st.lists(st.tuples(st.integers(1, PRESET_PLACES), st.booleans()), max_size=20))
def test_presets_stay_in_their_order(steps: list[tuple[int, bool]]) -> None:
    setting = ALBUM
    for number, is_saved in steps:
        setting = (
            setting_turns.preset_saved(setting, number, "a")
            if is_saved
            else setting_turns.preset_cleared(setting, number)
        )

    numbers = [preset.number for preset in setting.kept.presets]
    assert numbers == sorted(set(numbers))
    assert isinstance(setting.kept, Kept)
