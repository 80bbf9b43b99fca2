from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.harness.thoroughness import MOST_CASES, due_in_turn

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
def test_each_turn_tries_every_test_and_few_cases_of_it(cases: dict[str, int], turn: int) -> None:
    due = due_in_turn(names(cases), turn=turn)

    tried = {test: sum(f"test_{test}" in name for name in due) for test in cases}
    assert tried == {test: min(max(many, 1), MOST_CASES) for test, many in cases.items()}


@given(CASES, TURNS)
def test_all_turns_together_try_every_case(cases: dict[str, int], turn: int) -> None:
    turns = range(turn, turn + max(*cases.values(), 1))

    assert set().union(*(due_in_turn(names(cases), turn=each) for each in turns)) == names(cases)


@given(CASES, TURNS)
def test_two_turns_try_every_journey(cases: dict[str, int], turn: int) -> None:
    whole = names(dict.fromkeys(cases, 0), folder="tests/journeys")

    turns = [due_in_turn(whole, turn=each) for each in (turn, turn + 1)]

    assert turns[0] | turns[1] == whole
    assert all(len(due) <= max(1, (len(whole) + 1) // 2) for due in turns)


def test_a_file_with_one_journey_is_tried_each_turn() -> None:
    whole = names({"a": 0}, folder="tests/journeys")

    assert [due_in_turn(whole, turn=turn) for turn in (0, 1)] == [whole, whole]
