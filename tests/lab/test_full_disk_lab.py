"""A full disk under the running window: said, nothing lost, and on with it when there is room."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lab.apart import told_apart
from tests.lab.full_disk_scene import FULL

pytestmark = pytest.mark.lab

ROUNDS, ALL_ROUNDS = 2, 20
FIRST_CHANGE_S = 5.0
LOG_BYTES = 16 << 20

Told = dict[str, Any]


def told(rounds: int) -> Told:
    return told_apart("full_disk_scene", str(rounds))


@pytest.fixture(scope="module")
def short() -> Told:
    return told(ROUNDS)


def numbers(seen: Told) -> list[str]:
    """Give the numbers of all requests whose sending was acknowledged."""
    return [seen["first"], *(each["number"] for each in (*seen["refused"], *seen["kept"]))]


def prove(seen: Told, *, rounds: int) -> None:
    assert len(set(numbers(seen))) == 1 + 2 * rounds
    assert sorted(seen["at the server"]) == sorted(numbers(seen))
    assert max(each["took_s"] for each in seen["refused"]) <= FIRST_CHANGE_S
    assert 0 < max(seen["logs_bytes"]) <= LOG_BYTES
    assert seen["crashes"] == []


def test_r33_nothing_is_lost_on_a_disk_that_is_filled_and_emptied(short: Told) -> None:
    prove(short, rounds=ROUNDS)


@pytest.mark.long
def test_r33_nothing_is_lost_on_a_disk_that_is_filled_and_emptied_twenty_times() -> None:
    prove(told(ALL_ROUNDS), rounds=ALL_ROUNDS)


def test_r33_a_request_on_a_full_disk_is_refused_in_a_sentence_and_stays_typed(
    short: Told,
) -> None:
    said = [each["said"] for each in short["refused"]]

    assert all(FULL in form for form in said)
    assert [f"Text of Window {number}" in form for number, form in enumerate(said)] == [True, True]


def test_r33_a_decision_on_a_full_disk_is_none_and_all_stays_as_it_was(short: Told) -> None:
    undecided = short["undecided"]

    assert undecided["said"] == FULL
    assert "You accepted it." in undecided["privacy"]
    assert "Signed in as" in undecided["account"]


def test_r33_what_was_written_is_there_after_a_restart(short: Told) -> None:
    assert all(number in short["again"] for number in numbers(short))
