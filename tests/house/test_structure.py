"""The shape of the source, and proof that each rule can be broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from tests.harness import structure
from tests.harness.literals import literal_looks
from tests.harness.source_tree import PACKAGE, ROOT, Source, all_files, sources, texts

Rule = Callable[[Iterable[Source]], list[str]]

SHORT_PLACE = 2

EVERYWHERE: tuple[Rule, ...] = (
    structure.long_modules,
    structure.long_functions,
    structure.vague_names,
    structure.left_out_tests,
    structure.tests_that_prove_nothing,
)
IN_THE_PACKAGE: tuple[Rule, ...] = (
    structure.view_models_that_know_widgets,
    structure.stubs,
    structure.broad_catches,
    structure.stalling_calls,
    structure.doubled_statements,
    structure.limits_below_nothing,
)
BROKEN: Sequence[tuple[Rule, str, str]] = (
    (structure.long_modules, "ui/shell/window.py", "x = 1\n" * 401),
    (structure.long_functions, "ui/shell/window.py", "def draw():\n" + "    x = 1\n" * 50),
    (structure.vague_names, "runtime/utils.py", ""),
    (structure.vague_names, "runtime/helpers/clock.py", ""),
    (structure.vague_names, "runtime/clock.py", "class ClockManager: ..."),
    (structure.left_out_tests, "clock.py", "import pytest\n@pytest.mark." + "skip\ndef f(): ..."),
    (structure.left_out_tests, "clock.py", "import pytest\nm = pytest.mark." + "xfail(1)"),
    (structure.left_out_tests, "clock.py", "assert True"),
    (structure.tests_that_prove_nothing, "test_clock.py", "async def test_it(): tick()"),
    (
        structure.tests_that_prove_nothing,
        "test_clock.py",
        "def made():\n    clock = Clock()\n    return clock\ndef test_it(): made()",
    ),
    (
        structure.view_models_that_know_widgets,
        "ui/pages/streamers/view_model.py",
        "from PySide6.QtWidgets import QLabel",
    ),
    (
        structure.view_models_that_know_widgets,
        "ui/pages/streamers/view_model.py",
        "from PySide6 import QtWidgets",
    ),
    (
        structure.view_models_that_know_widgets,
        "ui/pages/streamers/view_model.py",
        "from altrabits_desktop.ui.pages.streamers import page",
    ),
    (structure.stubs, "runtime/clock.py", "def now(): raise NotImplementedError"),
    (structure.broad_catches, "runtime/clock.py", "try: pass\nexcept (OSError, Exception): pass"),
    (structure.broad_catches, "runtime/clock.py", "try: pass\nexcept: pass"),
    (structure.stalling_calls, "ui/shell/window.py", "dialog.exec()"),
    (structure.stalling_calls, "ui/shell/window.py", "QApplication.processEvents()"),
    (structure.stalling_calls, "runtime/clock.py", "time.sleep(1)"),
    (structure.doubled_statements, "runtime/clock.py", "a()\n# once more\na()"),
    (structure.doubled_statements, "runtime/clock.py", "if a:\n  b()\nelse:\n  c()\n  c()"),
    (structure.limits_below_nothing, "server/a.py", "ALL = 'SELECT 1 FROM a LIMIT -1 OFFSET 9'"),
    (literal_looks, "ui/shell/window.py", "colour = '#1a2B3c'"),
    (literal_looks, "ui/shell/window.py", "label.setStyleSheet('color: red')"),
    (literal_looks, "ui/shell/window.py", "label.setStyleSheet(f'color: {colour}')"),
    (literal_looks, "ui/shell/window.py", "QColor(1, 2, 3)"),
    (literal_looks, "ui/shell/window.py", "painter.setPen(Qt.GlobalColor.red)"),
    (literal_looks, "ui/shell/window.py", "layout.setContentsMargins(0, 8, 0, -8)"),
    (literal_looks, "ui/shell/window.py", "QTimer.singleShot(33, self.paint)"),
    (literal_looks, "ui/shell/window.py", "table.setColumnWidth(0, 120)"),
)
HOLDING: Sequence[tuple[Rule, str, str]] = (
    (structure.long_functions, "a.py", "def draw():\n    '''" + "\n" * 60 + "    '''\n"),
    (structure.tests_that_prove_nothing, "test_clock.py", "def test_it(): assert tick()"),
    (
        structure.tests_that_prove_nothing,
        "test_clock.py",
        "def check(): assert tick()\ndef test_it(): check()",
    ),
    (
        structure.tests_that_prove_nothing,
        "test_clock.py",
        "def test_it():\n    with pytest.raises(OSError): tick()",
    ),
    (structure.broad_catches, "ui/launching.py", "try: pass\nexcept Exception: pass"),
    (structure.broad_catches, "runtime/a.py", "try: pass\nexcept BaseException:\n  x()\n  raise"),
    (structure.view_models_that_know_widgets, "ui/pages/a/page.py", "import PySide6.QtWidgets"),
    (structure.doubled_statements, "runtime/clock.py", "a()\nb()\na()"),
    (structure.limits_below_nothing, "server/a.py", "SOME = 'SELECT 1 FROM a LIMIT :most'"),
    (literal_looks, "ui/theme/palette.py", "QColor('#123456')"),
    (literal_looks, "ui/shell/window.py", "layout.setContentsMargins(0, 0, 0, 0)"),
    (literal_looks, "ui/shell/window.py", "layout.setSpacing(tokens.space_s)"),
    (literal_looks, "ui/shell/window.py", "painter.fill(Qt.GlobalColor.transparent)"),
    (literal_looks, "ui/shell/window.py", "table.setColumnWidth(1, tokens.column)"),
)


@pytest.mark.parametrize("rule", EVERYWHERE)
def test_every_file_keeps_the_rule(rule: Rule) -> None:
    assert_none(rule(sources()))


@pytest.mark.parametrize("rule", IN_THE_PACKAGE)
def test_the_package_keeps_the_rule(rule: Rule) -> None:
    assert_none(rule(sources(PACKAGE)))


def test_looks_come_from_the_tokens() -> None:
    assert_none(literal_looks(sources(f"{PACKAGE}/ui/")))


def test_nothing_is_put_off() -> None:
    assert_none(structure.unfinished_places(texts()))


def test_tests_lie_where_their_subject_says() -> None:
    tests = [path.relative_to(ROOT).as_posix() for path in all_files() if is_test_file(path)]
    package = [source.path for source in sources(PACKAGE)]

    assert_none(structure.misplaced_tests(tests, package))


def test_no_file_names_a_place_on_this_machine() -> None:
    # A short place, such as /src, stands in honest addresses too.
    places = [f"{place}/" for place in (ROOT, Path.home()) if len(place.parts) > SHORT_PLACE]

    assert_none(structure.machine_places(texts(), places))


@pytest.mark.parametrize(("rule", "path", "text"), BROKEN)
def test_rule_finds_what_breaks_it(rule: Rule, path: str, text: str) -> None:
    assert rule([Source(f"{PACKAGE}/{path}", text)])


@pytest.mark.parametrize(("rule", "path", "text"), HOLDING)
def test_rule_lets_pass_what_holds_to_it(rule: Rule, path: str, text: str) -> None:
    assert rule([Source(f"{PACKAGE}/{path}", text)]) == []


def test_put_off_work_is_found() -> None:
    text = "x = 1  # TO" + "DO later"

    assert structure.unfinished_places({"a.py": text}) == ["a.py:1"]


@pytest.mark.parametrize(
    "path",
    [
        "tests/unit/runtime/test_nothing.py",
        "tests/unit/nowhere/test_clock.py",
        "tests/unit/runtime/clock.py",
        "tests/elsewhere/test_clock.py",
        "tests/test_clock.py",
    ],
)
def test_misplaced_test_is_found(path: str) -> None:
    package = [f"{PACKAGE}/runtime/clock.py"]

    assert structure.misplaced_tests([path], package) == [path]


@pytest.mark.parametrize(
    "path",
    [
        "tests/unit/runtime/test_clock.py",
        "tests/unit/runtime/test_clock_drift.py",
        "tests/unit/ui/pages/test_streamers.py",
        "tests/journeys/test_three_found.py",
        "tests/conftest.py",
    ],
)
def test_test_beside_its_subject_passes(path: str) -> None:
    package = [f"{PACKAGE}/runtime/clock.py", f"{PACKAGE}/ui/pages/streamers/page.py"]

    assert structure.misplaced_tests([path], package) == []


def test_machine_place_and_package_index_are_found() -> None:
    text = "see /machine/place/dev.py\nget https://packages.example" + "/simple/x"

    assert structure.machine_places({"a.md": text}, ["/machine/place/"]) == ["a.md:1", "a.md:2"]


def assert_none(found: list[str]) -> None:
    assert not found, "\n".join(found)


def is_test_file(path: Path) -> bool:
    return path.is_relative_to(ROOT / "tests") and path.suffix == ".py"
