"""What anybody on the network may say of a streamer, and what of it is believed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from altrabits_desktop.contract.streamers import HeardBy, Presence
from altrabits_desktop.streamers.doubts import (
    GOODBYE_WITHIN_S,
    HEARD_WITHIN_S,
    SETTLED_FOR_S,
    UNHEARD_FOR_S,
)
from altrabits_desktop.streamers.registry import STATE_HOLDS_S
from altrabits_desktop.streamers.renames import RENAMES_AT_ONCE
from tests.fakes.clock import FakeClock
from tests.fakes.registry import ELSEWHERE, World, heard
from tests.fakes.streamers import ADDRESS, MAC

URL = f"http://{ADDRESS}/api/v1"


@pytest.fixture
def world() -> World:
    return World()


def test_r5_a_claim_from_another_address_only_raises_a_doubt(world: World) -> None:
    streamer_id = heard(world, api_id="d", control_url=URL)
    world.clock.move(3600)
    world.published.clear()

    heard(world, api_id="d", address=ELSEWHERE)

    assert (world.only().address, world.only().presence) == (ADDRESS, Presence.ANSWERING)
    assert world.registry.standing(streamer_id).is_contested
    assert [changes.streamers for changes in world.published] == [{streamer_id}]


def test_r5_one_that_answered_the_doubt_is_left_alone_for_a_while(world: World) -> None:
    streamer_id = heard(world, api_id="d", control_url=URL)
    heard(world, api_id="d", address=ELSEWHERE)
    world.registry.conclude(streamer_id, has_answered=True)

    heard(world, api_id="d", address=ELSEWHERE)
    at_once = world.registry.standing(streamer_id).is_doubted
    world.clock.move(SETTLED_FOR_S)
    heard(world, api_id="d", address=ELSEWHERE)

    assert (at_once, world.registry.standing(streamer_id).is_doubted) == (False, True)


def test_one_that_does_not_answer_moves_where_it_was_heard_and_says_so(world: World) -> None:
    streamer_id = heard(world, api_id="d", control_url=URL)
    world.read(streamer_id)
    heard(world, api_id="d", address=ELSEWHERE, name="Kitchen")

    world.registry.conclude(streamer_id, has_answered=False)

    moved = world.only()
    assert (moved.address, moved.name, moved.former_address) == (ELSEWHERE, "Kitchen", ADDRESS)
    assert moved.moved_at == world.clock.now()


def test_r5_the_first_claim_is_not_replaced_while_it_is_looked_into(world: World) -> None:
    streamer_id = heard(world, api_id="d", control_url=URL)
    world.read(streamer_id)
    heard(world, api_id="d", address=ELSEWHERE)

    heard(world, api_id="d", address="192.168.71.98")
    world.registry.conclude(streamer_id, has_answered=False)

    assert world.only().address == ELSEWHERE


def test_r5_a_doubt_alone_joins_no_mac_of_another_address(world: World) -> None:
    streamer_id = heard(world, api_id="d", control_url=URL)
    world.hear(api_id="d", is_goodbye=True)

    other = heard(world, address=ELSEWHERE)

    assert other != streamer_id


@pytest.mark.parametrize(
    ("heard_before_s", "has_answered", "address"),
    [
        (HEARD_WITHIN_S, False, ADDRESS),
        (HEARD_WITHIN_S + 1, False, ELSEWHERE),
        (UNHEARD_FOR_S, True, ADDRESS),
        (UNHEARD_FOR_S + 1, True, ELSEWHERE),
    ],
)
def test_r5_without_driver_its_own_announcements_say_where_it_is(
    world: World, heard_before_s: float, *, has_answered: bool, address: str
) -> None:
    streamer_id = heard(world)
    world.clock.move(heard_before_s)
    heard(world, address=ELSEWHERE)

    world.registry.conclude(streamer_id, has_answered=has_answered)

    assert world.only().address == address


def test_r5_a_driver_that_somebody_names_makes_no_announced_one_follow_a_claim(
    world: World,
) -> None:
    streamer_id = heard(world, api_id=None)
    heard(world, api_id=None, control_url=URL, heard_by=HeardBy.MDNS)

    heard(world, api_id=None, address=ELSEWHERE)
    world.registry.conclude(streamer_id, has_answered=False)

    assert world.only().address == ADDRESS


def test_what_nobody_doubted_needs_no_conclusion(world: World) -> None:
    streamer_id = heard(world)

    world.registry.conclude(streamer_id, has_answered=False)
    world.registry.doubt(streamer_id)
    world.registry.conclude(streamer_id, has_answered=False)
    world.registry.doubt(streamer_id)

    standing = world.registry.standing(streamer_id)
    assert (standing.is_doubted, standing.is_unanswered) == (False, True)


def test_r5_a_sign_of_life_is_newer_than_a_question_that_ends_after_it(world: World) -> None:
    streamer_id = heard(world)
    world.clock.move(5.3)
    world.registry.doubt(streamer_id)
    world.clock.move(0.4)
    heard(world)
    world.clock.move(1.6)

    world.registry.conclude(streamer_id, has_answered=False)
    is_unanswered = world.registry.standing(streamer_id).is_unanswered
    heard(world, address=ELSEWHERE)

    assert (is_unanswered, world.only().address) == (False, ADDRESS)


def test_r5_a_check_during_a_doubt_makes_no_sign_of_life_older_than_it(world: World) -> None:
    streamer_id = heard(world)
    world.registry.doubt(streamer_id)
    world.clock.move(1)
    world.registry.answered(streamer_id)
    world.clock.move(1)
    world.registry.mark(streamer_id, Presence.CHECKING)

    world.registry.conclude(streamer_id, has_answered=False)

    assert not world.registry.standing(streamer_id).is_unanswered


def test_r5_goodbyes_are_not_heard_just_after_an_answer_to_one(world: World) -> None:
    streamer_id = heard(world)
    world.hear(is_goodbye=True)
    world.registry.answered(streamer_id)
    world.registry.conclude(streamer_id, has_answered=True)

    world.hear(is_goodbye=True)

    assert world.only().presence is Presence.ANSWERING
    assert not world.only().has_said_goodbye


def test_r5_forged_goodbyes_are_shown_once_a_minute(world: World) -> None:
    streamer_id = heard(world)
    shown = 0
    for _ in range(600):
        world.clock.move(0.2)
        world.hear(is_goodbye=True)
        if world.only().presence is Presence.CHECKING:
            shown += 1
            world.registry.answered(streamer_id)
            world.registry.conclude(streamer_id, has_answered=True)

    assert shown == 2


def test_a_goodbye_long_after_the_last_sign_of_life_says_nothing(world: World) -> None:
    streamer_id = heard(world)
    world.is_asked_in_vain(streamer_id)
    world.registry.mark(streamer_id, Presence.GONE)
    world.clock.move(GOODBYE_WITHIN_S)

    world.hear(is_goodbye=True)

    assert not world.only().has_said_goodbye


def test_those_that_leave_together_are_said_to_have_left_alike(world: World) -> None:
    ids = [heard(world, mac=f"00:04:a3:00:00:0{n}", address=f"10.0.0.{n}") for n in range(1, 4)]
    for number, streamer_id in enumerate(ids, 1):
        world.hear(mac=f"00:04:a3:00:00:0{number}", address=f"10.0.0.{number}", is_goodbye=True)
        if number == 1:
            # A last word of its driver that was under way.
            world.registry.answered(streamer_id)
        world.registry.mark(streamer_id, Presence.GONE)
    late = heard(world, mac="00:04:a3:00:00:04", address="10.0.0.4")
    world.is_asked_in_vain(late)
    world.registry.mark(late, Presence.GONE)
    world.hear(mac="00:04:a3:00:00:04", address="10.0.0.4", is_goodbye=True)

    told = {(s.presence, s.has_said_goodbye, s.silent_since) for s in world.registry.streamers()}

    assert len(told) == 1
    assert all(streamer.has_said_goodbye for streamer in world.registry.streamers())


def test_r2_a_thousand_copies_of_a_mac_do_not_hide_the_streamer_that_has_it(world: World) -> None:
    for number in range(900):
        world.hear(api_id=f"forged-{number}", address=f"10.0.{number // 60}.{number % 60}")

    first = heard(world)
    second = heard(world)
    by_id = heard(world, api_id="real")

    assert first == second == by_id


def test_r2_of_many_new_names_of_one_streamer_the_last_is_shown_late(world: World) -> None:
    heard(world)
    for number in range(50):
        heard(world, name=f"name {number}")
    shown_at_once = world.only().name
    world.published.clear()

    world.clock.move(1)
    world.registry.tidy()

    assert shown_at_once == "name 3"
    assert world.only().name == "name 49"
    assert len(world.published) == 1


def test_r2_a_name_that_came_back_is_not_held_any_more(world: World) -> None:
    streamer_id = heard(world)
    for number in range(6):
        heard(world, name=f"name {number}")
    heard(world, name="name 3")
    world.published.clear()

    world.registry.tidy()
    heard(world, name="name 9")
    world.registry.forget([streamer_id])
    world.clock.move(5)
    world.registry.tidy()

    assert world.registry.streamers() == ()


def test_r2_new_names_of_a_whole_house_are_shown_a_few_at_a_time(world: World) -> None:
    macs = [f"00:04:a3:00:{number // 256:02x}:{number % 256:02x}" for number in range(800)]
    for number, mac in enumerate(macs):
        heard(world, mac=mac, address=f"10.0.{number // 60}.{number % 60}")

    for number, mac in enumerate(macs):
        heard(world, mac=mac, address=f"10.0.{number // 60}.{number % 60}", room="Attic")

    moved = sum(streamer.room == "Attic" for streamer in world.registry.streamers())
    assert moved == RENAMES_AT_ONCE
    for _ in range(20):
        world.clock.move(1)
        world.registry.tidy()
    assert all(streamer.room == "Attic" for streamer in world.registry.streamers())


def test_r5_what_plays_is_not_said_for_ever_after_the_last_news(world: World) -> None:
    streamer_id = heard(world, control_url=URL)
    world.read(streamer_id)
    world.clock.move(STATE_HOLDS_S)
    world.registry.tidy()
    just_in_time = world.only().state
    world.registry.answered(streamer_id)
    world.clock.move(STATE_HOLDS_S + 1)

    heard(world, control_url=URL)
    world.registry.tidy()

    assert just_in_time is not None
    assert (world.only().state, world.only().presence) == (None, Presence.ANSWERING)


class JumpingClock(FakeClock):
    """A clock whose instants can be set; its steady seconds go on."""

    jump = timedelta()

    def now(self) -> datetime:
        return super().now() + self.jump


@pytest.fixture
def jumping() -> World:
    return World(clock=JumpingClock())


def jump(world: World, days: int) -> None:
    assert isinstance(world.clock, JumpingClock)
    world.clock.jump += timedelta(days=days)


def test_r38_a_clock_set_back_hides_no_new_address(jumping: World) -> None:
    streamer_id = heard(jumping, api_id="d", control_url=URL)
    jump(jumping, -1)
    jumping.is_asked_in_vain(streamer_id)

    new_url = f"http://{ELSEWHERE}/api/v1"
    heard(jumping, api_id="d", address=ELSEWHERE, control_url=new_url, card_name="wlan0")

    recognition = jumping.registry.recognition(streamer_id)
    assert recognition is not None
    assert recognition.address.url == new_url
    assert jumping.only().card_name == "wlan0"
    assert jumping.only().last_heard_at == jumping.clock.now()


def test_r38_a_clock_set_forward_forgets_nobody_who_fell_silent_just_now(jumping: World) -> None:
    streamer_id = heard(jumping)
    jump(jumping, 2)
    jumping.registry.mark(streamer_id, Presence.GONE)

    jumping.registry.tidy()

    assert jumping.registry.streamer(streamer_id) is not None


def test_r38_of_two_that_become_one_the_claims_that_came_last_hold(jumping: World) -> None:
    heard(jumping, heard_by=HeardBy.SSDP, mac=None, udn="u", name="Old")
    jumping.clock.move(1)
    heard(jumping, heard_by=HeardBy.SSDP, mac=MAC, name="Middle")
    jump(jumping, -1)
    jumping.clock.move(1)
    heard(jumping, heard_by=HeardBy.SSDP, mac=None, udn="u", name="New")

    heard(jumping, heard_by=HeardBy.MDNS, mac=MAC, udn="u")

    assert jumping.only().name == "New"


def test_one_that_nobody_sees_moves_at_once(world: World) -> None:
    heard(world, product=None)
    world.clock.move(60)

    heard(world, address=ELSEWHERE)

    assert world.only().address == ELSEWHERE
