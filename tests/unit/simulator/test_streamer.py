"""One virtual streamer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.http_messages import Problem
from altrabits_desktop.simulator.persona import persona
from altrabits_desktop.simulator.setting_turns import with_timer
from altrabits_desktop.simulator.streamer import VirtualStreamer
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Timer:
    delay_s: float
    act: Callable[[], None]
    is_cancelled: bool = False

    def cancel(self) -> None:
        self.is_cancelled = True


class Later:
    """Keeps calls that are yet to come."""

    def __init__(self) -> None:
        self.timers: list[Timer] = []

    def __call__(self, delay_s: float, act: Callable[[], None]) -> Timer:
        self.timers.append(Timer(delay_s, act))
        return self.timers[-1]

    @property
    def waiting(self) -> list[Timer]:
        return [timer for timer in self.timers if not timer.is_cancelled]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def later() -> Later:
    return Later()


def streamer_of(order: int, clock: FakeClock, later: Later) -> VirtualStreamer:
    return VirtualStreamer(
        persona(2 + order, order=order),
        address="127.0.0.2",
        steady_s=clock.steady_s,
        call_later=later,
    )


def test_streamer_says_who_it_is(clock: FakeClock, later: Later) -> None:
    info = streamer_of(0, clock, later).info()

    assert (info.name, info.room, info.product) == ("Fireside", "Living room", "Cobalt S1")
    assert info.mac == "00:04:a3:00:00:02"
    assert info.inputs[0] == "Network"


def test_position_moves_on_without_a_new_revision(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(0, clock, later)

    clock.move(10)

    state = streamer.state()
    assert state.revision == 1
    assert state.now_playing is not None
    assert state.now_playing.position_s == 144.0


def test_next_track_is_a_change_that_listeners_are_told(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(0, clock, later)
    told: list[int] = []
    streamer.subscribe(lambda: told.append(streamer.state().revision))
    [timer] = later.waiting

    clock.move(timer.delay_s)
    timer.act()

    assert told == [2]
    playing = streamer.state().now_playing
    assert playing is not None
    assert playing.title == "Rope and Lantern"
    assert later.waiting[-1].delay_s == 254.0


def test_listener_that_has_left_is_not_told(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(0, clock, later)
    told: list[int] = []
    leave = streamer.subscribe(lambda: told.append(1))

    leave()
    streamer.set_volume(20)

    assert told == []


def test_pause_keeps_the_position_and_play_goes_on(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(0, clock, later)

    clock.move(6)
    streamer.pause()
    clock.move(100)
    streamer.play()
    clock.move(1)

    state = streamer.state()
    assert state.playback is Playback.PLAYING
    assert state.now_playing is not None
    assert state.now_playing.position_s == 141.0
    assert len(later.waiting) == 1


def test_paused_streamer_awaits_no_track_and_sleeps_by_itself(
    clock: FakeClock, later: Later
) -> None:
    streamer = streamer_of(0, clock, later)

    streamer.pause()
    [timer] = later.waiting
    clock.move(timer.delay_s)
    timer.act()

    assert timer.delay_s == 20 * 60
    assert streamer.state().is_asleep
    assert streamer.state().playback is Playback.STOPPED
    assert not [other for other in later.waiting if other is not timer]


def test_sleep_timer_ends_what_plays_and_listeners_are_told(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(1, clock, later)
    told: list[bool] = []
    streamer.subscribe(lambda: told.append(streamer.state().is_asleep))

    streamer.change(lambda setting: with_timer(setting, 90))
    clock.move(60)
    left_s = streamer.state().sleep_left_s
    clock.move(30)
    later.waiting[-1].act()

    assert left_s == 30
    assert told == [False, True]
    assert streamer.state().sleep_left_s is None
    assert b"went to standby by itself" in streamer.log.content()


def test_streamer_that_is_told_something_does_not_sleep_meanwhile(
    clock: FakeClock, later: Later
) -> None:
    streamer = streamer_of(2, clock, later)

    clock.move(19 * 60)
    streamer.set_volume(20)

    assert later.waiting[-1].delay_s == 20 * 60


def test_name_and_room_are_kept_and_told(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(0, clock, later)
    renamed: list[str] = []
    streamer.renamed = lambda who: renamed.append(who.persona.name)

    streamer.rename("Hearth", "")

    assert (streamer.info().name, streamer.info().room) == ("Hearth", None)
    assert streamer.info().info_revision == streamer.state().info_revision == 2
    assert renamed == ["Hearth"]


def test_restart_keeps_owner_and_settings_and_stops_the_timer(
    clock: FakeClock, later: Later
) -> None:
    streamer = streamer_of(0, clock, later)
    fingerprint = streamer.certificate.fingerprint
    streamer.change(lambda setting: with_timer(setting, 90))
    streamer.rename("Hearth", None)
    before = streamer.settings()
    clock.move(50)

    streamer.be_started(is_reset=False)

    assert streamer.settings() == before
    assert streamer.state().sleep_left_s is None
    assert streamer.certificate.fingerprint == fingerprint
    assert (streamer.health().uptime_s, streamer.health().restarts) == (0, 1)
    assert b"started again" in streamer.log.content()


def test_reset_forgets_owner_certificate_settings_and_log(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(0, clock, later)
    fingerprint = streamer.certificate.fingerprint
    streamer.claims.is_auto_confirm = True
    owner = streamer.claims.confirm(streamer.claims.begin("a", source="b").id, None)
    streamer.rename("Hearth", "Attic")

    streamer.be_started(is_reset=True)

    with pytest.raises(Problem, match=r"token\.unknown"):
        streamer.claims.check(owner.token)
    assert streamer.certificate.fingerprint != fingerprint
    assert (streamer.info().name, streamer.info().presets) == ("Fireside", ())
    assert streamer.state().now_playing is None
    assert streamer.log.content() == b"0 s: started with factory settings\n"


def test_ready_streamer_begins_to_play_and_wakes_for_it(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(4, clock, later)
    assert streamer.state().is_asleep

    streamer.play()

    state = streamer.state()
    assert not state.is_asleep
    assert state.now_playing is not None
    assert state.now_playing.position_s == 0.0


@pytest.mark.parametrize(("asked", "set_to"), [(-5, 0), (50, 50), (95, 80)])
def test_volume_stays_within_its_maximum(
    asked: int, set_to: int, clock: FakeClock, later: Later
) -> None:
    streamer = streamer_of(0, clock, later)

    streamer.set_volume(asked)

    assert streamer.state().volume == set_to
    assert streamer.state().revision == 2


def test_anything_can_be_changed(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(2, clock, later)

    streamer.change(lambda setting: replace(setting, input="Optical", is_muted=True))

    assert (streamer.state().input, streamer.state().is_muted) == ("Optical", True)


def test_control_address_holds_address_and_port(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(0, clock, later)
    streamer.control_port = 8080

    assert streamer.control_url == "http://127.0.0.2:8080/api/v1"


def test_firmware_of_today_has_no_control_address(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(0, clock, later)
    streamer.faults = frozenset({Fault.ANNOUNCE_ONLY})

    assert streamer.control_url is None


def test_closed_streamer_awaits_nothing(clock: FakeClock, later: Later) -> None:
    streamer = streamer_of(0, clock, later)

    streamer.close()
    streamer.close()

    assert later.waiting == []
