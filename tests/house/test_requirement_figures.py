"""docs/requirement-tests.md: each clause of a figure of R1 to R10 has tests, short and whole."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.harness.source_tree import sources
from tests.house.test_requirements import TABLE, existing_tests, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBERS = [f"R{number}" for number in range(1, 11)]
SAME = "the same"
_ROW = re.compile(r"^\| \*\*(R\d+)\*\*: (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`([^`]+)`")
_OF_NETWORK = re.compile(r"::test_r0*(?:[1-9]|10)_")


def clauses(table: str) -> list[tuple[str, str, str, str]]:
    """Give number, clause, and the cells of its tests."""
    return _ROW.findall(table)


def long_tests() -> set[str]:
    """Give every test that runs with `--long` alone."""
    return {
        f"{source.path.removeprefix('tests/')}::{node.name}"
        for source in sources("tests/")
        for node in source.nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if any(ast.unparse(each) == "pytest.mark.long" for each in node.decorator_list)
    }


def faults(table: str, *, existing: set[str], long: set[str]) -> Iterator[str]:
    """Give what is wrong with a table."""
    for number, clause, always, whole in clauses(table):
        named, named_whole = set(_TEST.findall(always)), set(_TEST.findall(whole))
        if not named or not (named_whole or whole == SAME):
            yield f"{number}: {clause}"
        yield from sorted((named | named_whole) - existing)
        yield from sorted(named & long)
        yield from sorted(named_whole - long)
    listed = {test for row in clauses(table) for test in _TEST.findall(row[3])}
    yield from sorted(test for test in long - listed if _OF_NETWORK.search(test))


def test_every_clause_of_a_figure_has_its_tests_short_and_whole() -> None:
    table = text_of(TABLE)

    assert sorted({number for number, *_ in clauses(table)}) == sorted(NUMBERS)
    assert list(faults(table, existing=existing_tests(), long=long_tests())) == []


def test_what_is_wrong_with_a_figure_is_found() -> None:
    table = (
        "| **R1**: a | `a::test_r1_a` | the same |\n"
        "| **R2**: b | nothing | the same |\n"
        "| **R3**: c | `a::test_r3_whole` | `a::test_gone` |"
    )
    existing = {"a::test_r1_a", "a::test_r3_whole", "a::test_r4_whole"}
    long = {"a::test_r3_whole", "a::test_r4_whole", "a::test_r31_whole"}

    assert list(faults(table, existing=existing, long=long)) == [
        "R2: b",
        "a::test_gone",
        "a::test_r3_whole",
        "a::test_gone",
        "a::test_r3_whole",
        "a::test_r4_whole",
    ]
