from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

from altrabits_desktop.qa.fake_clock import NOON, FakeClock, settled

if TYPE_CHECKING:
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm

FIRST = "streamers.card.mac-0004a31e0002"
SECOND = "streamers.card.mac-0004a31e0003"


async def test_sleepers_wake_in_order_and_only_when_time_is_moved() -> None:
    clock = FakeClock()
    woken: list[float] = []

    async def sleep(duration_s: float) -> None:
        await clock.sleep(duration_s)
        woken.append(clock.steady_s())

    sleeping = asyncio.gather(sleep(3), sleep(1), sleep(5))
    await settled()
    before = list(woken)
    await clock.advance(4)
    meanwhile = (list(woken), clock.sleepers)
    clock.move(1)
    await sleeping

    assert (before, meanwhile, woken) == ([], ([1, 3], 1), [1, 3, 5])
    assert clock.now() == NOON + timedelta(seconds=5)


async def test_a_sleeper_that_sleeps_anew_is_woken_again_on_the_way() -> None:
    clock = FakeClock()
    beats: list[float] = []

    async def beat() -> None:
        while True:
            await clock.sleep(2)
            beats.append(clock.steady_s())

    beating = asyncio.ensure_future(beat())
    await clock.advance(7)
    beating.cancel()

    assert beats == [2, 4, 6]


async def test_a_sleeper_that_gave_up_is_woken_no_more() -> None:
    clock = FakeClock()
    sleeping = asyncio.ensure_future(clock.sleep(1))
    await settled()
    sleeping.cancel()
    await settled()

    await clock.advance(2)

    assert sleeping.cancelled()
    assert clock.sleepers == 0


async def test_no_time_needs_no_moving() -> None:
    clock = FakeClock()

    await clock.sleep(0)

    assert clock.now() == NOON


async def test_ten_seconds_of_the_window_pass_at_once(
    desktop: Desktop, streamer_farm: StreamerFarm, fake_clock: FakeClock
) -> None:
    streamer_farm.start(2)
    pilot = await desktop.open()
    await pilot.wait_for(FIRST, text="Playing")
    await pilot.wait_for(SECOND, text="Playing")
    streamer_farm.fall_silent("Fireside")

    await fake_clock.advance(5)
    await fake_clock.advance(5)
    await pilot.wait_for(FIRST, text="Checking")
    # It is asked before it counts as gone, and that question takes time of the network.
    await fake_clock.advance_until(lambda: "Not answering" in pilot.read(FIRST))

    await pilot.wait_for(SECOND, text="Playing")


async def test_the_time_of_the_window_stands_still(
    desktop: Desktop, streamer_farm: StreamerFarm, fake_clock: FakeClock
) -> None:
    streamer_farm.start(1)

    pilot = await desktop.open()
    await pilot.wait_for(FIRST, text="Playing")

    assert (fake_clock.now(), fake_clock.sleepers > 0) == (NOON, True)
