"""What media keys tell: the same as the window would, and nothing that is closed."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.app.media_keys import MediaKeys
from altrabits_desktop.contract import commands as told
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import Origin, Playback
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.keys import Command
from altrabits_desktop.ui.shell.commands import everything
from tests.fakes.full_house import PLAYING, FullHouse, fireside

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.streamers import Streamer, StreamerId


class Keys:
    """Media keys over a house, and what they told."""

    def __init__(
        self, *streamers: Streamer, allows: Callable[[Command], bool] = everything
    ) -> None:
        self.house = FullHouse()
        self.house.show(*streamers)
        self.told: list[told.Command] = []
        self.heard: list[bool] = []
        self.pressed = MediaKeys(self.house.services, may=allows, tell=self._tell)
        self.pressed.follow(self.heard.append)

    def _tell(self, _streamer_id: StreamerId, command: told.Command) -> None:
        self.told.append(command)


def demo(**known: Any) -> Streamer:  # noqa: ANN401 # any field of a streamer
    """Give one of the demo, which everybody may tell something."""
    return fireside(**{"origin": Origin.DEMO, "capabilities": frozenset(Capability), **known})


PAUSED = replace(PLAYING, playback=Playback.PAUSED)


def test_play_and_pause_do_what_is_not_so_yet() -> None:
    playing, paused = Keys(demo()), Keys(demo(state=PAUSED))

    for keys in (playing, paused):
        keys.pressed.play()
        keys.pressed.pause()

    assert (playing.told, paused.told) == ([told.Pause()], [told.Play()])


def test_one_key_plays_and_pauses() -> None:
    playing, paused = Keys(demo()), Keys(demo(state=PAUSED))

    playing.pressed.play_or_pause()
    paused.pressed.play_or_pause()

    assert (playing.told, paused.told) == ([told.Pause()], [told.Play()])


def test_one_that_cannot_pause_stops() -> None:
    keys = Keys(demo(capabilities=frozenset({Capability.CONTROL})))

    keys.pressed.play_or_pause()

    assert keys.told == [told.Stop()]


def test_tracks_are_skipped_and_ended() -> None:
    keys = Keys(demo())

    keys.pressed.next()
    keys.pressed.previous()
    keys.pressed.stop()

    assert keys.told == [told.Next(), told.Previous(), told.Stop()]


@pytest.mark.parametrize(
    ("to_s", "command"),
    [
        (20.0, told.Seek(20.0)),
        (-1e18, told.Seek(0.0)),
        (318.0, told.Seek(318.0)),
        (319.0, told.Next()),
        (1e18, told.Next()),
    ],
)
def test_a_place_in_the_piece_is_gone_to(to_s: float, command: told.Command) -> None:
    keys = Keys(demo())

    keys.pressed.seek_to(to_s)

    assert keys.told == [command]


def test_in_a_live_stream_there_is_no_place() -> None:
    keys = Keys(demo(state=replace(PLAYING, now_playing=None)))

    keys.pressed.seek_to(1.0)

    assert keys.told == []


@given(st.floats())
def test_any_number_is_a_volume_or_nothing(share: float) -> None:
    keys = Keys(demo())

    keys.pressed.set_volume(share)

    volumes = [command.volume for command in keys.told if isinstance(command, told.SetVolume)]
    assert len(volumes) == (not math.isnan(share))
    assert all(0 <= volume <= 100 for volume in volumes)


@given(st.floats())
def test_any_number_is_a_place_or_nothing(place_s: float) -> None:
    keys = Keys(demo())

    keys.pressed.seek_to(place_s)

    assert len(keys.told) == math.isfinite(place_s)


def press_all(keys: MediaKeys) -> None:
    keys.play()
    keys.pause()
    keys.play_or_pause()
    keys.stop()
    keys.next()
    keys.previous()
    keys.seek_to(3.0)
    keys.set_volume(0.5)


def test_what_is_closed_to_the_person_is_not_told() -> None:
    keys = Keys(fireside(is_owned=True, owned_id="o", capabilities=frozenset(Capability)))

    press_all(keys.pressed)

    assert keys.told == []
    assert not keys.pressed.can_control


def test_what_is_not_allowed_in_this_window_is_not_told() -> None:
    keys = Keys(demo(), allows=lambda _command: False)

    press_all(keys.pressed)

    assert keys.told == []
    assert not keys.pressed.can_control


def test_without_a_streamer_nothing_is_told() -> None:
    keys = Keys()

    press_all(keys.pressed)

    assert keys.told == []


async def test_the_place_moves_on_while_it_plays() -> None:
    keys = Keys(demo())

    await keys.house.clock.advance(10.0)

    assert keys.pressed.position_s == pytest.approx(144.0)


async def test_the_place_stays_at_the_end() -> None:
    keys = Keys(demo())

    await keys.house.clock.advance(1000.0)

    assert keys.pressed.position_s == 318


def test_a_change_is_told_once() -> None:
    keys = Keys(demo())

    keys.house.show(demo(state=PAUSED))
    keys.house.show(demo(state=PAUSED))

    assert keys.heard == [False]


def test_a_jump_is_told_as_one() -> None:
    keys = Keys(demo())
    playing = PLAYING.now_playing
    assert playing is not None

    keys.house.show(demo(state=replace(PLAYING, now_playing=replace(playing, position_s=20.0))))

    assert keys.heard == [True]


def test_that_visitors_of_a_kiosk_have_come_is_told() -> None:
    allowed = set(Command)
    keys = Keys(demo(), allows=allowed.__contains__)
    before = keys.pressed.can_control

    allowed.clear()
    keys.house.feed.publish(Changes(topics=Topic.KIOSK))

    assert (before, keys.pressed.can_control, keys.heard) == (True, False, [False])


def test_what_was_told_stays_meant_while_another_one_plays() -> None:
    study = demo(id="study", name="Study")
    keys = Keys(demo(), study)

    keys.pressed.pause()
    keys.house.show(demo(state=PAUSED), study)

    assert (keys.pressed.state.name, keys.told) == ("Fireside", [told.Pause()])


def test_another_streamer_is_meant_when_its_page_is_opened() -> None:
    other = demo(id="study", name="Study", state=PAUSED)
    keys = Keys(demo(), other)

    keys.pressed.choose("study")

    assert keys.pressed.state.name == "Study"
    assert keys.heard == [False]
