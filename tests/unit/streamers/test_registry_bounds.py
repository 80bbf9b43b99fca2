from __future__ import annotations

import pytest

from altrabits_desktop.contract.limits import STREAMERS_LISTED, STREAMERS_PER_SOURCE
from altrabits_desktop.contract.streamers import (
    HeardBy,
    Origin,
    Presence,
    StreamerId,
)
from tests.fakes.registry import ELSEWHERE, World, heard
from tests.fakes.streamers import ADDRESS


@pytest.fixture
def world() -> World:
    return World()


def test_one_source_lists_no_more_than_its_share(world: World) -> None:
    for number in range(STREAMERS_PER_SOURCE + 10):
        world.hear(mac=f"00:04:a3:00:00:{number:02x}")

    assert len(world.registry.streamers()) == STREAMERS_PER_SOURCE
    assert world.registry.refusals.source_is_full == 10


def test_share_of_a_source_holds_for_moves_too(world: World) -> None:
    moving = heard(world, mac="00:04:a3:11:00:00", address=ELSEWHERE)
    for number in range(STREAMERS_PER_SOURCE):
        world.hear(mac=f"00:04:a3:00:00:{number:02x}")
    world.is_asked_in_vain(moving)

    world.hear(mac="00:04:a3:11:00:00")

    streamer = world.registry.streamer(moving)
    assert streamer is not None
    assert streamer.address == ELSEWHERE
    assert world.registry.refusals.source_is_full == 1


def test_demo_has_no_share(world: World) -> None:
    for number in range(STREAMERS_PER_SOURCE + 10):
        world.hear(mac=f"00:04:a3:00:00:{number:02x}", origin=Origin.DEMO)

    assert len(world.registry.streamers()) == STREAMERS_PER_SOURCE + 10


def fill(world: World) -> list[StreamerId]:
    free = STREAMERS_LISTED - len(world.registry.streamers())
    return [
        heard(
            world,
            mac=f"00:04:a3:01:{number // 256:02x}:{number % 256:02x}",
            address=f"10.0.{number // 50}.{number % 50}",
        )
        for number in range(free)
    ]


def test_full_list_refuses_the_next(world: World) -> None:
    fill(world)

    assert world.hear() is None
    assert len(world.registry.streamers()) == STREAMERS_LISTED
    assert world.registry.refusals.list_is_full == 1


def test_full_list_lets_the_longest_gone_go(world: World) -> None:
    ids = fill(world)
    world.registry.mark(ids[7], Presence.GONE)
    world.registry.mark(ids[3], Presence.GONE)
    world.registry.answered(ids[7])
    world.registry.mark(ids[7], Presence.GONE)

    assert world.hear() is not None
    assert world.registry.streamer(ids[3]) is None
    assert world.registry.streamer(ids[7]) is not None


def test_r2_a_typed_address_has_a_place_in_a_full_list(world: World) -> None:
    crowd = [heard(world, mac=f"00:04:a3:00:00:0{number}") for number in range(3)]
    fill(world)

    typed = heard(world, heard_by=HeardBy.MANUAL, address=ELSEWHERE)

    assert world.registry.streamer(typed) is not None
    assert len(world.registry.streamers()) == STREAMERS_LISTED
    # Of the source with most of them the youngest went.
    assert [world.registry.streamer(one) is not None for one in crowd] == [True, True, False]


def test_r2_a_typed_address_has_a_place_among_many_of_its_own_address(world: World) -> None:
    before = heard(world, mac="00:04:a3:00:01:00", heard_by=HeardBy.MANUAL)
    for number in range(STREAMERS_PER_SOURCE):
        world.hear(mac=f"00:04:a3:00:00:{number:02x}")

    typed = heard(world, heard_by=HeardBy.MANUAL)

    assert world.registry.streamer(typed) is not None
    assert world.registry.streamer(before) is not None
    assert len(world.registry.streamers()) == STREAMERS_PER_SOURCE


def test_r2_typed_addresses_push_out_no_typed_ones(world: World) -> None:
    for number in range(STREAMERS_PER_SOURCE):
        heard(world, mac=f"00:04:a3:00:00:{number:02x}", heard_by=HeardBy.MANUAL)

    assert world.hear(heard_by=HeardBy.MANUAL) is None


def test_crowded_source_makes_nobody_go(world: World) -> None:
    for number in range(STREAMERS_PER_SOURCE):
        heard(world, mac=f"00:04:a3:00:00:{number:02x}")
    gone = fill(world)[0]
    world.registry.mark(gone, Presence.GONE)

    assert world.hear(mac="00:04:a3:00:01:00") is None
    assert world.registry.streamer(gone) is not None


def invent(world: World, count: int, **said: str) -> None:
    for number in range(count):
        world.hear(
            **{
                "product": None,
                "mac": f"00:04:a3:02:{number // 256:02x}:{number % 256:02x}",
                "address": f"10.1.{number // 50}.{number % 50}",
                **said,
            }
        )


def test_r2_those_that_nobody_sees_do_not_fill_the_list(world: World) -> None:
    invent(world, STREAMERS_LISTED + 10)

    real = heard(world)

    assert world.only().id == real


def test_r2_those_that_nobody_sees_do_not_fill_a_source(world: World) -> None:
    elsewhere = heard(world, mac="00:04:a3:00:00:01", address=ELSEWHERE, product=None)
    invent(world, STREAMERS_PER_SOURCE + 10, address=ADDRESS)

    real = heard(world)
    world.hear(mac="00:04:a3:00:00:01", address=ELSEWHERE)

    assert [streamer.id for streamer in world.registry.streamers()] == [real, elsewhere]


def test_r2_those_that_nobody_would_see_make_nobody_go_who_is_seen(world: World) -> None:
    ids = fill(world)
    world.registry.mark(ids[0], Presence.GONE)

    assert world.hear(product=None) is None
    assert len(world.registry.streamers()) == STREAMERS_LISTED


def test_r2_one_that_is_seen_since_stays(world: World) -> None:
    first = heard(world, product=None)
    world.hear()
    invent(world, STREAMERS_LISTED)

    heard(world, mac="00:04:a3:00:00:01", address=ELSEWHERE)

    assert world.registry.streamer(first) is not None
    assert len(world.registry.streamers()) == 2


def test_those_that_are_gone_leave_their_share_of_a_source(world: World) -> None:
    ids = [
        heard(world, mac=f"00:04:a3:00:00:{number:02x}") for number in range(STREAMERS_PER_SOURCE)
    ]
    world.registry.mark(ids[5], Presence.GONE)

    assert world.hear(mac="00:04:a3:00:01:00") is not None
    assert world.registry.streamer(ids[5]) is None


def test_streamer_gone_for_half_an_hour_is_forgotten(world: World) -> None:
    gone = heard(world)
    heard(world, mac="00:04:a3:00:00:02", address=ELSEWHERE)
    world.registry.mark(gone, Presence.GONE)

    world.clock.move(1800)
    world.registry.tidy()
    just_in_time = len(world.registry.streamers())
    world.clock.move(1)
    world.registry.tidy()

    assert just_in_time == 2
    assert world.only().address == ELSEWHERE
