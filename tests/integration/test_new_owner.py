"""A streamer is made ready for a new owner: reset for real, looked at over its new certificate."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions import new_owner
from altrabits_desktop.actions.new_owner import NewOwner, Phase
from altrabits_desktop.actions.new_owner_paper import paper_of
from altrabits_desktop.contract.errors import DecisionNeeded, NotReachable, Refused
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.claiming import StreamerClaims
from tests.harness.claiming_house import claiming_house

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.actions.adding import Adder
    from altrabits_desktop.contract.streamers import StreamerId
    from tests.harness.claiming_house import House


class Resets:
    """Keeps `actions.upkeep.Upkeep` as far as it is used: the streamer itself does what it says."""

    def __init__(self, house: House, adder: Adder) -> None:
        self._house = house
        self._adder = adder
        self.does = True

    async def reset(self, streamer_id: StreamerId) -> None:
        streamer = self._house.registry.streamer(streamer_id)
        assert streamer is not None
        assert streamer.owned_id is not None
        if self.does:
            assert self._house.streamer.start_anew is not None
            self._house.streamer.start_anew(self._house.streamer, is_reset=True)
        await self._adder.forget(streamer.owned_id)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with claiming_house(tmp_path) as opened:
        yield opened


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_owner, "LOOK_S", 0.1)


async def owned(house: House) -> tuple[StreamerId, Adder]:
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)
    house.registry.own((await adder.book()).of)
    return heard, adder


def action(house: House, resets: Resets) -> NewOwner:
    return NewOwner(
        house.here.person,
        directory=house.registry,
        upkeep=resets,
        looking=StreamerClaims(house.registry, house.io),
        clock=SystemClock(),
    )


async def test_c15_it_is_released_wiped_and_looked_at_again(house: House) -> None:
    heard, adder = await owned(house)
    former = house.streamer.certificate.fingerprint
    phases: list[Phase] = []

    async with asyncio.timeout(20):
        ready = await action(house, Resets(house, adder)).make_ready(heard, told=phases.append)

    assert phases == [Phase.WIPING, Phase.AWAITED, Phase.READY]
    assert (ready.former_pin, ready.pin) == (former, house.streamer.certificate.fingerprint)
    assert ready.pin != former
    assert ready.shows_code
    assert "Nobody owns it" in paper_of(ready)
    assert ready.api_id == house.streamer.persona.id
    assert not house.streamer.claims.is_owned
    assert house.streamer.claims.shown_code == ""
    assert house.here.person.view.streamers == ()


async def test_one_that_somebody_owns_already_is_not_called_ready(house: House) -> None:
    heard, adder = await owned(house)

    class Taken(Resets):
        async def reset(self, streamer_id: StreamerId) -> None:
            await super().reset(streamer_id)
            for _ in range(1000):
                if not house.streamer.claims.is_owned:
                    break
                await asyncio.sleep(0.01)
            house.streamer.claims.is_auto_confirm = True
            claim = house.streamer.claims.begin("Neighbour", source="192.168.71.66")
            house.streamer.claims.confirm(claim.id, None)
            house.streamer.claims.is_auto_confirm = False

    with pytest.raises(Refused, match=r"new_owner\.owned"):
        async with asyncio.timeout(20):
            await action(house, Taken(house, adder)).make_ready(heard)


async def test_one_without_a_display_is_ready_and_nothing_is_said_of_whose_it_is(
    house: House,
) -> None:
    heard, adder = await owned(house)
    # It asks everybody for its button, as it can show no code.
    house.streamer.claims.is_auto_confirm = True

    async with asyncio.timeout(20):
        ready = await action(house, Resets(house, adder)).make_ready(heard)

    assert not ready.shows_code
    assert ready.pin == house.streamer.certificate.fingerprint
    assert "Nobody owns it" not in paper_of(ready)
    assert "it shows no code" in paper_of(ready)


async def test_one_that_does_not_come_back_anew_is_said(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, adder = await owned(house)
    monkeypatch.setattr(new_owner, "BACK_LIMIT_S", 0.5)
    resets = Resets(house, adder)
    resets.does = False

    with pytest.raises(NotReachable, match=r"new_owner\.not_back"):
        await action(house, resets).make_ready(heard)


async def test_what_is_not_the_persons_is_left_alone(house: House) -> None:
    await house.here.sign_up()
    heard = house.hear()
    token = house.streamer.certificate.fingerprint

    with pytest.raises(Refused, match=r"object\.unknown"):
        await action(house, Resets(house, house.adder())).make_ready(heard)

    assert house.streamer.certificate.fingerprint == token


async def test_after_a_sign_out_nothing_is_reset(house: House) -> None:
    heard, adder = await owned(house)
    await house.here.person.sign_out()

    with pytest.raises(DecisionNeeded):
        await action(house, Resets(house, adder)).make_ready(heard)

    assert house.streamer.claims.is_owned
