"""A streamer says yes only after the person who added it has left the computer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.claiming import StreamerClaims
from altrabits_desktop.sync.outbox import Errand, Waiting
from tests.fakes.membership import EMAIL
from tests.fakes.served import PASSWORD
from tests.harness.claiming_house import claiming_house

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.streamers.drivers.altrabits.claiming import ClaimOffer, ClaimResult
    from tests.harness.claiming_house import House

OTHER = "bob@example.test"


class LateClaims(StreamerClaims):
    """Hands on what a streamer said when a test lets it."""

    def __init__(self, house: House) -> None:
        super().__init__(house.registry, house.io)
        self.has_won = asyncio.Event()
        self.may_go_on = asyncio.Event()

    async def confirm(self, offer: ClaimOffer, *, code: str) -> ClaimResult:
        won = await super().confirm(offer, code=code)
        self.has_won.set()
        await self.may_go_on.wait()
        return won


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with claiming_house(tmp_path) as opened:
        await opened.here.sign_up(OTHER)
        await opened.here.person.sign_out()
        await opened.here.sign_up()
        yield opened


async def added_late(house: House, *, next_one: str) -> None:
    """Begin as one person, and have the streamer's yes when the next one is signed in."""
    claims = LateClaims(house)
    adder = house.adder(claims=claims)
    adding = await adder.begin(house.hear())
    code = house.streamer.claims.shown_code
    confirming = asyncio.create_task(adder.confirm(adding, code=code))
    await claims.has_won.wait()
    await house.here.person.sign_out()
    if next_one:
        await house.here.person.sign_in(next_one, PASSWORD)
    claims.may_go_on.set()
    await confirming


@pytest.mark.parametrize(("next_one", "error"), [("", DecisionNeeded), (OTHER, Refused)])
async def test_r20_what_one_person_adds_is_never_added_to_the_account_of_the_next(
    house: House, next_one: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await added_late(house, next_one=next_one)
    if not next_one:
        await house.here.person.sign_in(OTHER, PASSWORD)
    await house.here.until(lambda: house.here.person.report().waits == 0)

    assert house.here.person.view.streamers == ()
    assert not house.streamer.claims.is_owned
    assert house.here.ring is not None
    assert {name.split()[0] for name in house.here.ring.kept} == {"session"}


async def test_whoever_has_signed_in_again_meanwhile_has_what_was_added(house: House) -> None:
    await added_late(house, next_one=EMAIL)

    assert len(house.here.person.view.streamers) == 1
    assert house.streamer.claims.is_owned


async def test_r20_nothing_is_kept_while_nobody_is_signed_in(house: House) -> None:
    await house.here.person.sign_out()
    errand = Waiting(
        key="a" * 32,
        errand=Errand.RELEASE_STREAMER,
        object_id="streamer-0001",
        body=None,
        made_at=SystemClock().now(),
    )

    with pytest.raises(DecisionNeeded, match=r"gate\.sign_in_needed"):
        await house.here.person.keep(errand)

    assert house.here.person.report().waits_here == 0
