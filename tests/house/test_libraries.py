"""The libraries: asked for once, pinned with hashes, and none that nobody imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib

import pytest

from house.pins import SETS, resolver_options
from tests.harness.source_tree import PACKAGE, ROOT, sources

LIBRARIES = {
    "PySide6": "pyside6-essentials",
    "argon2": "argon2-cffi",
    "async_upnp_client": "async-upnp-client",
    "shiboken6": "pyside6-essentials",
}
"""The name a library is imported by, where it is not the name it is asked for by."""

OF_THE_EXTRA_QA = {"pytest", "pytestqt", "pytest_asyncio"}
USED_BY_OTHERS = {"httptools", "sniffio"}
"""uvicorn reads with the one; httpcore looks for the other at every step, and much longer where it
is not there."""


@pytest.mark.parametrize("name", SETS)
def test_pins_cover_what_the_project_asks_for(name: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [*project["dependencies"], *(entry for extra in SETS[name] for entry in extras[extra])]
    pinned = (ROOT / f"packaging/requirements/{name}.txt").read_text(encoding="utf-8")
    names = {re.split(r"[\[<>=;~! ]", entry)[0] for entry in asked} - {project["name"]}

    assert {entry for entry in names if f"\n{entry}==" not in pinned} == set()


@pytest.mark.parametrize("name", SETS)
def test_every_pin_has_a_hash_and_no_address(name: str) -> None:
    pinned = (ROOT / f"packaging/requirements/{name}.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", pinned) if not entry.startswith("#")]

    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in pinned
    assert "--no-emit-index-url" in resolver_options(name, extras=SETS[name])


def test_pins_of_both_sets_agree() -> None:
    runtime, dev = (pinned_versions(name) for name in ("runtime", "dev"))

    assert runtime - dev == set()


def pinned_versions(name: str) -> set[str]:
    pinned = (ROOT / f"packaging/requirements/{name}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^\S+==\S+", pinned, re.MULTILINE))


def test_the_project_asks_for_exactly_the_libraries_it_imports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[\[<>=;~! ]", entry)[0] for entry in project["dependencies"]}
    imported = {LIBRARIES.get(name, name) for name in foreign_imports()} - OF_THE_EXTRA_QA

    assert (imported - asked, asked - imported - USED_BY_OTHERS) == (set(), set())


def foreign_imports() -> set[str]:
    pattern = re.compile(r"^\s*(?:from|import) (\w+)", re.MULTILINE)
    found = {
        name
        for source in sources(PACKAGE)
        for node in source.nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in pattern.findall(ast.unparse(node))
    }
    return found - sys.stdlib_module_names - {PACKAGE, "msvcrt"}
