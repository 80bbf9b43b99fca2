"""A streamer goes from one account to another: for real, at a real server, over its certificate."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.adding import Adder
from altrabits_desktop.actions.handing_over import HandingOver, HandOverEnd
from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.keychain import Keychain
from altrabits_desktop.streamers.claiming import StreamerClaims
from tests.fakes.membership import Ring, computer
from tests.harness.claiming_house import claiming_house

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.contract.streamers import StreamerId
    from tests.fakes.membership import Computer
    from tests.harness.claiming_house import House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with claiming_house(tmp_path / "first") as opened:
        yield opened


@pytest.fixture
async def neighbour(tmp_path: Path) -> AsyncIterator[Computer]:
    async with computer(tmp_path / "second") as there:
        await there.reach()
        await there.sign_up()
        yield there


def handing(house: House, adder: Adder) -> HandingOver:
    return HandingOver(
        house.here.person,
        directory=house.registry,
        handing=StreamerClaims(house.registry, house.io),
        adder=adder,
        clock=SystemClock(),
        tell=lambda: None,
    )


async def owned(house: House) -> tuple[StreamerId, Adder]:
    """Sign up and add the streamer."""
    await house.here.sign_up()
    heard, adder = house.hear(), house.adder()
    await adder.confirm(await adder.begin(heard), code=house.streamer.claims.shown_code)
    house.registry.own((await adder.book()).of)
    return heard, adder


def stranger(house: House, there: Computer) -> Adder:
    """Give the adder of another computer in the same house."""
    house.registry.own(lambda _identity: None)
    return Adder(
        there.person,
        directory=house.registry,
        claims=StreamerClaims(house.registry, house.io),
        keychain=Keychain(lambda: there.ring or Ring()),
        clock=SystemClock(),
        whose=lambda: there.person.report().email,
        tell=lambda: None,
    )


async def test_c15_it_goes_from_one_account_to_the_other(house: House, neighbour: Computer) -> None:
    heard, adder = await owned(house)
    actions = handing(house, adder)
    code = (await actions.begin(heard)).code

    theirs = stranger(house, neighbour)
    adding = await theirs.begin(heard)
    await theirs.confirm(adding, code=code)
    async with asyncio.timeout(10):
        ended = await actions.ended(heard)

    assert (adding.needs_code, adding.needs_press) == (True, False)
    assert ended is not None
    assert (ended.end, ended.code) == (HandOverEnd.TAKEN, "")
    assert house.here.person.view.streamers == ()
    assert [one.name for one in neighbour.person.view.streamers] == ["Fireside"]
    assert house.here.ring is not None
    assert not [name for name in house.here.ring.kept if name.startswith("streamer")]


async def test_who_calls_it_off_keeps_it_and_the_code_is_worth_nothing(
    house: House, neighbour: Computer
) -> None:
    heard, adder = await owned(house)
    actions = handing(house, adder)
    code = (await actions.begin(heard)).code

    await actions.end(heard)

    report = actions.report(heard)
    assert report is not None
    assert (report.end, report.code) == (HandOverEnd.ENDED, "")
    assert len(house.here.person.view.streamers) == 1
    theirs = stranger(house, neighbour)
    with pytest.raises(Refused, match=r"claim\.wrong_code"):
        await theirs.confirm(await theirs.begin(heard), code=code)


async def test_a_neighbour_without_the_code_gets_nothing(house: House, neighbour: Computer) -> None:
    heard, adder = await owned(house)
    actions = handing(house, adder)
    code = (await actions.begin(heard)).code
    wrong = f"{(int(code) + 1) % 10**6:06}"
    theirs = stranger(house, neighbour)
    adding = await theirs.begin(heard)

    for _ in range(5):
        with pytest.raises(Refused, match=r"claim\.wrong_code"):
            await theirs.confirm(adding, code=wrong)

    with pytest.raises(Refused, match=r"claim\.expired"):
        await theirs.confirm(adding, code=code)
    async with asyncio.timeout(10):
        ended = await actions.ended(heard)
    assert ended is not None
    assert ended.end is HandOverEnd.OVER
    assert len(house.here.person.view.streamers) == 1


async def test_after_a_sign_out_nothing_is_handed_over(house: House) -> None:
    heard, adder = await owned(house)
    await house.here.person.sign_out()

    with pytest.raises(DecisionNeeded):
        await handing(house, adder).begin(heard)


async def test_what_is_nobodys_of_theirs_is_not_handed_over(house: House) -> None:
    await house.here.sign_up()
    heard = house.hear()

    with pytest.raises(Refused, match=r"object\.unknown"):
        await handing(house, house.adder()).begin(heard)


async def test_a_stop_watches_no_longer(house: House) -> None:
    heard, adder = await owned(house)
    actions = handing(house, adder)
    await actions.begin(heard)

    await actions.stop()

    assert house.streamer.claims.told_hand_over().tries_left == 5
    assert len(house.here.person.view.streamers) == 1
