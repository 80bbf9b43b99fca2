"""Handing over by the app: against the simulator's claims in memory, and against liars."""

from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.contract.errors import CertificateChanged, MalformedAnswer, Refused
from altrabits_desktop.streamers.drivers.altrabits.claiming import begin_claim, confirm_claim
from altrabits_desktop.streamers.drivers.altrabits.handing_over import (
    HandOverState,
    begin_hand_over,
    end_hand_over,
    look_at_hand_over,
)
from altrabits_desktop.streamers.drivers.driver import SecureAnswer
from tests.fakes.secure_fetch import problem_of
from tests.unit.streamers.drivers.test_altrabits_claiming import ADDRESS, ANOTHER, Home, home

__all__ = ["home"]


async def test_the_next_owner_claims_it_by_the_code_alone(home: Home) -> None:
    begun = await begin_hand_over(await home.own(), home.io)
    before = await look_at_hand_over(begun)

    offer = await begin_claim(ADDRESS, home.io, client_name="Kitchen")
    won = await confirm_claim(offer, home.io, code=begun.code)

    assert offer.is_hand_over
    assert not offer.needs_press
    home.streamer.claims.check(won.token)
    assert (before, await look_at_hand_over(begun)) == (HandOverState.OPEN, HandOverState.TAKEN)


async def test_who_keeps_it_is_still_its_owner(home: Home) -> None:
    owned = await home.own()
    begun = await begin_hand_over(owned, home.io)

    await end_hand_over(begun)

    assert await look_at_hand_over(begun) is HandOverState.OVER
    home.streamer.claims.check(owned.token)


async def test_a_code_that_another_one_replaced_is_over(home: Home) -> None:
    owned = await home.own()
    former = await begin_hand_over(owned, home.io)
    await begin_hand_over(owned, home.io)

    assert await look_at_hand_over(former) is HandOverState.OVER


async def test_who_is_not_the_owner_is_refused_before_anything_is_sent(home: Home) -> None:
    with pytest.raises(Refused, match=r"control\.not_owned"):
        await begin_hand_over(ADDRESS, home.io)

    assert home.secure.requests == []


async def test_r5_another_certificate_is_told_nothing(home: Home) -> None:
    owned = await home.own()
    home.secure.shown = ANOTHER

    with pytest.raises(CertificateChanged):
        await begin_hand_over(owned, home.io)


async def test_a_former_owner_learns_that_it_obeys_somebody_else(home: Home) -> None:
    owned = await home.own()

    with pytest.raises(Refused, match=r"control\.owner_changed"):
        await begin_hand_over(replace(owned, token="x" * 43), home.io)


async def test_firmware_without_it_says_that_it_cannot(home: Home) -> None:
    owned = await home.own()
    home.secure.otherwise = lambda _asked: problem_of("path.unknown", status=404)

    with pytest.raises(Refused, match=r"control\.unsupported"):
        await begin_hand_over(owned, home.io)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"code":"12","ends_in_s":9}', b'{"code":"123456","ends_in_s":1e9}']
)
async def test_rubbish_is_no_code(content: bytes, home: Home) -> None:
    owned = await home.own()
    home.secure.otherwise = lambda _asked: SecureAnswer(200, content)

    with pytest.raises(MalformedAnswer):
        await begin_hand_over(owned, home.io)
