"""Claims of one streamer: codes, tries, presses and the brake."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altrabits_desktop.contract import claim_code
from altrabits_desktop.simulator.claims import (
    CLAIM_AGAIN_S,
    CLAIMS_AT_ONCE,
    FRUITLESS_MOST,
    LIFE_S,
    TRIES,
    Claims,
    ShownCode,
)
from altrabits_desktop.simulator.http_messages import Problem
from tests.fakes.clock import FakeClock

OURS = "aa" * 32
THEIRS = "bb" * 32


@dataclass
class Proving:
    """A client that knows a code, perhaps, and sees a certificate."""

    claims: Claims

    def exchange(self, claim_id: str, code: str, *, seen: str = OURS) -> claim_code.Proofs:
        side = claim_code.begin(
            code,
            claim_id=claim_id,
            random=secrets.token_bytes(claim_code.SECRET_BYTES),
            is_client=True,
        )
        answered = self.claims.exchange(claim_id, side.share.hex(), fingerprint=OURS)
        parties = claim_code.parties_of(claim_id=claim_id, fingerprint=seen)
        proofs = claim_code.proofs(side, bytes.fromhex(answered.share), parties)
        assert proofs is not None
        return proofs

    def confirm(self, claim_id: str, code: str, *, seen: str = OURS) -> str:
        proofs = self.exchange(claim_id, code, seen=seen)
        return self.claims.confirm(claim_id, proofs.of_client.hex()).token


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def claims(clock: FakeClock) -> Claims:
    return Claims(clock.steady_s)


@pytest.fixture
def client(claims: Claims) -> Proving:
    return Proving(claims)


def own(claims: Claims, client: Proving) -> str:
    claim_id = claims.begin("Study").id
    return client.confirm(claim_id, claims.shown_code)


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

    claims.begin("Study")

    assert shown == [ShownCode(claims.shown_code, "Study")]


def test_wrong_code_is_no_owner_and_may_be_tried_again(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study").id
    code = claims.shown_code

    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        client.confirm(claim_id, "wrong!")
    claims.check(client.confirm(claim_id, code))

    assert claims.is_owned


def test_proof_is_good_once(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study").id
    proof = client.exchange(claim_id, claims.shown_code).of_client.hex()
    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        claims.confirm(claim_id, "0" * 64)

    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        claims.confirm(claim_id, proof)


def test_confirmed_claim_is_used_up(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study").id
    proof = client.exchange(claim_id, claims.shown_code).of_client.hex()
    claims.confirm(claim_id, proof)

    with pytest.raises(Problem, match=r"claim\.missing"):
        claims.confirm(claim_id, proof)


def test_r5_code_seen_over_another_certificate_makes_no_owner(
    claims: Claims, client: Proving
) -> None:
    claim_id = claims.begin("Study").id

    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        client.confirm(claim_id, claims.shown_code, seen=THEIRS)

    assert not claims.is_owned


def test_code_lives_for_two_minutes(claims: Claims, client: Proving, clock: FakeClock) -> None:
    claim_id = claims.begin("Study").id
    code = claims.shown_code

    clock.move(LIFE_S)

    assert claims.shown_code == ""
    with pytest.raises(Problem, match=r"claim\.expired"):
        client.confirm(claim_id, code)
    with pytest.raises(Problem, match=r"claim\.expired"):
        claims.cancel(claim_id)


def test_code_is_good_for_five_tries(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study").id
    for _ in range(TRIES):
        client.exchange(claim_id, "wrong!")

    with pytest.raises(Problem, match=r"claim\.expired"):
        client.exchange(claim_id, claims.shown_code)


def test_right_code_in_the_last_try_counts(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study").id
    for _ in range(TRIES - 1):
        client.exchange(claim_id, "wrong!")

    claims.check(client.confirm(claim_id, claims.shown_code))

    assert claims.is_owned


@pytest.mark.parametrize("share", ["04" + "0" * 128, "04" + "f" * 128])
def test_share_that_is_no_point_is_malformed(claims: Claims, share: str) -> None:
    claim_id = claims.begin("Study").id

    with pytest.raises(Problem, match=r"request\.malformed"):
        claims.exchange(claim_id, share, fingerprint=OURS)


def test_one_claim_at_a_time(claims: Claims, clock: FakeClock) -> None:
    claims.begin("Study")
    clock.move(LIFE_S - 10)

    with pytest.raises(Problem, match=r"claim\.braked") as caught:
        claims.begin("Hall")
    clock.move(10)
    claims.begin("Hall")

    assert caught.value.headers == (("Retry-After", "11"),)


def test_claim_without_tries_left_stands_in_nobodys_way(claims: Claims, client: Proving) -> None:
    claim_id = claims.begin("Study").id
    for _ in range(TRIES):
        client.exchange(claim_id, "wrong!")

    assert claims.begin("Hall").id != claim_id


def test_many_claims_are_braked_and_a_press_lifts_it(claims: Claims, clock: FakeClock) -> None:
    for _ in range(CLAIMS_AT_ONCE):
        claims.cancel(claims.begin("Study").id)

    with pytest.raises(Problem, match=r"claim\.braked"):
        claims.begin("Study")
    clock.move(CLAIM_AGAIN_S)
    claims.cancel(claims.begin("Study").id)
    claims.press()

    assert claims.begin("Study").needs_code


def test_owned_streamer_changes_hands_by_presence(claims: Claims, client: Proving) -> None:
    old = own(claims, client)
    claim = claims.begin("Hall")
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
    claim_id = claims.begin("Hall").id
    claims.press()

    with pytest.raises(Problem, match=r"claim\.wrong_code"):
        claims.confirm(claim_id, None)


def test_released_streamer_is_claimed_without_a_press(claims: Claims, client: Proving) -> None:
    token = own(claims, client)

    claims.release()

    assert not claims.is_owned
    assert not claims.begin("Hall").needs_press
    with pytest.raises(Problem, match=r"token\.unknown"):
        claims.check(token)


def test_nobody_owns_a_new_streamer(claims: Claims) -> None:
    with pytest.raises(Problem, match=r"token\.unknown"):
        claims.check("")
    assert not claims.is_owned


def test_auto_confirm_is_a_press_without_a_code(claims: Claims, client: Proving) -> None:
    claims.is_auto_confirm = True
    begun = [claims.begin("Study")]
    for _ in range(3 * CLAIMS_AT_ONCE):
        claims.confirm(begun[-1].id, None)
        begun.append(claims.begin("Study"))

    claim = begun[-1]
    claims.check(claims.confirm(claim.id, None).token)
    assert (claim.needs_code, claim.needs_press, claim.tries_left) == (False, True, 0)
    assert claims.shown_code == ""


def test_claim_without_a_code_has_no_exchange(claims: Claims, client: Proving) -> None:
    claims.is_auto_confirm = True
    claim_id = claims.begin("Study").id

    with pytest.raises(Problem, match=r"request\.malformed"):
        client.exchange(claim_id, "")


def test_unknown_claim_is_missing(claims: Claims) -> None:
    with pytest.raises(Problem, match=r"claim\.missing"):
        claims.cancel("0" * 32)
    claims.begin("Study")
    with pytest.raises(Problem, match=r"claim\.missing"):
        claims.confirm("0" * 32, None)


def test_thousand_guesses_make_no_owner_and_no_more_than_a_hundred_count(
    claims: Claims, client: Proving, clock: FakeClock
) -> None:
    counted = guesses = 0
    guessing = Random(7)
    claims.follow(lambda shown: codes.append(shown.code))
    codes: list[str] = []
    needs_press = False
    while guesses < 1000:
        claim = claims.begin("Guesser")
        needs_press |= claim.needs_press
        for _ in range(TRIES):
            guesses += 1
            counted += not claim.needs_press
            # Each exchange tells the guesser whether this one code was right.
            guess = f"{guessing.randrange(10**6):06}"
            if not claim.needs_press:
                with pytest.raises(Problem, match=r"claim\.wrong_code"):
                    client.confirm(claim.id, guess)
        clock.move(CLAIM_AGAIN_S)

    assert needs_press
    assert counted == FRUITLESS_MOST * TRIES == 100
    assert not claims.is_owned
    assert len(set(codes)) > 190


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(["begin", "press", "wait"]), st.integers(0, 1200))))
def test_claims_never_begin_faster_than_the_brake_lets_them(
    steps: list[tuple[str, int]],
) -> None:
    clock = FakeClock()
    claims = Claims(clock.steady_s)
    begun: list[float] = []
    waits: list[str] = []
    for step, seconds in steps:
        if step == "press":
            claims.press()
            begun.clear()
        elif step == "wait":
            clock.move(seconds)
        else:
            try:
                claims.cancel(claims.begin("Study").id)
                begun.append(clock.steady_s())
            except Problem as problem:
                waits.append(dict(problem.headers)["Retry-After"])

    assert all(0 < int(wait) <= CLAIM_AGAIN_S + 1 for wait in waits)
    for place, at_s in enumerate(begun):
        within = [each for each in begun[: place + 1] if at_s - each < CLAIM_AGAIN_S]
        assert len(within) <= CLAIMS_AT_ONCE + 1
