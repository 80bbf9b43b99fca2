from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable, StreamerSilent
from altrabits_desktop.contract.streamers import (
    Depth,
    Presence,
)
from tests.fakes.clock import settled
from tests.fakes.far_streamers import ELSEWHERE
from tests.fakes.streamers import ADDRESS

if TYPE_CHECKING:
    from tests.fakes.far_streamers import House


async def test_lost_streamer_is_doubted_and_tried_once_at_once(house: House) -> None:
    far = await house.connected()
    house.clock.move(60)
    far.refusal = NotReachable("streamer.unreachable")

    far.news.put_nowait(StreamerSilent("streamer.silent"))
    await settled()

    assert house.streamer().presence is Presence.CHECKING
    assert far.opened == 2


@pytest.mark.asyncio(loop_factories=["plain", "qt"])
async def test_streamer_that_answers_the_second_try_is_no_longer_doubted(house: House) -> None:
    far = await house.connected()
    house.clock.move(60)

    far.news.put_nowait(StreamerSilent("streamer.silent"))
    await settled()

    assert house.streamer().presence is Presence.ANSWERING
    assert (far.opened, far.open_now) == (2, 1)


async def test_tries_are_made_with_growing_pauses(house: House) -> None:
    house.far.refusal = MalformedAnswer("odd")
    house.hear()
    await house.driver.until_reads(2)

    tries = []
    for _ in range(70):
        await house.clock.advance(1)
        tries.append(house.far.reads)

    assert tries[0] == 3
    assert tries[2] == 4
    assert tries[6] == 5
    assert tries[-1] <= 8


async def test_connection_that_breaks_at_once_is_not_hammered(house: House) -> None:
    far = await house.connected()
    for _ in range(5):
        far.news.put_nowait(StreamerSilent("streamer.silent"))

    await settled()

    assert far.opened == 2


async def test_moved_streamer_is_opened_at_its_new_address(house: House) -> None:
    far = await house.connected()
    far.refusal = NotReachable("gone")

    house.hear(address=ELSEWHERE, control_url=f"http://{ELSEWHERE}/api/v1")
    await settled()

    assert (far.open_now, house.driver.at(ELSEWHERE).open_now) == (0, 1)


async def test_gone_streamer_is_closed_and_opened_again_when_it_returns(house: House) -> None:
    far = await house.connected()

    house.registry.mark(house.streamer().id, Presence.GONE)
    await settled()
    closed = far.open_now
    house.hear()
    await settled()

    assert (closed, far.open_now) == (0, 1)


async def test_forgotten_streamer_is_closed(house: House) -> None:
    far = await house.connected()

    house.registry.forget([house.streamer().id])
    await settled()

    assert far.open_now == 0


async def test_another_streamer_at_the_address_is_left_alone(house: House) -> None:
    house.far.told = {"api_id": "somebody else"}
    house.hear()
    await house.driver.until_reads(2)

    assert house.streamer().state is None
    assert house.far.open_now == 0


async def test_driver_that_fails_is_done_without(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.far.refusal = KeyError("odd")
    house.hear()
    await house.driver.until_reads(1)
    await house.clock.advance(2)

    assert house.streamer().driver_fault == "driver.failed"
    assert house.streamer().depth is Depth.ANNOUNCED
    assert house.knocked == [ADDRESS]


async def test_goodbye_of_a_connected_streamer_is_checked_once(house: House) -> None:
    far = await house.connected()

    house.hear(is_goodbye=True)
    await settled()

    assert far.reads == 2
    assert house.streamer().presence is Presence.ANSWERING


async def test_doubt_is_checked_anew_after_a_sign_of_life(house: House) -> None:
    far = await house.connected()
    far.refusal = StreamerSilent("streamer.silent")
    streamer_id = house.streamer().id

    for presence in (Presence.CHECKING, Presence.CHECKING):
        house.registry.mark(streamer_id, presence)
        await settled()
    once = far.reads
    house.registry.answered(streamer_id)
    await settled()
    house.registry.mark(streamer_id, Presence.CHECKING)
    await settled()

    assert (once, far.reads) == (2, 3)


async def test_doubted_streamer_is_asked_in_the_pause_between_two_tries(house: House) -> None:
    house.far.refusal = NotReachable("gone")
    house.is_at_home = False
    streamer_id = house.hear()
    await house.driver.until_reads(2)

    house.registry.mark(streamer_id, Presence.CHECKING)
    await settled()

    assert house.far.reads == 3


async def test_doubted_streamer_without_driver_is_knocked_at_once(house: House) -> None:
    streamer_id = house.hear(control_url=None)
    await house.clock.advance(1)

    house.registry.mark(streamer_id, Presence.CHECKING)
    await settled()

    assert house.knocked == [ADDRESS] * 2
    assert house.streamer().presence is Presence.ANSWERING
