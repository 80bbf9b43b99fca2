"""A made-up streamer that can be told everything, for pictures of its page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.app import made_up_house as houses
from altrabits_desktop.contract.streamer_settings import (
    Choices,
    Equaliser,
    InputSlot,
    Light,
    Preset,
)
from altrabits_desktop.contract.streamers import Playback, Presence, StreamerState

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.streamers import Streamer

OWNED_ID = "fireside-1"
_PRESETS = ("Radio Meridian", "Evening quiet", "Kitchen mix", "Slow Sundays", "Rain and piano")
CHOICES = Choices(
    presets=tuple(Preset(number, name) for number, name in enumerate(_PRESETS, 1)),
    preset_places=8,
    bands_hz=(60, 250, 1000, 4000, 12_000),
    curves=("Flat", "Warm evening", "Clear voices", "Night"),
    input_slots=(
        *(InputSlot(name.lower(), name) for name in houses.INPUTS),
        InputSlot("usb", "USB", is_hidden=True),
    ),
)
STATE = StreamerState(
    *(Playback.PLAYING, houses.LAMP_LIGHT, 34, 80),
    is_muted=False,
    input_name=houses.INPUTS[0],
    equaliser=Equaliser(is_on=True, gains_db=(2, 1, 0, -1, 1), curve="Warm evening"),
    balance=0,
    sleep_left_s=24 * 60 + 10,
    auto_standby_min=20,
    light=Light.DIM,
    has_locked_buttons=False,
)


def full(now: datetime) -> Streamer:
    """Give one of the person's own that plays and can be told everything."""
    return replace(
        houses.fireside(now),
        is_owned=True,
        owned_id=OWNED_ID,
        state=STATE,
        choices=CHOICES,
    )


def resting(now: datetime) -> Streamer:
    """Give the same one in standby."""
    state = replace(STATE, playback=Playback.STOPPED, is_asleep=True, sleep_left_s=None)
    return replace(full(now), state=state, presence=Presence.ASLEEP)


def bare(now: datetime) -> Streamer:
    """Give one without presets, with a curve of its owner's and locked buttons."""
    state = replace(
        STATE,
        equaliser=Equaliser(is_on=False, gains_db=(-3, 0, 4, 12, -12)),
        balance=-30,
        sleep_left_s=None,
        auto_standby_min=0,
        light=Light.OFF,
        has_locked_buttons=True,
    )
    return replace(full(now), state=state, choices=replace(CHOICES, presets=()))
