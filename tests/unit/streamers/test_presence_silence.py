"""What becomes of a streamer that falls silent, however it was found: marked within 10 s (G19)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.contract.streamers import HeardBy, Presence, Reason
from altrabits_desktop.streamers.presence import PresenceKeeper
from tests.fakes.clock import settled
from tests.fakes.streamers import ADDRESS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.fakes.far_streamers import House

MARKED_WITHIN_S = 10.0
_STEP_S = 0.25


async def _ask_nobody() -> None:
    """Ask networks in which nobody answers."""


@pytest.fixture
async def keeper(house: House) -> AsyncIterator[PresenceKeeper]:
    keeper = PresenceKeeper(registry=house.registry, ask_known=_ask_nobody, clock=house.clock)
    keeper.start()
    yield keeper
    await keeper.stop()


async def pass_time(house: House, seconds: float) -> set[Presence]:
    """Let time pass; gives how the first streamer was shown meanwhile."""
    shown: set[Presence] = set()
    for _ in range(int(seconds / _STEP_S)):
        await house.clock.advance(_STEP_S)
        await settled()
        shown.add(house.registry.streamers()[0].presence)
    return shown


@pytest.mark.usefixtures("keeper")
async def test_g19_one_that_never_answered_is_gone_though_somebody_answers_on_its_port_80(
    house: House,
) -> None:
    house.far.refusal = NotReachable("closed")
    # Announced first, as it mostly is: a page at its address was knocked at before its driver.
    house.hear(control_url=None, heard_by=HeardBy.ANNOUNCE)
    await house.clock.advance(1.0)
    await settled()
    house.hear(heard_by=HeardBy.MDNS)

    await pass_time(house, MARKED_WITHIN_S)

    assert house.streamer().presence is Presence.GONE
    assert house.streamer().reason is Reason.TIMED_OUT
    later = await pass_time(house, 30.0)
    assert later == {Presence.GONE}


@pytest.mark.usefixtures("keeper")
async def test_g19_one_that_answered_and_falls_silent_is_gone(house: House) -> None:
    far = await house.connected()
    far.refusal = NotReachable("closed")
    silent_since = house.streamer().last_heard_at

    await pass_time(house, MARKED_WITHIN_S)

    assert house.streamer().presence is Presence.GONE
    assert house.streamer().since == silent_since


@pytest.mark.usefixtures("keeper")
async def test_one_that_is_only_announced_lives_by_its_page(house: House) -> None:
    house.hear(control_url=None, heard_by=HeardBy.ANNOUNCE)

    shown = await pass_time(house, 60.0)

    assert Presence.GONE not in shown


@pytest.mark.usefixtures("keeper")
async def test_r5_the_page_of_a_newcomer_at_its_address_proves_nothing(house: House) -> None:
    bare = {"control_url": None, "heard_by": HeardBy.ANNOUNCE, "api_id": None}
    former = house.hear(**bare, mac="d8:80:39:00:00:01")
    for _ in range(12):
        await pass_time(house, 5.0)
        house.hear(**bare, mac="d8:80:39:00:00:02")

    shown = house.registry.streamer(former)

    assert shown is not None
    assert (shown.presence, shown.reason) == (Presence.GONE, Reason.REPLACED)
    assert shown.address == ADDRESS


@pytest.mark.usefixtures("keeper")
async def test_r5_one_at_whose_address_another_answers_is_replaced(house: House) -> None:
    far = await house.connected()
    far.told = {"api_id": "somebody else"}

    await pass_time(house, MARKED_WITHIN_S)
    await pass_time(house, MARKED_WITHIN_S)

    assert (house.streamer().presence, house.streamer().reason) == (
        Presence.GONE,
        Reason.REPLACED,
    )
