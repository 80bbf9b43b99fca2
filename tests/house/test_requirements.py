"""Each requirement and commitment stands in the table with the tests that prove it."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.harness.source_tree import ROOT, sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TABLE = "docs/requirement-tests.md"
DOCUMENTS = ("docs/security-requirements.md", "docs/commitments.md")
OPEN = "not yet"
_NUMBER = re.compile(r"^\| (?:\*\*)?([RC][1-9]\d*)(?:\*\*)? \|", re.MULTILINE)
_ROW = re.compile(r"^\| ([RC]\d+) \| (.*) \|$", re.MULTILINE)
_TEST = re.compile(r"`([^`]+)`")
_NAMED_AFTER = re.compile(r"::test_([rc])0*([1-9]\d*)_")


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def rows(table: str) -> list[tuple[str, str]]:
    return _ROW.findall(table)


def numbers(document: str) -> list[str]:
    return _NUMBER.findall(document)


def names_in(cell: str) -> list[str]:
    return _TEST.findall(cell)


def existing_tests() -> set[str]:
    """Give every test as `path::name`, from `tests/` on."""
    return {
        f"{source.path.removeprefix('tests/')}::{node.name}"
        for source in sources("tests/")
        for node in source.nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if node.name.startswith("test_")
    }


def missing_tests(table: str, existing: set[str]) -> list[str]:
    """List named tests that are not there."""
    return [f"{no} {test}" for no, cell in rows(table) for test in set(names_in(cell)) - existing]


def empty_rows(table: str) -> list[str]:
    """List rows that name no test and do not say so either."""
    return [number for number, cell in rows(table) if not names_in(cell) and OPEN not in cell]


def unlisted_tests(table: str, existing: Iterable[str]) -> list[str]:
    """List tests that are named after a number and do not stand in its row."""
    listed: Mapping[str, str] = dict(rows(table))
    found = []
    for test in existing:
        named = _NAMED_AFTER.search(test)
        number = f"{named[1].upper()}{named[2]}" if named else ""
        if named and f"`{test}`" not in listed.get(number, ""):
            found.append(f"{number} {test}")
    return sorted(found)


def test_every_number_has_exactly_one_row() -> None:
    wanted = [number for path in DOCUMENTS for number in numbers(text_of(path))]

    assert len(wanted) > 100
    assert sorted(number for number, _ in rows(text_of(TABLE))) == sorted(wanted)


def test_every_row_names_its_tests_or_says_that_there_are_none_yet() -> None:
    assert empty_rows(text_of(TABLE)) == []


def test_every_named_test_exists() -> None:
    assert missing_tests(text_of(TABLE), existing_tests()) == []


def test_every_test_named_after_a_number_stands_in_its_row() -> None:
    assert unlisted_tests(text_of(TABLE), existing_tests()) == []


def test_a_named_test_that_is_not_there_is_found() -> None:
    table = "| R1 | `unit/a.py::test_a`<br>`unit/a.py::test_b` |"

    assert missing_tests(table, {"unit/a.py::test_a"}) == ["R1 unit/a.py::test_b"]


def test_a_row_that_says_nothing_is_found() -> None:
    assert empty_rows("| R1 |  |\n| R2 | not yet |\n| C3 | soon |") == ["R1", "C3"]


def test_a_test_that_is_missing_from_its_row_is_found() -> None:
    existing = {"lab/a.py::test_r6_traps_stay_alone", "unit/a.py::test_c05_sends_nothing"}
    table = "| R6 | not yet |\n| C5 | `unit/a.py::test_c05_sends_nothing` |"

    assert unlisted_tests(table, existing) == ["R6 lab/a.py::test_r6_traps_stay_alone"]


def test_numbers_are_read_from_tables_only() -> None:
    document = "| **R1** | one |\n| C2 | two |\nR3 in a sentence\n| No | head |"

    assert numbers(document) == ["R1", "C2"]
