"""What people are shown of settings and upkeep."""

from __future__ import annotations

from typing import Any

import pytest

from altrabits_desktop.actions.directory import sound_of
from altrabits_desktop.actions.setting_records import settings_of
from altrabits_desktop.app import console
from altrabits_desktop.cli.control_words import Look
from altrabits_desktop.cli.settings import SETTINGS, setting_lines
from altrabits_desktop.cli.upkeep import UPKEEP, upkeep_lines
from altrabits_desktop.contract.commands import PlayPreset
from altrabits_desktop.contract.streamer_settings import (
    Choices,
    Equaliser,
    InputSlot,
    Light,
    Preset,
)
from altrabits_desktop.contract.streamers import NowPlaying, Playback, Presence, StreamerState
from tests.fakes.streamers import a_streamer

CHOICES = Choices(
    presets=(Preset(1, "Radio"), Preset(3, "Evening")),
    preset_places=6,
    bands_hz=(60, 250),
    curves=("Flat",),
    input_slots=(InputSlot("optical", "Television"), InputSlot("coax", "Coax", is_hidden=True)),
)
STATE = StreamerState(
    playback=Playback.PLAYING,
    now_playing=NowPlaying(title="First Light"),
    volume=30,
    preset=3,
    equaliser=Equaliser(is_on=False, gains_db=(2, -1)),
    balance=-20,
    sleep_left_s=1790.0,
    auto_standby_min=20,
    light=Light.DIM,
    has_locked_buttons=True,
)
NETWORK = {
    "address": "192.168.71.20",
    "mac": None,
    "link": "wifi",
    "wifi_name": "Maple\x1b",
    "speed_mbit_s": 390,
    "signal_percent": 84,
}
HEALTH: dict[str, Any] = {
    "uptime_s": 3700,
    "restarts": 2,
    "firmware": "2.4.1",
    "free_bytes": 41_943_040,
    "temperature_c": 41.5,
}


def record(state: StreamerState = STATE, **known: Any) -> dict[str, Any]:  # noqa: ANN401 # fields
    streamer = a_streamer(state=state, **{"choices": CHOICES, **known})
    return {**sound_of(streamer), **settings_of(streamer)}


def test_the_console_has_each_of_these_commands() -> None:
    assert {*SETTINGS, *UPKEEP} <= set(console.COMMANDS)


@pytest.mark.parametrize(
    ("verb", "shown"),
    [
        ("preset", "  1  Radio\n* 3  Evening"),
        ("equaliser", "off  60 Hz +2 dB, 250 Hz -1 dB"),
        ("balance", "20 to the left"),
        ("sleep", "It sleeps in 30 min."),
        ("standby", "It is up. It sleeps by itself 20 min after the music ended."),
        ("light", "dim"),
        ("lock", "Its buttons are locked."),
        ("maximum", "100"),
        ("input-name", "Television\nCoax  hidden"),
        ("input-hide", "Television\nCoax  hidden"),
    ],
)
def test_setting_is_said_as_it_is(verb: str, shown: str) -> None:
    assert setting_lines(verb, record(), asked=Look()) == shown


@pytest.mark.parametrize("verb", sorted(set(SETTINGS) - {"sleep", "standby"}))
def test_small_streamer_does_not_say(verb: str) -> None:
    shown = setting_lines(verb, record(StreamerState(), choices=Choices()), asked=Look())

    assert shown == "The streamer does not say that."


@pytest.mark.parametrize(
    ("state", "verb", "shown"),
    [
        (StreamerState(balance=0), "balance", "in the middle"),
        (StreamerState(balance=7), "balance", "7 to the right"),
        (StreamerState(light=Light.ON), "light", "on"),
        (StreamerState(light=Light.OFF), "light", "off"),
        (StreamerState(light=Light.UNKNOWN), "light", "The streamer does not say that."),
        (StreamerState(has_locked_buttons=False), "lock", "Its buttons work."),
        (StreamerState(volume=3, volume_maximum=80), "maximum", "80"),
        (StreamerState(), "sleep", "No sleep timer runs."),
        (StreamerState(sleep_left_s=4.0), "sleep", "It sleeps in 1 min."),
        (StreamerState(is_asleep=True), "standby", "It is asleep."),
        (StreamerState(auto_standby_min=0), "standby", "It is up. It never sleeps by itself."),
        (
            StreamerState(equaliser=Equaliser(is_on=True, gains_db=(0, 0), curve="Flat")),
            "equaliser",
            "on  Flat  60 Hz +0 dB, 250 Hz +0 dB",
        ),
    ],
)
def test_other_settings_are_said_too(state: StreamerState, verb: str, shown: str) -> None:
    assert setting_lines(verb, record(state), asked=Look()) == shown


def test_places_without_presets_are_said() -> None:
    shown = setting_lines("preset", record(choices=Choices(preset_places=6)), asked=Look())

    assert shown == "No preset is saved yet."


def test_preset_that_plays_is_said_by_what_plays() -> None:
    shown = setting_lines("preset", record(), asked=PlayPreset(3))

    assert shown == "Streamer 1  plays  First Light  volume 30"


def test_of_one_that_is_gone_nothing_is_known() -> None:
    assert record(presence=Presence.GONE)["balance"] is None


@pytest.mark.parametrize(
    ("words", "result", "shown"),
    [
        ("network", NETWORK, "192.168.71.20  Wi-Fi  Maple  390 Mbit/s  signal 84 %"),
        (
            "network",
            {**dict.fromkeys(NETWORK), "address": "192.168.71.20", "link": "unknown"},
            "192.168.71.20",
        ),
        (
            "health",
            HEALTH,
            (
                "Has been running for 1:01 h.\nStarted anew 2 time(s).\nFirmware 2.4.1.\n"
                "40 MB free.\n42 °C inside."
            ),
        ),
        (
            "health",
            {**dict.fromkeys(HEALTH), "uptime_s": 0},
            "Has been running for 0:00 h.",
        ),
        ("logs", {"lines": ["0 s: started", "9 s: \x1bplay"]}, "0 s: started\n9 s: play"),
        ("logs", {"lines": []}, "The streamer has written nothing down."),
        ("restart", {}, "The streamer starts anew. It is back within a minute."),
        ("snapshot save", {"file": "a.json"}, "The settings are saved in a.json."),
        (
            "snapshot compare",
            {"differences": [], "made_at": "2026-05-04T12:00:00Z"},
            "The settings are the same as in the file.",
        ),
        ("snapshot restore", {"left_out": []}, "The settings are in place."),
        (
            "snapshot restore",
            {"left_out": [], "id": "b", "name": "Fireside", "known_as": "Fireside"},
            "The settings are in place.",
        ),
        (
            "snapshot restore",
            {"left_out": [], "id": "b", "name": "Fireside", "known_as": "Bedroom"},
            (
                "The settings are in place.\nIt calls itself Fireside now, as in the file, and is"
                " Bedroom in your account: `altrabits streamers name b NAME` gives it one name in"
                " both."
            ),
        ),
        (
            "snapshot restore",
            {"left_out": ["light", "presets"]},
            "The settings are in place.\nThis streamer does not have: light, presets.",
        ),
    ],
)
def test_upkeep_is_said_as_it_was_told(words: str, result: dict[str, Any], shown: str) -> None:
    assert upkeep_lines(words.split(), result) == shown


def test_reset_says_what_became_of_the_account() -> None:
    assert "no longer in your account" in upkeep_lines(["reset"], {})


def test_differences_are_named_with_what_was_and_is() -> None:
    differences = [
        {"name": "balance", "before": 0, "after": -20},
        {"name": "preset.01", "before": {"number": 1, "name": "Radio"}, "after": None},
        {"name": "room", "before": "", "after": "Attic"},
        {"name": "equaliser", "before": {"gains_db": [1, 2]}, "after": {"gains_db": [2, 2]}},
    ]
    told = {"differences": differences, "made_at": "2026-05-04T12:00:00Z"}

    _, *lines = upkeep_lines(["snapshot", "compare"], told).splitlines()

    assert lines == [
        "  balance: 0 -> -20",
        "  preset.01: number 1, name Radio -> -",
        '  room: "" -> Attic',
        "  equaliser: gains_db 1/2 -> gains_db 2/2",
    ]
