"""Claims beside a hostile neighbour: nobody is kept out, fooled or guessed."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altrabits_desktop.simulator.claim_brake import CLAIM_AGAIN_S, CLAIMS_AT_ONCE, TURNED_OUT_S
from altrabits_desktop.simulator.claims import (
    FRUITLESS_MOST,
    LIFE_S,
    PRESSED_LIFE_S,
    TRIES,
    Claims,
    ShownCode,
    shown_name,
)
from altrabits_desktop.simulator.http_messages import Problem
from tests.fakes.clock import FakeClock
from tests.harness.proving import HERE, Proving, own

NEIGHBOUR = "192.168.71.66"


def test_r26_a_neighbour_that_begins_claims_all_the_time_does_not_brake_the_owner(
    claims: Claims, client: Proving
) -> None:
    for _ in range(CLAIMS_AT_ONCE):
        claims.cancel(claims.begin("Neighbour", source=NEIGHBOUR).id)
    with pytest.raises(Problem, match=r"claim\.braked"):
        claims.begin("Neighbour", source=NEIGHBOUR)

    own(claims, client)

    assert claims.is_owned


def test_r26_a_neighbour_that_holds_every_claim_to_its_end_gives_way(
    claims: Claims, clock: FakeClock
) -> None:
    had_turn_at_s = []
    begun_at_s = clock.steady_s()
    for _ in range(int(2 * CLAIM_AGAIN_S)):
        # The neighbour is faster each time.
        with suppress(Problem):
            claims.begin("Neighbour", source=NEIGHBOUR)
        with suppress(Problem):
            claims.cancel(claims.begin("Study", source=HERE).id)
            had_turn_at_s.append(clock.steady_s() - begun_at_s)
        clock.move(1)

    assert had_turn_at_s
    assert min(had_turn_at_s) <= CLAIMS_AT_ONCE * LIFE_S


def test_r26_a_press_ends_the_claim_of_somebody_else_and_the_person_goes_first(
    claims: Claims, client: Proving, clock: FakeClock
) -> None:
    claims.begin("Neighbour", source=NEIGHBOUR)
    claims.press()
    with pytest.raises(Problem, match=r"claim\.under_way") as caught:
        claims.begin("Study", source=HERE)
    clock.move(PRESSED_LIFE_S)
    with pytest.raises(Problem, match=r"claim\.braked") as turned_out:
        claims.begin("Neighbour", source=NEIGHBOUR)

    own(claims, client)

    assert caught.value.headers == (("Retry-After", str(int(PRESSED_LIFE_S) + 1)),)
    assert turned_out.value.headers == (("Retry-After", str(int(TURNED_OUT_S) + 1)),)
    clock.move(TURNED_OUT_S)
    assert claims.begin("Neighbour", source=NEIGHBOUR).needs_press


def test_r26_a_second_press_lets_nobody_back_who_was_turned_out(
    claims: Claims, clock: FakeClock
) -> None:
    claims.begin("Neighbour", source=NEIGHBOUR)
    claims.press()
    clock.move(PRESSED_LIFE_S)
    claims.press()

    with pytest.raises(Problem, match=r"claim\.braked"):
        claims.begin("Neighbour", source=NEIGHBOUR)


def test_r26_switching_off_and_on_ends_what_is_under_way_and_keeps_the_owner(
    claims: Claims, client: Proving
) -> None:
    token = own(claims, client)
    for _ in range(CLAIMS_AT_ONCE - 1):
        claims.cancel(claims.begin("Study", source=HERE).id)
    claims.begin("Neighbour", source=NEIGHBOUR)

    claims.restart()

    claims.check(token)
    assert claims.shown_code == ""
    assert claims.begin("Study", source=HERE).needs_code


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Study", "Study"),
        ("Study PC 2", "Study PC"),
        ("Code: 482 913", "Code:"),
        ("\uff14\uff18\uff12 \u0664\u0668\u0662", ""),
        ("\u2463\u2167\u00b2\u33e0", ""),
    ],
)
def test_r26_no_digit_of_a_clients_name_is_shown_beside_the_code(
    said: str, shown: str, claims: Claims
) -> None:
    told: list[ShownCode] = []
    claims.follow(told.append)

    claims.begin(said, source=HERE)

    assert told == [ShownCode(claims.shown_code, shown)]
    assert shown_name(said) == shown


@given(st.text(max_size=128))
def test_r26_no_name_has_anything_on_the_display_that_reads_as_a_digit(name: str) -> None:
    shown = unicodedata.normalize("NFKC", shown_name(name))

    assert not any(unicodedata.category(mark).startswith("N") for mark in shown)


def test_thousand_guesses_make_no_owner_and_no_more_than_a_hundred_count(
    claims: Claims, client: Proving, clock: FakeClock
) -> None:
    counted = guesses = 0
    guessing = Random(7)
    claims.follow(lambda shown: codes.append(shown.code))
    codes: list[str] = []
    needs_press = False
    while guesses < 1000:
        claim = claims.begin("Guesser", source=HERE)
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
    claims = Claims(clock.steady_s, streamer_id="ab-1")
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
                claims.cancel(claims.begin("Study", source=HERE).id)
                begun.append(clock.steady_s())
            except Problem as problem:
                waits.append(dict(problem.headers)["Retry-After"])

    assert all(0 < int(wait) <= CLAIM_AGAIN_S + 1 for wait in waits)
    for place, at_s in enumerate(begun):
        within = [each for each in begun[: place + 1] if at_s - each < CLAIM_AGAIN_S]
        assert len(within) <= CLAIMS_AT_ONCE + 1
