"""Whatever a group's volume goes through, its members come back to where they stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.group_levels import FULL, Balance, balance_now, balance_of

LEVELS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 100), min_size=1)
VOLUMES = st.integers(0, 100)
COURSE = st.lists(VOLUMES | st.sampled_from([0, 1, 100]), max_size=8)


def told(balance: Balance, volume: int, maxima: dict[str, int]) -> tuple[Balance, dict[str, int]]:
    """Tell a group to be so loud, and give how its members are then."""
    return balance.at(volume), balance.levels(volume, maxima=maxima)


@pytest.mark.parametrize(
    ("levels", "volume", "after"),
    [
        ({"a": 40, "b": 20}, 60, {"a": 60, "b": 30}),
        ({"a": 40, "b": 20}, 100, {"a": 100, "b": 50}),
        ({"a": 40, "b": 20}, 0, {"a": 0, "b": 0}),
        ({"a": 40, "b": 20}, 1, {"a": 1, "b": 1}),
        ({"a": 40, "b": 0}, 80, {"a": 80, "b": 0}),
        ({"a": 0, "b": 0}, 30, {"a": 30, "b": 30}),
        ({"a": 40, "b": 20}, 400, {"a": 100, "b": 50}),
    ],
)
def test_the_loudest_is_as_loud_as_the_group_and_the_others_in_their_relation(
    levels: dict[str, int], volume: int, after: dict[str, int]
) -> None:
    assert balance_of(levels).levels(volume) == after


@given(LEVELS, COURSE, LEVELS)
def test_back_at_its_volume_a_group_sounds_as_before_whatever_came_between(
    levels: dict[str, int], course: list[int], maxima: dict[str, int]
) -> None:
    most = {member: max(levels.get(member, 0), each) for member, each in maxima.items()}
    balance = begun = balance_now(None, levels)
    now = dict(levels)
    for volume in course:
        balance, now = told(balance_now(balance, now, maxima=most), volume, most)

    _, after = told(balance_now(balance, now, maxima=most), begun.volume, most)

    assert after == levels


@given(LEVELS, VOLUMES)
def test_the_group_is_as_loud_as_it_was_told_and_nobody_louder(
    levels: dict[str, int], volume: int
) -> None:
    after = balance_of(levels).levels(volume)

    assert max(after.values()) == volume
    assert all(0 <= level <= FULL for level in after.values())


@given(LEVELS, VOLUMES, VOLUMES)
def test_louder_makes_nobody_softer_and_keeps_the_order(
    levels: dict[str, int], one: int, other: int
) -> None:
    balance = balance_of(levels)
    soft, loud = balance.levels(min(one, other)), balance.levels(max(one, other))

    assert all(soft[member] <= loud[member] for member in levels)
    ranked = sorted(levels, key=lambda member: levels[member])
    assert [loud[member] for member in ranked] == sorted(loud[member] for member in ranked)


@given(LEVELS, st.integers(1, 100))
def test_what_is_audible_stays_so(levels: dict[str, int], volume: int) -> None:
    after = balance_of(levels).levels(volume)

    assert all(after[member] > 0 for member, level in levels.items() if level)


@given(LEVELS, LEVELS, VOLUMES)
def test_nobody_gets_above_their_maximum(
    levels: dict[str, int], maxima: dict[str, int], volume: int
) -> None:
    after = balance_of(levels).levels(volume, maxima=maxima)

    assert all(after[member] <= most for member, most in maxima.items() if member in after)


def test_one_that_was_turned_by_itself_stands_as_it_was_turned_to() -> None:
    before = balance_of({"a": 40, "b": 20})

    now = balance_now(before, {"a": 40, "b": 40})

    assert now.levels(20) == {"a": 20, "b": 20}


def test_a_group_that_others_made_silent_remembers_how_it_stood() -> None:
    before = balance_of({"a": 40, "b": 20})

    silent = balance_now(before, {"a": 0, "b": 0})

    assert (silent.volume, silent.levels(40)) == (0, {"a": 40, "b": 20})


def test_another_member_makes_another_balance() -> None:
    before = balance_of({"a": 40, "b": 20})

    assert balance_now(before, {"a": 40, "c": 10}).levels(80) == {"a": 80, "c": 20}
