"""How much is tried: all of it where nobody waits, a sample where a person does."""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

IS_CI = os.environ.get("CI") == "true"
"""What cannot run there has failed."""
IS_WHOLE = IS_CI or os.environ.get("ALTRABITS_TESTS") == "whole"
"""Nobody waits: chance gets more tries, and what is a sample elsewhere is the whole."""
JOURNEYS = ("tests/journeys/", "tests/integration/")
JOURNEY_TURNS = 3
"""Each takes a second or more of programs and windows: so many turns try all of a file."""
RULES = "tests/house/"
"""Rules of the source, read in a moment: each turn tries all."""


def due_in_turn(names: Iterable[str], *, turn: int) -> frozenset[str]:
    """Choose what a turn tries of all tests; the turns after it try the rest. Pure.

    Args:
        names: of the tests, each with its case in brackets where it has any.
        turn: counts up.
    """
    cases: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        cases[name if name.startswith(RULES) else name.partition("[")[0]].append(name)
    return frozenset(
        # A journey is there in each third turn alone: its cases count these.
        _case(cases[test], turn // JOURNEY_TURNS if test.startswith(JOURNEYS) else turn)
        for test in _tests_of_turn(cases, turn)
    )


def _case(cases: list[str], turn: int) -> str:
    return sorted(cases)[turn % len(cases)]


def _tests_of_turn(tests: Iterable[str], turn: int) -> Iterator[str]:
    journeys: defaultdict[str, list[str]] = defaultdict(list)
    for test in tests:
        if test.startswith(JOURNEYS):
            journeys[test.partition("::")[0]].append(test)
        else:
            yield test
    for of_one_file in journeys.values():
        yield from sorted(of_one_file)[turn % JOURNEY_TURNS :: JOURNEY_TURNS] or of_one_file
