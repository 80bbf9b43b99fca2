"""docs/discovery.md: each condition names tests, and each of them exists."""

from __future__ import annotations

import re

from tests.house.test_requirements import existing_tests, text_of

DOCUMENT = "docs/discovery.md"
_ROW = re.compile(r"^\| (?!---|Condition )(.+) \| (.+) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`([^`]+)`")


def rows(document: str) -> list[tuple[str, str, str]]:
    return _ROW.findall(document)


def named_nothing(document: str) -> list[str]:
    """List conditions that no test shows."""
    return [condition for condition, _, tests in rows(document) if not _TEST.findall(tests)]


def missing(document: str, existing: set[str]) -> set[str]:
    """List named tests that are not there."""
    named = {test for _, _, tests in rows(document) for test in _TEST.findall(tests)}
    return named - existing


def test_every_condition_is_shown_by_a_test() -> None:
    assert len(rows(text_of(DOCUMENT))) > 30
    assert named_nothing(text_of(DOCUMENT)) == []


def test_every_named_test_exists() -> None:
    assert missing(text_of(DOCUMENT), existing_tests()) == set()


def test_a_condition_without_a_test_and_a_test_that_is_not_there_are_found() -> None:
    table = (
        "| Condition | Says | Test |\n| --- | --- | --- |\n| Sun | dry | none |\n"
        "| Snow | cold | `unit/a.py::test_a`<br>`b::test_b` |"
    )

    assert named_nothing(table) == ["Sun"]
    assert missing(table, {"unit/a.py::test_a"}) == {"b::test_b"}
