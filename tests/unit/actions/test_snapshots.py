"""Settings of a streamer as a document, compared, and fitted to another streamer."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.snapshots import (
    SNAPSHOT_BYTES,
    Difference,
    Snapshot,
    differences,
    fitted,
    read_snapshot,
    snapshot_bytes,
)
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Malformed
from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.contract.streamer_settings import Choices, Equaliser, InputSlot, Light
from altrabits_desktop.contract.upkeep import KeptInput, KeptPreset, KeptSettings
from tests.fakes.streamers import a_streamer

AT = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)
PRESET = KeptPreset(number=1, name="Evening", source="album:1:0")
INPUT = KeptInput(slot="optical", name="Television")
WHOLE = KeptSettings(
    product="Cobalt S1",
    name="Fireside",
    room="Living room",
    volume_maximum=80,
    balance=0,
    equaliser=Equaliser(is_on=True, gains_db=(2, 1), curve="Warm"),
    bands_hz=(60, 250),
    auto_standby_min=20,
    light=Light.DIM,
    has_locked_buttons=False,
    inputs=(INPUT,),
    presets=(PRESET,),
)
SAME = a_streamer(
    capabilities=frozenset(Capability),
    choices=Choices(
        preset_places=4,
        bands_hz=(60, 250),
        curves=("Flat", "Warm"),
        input_slots=(InputSlot("optical", "Optical"),),
    ),
)


def test_document_is_read_as_it_was_written() -> None:
    snapshot = Snapshot(AT, WHOLE)

    assert read_snapshot(snapshot_bytes(snapshot)) == snapshot


def test_document_is_for_people_too() -> None:
    content = snapshot_bytes(Snapshot(AT, WHOLE)).decode()

    assert '"name": "Fireside"' in content
    assert content.count("\n") > 20


def test_texts_of_a_document_are_plain_and_cut() -> None:
    hostile = "\x1b[31m\u202e" + "x" * 200
    settings = replace(
        WHOLE, name=hostile, presets=(replace(PRESET, name=hostile),), inputs=(INPUT,)
    )

    read = read_snapshot(snapshot_bytes(Snapshot(AT, settings))).settings

    assert read.name is not None
    assert read.presets is not None
    for name in (read.name, read.presets[0].name):
        assert name.isprintable()
        assert len(name) <= NAME_CHARACTERS


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b" " * (SNAPSHOT_BYTES + 1),
        json.dumps({"form": "another", "made_at": AT.isoformat(), "settings": {}}).encode(),
        b'{"form": "altrabits-settings-1", "made_at": "2026-05-04T12:30:00", "settings": {}}',
        b'{"form": "altrabits-settings-1", "made_at": "2026-05-04T12:30:00Z", "settings": 7}',
    ],
)
def test_what_is_no_such_document_is_refused(content: bytes) -> None:
    with pytest.raises(Malformed, match=r"snapshot\.malformed"):
        read_snapshot(content)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_snapshot_or_refused(content: bytes) -> None:
    with pytest.raises(Malformed):
        read_snapshot(content)


def test_same_settings_do_not_differ() -> None:
    assert differences(WHOLE, WHOLE) == ()


def test_each_difference_is_named() -> None:
    other = KeptPreset(number=2, name="Radio", source="station:1")
    after = replace(
        WHOLE,
        product="Cobalt S2",
        name="Hearth",
        light=None,
        balance=-5,
        presets=(other,),
        inputs=(replace(INPUT, is_hidden=True),),
    )

    assert differences(WHOLE, after) == (
        Difference("name", "Fireside", "Hearth"),
        Difference("balance", 0, -5),
        Difference("input.optical", INPUT, replace(INPUT, is_hidden=True)),
        Difference("preset.01", PRESET, None),
        Difference("preset.02", None, other),
    )


def test_same_product_takes_all_on() -> None:
    taken, left_out = fitted(WHOLE, SAME)

    assert taken == replace(WHOLE, product=None)
    assert left_out == ()


def test_other_bands_leave_the_equaliser_out() -> None:
    other = replace(SAME, choices=replace(SAME.choices, bands_hz=(100, 1000)))

    taken, left_out = fitted(WHOLE, other)

    assert (taken.equaliser, taken.bands_hz) == (None, None)
    assert left_out == ("equaliser",)


def test_what_a_streamer_cannot_is_left_out_and_named() -> None:
    small = replace(SAME, capabilities=frozenset({Capability.RENAME, Capability.LIGHT}))

    taken, left_out = fitted(WHOLE, small)

    assert taken == KeptSettings(name="Fireside", room="Living room", light=Light.DIM)
    assert left_out == (
        *("volume_maximum", "balance", "equaliser", "auto_standby_min", "has_locked_buttons"),
        *("inputs", "presets"),
    )


def test_inputs_that_a_streamer_lacks_are_left_out() -> None:
    settings = replace(WHOLE, inputs=(INPUT, KeptInput(slot="tape", name="Tape")))

    taken, left_out = fitted(settings, SAME)

    assert taken.inputs == (INPUT,)
    assert left_out == ("input.tape",)


def test_presets_beyond_the_places_of_a_streamer_are_left_out() -> None:
    settings = replace(WHOLE, presets=(PRESET, replace(PRESET, number=5)))

    taken, left_out = fitted(settings, SAME)

    assert taken.presets == (PRESET,)
    assert left_out == ("preset.05",)


def test_a_curve_that_a_streamer_lacks_is_taken_on_by_its_gains() -> None:
    other = replace(SAME, choices=replace(SAME.choices, curves=("Flat",)))

    taken, left_out = fitted(WHOLE, other)

    assert taken.equaliser == Equaliser(is_on=True, gains_db=(2, 1), curve="")
    assert left_out == ()
