"""The libraries: asked for once, pinned with hashes, and none that nobody imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib

import pytest

from house.pins import PACKAGE, SERVER, SETS, asked_by_server, name_of, resolver_options
from tests.harness.server_alone import libraries_left_out
from tests.harness.source_tree import PACKAGE as APP
from tests.harness.source_tree import ROOT, sources

LIBRARIES = {
    "PySide6": "pyside6-essentials",
    "argon2": "argon2-cffi",
    "async_upnp_client": "async-upnp-client",
    "dbus_fast": "dbus-fast",
    "mpd": "python-mpd2",
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
    names = {name_of(entry) for entry in asked} - {project["name"]}

    assert {entry for entry in names if f"\n{entry}==" not in pinned} == set()


@pytest.mark.parametrize("name", [*SETS, "server", "package"])
def test_every_pin_has_a_hash_and_no_address(name: str) -> None:
    pinned = (ROOT / f"packaging/requirements/{name}.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=\S)", pinned) if not entry.startswith("#")]

    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in pinned
    assert "--no-emit-index-url" in resolver_options(name, extras=SETS.get(name, ()))


def test_pins_of_all_sets_agree() -> None:
    names = ("runtime", "dev", "server", "qa")
    runtime, dev, server, qa = (pinned_versions(name) for name in names)

    assert (runtime - dev, server - runtime, runtime - qa, qa - dev) == (set(), set(), set(), set())


def test_what_builds_packages_is_pinned_and_as_tests_know_it() -> None:
    package, runtime, dev = (pinned_versions(name) for name in ("package", "runtime", "dev"))
    versions = [dict(pin.split("==") for pin in pins) for pins in (package, runtime | dev)]
    built_with, known = versions

    assert {name_of(each) for each in PACKAGE} <= set(built_with)
    assert {
        name for name in built_with if built_with[name] != known.get(name, built_with[name])
    } == (set())


def test_a_server_alone_asks_for_what_the_app_asks_for_and_for_no_qt() -> None:
    asked = {name_of(each) for each in asked_by_server(ROOT)}
    pinned = {each.partition("==")[0] for each in pinned_versions("server")}

    assert asked == set(SERVER)
    assert asked <= pinned
    assert {name for name in pinned if "qt" in name or "pyside" in name} == set()


def pinned_versions(name: str) -> set[str]:
    pinned = (ROOT / f"packaging/requirements/{name}.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^\S+==\S+", pinned, re.MULTILINE))


def test_the_project_asks_for_exactly_the_libraries_it_imports() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {name_of(entry) for entry in project["dependencies"]}
    imported = {LIBRARIES.get(name, name) for name in foreign_imports()} - OF_THE_EXTRA_QA

    assert (imported - asked, asked - imported - USED_BY_OTHERS) == (set(), set())


def foreign_imports() -> set[str]:
    pattern = re.compile(r"^\s*(?:from|import) (\w+)", re.MULTILINE)
    found = {
        name
        for source in sources(APP)
        for node in source.nodes
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in pattern.findall(ast.unparse(node))
    }
    return found - sys.stdlib_module_names - {APP, "msvcrt"}


def test_what_a_server_alone_has_not_is_left_out_of_its_console() -> None:
    left_out = libraries_left_out()

    assert {"PySide6", "httpx", "keyring"} <= left_out
    assert {"argon2", "msgspec", "starlette", "uvicorn"} & left_out == set()
