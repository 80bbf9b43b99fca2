"""Whoever tests the app from outside can write the project's own journeys."""

from __future__ import annotations

import pytest

from altrabits_desktop.qa import PUBLIC
from tests.harness.public_names import foreign_names
from tests.harness.source_tree import PACKAGE, ROOT, Source, sources


def test_journeys_use_the_plug_in_and_nothing_else_of_the_app() -> None:
    assert foreign_names(sources("tests/journeys"), allowed=["tests.journeys"]) == []


def test_the_worked_example_uses_public_names_alone() -> None:
    example = sources("tests/harness/example")

    assert example != ()
    assert foreign_names(example) == []


def test_every_public_module_is_there_and_in_the_page_for_qa() -> None:
    page = (ROOT / "docs" / "qa.md").read_text(encoding="utf-8")

    for name, purpose in PUBLIC.items():
        assert (ROOT / PACKAGE / "qa" / f"{name}.py").is_file()
        assert f"| `altrabits_desktop.qa.{name}` | {purpose} |" in page


@pytest.mark.parametrize(
    "text",
    [
        "from altrabits_desktop.app.ownership import claim",
        "from altrabits_desktop.qa.comparing import difference_of",
        "from altrabits_desktop.qa import names",
        "import altrabits_desktop.runtime.clock",
        "def f():\n    from tests.harness.traces import traces",
        "command = ['-m', 'tests.harness.separate_server']",
    ],
)
def test_other_names_are_found(text: str) -> None:
    assert foreign_names([Source("tests/journeys/test_x.py", text)], allowed=["tests.journeys"])


@pytest.mark.parametrize(
    "text",
    [
        "from altrabits_desktop.qa.pilot import Pilot",
        "from altrabits_desktop.qa import pilot",
        "from tests.journeys.test_adding import add",
        "import subprocess\nfrom PySide6.QtCore import Qt",
        "text = 'tests. And more'",
        "command = ['-m', 'altrabits_desktop']",
    ],
)
def test_public_names_pass(text: str) -> None:
    assert not foreign_names([Source("tests/journeys/test_x.py", text)], allowed=["tests.journeys"])
