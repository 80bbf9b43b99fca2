from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.ui.pages.streamers.differences import (
    Insertion,
    Move,
    Removal,
    Step,
    differences,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

orders = st.lists(st.integers(0, 30), unique=True, max_size=20)


def carried_out(before: Sequence[int], after: Sequence[int], steps: Sequence[Step]) -> list[int]:
    rows = list(before)
    for step in steps:
        if isinstance(step, Removal):
            del rows[step.first : step.last + 1]
        elif isinstance(step, Move):
            rows.insert(step.end, rows.pop(step.start))
        else:
            rows[step.first : step.first] = after[step.first : step.last + 1]
    return rows


@given(orders, orders)
def test_steps_lead_from_one_order_to_the_other(before: list[int], after: list[int]) -> None:
    steps = differences(before, after)

    assert carried_out(before, after, steps) == after


@given(orders, orders)
def test_a_key_that_stays_is_never_removed(before: list[int], after: list[int]) -> None:
    steps = differences(before, after)

    removed = sum(step.last - step.first + 1 for step in steps if isinstance(step, Removal))
    inserted = sum(step.last - step.first + 1 for step in steps if isinstance(step, Insertion))
    assert removed == len(set(before) - set(after))
    assert inserted == len(set(after) - set(before))


@given(orders)
def test_the_same_order_needs_no_step(order: list[int]) -> None:
    assert differences(order, list(order)) == ()


@given(orders, st.data())
def test_one_that_changes_its_place_is_moved_once(order: list[int], data: st.DataObject) -> None:
    after = list(order)
    if after:
        key = data.draw(st.sampled_from(after))
        after.remove(key)
        after.insert(data.draw(st.integers(0, len(after))), key)

    moves = [step for step in differences(order, after) if isinstance(step, Move)]

    assert len(moves) <= 1


def test_neighbours_come_and_go_in_one_step() -> None:
    assert differences("abcdef", "aef") == (Removal(1, 3),)
    assert differences("aef", "abcdef") == (Insertion(1, 3),)


def test_removals_come_from_the_end() -> None:
    assert differences("abcd", "bd") == (Removal(2, 2), Removal(0, 0))
