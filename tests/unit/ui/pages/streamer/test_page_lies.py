"""Whatever a streamer says of its numbers, its page is shown."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamer_settings import (
    Choices,
    Equaliser,
    InputSlot,
    Light,
    Preset,
)
from altrabits_desktop.contract.streamers import NowPlaying, Playback, StreamerState
from tests.harness.streamer_page import own_streamer

if TYPE_CHECKING:
    from tests.fakes.full_house import FullHouse
    from tests.harness.streamer_page import OpenPage


LIKELY = 0.8
"""That it is able to do something."""


def lie(chance: random.Random) -> tuple[StreamerState, Choices]:
    pick = chance.choice
    playing = NowPlaying(
        title=pick(["", "x" * 256]),
        artist=pick(["", "\u0639" * 200]),
        cover=pick(["", "9", "../../etc/passwd", "1"]),
        position_s=pick([None, 0.0, 1e7, 86_400.0]),
        duration_s=pick([None, 0.0, 0.001, 1e7]),
    )
    gains = tuple(pick([-12, 0, 12]) for _ in range(pick([0, 1, 16])))
    state = StreamerState(
        playback=pick(list(Playback)),
        now_playing=pick([None, playing]),
        volume=pick([None, 0, 100]),
        volume_maximum=pick([None, 0, 1, 100]),
        is_muted=pick([None, True, False]),
        input_name=pick([None, "", "nowhere"]),
        is_asleep=pick([True, False]),
        preset=pick([None, 1, 32]),
        equaliser=pick([None, Equaliser(is_on=True, gains_db=gains, curve=pick(["", "none"]))]),
        balance=pick([None, -100, 100]),
        sleep_left_s=pick([None, 0.0, 86_400.0]),
        auto_standby_min=pick([None, 0, 1440]),
        light=pick([None, *Light]),
        has_locked_buttons=pick([None, True]),
        leader=pick([None, "box-1", "nobody"]),
        members=pick([(), ("box-1", "box-1"), tuple(f"box-{n}" for n in range(32))]),
    )
    names = pick([(), ("A", "A"), tuple(f"Input {n}" for n in range(16))])
    choices = Choices(
        presets=tuple(Preset(number, pick(["", "x" * 64])) for number in pick([(), (1, 1), (32,)])),
        preset_places=pick([0, 1, 32]),
        bands_hz=pick([(), (1,), (1,) * 16, (48_000, 1)]),
        curves=pick([(), ("a", "a"), ("",)]),
        input_slots=tuple(
            InputSlot(pick(["", "a"]), name, is_hidden=pick([True, False])) for name in names
        ),
    )
    return state, choices


def shown_whatever_it_says(open_page: OpenPage, house: FullHouse, *, times: int) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    chance = random.Random(seed)
    able = frozenset(one for one in Capability if chance.random() < LIKELY)
    page = open_page(own_streamer(house, api_id="box-1", capabilities=able))
    for _ in range(times):
        state, choices = lie(chance)
        own_streamer(
            house,
            api_id="box-1",
            capabilities=able,
            state=state,
            choices=choices,
            inputs=chance.choice([(), ("A", "A")]),
        )
        page.grab()
    assert page.isVisible()


def test_whatever_numbers_a_streamer_says_its_page_is_shown(
    open_page: OpenPage, house: FullHouse
) -> None:
    shown_whatever_it_says(open_page, house, times=5)


@pytest.mark.long
@pytest.mark.parametrize("_turn", range(50))
def test_whatever_numbers_a_streamer_says_its_page_is_shown_each_time(
    open_page: OpenPage, house: FullHouse, _turn: int
) -> None:
    shown_whatever_it_says(open_page, house, times=10)
