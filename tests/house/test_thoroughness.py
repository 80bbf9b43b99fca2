from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.harness.thoroughness import JOURNEY_TURNS, due_in_turn

CASES = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 7), min_size=1)
TURNS = st.integers(0, 10_000_000)


def names(cases: dict[str, int], *, folder: str = "tests/unit") -> set[str]:
    """Give tests by how many cases each has; a test with none has no brackets."""
    return {
        f"{folder}/test_it.py::test_{test}{case}"
        for test, many in cases.items()
        for case in ([f"[{number}]" for number in range(many)] or [""])
    }


@given(CASES, TURNS)
def test_each_turn_tries_one_case_of_every_test(cases: dict[str, int], turn: int) -> None:
    due = due_in_turn(names(cases), turn=turn)

    assert [sum(f"test_{test}" in name for name in due) for test in cases] == [1] * len(cases)


@given(CASES, TURNS)
def test_all_turns_together_try_every_case(cases: dict[str, int], turn: int) -> None:
    turns = range(turn, turn + max(*cases.values(), 1))

    assert set().union(*(due_in_turn(names(cases), turn=each) for each in turns)) == names(cases)


@given(CASES, TURNS)
def test_some_turns_try_every_journey(cases: dict[str, int], turn: int) -> None:
    whole = names(cases, folder="tests/journeys")
    most = JOURNEY_TURNS * (max(*cases.values(), 1) + 1)

    turns = [due_in_turn(whole, turn=turn + step) for step in range(most)]

    assert set().union(*turns) == whole
    few = -(-len(cases) // JOURNEY_TURNS)
    assert len(cases) < JOURNEY_TURNS or all(len(due) <= few for due in turns)


def test_a_file_with_one_journey_is_tried_each_turn() -> None:
    whole = names({"a": 0}, folder="tests/journeys")

    assert [due_in_turn(whole, turn=turn) for turn in range(JOURNEY_TURNS)] == (
        [whole] * JOURNEY_TURNS
    )


def test_each_turn_tries_every_rule_of_the_house() -> None:
    whole = names({"a": 9}, folder="tests/house")

    assert due_in_turn(whole, turn=1) == whole
