"""A slider over real registry, host, connections and change feed, with a far streamer behind."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.controlling import Controlling
from altrabits_desktop.contract.commands import Pause, SetVolume
from altrabits_desktop.contract.errors import DecisionNeeded
from altrabits_desktop.privacy.gate import Standing, closed_by
from altrabits_desktop.runtime.changes import ChangeFeed
from tests.fakes.far_streamers import House

if TYPE_CHECKING:
    from altrabits_desktop.actions.controlling import Gate

SIGNED_IN = partial(closed_by, standing=Standing.SIGNED_IN, has_session=True)
ANONYMOUS = partial(closed_by, standing=Standing.ANONYMOUS, has_session=False)


def controlling_over(house: House, *, gate: Gate = SIGNED_IN) -> Controlling:
    feed = ChangeFeed(
        call_later=asyncio.get_running_loop().call_later, steady_s=house.clock.steady_s
    )
    controlling = Controlling(
        streamers=house.connections,
        directory=house.registry,
        closed_by=gate,
        clock=house.clock,
        publish=feed.publish,
    )
    feed.subscribe(controlling.follow)
    return controlling


async def test_slider_ends_where_the_hand_left_it() -> None:
    house = House()
    far = await house.connected()
    controlling = controlling_over(house)
    streamer_id = house.streamer().id

    moving = []
    for volume in range(10, 30):
        moving.append(asyncio.ensure_future(controlling.perform(streamer_id, SetVolume(volume))))
        await house.clock.advance(0.02)
    await house.clock.advance(1.0)
    await asyncio.gather(*moving)
    state = house.streamer().state
    await controlling.stop()
    await house.connections.stop()

    assert state is not None
    assert (state.volume, far.volume) == (29, 29)
    assert len(far.commands) == 5


async def test_c09_nobody_controls_a_streamer_before_a_sign_in() -> None:
    house = House()
    far = await house.connected()
    controlling = controlling_over(house, gate=ANONYMOUS)

    with pytest.raises(DecisionNeeded, match=r"gate\.sign_in_needed"):
        await controlling.perform(house.streamer().id, Pause())

    assert far.commands == []
    await house.connections.stop()
