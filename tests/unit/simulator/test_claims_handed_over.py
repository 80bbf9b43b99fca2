"""A streamer is handed over: its owner allows it, and whoever knows the code takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.simulator.claims import (
    HAND_OVER_LIFE_S,
    LIFE_S,
    TRIES,
    Claims,
    ShownCode,
)
from altrabits_desktop.simulator.http_messages import Problem
from tests.harness.proving import HERE, Proving, own

if TYPE_CHECKING:
    from tests.fakes.clock import FakeClock

NEIGHBOUR = "192.168.71.66"


def test_whoever_knows_the_code_takes_the_place_of_the_owner(
    claims: Claims, client: Proving
) -> None:
    former = own(claims, client)
    code = claims.hand_over().code

    begun = claims.begin("Study", source=NEIGHBOUR)
    token = client.confirm(begun.id, code)

    assert (begun.is_hand_over, begun.needs_press) == (True, False)
    claims.check(token)
    with pytest.raises(Problem, match=r"token\.unknown"):
        claims.check(former)


def test_no_display_shows_the_code(claims: Claims, client: Proving) -> None:
    own(claims, client)
    shown: list[ShownCode] = []
    claims.follow(shown.append)
    claims.hand_over()

    claims.begin("Study", source=HERE)

    assert (shown, claims.shown_code) == ([], "")


def test_a_neighbour_has_five_guesses_in_all(claims: Claims, client: Proving) -> None:
    token = own(claims, client)
    code = claims.hand_over().code
    for _ in range(TRIES - 1):
        begun = claims.begin("Neighbour", source=NEIGHBOUR)
        with pytest.raises(Problem, match=r"claim\.wrong_code"):
            client.confirm(begun.id, "wrong!")
        claims.cancel(begun.id)
        claims.press()
    last = claims.begin("Neighbour", source=NEIGHBOUR)
    client.exchange(last.id, "wrong!")

    with pytest.raises(Problem, match=r"claim\.expired"):
        client.exchange(last.id, code)
    with pytest.raises(Problem, match=r"hand_over\.missing"):
        claims.told_hand_over()
    claims.check(token)


def test_a_claim_by_the_code_ends_with_the_hand_over_it_came_by(
    claims: Claims, client: Proving, clock: FakeClock
) -> None:
    token = own(claims, client)
    code = claims.hand_over().code
    clock.move(HAND_OVER_LIFE_S - 10)
    begun = claims.begin("Study", source=NEIGHBOUR)
    clock.move(11)

    with pytest.raises(Problem, match=r"claim\.expired"):
        client.confirm(begun.id, code)

    assert begun.ends_in_s == 10
    claims.check(token)


def test_after_ten_minutes_the_code_is_good_no_longer(
    claims: Claims, client: Proving, clock: FakeClock
) -> None:
    own(claims, client)
    claims.hand_over()

    clock.move(HAND_OVER_LIFE_S)

    assert not claims.begin("Study", source=HERE).is_hand_over
    with pytest.raises(Problem, match=r"hand_over\.missing"):
        claims.told_hand_over()


def test_who_keeps_it_ends_the_claim_that_came_by_the_code(claims: Claims, client: Proving) -> None:
    token = own(claims, client)
    code = claims.hand_over().code
    begun = claims.begin("Study", source=HERE)

    claims.keep()

    with pytest.raises(Problem, match=r"claim\.missing"):
        client.confirm(begun.id, code)
    claims.check(token)


def test_a_claim_before_it_does_not_profit(claims: Claims, client: Proving) -> None:
    own(claims, client)
    claims.press()
    begun = claims.begin("Neighbour", source=NEIGHBOUR)

    code = claims.hand_over().code

    with pytest.raises(Problem, match=r"claim\.missing"):
        client.confirm(begun.id, code)


def test_another_code_takes_the_place_of_the_former(claims: Claims, client: Proving) -> None:
    own(claims, client)
    former = claims.hand_over().code
    claims.hand_over()
    begun = claims.begin("Study", source=HERE)

    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        client.confirm(begun.id, former)


@pytest.mark.parametrize("end", ["release", "restart"])
def test_it_ends_with_the_owner_and_with_the_power(
    end: str, claims: Claims, client: Proving
) -> None:
    own(claims, client)
    claims.hand_over()

    getattr(claims, end)()

    assert not claims.begin("Study", source=HERE).is_hand_over


def test_how_long_is_left_is_told(claims: Claims, client: Proving, clock: FakeClock) -> None:
    own(claims, client)
    code = claims.hand_over().code
    clock.move(LIFE_S)

    told = claims.told_hand_over()

    assert (told.code, told.ends_in_s, told.tries_left) == (code, 480, TRIES)
