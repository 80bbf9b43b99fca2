"""Since when and why a streamer is as it is, as the registry shows it."""

from __future__ import annotations

import pytest

from altrabits_desktop.contract.streamers import (
    Playback,
    Presence,
    Reason,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.streamers.drivers.driver import Reading, ToldFacts
from tests.fakes.registry import ELSEWHERE, World, heard
from tests.fakes.streamers import ADDRESS

SLEEPING = StreamerState(playback=Playback.STOPPED, is_asleep=True)
NOBODY = StreamerId("nobody")


@pytest.fixture
def world() -> World:
    return World()


def standing(world: World) -> tuple[Presence, Reason]:
    streamer = world.only()
    return streamer.presence, streamer.reason


def test_one_answers_since_it_was_heard_first(world: World) -> None:
    began_at = world.clock.now()
    streamer_id = heard(world)
    world.clock.move(60)

    world.registry.answered(streamer_id, took_ms=4.0)

    assert standing(world) == (Presence.ANSWERING, Reason.ANSWERED)
    assert world.only().since == began_at


def test_one_is_asleep_since_it_said_so(world: World) -> None:
    streamer_id = heard(world, api_id="d")
    world.clock.move(60)

    world.registry.read(streamer_id, Reading(SLEEPING, ToldFacts()))
    slept_at = world.clock.now()
    world.clock.move(5)
    world.registry.read(streamer_id, Reading(SLEEPING, ToldFacts()))

    assert (world.only().presence, world.only().since) == (Presence.ASLEEP, slept_at)


def test_a_silence_begins_with_the_last_sign_of_life(world: World) -> None:
    streamer_id = heard(world)
    last_at = world.clock.now()
    world.clock.move(9)

    world.registry.mark(streamer_id, Presence.CHECKING)
    world.registry.mark(streamer_id, Presence.GONE)

    assert standing(world) == (Presence.GONE, Reason.TIMED_OUT)
    assert world.only().since == last_at


def test_one_that_is_back_answers_since_then(world: World) -> None:
    streamer_id = heard(world)
    world.registry.mark(streamer_id, Presence.GONE)
    world.clock.move(600)

    heard(world)

    assert standing(world) == (Presence.ANSWERING, Reason.ANSWERED)
    assert world.only().since == world.clock.now()


def test_a_goodbye_is_said_of_its_silence(world: World) -> None:
    heard(world)

    heard(world, is_goodbye=True)

    assert standing(world) == (Presence.CHECKING, Reason.SAID_GOODBYE)


def test_one_that_moved_answers_since_then_at_another_address(world: World) -> None:
    streamer_id = heard(world, api_id="d")
    world.is_asked_in_vain(streamer_id)
    world.clock.move(60)

    heard(world, api_id="d", address=ELSEWHERE)

    assert standing(world) == (Presence.ANSWERING, Reason.ADDRESS_CHANGED)
    assert (world.only().since, world.only().former_address) == (world.clock.now(), ADDRESS)


def test_a_move_is_said_until_the_next_silence(world: World) -> None:
    streamer_id = heard(world, api_id="d")
    world.is_asked_in_vain(streamer_id)
    heard(world, api_id="d", address=ELSEWHERE)
    world.registry.mark(streamer_id, Presence.GONE)

    heard(world, api_id="d", address=ELSEWHERE)

    assert world.only().reason is Reason.ANSWERED


def test_r5_another_identity_at_its_address_is_said(world: World) -> None:
    streamer_id = heard(world, api_id="d")

    is_taken = world.read(streamer_id, api_id="somebody else")
    world.registry.mark(streamer_id, Presence.GONE)

    assert not is_taken
    assert standing(world) == (Presence.GONE, Reason.REPLACED)


def test_nobody_is_blamed_where_this_computer_left_the_network(world: World) -> None:
    streamer_id = heard(world)
    last_at = world.clock.now()
    world.clock.move(3)

    world.registry.set_reach(streamer_id, is_cut_off=True)

    assert standing(world) == (Presence.GONE, Reason.CABLE_OUT)
    assert world.only().since == last_at


def test_who_was_gone_before_stays_so_without_a_network(world: World) -> None:
    streamer_id = heard(world)
    world.registry.mark(streamer_id, Presence.GONE)

    world.registry.set_reach(streamer_id, is_cut_off=True)

    assert standing(world) == (Presence.GONE, Reason.TIMED_OUT)


def test_back_in_the_network_each_is_checked_with_all_its_time(world: World) -> None:
    streamer_id = heard(world)
    world.registry.set_reach(streamer_id, is_cut_off=True)
    world.clock.move(600)

    world.registry.set_reach(streamer_id, is_cut_off=False)
    world.clock.move(2)

    assert standing(world) == (Presence.CHECKING, Reason.TIMED_OUT)
    assert world.registry.silence_s(streamer_id) == 2.0


def test_of_one_that_nobody_knows_nothing_is_changed(world: World) -> None:
    world.registry.set_reach(NOBODY, is_cut_off=True)

    assert not world.registry.is_left(NOBODY)
    assert world.published == []
