"""Which streamer media keys mean, and what may be told it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import (
    NowPlaying,
    Origin,
    Playback,
    Presence,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.shell.media_state import NOBODY, media_state
from tests.fakes.full_house import PLAYING, fireside

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Streamer

SIGNED_IN = HomeReport(standing=Standing.SIGNED_IN, email="maple@example.net")
STILL = StreamerState(playback=Playback.STOPPED, volume=20)


def own(name: str, **known: Any) -> Streamer:  # noqa: ANN401 # any field of a streamer
    """Give a streamer of the person's that can do everything."""
    plain = fireside(id=StreamerId(name), name=name, capabilities=frozenset(Capability))
    return replace(plain, is_owned=True, owned_id=name, **known)


def meant(*streamers: Streamer, chosen: str = "", report: HomeReport = SIGNED_IN) -> str:
    return media_state(streamers, report, chosen=chosen).name


def test_without_a_streamer_nobody_is_meant() -> None:
    assert media_state((), SIGNED_IN, chosen="") == NOBODY


def test_the_one_whose_page_was_opened_is_meant() -> None:
    assert meant(own("a"), own("b", state=STILL), chosen="b") == "b"


def test_else_the_one_that_plays_is_meant() -> None:
    assert meant(own("a", state=STILL), own("b")) == "b"


def test_of_two_that_play_the_one_that_obeys_is_meant() -> None:
    stranger = replace(own("a"), is_owned=False, owned_id=None)

    assert meant(stranger, own("b")) == "b"


def test_of_equals_the_first_by_name_is_meant() -> None:
    assert meant(own("b", state=STILL), own("a", state=STILL)) == "a"


def test_one_that_neither_obeys_nor_plays_is_not_meant() -> None:
    stranger = replace(own("a", state=STILL), is_owned=False, owned_id=None)

    assert meant(stranger, chosen="a") == ""


def test_what_plays_is_told() -> None:
    state = media_state((own("a"),), SIGNED_IN, chosen="")

    assert (state.title, state.artist, state.album) == (
        "Harbour Lights at Noon",
        "The Lumen Quartet",
        "Tidewater",
    )
    assert (state.position_s, state.duration_s, state.is_moving) == (134, 318, True)
    assert (state.volume, state.playback) == (34, Playback.PLAYING)
    assert Capability.SKIP in state.can


def test_a_station_is_a_title() -> None:
    radio = replace(PLAYING, now_playing=NowPlaying(station="Radio Lantern"))

    state = media_state((own("a", state=radio),), SIGNED_IN, chosen="")

    assert (state.title, state.duration_s) == ("Radio Lantern", None)


@pytest.mark.parametrize("standing", [Standing.ANONYMOUS, Standing.DECLINED, Standing.LIMITED])
def test_what_is_closed_to_the_person_cannot_be_told(standing: Standing) -> None:
    state = media_state((own("a"),), HomeReport(standing=standing), chosen="")

    assert (state.name, state.can) == ("a", frozenset())


def test_the_demo_obeys_everybody() -> None:
    demo = own("a", origin=Origin.DEMO)

    assert media_state((demo,), HomeReport(), chosen="").can


def test_of_one_that_is_gone_it_is_not_known_what_plays() -> None:
    state = media_state((own("a", presence=Presence.GONE),), SIGNED_IN, chosen="a")

    assert state == NOBODY


def test_a_track_is_the_same_while_it_goes_on() -> None:
    now = media_state((own("a"),), SIGNED_IN, chosen="")
    playing = PLAYING.now_playing
    assert playing is not None
    later = replace(PLAYING, now_playing=replace(playing, position_s=200.0))
    other = replace(PLAYING, now_playing=replace(playing, title="Another"))

    assert media_state((own("a", state=later),), SIGNED_IN, chosen="").track == now.track
    assert media_state((own("a", state=other),), SIGNED_IN, chosen="").track != now.track
    assert NOBODY.track == ()
