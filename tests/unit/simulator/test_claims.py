"""Claims of one streamer: codes, tries, presses and the brake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.simulator.claim_brake import CLAIM_AGAIN_S, CLAIMS_AT_ONCE
from altrabits_desktop.simulator.claims import (
    LIFE_S,
    PRESSED_LIFE_S,
    TRIES,
    Claims,
    ShownCode,
)
from altrabits_desktop.simulator.http_messages import Problem
from tests.harness.proving import HERE, OURS, Proving, own

if TYPE_CHECKING:
    from tests.fakes.clock import FakeClock

THEIRS = "bb" * 32
NEIGHBOUR = "192.168.71.66"


def test_whoever_knows_the_code_is_the_owner(claims: Claims, client: Proving) -> None:
    token = own(claims, client)

    claims.check(token)
    assert claims.is_owned
    assert claims.shown_code == ""
    with pytest.raises(Problem, match=r"token\.unknown"):
        claims.check(token.swapcase())


def test_code_is_shown_with_the_name_of_who_asks(claims: Claims) -> None:
    shown: list[ShownCode] = []
    claims.follow(shown.append)

    claims.begin("Study", source=HERE)

    assert shown == [ShownCode(claims.shown_code, "Study")]


def test_wrong_code_is_no_owner_and_may_be_tried_again(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study", source=HERE).id
    code = claims.shown_code

    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        client.confirm(claim_id, "wrong!")
    claims.check(client.confirm(claim_id, code))

    assert claims.is_owned


def test_proof_is_good_once(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study", source=HERE).id
    proof = client.exchange(claim_id, claims.shown_code).of_client.hex()
    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        claims.confirm(claim_id, "0" * 64)

    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        claims.confirm(claim_id, proof)


def test_confirmed_claim_is_used_up(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study", source=HERE).id
    proof = client.exchange(claim_id, claims.shown_code).of_client.hex()
    claims.confirm(claim_id, proof)

    with pytest.raises(Problem, match=r"claim\.missing"):
        claims.confirm(claim_id, proof)


def test_r5_code_seen_over_another_certificate_makes_no_owner(
    claims: Claims, client: Proving
) -> None:
    claim_id = claims.begin("Study", source=HERE).id

    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        client.confirm(claim_id, claims.shown_code, seen=THEIRS)

    assert not claims.is_owned


def test_code_lives_for_two_minutes(claims: Claims, client: Proving, clock: FakeClock) -> None:
    claim_id = claims.begin("Study", source=HERE).id
    code = claims.shown_code

    clock.move(LIFE_S)

    assert claims.shown_code == ""
    with pytest.raises(Problem, match=r"claim\.expired"):
        client.confirm(claim_id, code)
    with pytest.raises(Problem, match=r"claim\.expired"):
        claims.cancel(claim_id)


def test_code_is_good_for_five_tries(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study", source=HERE).id
    for _ in range(TRIES):
        client.exchange(claim_id, "wrong!")

    with pytest.raises(Problem, match=r"claim\.expired"):
        client.exchange(claim_id, claims.shown_code)


def test_right_code_in_the_last_try_counts(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study", source=HERE).id
    for _ in range(TRIES - 1):
        client.exchange(claim_id, "wrong!")

    claims.check(client.confirm(claim_id, claims.shown_code))

    assert claims.is_owned


@pytest.mark.parametrize("share", ["04" + "0" * 128, "04" + "f" * 128])
def test_share_that_is_no_point_is_malformed(claims: Claims, share: str) -> None:
    claim_id = claims.begin("Study", source=HERE).id

    with pytest.raises(Problem, match=r"request\.malformed"):
        claims.exchange(claim_id, share, fingerprint=OURS)


def test_one_claim_at_a_time(claims: Claims, clock: FakeClock) -> None:
    claims.begin("Study", source=HERE)
    clock.move(LIFE_S - 10)

    with pytest.raises(Problem, match=r"claim\.under_way") as caught:
        claims.begin("Hall", source=NEIGHBOUR)
    clock.move(10)
    claims.begin("Hall", source=NEIGHBOUR)

    assert caught.value.headers == (("Retry-After", "11"),)


def test_claim_without_tries_left_stands_in_nobodys_way(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study", source=HERE).id
    for _ in range(TRIES):
        client.exchange(claim_id, "wrong!")

    assert claims.begin("Hall", source=HERE).id != claim_id


def test_many_claims_are_braked_and_a_press_lifts_it(claims: Claims, clock: FakeClock) -> None:
    for _ in range(CLAIMS_AT_ONCE):
        claims.cancel(claims.begin("Study", source=HERE).id)

    with pytest.raises(Problem, match=r"claim\.braked") as caught:
        claims.begin("Study", source=HERE)
    clock.move(CLAIM_AGAIN_S)
    claims.cancel(claims.begin("Study", source=HERE).id)
    with pytest.raises(Problem, match=r"claim\.braked"):
        claims.begin("Study", source=HERE)
    claims.press()

    assert claims.begin("Study", source=HERE).needs_code
    assert caught.value.headers == (("Retry-After", "601"),)


def test_press_just_before_the_code_is_proved_counts(
    claims: Claims, client: Proving, clock: FakeClock
) -> None:
    old = own(claims, client)
    claim = claims.begin("Hall", source=HERE)
    claims.press()
    clock.move(PRESSED_LIFE_S - 1)

    new = client.confirm(claim.id, claims.shown_code)

    assert claim.needs_press
    assert new != old


def test_claim_whose_code_is_proved_waits_for_its_press_as_long_as_any(
    claims: Claims, client: Proving, clock: FakeClock
) -> None:
    own(claims, client)
    claim = claims.begin("Hall", source=HERE)
    for _ in range(TRIES - 1):
        client.exchange(claim.id, "wrong!")
    proof = client.exchange(claim.id, claims.shown_code).of_client.hex()
    with pytest.raises(Problem, match=r"claim\.waiting"):
        claims.confirm(claim.id, proof)
    clock.move(LIFE_S - 30)

    # All tries are used up, and still nobody may step in between.
    with pytest.raises(Problem, match=r"claim\.under_way"):
        claims.begin("Neighbour", source=NEIGHBOUR)
    claims.press()
    clock.move(29)

    assert claims.confirm(claim.id, proof).token


def test_owned_streamer_changes_hands_by_presence(claims: Claims, client: Proving) -> None:
    old = own(claims, client)
    claim = claims.begin("Hall", source=HERE)
    proof = client.exchange(claim.id, claims.shown_code).of_client.hex()

    with pytest.raises(Problem, match=r"claim\.waiting"):
        claims.confirm(claim.id, proof)
    claims.press()
    new = claims.confirm(claim.id, proof).token

    claims.check(new)
    assert claim.needs_press
    with pytest.raises(Problem, match=r"token\.unknown"):
        claims.check(old)


def test_press_alone_does_not_replace_the_code(claims: Claims, client: Proving) -> None:
    own(claims, client)
    claim_id = claims.begin("Hall", source=HERE).id
    claims.press()

    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        claims.confirm(claim_id, None)


def test_released_streamer_is_claimed_without_a_press(claims: Claims, client: Proving) -> None:
    token = own(claims, client)

    claims.release()

    assert not claims.is_owned
    assert not claims.begin("Hall", source=HERE).needs_press
    with pytest.raises(Problem, match=r"token\.unknown"):
        claims.check(token)


def test_nobody_owns_a_new_streamer(claims: Claims) -> None:
    with pytest.raises(Problem, match=r"token\.unknown"):
        claims.check("")
    assert not claims.is_owned


def test_auto_confirm_is_a_press_without_a_code(claims: Claims, client: Proving) -> None:
    claims.is_auto_confirm = True
    begun = [claims.begin("Study", source=HERE)]
    for _ in range(3 * CLAIMS_AT_ONCE):
        claims.confirm(begun[-1].id, None)
        begun.append(claims.begin("Study", source=HERE))

    claim = begun[-1]
    claims.check(claims.confirm(claim.id, None).token)
    assert (claim.needs_code, claim.needs_press, claim.tries_left) == (False, True, 0)
    assert claims.shown_code == ""


def test_claim_without_a_code_has_no_exchange(claims: Claims, client: Proving) -> None:
    claims.is_auto_confirm = True
    claim_id = claims.begin("Study", source=HERE).id

    with pytest.raises(Problem, match=r"request\.malformed"):
        client.exchange(claim_id, "")


def test_unknown_claim_is_missing(claims: Claims) -> None:
    with pytest.raises(Problem, match=r"claim\.missing"):
        claims.cancel("0" * 32)
    claims.begin("Study", source=HERE)
    with pytest.raises(Problem, match=r"claim\.missing"):
        claims.confirm("0" * 32, None)


def test_a_proved_claim_of_an_owned_streamer_waits_for_its_button_and_says_so_once(
    claims: Claims, client: Proving, clock: FakeClock
) -> None:
    told: list[bool] = []
    claims.follow_waits(lambda: told.append(claims.awaits_press))
    own(claims, client)
    claim = claims.begin("Hall", source=HERE)
    before = claims.awaits_press
    proof = client.exchange(claim.id, claims.shown_code).of_client.hex()

    for _ in range(2):
        with pytest.raises(Problem, match=r"claim\.waiting"):
            claims.confirm(claim.id, proof)
    while_waiting = claims.awaits_press
    clock.move(LIFE_S)

    assert (before, while_waiting, claims.awaits_press) == (False, True, False)
    assert told == [True]


def test_a_streamer_that_was_asked_too_often_waits_for_its_button_too(claims: Claims) -> None:
    waits = []
    for _ in range(CLAIMS_AT_ONCE):
        claim_id = claims.begin("Study", source=HERE).id
        waits.append(claims.awaits_press)
        claims.cancel(claim_id)
    waits.append(claims.awaits_press)
    claims.press()

    assert waits == [False, False, False, True]
    assert not claims.awaits_press
    assert claims.begin("Study", source=HERE).needs_code


def test_a_code_that_was_tried_too_often_leaves_the_next_claim_to_the_button(
    claims: Claims, client: Proving
) -> None:
    for _ in range(CLAIMS_AT_ONCE):
        claim_id = claims.begin("Study", source=HERE).id
        for _ in range(TRIES):
            client.exchange(claim_id, "wrong!")

    assert claims.awaits_press
