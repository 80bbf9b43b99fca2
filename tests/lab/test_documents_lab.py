"""The commands of README.md and docs/, typed as they stand there in a home network of their own.

All documents at once, each in a network of its own: most of their time they wait.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.harness.document_course import walk
from tests.harness.document_steps import STEPS
from tests.harness.document_terminal import DocumentFailed, terminal
from tests.harness.document_ways import Typing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.lab

AT_ONCE = 3


def to_be_typed(document: str) -> list[str]:
    return [command for command, way in STEPS[document] if isinstance(way, Typing)]


TYPED = sorted((each for each in STEPS if to_be_typed(each)), key=lambda each: -len(STEPS[each]))
"""Documents with commands that are typed, the longest first."""


def typed_in(document: str, folder: Path) -> list[str]:
    with terminal(folder) as typing:
        return walk(STEPS[document], typing)


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[list[str]]]]:
    """What was typed of each document, or how that went wrong."""
    folder = tmp_path_factory.mktemp("documents")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {
            each: pool.submit(typed_in, each, folder / str(place))
            for place, each in enumerate(TYPED)
        }


@pytest.mark.parametrize("document", TYPED)
def test_its_commands_do_what_it_says(document: str, typed: dict[str, Future[list[str]]]) -> None:
    assert typed[document].result() == to_be_typed(document)


@pytest.mark.parametrize(
    "way",
    [
        Typing(says="a word that it never says"),
        Typing(status=3),
        Typing(stays="a word that it never says"),
    ],
    ids=["says nothing of that", "ends otherwise", "never runs"],
)
def test_what_does_not_hold_is_noticed(way: Typing, tmp_path: Path) -> None:
    with terminal(tmp_path / "checkout") as typing, pytest.raises(DocumentFailed):
        walk([("altrabits --version", way)], typing)
