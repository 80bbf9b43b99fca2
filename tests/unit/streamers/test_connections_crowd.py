"""Streamers that never answer, and what they may cost those that do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.streamers.turns import KNOCKING_AT_ONCE, OPEN_MOST, OPENING_AT_ONCE
from tests.fakes.clock import settled
from tests.fakes.far_streamers import ELSEWHERE

if TYPE_CHECKING:
    from tests.fakes.far_streamers import House

OWN_URL = f"http://{ELSEWHERE}/api/v1"


async def test_streamers_that_cannot_be_opened_hold_no_place_of_those_that_can(
    house: House,
) -> None:
    for number in range(OPEN_MOST):
        address = f"192.168.72.{number % 250}"
        house.driver.at(address).refusal = NotReachable("gone")
        house.hear(
            api_id=f"forged-{number}", address=address, control_url=f"http://{address}/api/v1"
        )
    await house.driver.until_reads(2 * OPEN_MOST)

    house.hear(api_id="real", address=ELSEWHERE, control_url=OWN_URL)
    await settled()

    assert house.driver.at(ELSEWHERE).open_now == 1


async def test_a_source_whose_streamers_hang_leaves_turns_to_others(house: House) -> None:
    house.far.is_hanging = True
    for number in range(OPENING_AT_ONCE + 2):
        house.hear(api_id=f"forged-{number}")
    await house.driver.until_reads(2)

    house.hear(api_id="real", address=ELSEWHERE, control_url=OWN_URL)
    await settled()

    assert house.driver.at(ELSEWHERE).open_now == 1
    assert house.far.opened == 2


async def test_r2_a_crowd_that_never_answers_does_not_keep_a_newcomer_waiting(
    house: House,
) -> None:
    await house.connected()
    for number in range(250):
        address = f"192.168.72.{number}"
        house.driver.at(address).refusal = NotReachable("gone")
        house.driver.at(address).opens_after_s = 1.5
        house.hear(api_id=f"f{number}", address=address, control_url=f"http://{address}/api/v1")
    await turns_of_the_loop(100)

    house.hear(api_id="real", address=ELSEWHERE, control_url=OWN_URL)
    await settled()
    is_kept_waiting = house.driver.at(ELSEWHERE).opened == 0
    await house.clock.advance(1.5)

    assert is_kept_waiting
    assert house.driver.at(ELSEWHERE).open_now == 1


async def test_a_source_that_is_knocked_at_in_vain_leaves_turns_to_others(house: House) -> None:
    house.is_hanging_at_home = True
    for number in range(KNOCKING_AT_ONCE + 2):
        house.hear(api_id=f"forged-{number}", control_url=None)
    await house.clock.advance(1)

    house.hear(api_id="real", address=ELSEWHERE, control_url=None)
    await house.clock.advance(1)

    assert house.knocked.count(ELSEWHERE) == 1
    assert len(house.knocked) == 3


async def test_a_whole_house_without_drivers_is_asked_at_once_when_it_falls_silent(
    house: House,
) -> None:
    count = 2 * KNOCKING_AT_ONCE
    ids = [
        house.hear(api_id=f"s{number}", address=f"192.168.72.{number}", control_url=None)
        for number in range(count)
    ]
    await house.clock.advance(1)
    await turns_of_the_loop(2 * count)
    house.is_cut_off = True

    for streamer_id in ids:
        house.registry.doubt(streamer_id)
    await turns_of_the_loop(2 * count)

    assert len(house.knocked) == 2 * count


async def test_a_knock_proves_nothing_of_one_that_names_a_driver(house: House) -> None:
    house.far.refusal = NotReachable("closed")
    streamer_id = house.hear()
    await house.driver.until_reads(2)

    house.registry.doubt(streamer_id)
    await settled()

    assert house.knocked == []
    assert house.registry.standing(streamer_id).is_unanswered


async def turns_of_the_loop(count: int) -> None:
    """Let each of many begin on a turn of its own; no time passes."""
    for _ in range(count):
        await asyncio.sleep(0)
    await settled()
