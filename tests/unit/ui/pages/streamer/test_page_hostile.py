"""R3: whatever a streamer calls anything, its page shows it as plain text, wherever it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.limits import NAME_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.streamer_settings import Choices, Equaliser, InputSlot, Preset
from altrabits_desktop.contract.streamers import NowPlaying
from tests.fakes.full_house import PLAYING
from tests.harness.hostile_texts import HOSTILE_TEXTS, unclean
from tests.harness.interpreted import everything, interpreted
from tests.harness.streamer_page import own_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer
    from tests.fakes.full_house import FullHouse
    from tests.harness.streamer_page import OpenPage

TEXTS = [text for text in map(plain_text, HOSTILE_TEXTS.values()) if text]
PLACES = 40
"""Of texts at once, whatever else is in menus."""
BANDS_HZ = (60, 1000, 12_000)


def hostile(house: FullHouse, number: int) -> Streamer:
    """Give one of the person's whose every text is hostile, in each place another one."""
    turned = [*TEXTS[number:], *TEXTS[:number]]
    playing = NowPlaying(
        title=turned[0],
        artist=turned[1],
        album=turned[2],
        station=turned[3],
        audio_format=turned[4],
    )
    presets = tuple(Preset(place, name) for place, name in enumerate(turned, 1))
    slots = tuple(InputSlot(f"slot{place}", name) for place, name in enumerate(turned))
    return own_streamer(
        house,
        name=turned[5],
        announced_name=turned[6],
        product=turned[7],
        maker=turned[8],
        model_note=turned[9],
        room=turned[10],
        host_name=turned[11],
        card_name=turned[12],
        inputs=tuple(turned),
        capabilities=frozenset(Capability),
        choices=Choices(
            presets=presets,
            preset_places=len(presets),
            bands_hz=BANDS_HZ,
            curves=tuple(turned),
            input_slots=slots,
        ),
        state=replace(
            PLAYING,
            now_playing=playing,
            input_name=turned[13],
            preset=1,
            equaliser=Equaliser(is_on=True, gains_db=(0, 0, 0), curve=turned[14]),
        ),
    )


def check(open_page: OpenPage, house: FullHouse, number: int) -> None:
    page = open_page(hostile(house, number))
    page.grab()
    shown = everything(page)

    assert interpreted(page) == []
    assert [text for text in shown if unclean(text, may_isolate=True)] == []
    whole = "\n".join(shown)
    assert sum(text in whole for text in TEXTS) > PLACES, [t for t in TEXTS if t not in whole]
    assert max(map(len, TEXTS)) <= NAME_CHARACTERS


@pytest.mark.parametrize("number", [0, len(TEXTS) // 2])
def test_r3_every_place_of_the_page_shows_plain_text(
    open_page: OpenPage, house: FullHouse, number: int
) -> None:
    check(open_page, house, number)


@pytest.mark.long
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_r3_each_of_all_hostile_texts_is_plain_in_every_place_of_the_page(
    open_page: OpenPage, house: FullHouse, number: int
) -> None:
    check(open_page, house, number)
