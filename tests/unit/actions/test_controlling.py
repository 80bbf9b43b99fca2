"""What a person asked for shows at once, is sent sparingly, and gives way to what is true."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.controlling import DRAWN_AFTER_S, SHOWN_S
from altrabits_desktop.contract.commands import Next, Pause, Play, SetMute, SetVolume, Stop
from altrabits_desktop.contract.errors import (
    OTHER_OWNER,
    AltraBitsError,
    DecisionNeeded,
    MalformedAnswer,
    NotReachable,
    Refused,
    StreamerSilent,
)
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.streamers import Origin, Playback, StreamerId
from altrabits_desktop.privacy.gate import Standing, closed_by
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.runtime.sentences import sentence_of
from tests.fakes.clock import settled
from tests.fakes.obeying import PLAYING, ObeyingStreamers
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.contract.commands import Command


@pytest.fixture
async def house() -> AsyncIterator[ObeyingStreamers]:
    house = ObeyingStreamers()
    yield house
    await house.controlling.stop()
    assert asyncio.all_tasks() == {asyncio.current_task()}


def begin(house: ObeyingStreamers, command: Command) -> asyncio.Task[None]:
    return asyncio.ensure_future(house.controlling.perform(house.id, command))


async def test_volume_shows_at_once_and_is_sent_at_once(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.3]

    setting = begin(house, SetVolume(40))
    await settled()

    assert (house.state.volume, house.volumes()) == (40, [40])
    assert not setting.done()
    await asyncio.sleep(2 * DRAWN_AFTER_S)
    assert house.changes == [Changes(streamers=frozenset({house.id}))]
    await house.clock.advance(0.3)
    await setting
    assert house.state.volume == 40


async def test_slider_sends_the_first_then_each_tenth_of_a_second_and_the_last(
    house: ObeyingStreamers,
) -> None:
    moving = []
    for volume in range(20, 28):
        moving.append(begin(house, SetVolume(volume)))
        await house.clock.advance(0.03)
    await house.clock.advance(0.2)

    assert house.volumes() == [20, 23, 26, 27]
    assert [at for at, _ in house.told] == pytest.approx([0.0, 0.1, 0.2, 0.3])
    assert all(task.done() and task.exception() is None for task in moving)


async def test_slow_streamer_is_told_one_thing_after_the_other(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.5, 0.5]

    for volume in (20, 30, 40):
        begin(house, SetVolume(volume))
        await house.clock.advance(0.1)
    await house.clock.advance(2.0)

    assert (house.volumes(), house.most_under_way) == ([20, 40], 1)


async def test_older_answer_never_moves_the_slider_back(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.4]
    begin(house, SetVolume(40))
    await house.clock.advance(0.1)

    house.say(volume=10, input_name="Optical")
    house.controlling.follow(Changes(streamers=frozenset({house.id})))

    assert (house.state.volume, house.state.input_name) == (40, "Optical")


async def test_who_says_to_obey_somebody_else_is_known_until_it_obeys_again() -> None:
    house = ObeyingStreamers(a_streamer(state=PLAYING, owned_id="owned-1"))
    house.failures = [Refused("control.unsupported"), Refused(OTHER_OWNER)]
    known, shown = [], []

    for _ in range(3):
        with suppress(Refused):
            await begin(house, Next())
        known.append(house.controlling.has_other_owner("owned-1"))
        [streamer] = house.controlling.streamers()
        shown.append(streamer.has_other_owner)

    await house.controlling.stop()
    assert known == shown == [False, True, False]
    # Whoever says so is told when it begins to be so, and when it is so no more.
    assert house.changes == [Changes(streamers=frozenset({house.id}))] * 2


async def test_older_answer_that_happens_to_fit_confirms_nothing(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.4]
    begin(house, SetVolume(40))
    await house.clock.advance(0.1)

    for volume in (40, 10):
        house.say(volume=volume)
        house.controlling.follow(Changes(streamers=frozenset({house.id})))

    assert house.state.volume == 40


async def test_what_is_not_confirmed_shows_for_five_seconds(house: ObeyingStreamers) -> None:
    house.is_deaf = True
    await house.controlling.perform(house.id, SetVolume(40))
    await asyncio.wait_for(house.was_told.wait(), 5)  # drawn a moment after it was sent
    await house.clock.advance(SHOWN_S - 0.01)
    told = len(house.changes)
    early = house.state.volume
    await house.clock.advance(0.01)

    assert (early, house.state.volume) == (40, 10)
    assert len(house.changes) == told + 1


async def test_what_was_confirmed_follows_the_streamer_at_once(house: ObeyingStreamers) -> None:
    await house.controlling.perform(house.id, SetVolume(40))

    house.say(volume=50)

    assert house.state.volume == 50


async def test_later_reading_confirms_as_well(house: ObeyingStreamers) -> None:
    house.is_deaf = True
    await house.controlling.perform(house.id, SetVolume(40))

    house.say(volume=40)
    house.controlling.follow(Changes(streamers=frozenset({house.id, StreamerId("other")})))
    house.say(volume=50)

    assert house.state.volume == 50


async def test_command_that_takes_longer_shows_until_it_ends(house: ObeyingStreamers) -> None:
    house.latencies_s = [SHOWN_S + 1.0]
    house.is_deaf = True
    begin(house, SetVolume(40))

    await house.clock.advance(SHOWN_S + 0.9)
    late = house.state.volume
    await house.clock.advance(0.2)

    assert (late, house.state.volume) == (40, 10)


async def test_streamer_that_cannot_be_read_afterwards_shows_it_for_five_seconds(
    house: ObeyingStreamers,
) -> None:
    house.is_read = False
    house.is_deaf = True
    await house.controlling.perform(house.id, SetMute(is_muted=True))

    early = house.state.is_muted
    await house.clock.advance(SHOWN_S)

    assert (early, house.state.is_muted) == (True, False)


@pytest.mark.parametrize(
    "error",
    [
        Refused("control.refused"),
        NotReachable("streamer.silent"),
        MalformedAnswer("answer.status"),
    ],
)
@pytest.mark.parametrize("command", [SetVolume(40), SetMute(is_muted=True)])
async def test_what_failed_shows_no_longer(
    house: ObeyingStreamers, command: Command, error: AltraBitsError
) -> None:
    house.failures = [error]

    with pytest.raises(type(error)):
        await house.controlling.perform(house.id, command)

    assert house.state == PLAYING


@pytest.mark.parametrize("command", [SetVolume(40), Pause()])
async def test_an_answer_that_cannot_be_read_is_told_as_what_it_means_for_the_command(
    house: ObeyingStreamers, command: Command
) -> None:
    house.failures = [MalformedAnswer("control_api.malformed")]

    with pytest.raises(MalformedAnswer) as raised:
        await house.controlling.perform(house.id, command)

    assert raised.value.code == "control.answer_unreadable"
    assert "may or may not have obeyed" in sentence_of(raised.value)


async def test_failure_of_a_value_is_told_to_whoever_gave_it(house: ObeyingStreamers) -> None:
    house.failures = [NotReachable("streamer.silent")]
    house.latencies_s = [0.3]
    first = begin(house, SetVolume(20))
    await house.clock.advance(0.1)
    second, third = begin(house, SetVolume(30)), begin(house, SetVolume(40))
    await house.clock.advance(1.0)

    assert isinstance(first.exception(), NotReachable)
    assert (second.exception(), third.exception()) == (None, None)
    assert (house.volumes(), house.state.volume) == ([20, 40], 40)


async def test_whoever_goes_leaves_the_last_value_to_arrive(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.05]
    first = begin(house, SetVolume(20))
    await house.clock.advance(0.01)
    second = begin(house, SetVolume(30))
    await settled()
    first.cancel()
    second.cancel()
    await house.clock.advance(0.2)

    assert first.cancelled()
    assert house.volumes() == [20, 30]


@pytest.mark.parametrize("error", [None, Refused("control.refused")])
async def test_whoever_goes_leaves_the_command_to_be_done(
    house: ObeyingStreamers, error: AltraBitsError | None
) -> None:
    house.latencies_s, house.failures = [0.05, 0.05], [error, error]
    for command in (Pause(), SetVolume(3)):
        pausing = begin(house, command)
        await settled()
        pausing.cancel()
    await house.clock.advance(0.2)

    assert [command for _, command in house.told] == [Pause(), SetVolume(3)]
    assert house.under_way == 0


async def test_commands_follow_one_another_in_their_order(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.5, 0.1, 0.1]
    for command in (Pause(), Play(), Stop()):
        begin(house, command)
    await settled()
    shown = house.state.playback
    await house.clock.advance(1.0)

    assert [command for _, command in house.told] == [Pause(), Play(), Stop()]
    assert (shown, house.most_under_way) == (Playback.STOPPED, 1)


async def test_volume_does_not_wait_for_a_slow_command(house: ObeyingStreamers) -> None:
    house.latencies_s = [4.0]
    begin(house, Play("http://192.168.71.9/a.flac"))
    await settled()

    await house.controlling.perform(house.id, SetVolume(40))

    assert house.state.playback is Playback.LOADING
    assert house.state.volume == 40


async def test_next_shows_nothing_that_it_cannot_know(house: ObeyingStreamers) -> None:
    await house.controlling.perform(house.id, Next())

    assert [command for _, command in house.told] == [Next()]
    assert (house.state, house.changes) == (PLAYING, [])


@pytest.mark.parametrize("command", [SetVolume(40), Pause()])
async def test_c09_closed_gate_lets_nothing_through_and_says_why(
    house: ObeyingStreamers, command: Command
) -> None:
    house.closed = "gate.sign_in_needed"

    with pytest.raises(DecisionNeeded, match=r"gate\.sign_in_needed"):
        await house.controlling.perform(house.id, command)

    assert (house.told, house.changes, house.state) == ([], [], PLAYING)
    assert house.asked_gate == [(Feature.CONTROL, False)]


async def test_c09_gate_that_closes_meanwhile_stops_what_waits(house: ObeyingStreamers) -> None:
    begin(house, SetVolume(20))
    await settled()
    late = begin(house, SetVolume(30))
    await settled()
    house.closed = "gate.declined"
    await house.clock.advance(0.2)

    assert isinstance(late.exception(), DecisionNeeded)
    assert (house.volumes(), house.state.volume) == ([20], 20)


@pytest.mark.parametrize(("origin", "is_open"), [(Origin.DEMO, True), (Origin.LAN, False)])
async def test_c08_demo_streamers_are_open_to_everybody(origin: Origin, is_open: bool) -> None:
    house = ObeyingStreamers(a_streamer(state=PLAYING, origin=origin))
    gate = partial(closed_by, standing=Standing.ANONYMOUS, has_session=False)

    assert (gate(Feature.CONTROL, is_demo=origin is Origin.DEMO) is None) == is_open
    await house.controlling.perform(house.id, Pause())
    assert {is_demo for _, is_demo in house.asked_gate} == {is_open}
    await house.controlling.stop()


async def test_streamer_that_is_not_there_is_silent(house: ObeyingStreamers) -> None:
    with pytest.raises(StreamerSilent):
        await house.controlling.perform(StreamerId("x"), Pause())

    assert house.controlling.streamer(StreamerId("x")) is None


async def test_streamer_that_is_forgotten_is_let_go(house: ObeyingStreamers) -> None:
    house.latencies_s = [0.5]
    setting = begin(house, SetVolume(40))
    await settled()
    streamer = house.known.pop(house.id)
    house.controlling.follow(Changes(streamers=frozenset({house.id})))
    house.known[house.id] = streamer

    assert house.state.volume == 10
    await house.clock.advance(1.0)
    await setting


async def test_streamer_that_said_nothing_yet_shows_what_was_asked() -> None:
    house = ObeyingStreamers(a_streamer(state=None), a_streamer(2, state=PLAYING))
    house.latencies_s = [0.5]
    setting = begin(house, SetVolume(40))
    await settled()
    house.controlling.follow(Changes(streamers=frozenset({house.id})))

    first, second = house.controlling.streamers()
    assert first.state is not None
    assert (first.state.volume, second.state) == (40, PLAYING)
    await house.controlling.stop()
    assert setting.done()


async def test_stop_lets_nobody_wait(house: ObeyingStreamers) -> None:
    house.latencies_s = [5.0, 5.0]
    waiting = []
    for command in (SetVolume(20), SetVolume(30), Pause(), Stop()):
        waiting.append(begin(house, command))
        await settled()

    await house.controlling.stop()
    await settled()

    assert all(task.done() for task in waiting)
    assert (house.under_way, house.state) == (0, PLAYING)


async def test_error_of_our_own_is_logged(
    house: ObeyingStreamers, caplog: pytest.LogCaptureFixture
) -> None:
    house.failures = [KeyError("odd")]

    with pytest.raises(KeyError):
        await house.controlling.perform(house.id, Pause())

    assert "a command ended by an error" in caplog.text
    assert house.state == PLAYING
    caplog.clear()
