"""How often each address may begin a claim, and that the list of addresses stays short."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.simulator.claim_brake import (
    ADDRESSES_MOST,
    CLAIM_AGAIN_S,
    CLAIMS_AT_ONCE,
    TURNED_OUT_S,
    ClaimBrake,
)

HERE = "192.168.71.4"


def worn_out(brake: ClaimBrake, source: str, *, now_s: float = 0.0) -> None:
    for _ in range(CLAIMS_AT_ONCE):
        brake.take(source, now_s=now_s)


def test_r26_an_address_that_began_many_claims_waits_and_no_other() -> None:
    brake = ClaimBrake()
    worn_out(brake, "192.168.71.66")

    assert brake.wait_s("192.168.71.66", now_s=0.0) == CLAIM_AGAIN_S
    assert brake.wait_s("192.168.71.66", now_s=CLAIM_AGAIN_S / 2) == CLAIM_AGAIN_S / 2
    assert brake.wait_s("192.168.71.66", now_s=CLAIM_AGAIN_S) == 0
    assert brake.wait_s(HERE, now_s=0.0) == 0


def test_r26_a_crowd_of_addresses_brakes_no_later_one_and_takes_no_more_room() -> None:
    brake = ClaimBrake()
    for last in range(200):
        worn_out(brake, f"192.168.71.{last}")

    brake.take(HERE, now_s=0.0)

    assert brake.wait_s(HERE, now_s=0.0) == 0
    remembered = [n for n in range(200) if brake.wait_s(f"192.168.71.{n}", now_s=0.0)]
    assert len(remembered) == ADDRESSES_MOST - 1


def test_who_is_braked_least_makes_room() -> None:
    brake = ClaimBrake()
    brake.turn_out("192.168.71.66", until_s=TURNED_OUT_S, now_s=0.0)
    brake.take("192.168.71.67", now_s=0.0)
    for last in range(ADDRESSES_MOST - 2):
        worn_out(brake, f"192.168.71.{last}")

    brake.take(HERE, now_s=0.0)
    worn_out(brake, "192.168.71.67")

    # Forgotten in between, so it had all of its share again; the others were not.
    assert brake.wait_s("192.168.71.66", now_s=0.0) == TURNED_OUT_S
    assert brake.wait_s("192.168.71.0", now_s=0.0) == CLAIM_AGAIN_S


@given(
    st.lists(
        st.tuples(st.sampled_from(["take", "turn_out", "forgive"]), st.integers(0, 20)),
        max_size=60,
    )
)
def test_r26_whatever_happens_the_list_is_short_and_nobody_waits_for_ever(
    steps: list[tuple[str, int]],
) -> None:
    brake = ClaimBrake()
    sources = [f"192.168.71.{n}" for n in range(21)]
    now_s = 0.0
    for step, number in steps:
        now_s += number
        if step == "forgive":
            brake.forgive()
        elif step == "turn_out":
            brake.turn_out(sources[number], until_s=now_s + TURNED_OUT_S, now_s=now_s)
        elif brake.wait_s(sources[number], now_s=now_s) == 0:
            brake.take(sources[number], now_s=now_s)

    waiting = [brake.wait_s(source, now_s=now_s) for source in sources]
    assert sum(wait_s > 0 for wait_s in waiting) <= ADDRESSES_MOST
    assert max(waiting) <= CLAIM_AGAIN_S
