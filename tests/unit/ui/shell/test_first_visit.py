from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from altrabits_desktop.ui.shell import first_visit
from altrabits_desktop.ui.shell.first_visit import FirstVisit, modules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

PAGES = ("settings", "support", "privacy", "account", "streamer")
PROGRAM = """
import sys
from importlib import import_module

import altrabits_desktop.app.window_life
import altrabits_desktop.ui.pages.account.view_model
import altrabits_desktop.ui.pages.streamers.body
import altrabits_desktop.ui.pages.support.view_model
import altrabits_desktop.ui.shell.banners
import altrabits_desktop.ui.shell.guide
from altrabits_desktop.ui.shell.first_visit import modules_of


def ours():
    return {name for name in sys.modules if name.startswith("altrabits_desktop.")}


for module in modules_of(sys.argv[1]):
    before = ours()
    import_module(f"altrabits_desktop.{module}")
    # A package is loaded with the first of its modules.
    new = {name for name in ours() - before if hasattr(sys.modules[name], "__path__") is False}
    if len(new) > 1:
        print(module, sorted(new))
"""
TWO = ("altrabits_desktop.sync.joining", "altrabits_desktop.privacy.kiosk_rules")


@pytest.fixture
def visit(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[FirstVisit]:
    assert qapp
    for name in TWO:
        monkeypatch.delitem(sys.modules, name, raising=False)
    listed = {"here": tuple(name.removeprefix("altrabits_desktop.") for name in TWO)}
    monkeypatch.setattr(first_visit, "_MODULES", listed)
    monkeypatch.setattr(first_visit, "modules_of", lambda page: listed[page])
    owner = QObject()
    yield FirstVisit(parent=owner)
    owner.deleteLater()


@pytest.mark.parametrize("page", PAGES)
def test_no_turn_loads_more_than_one_module(page: str) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM, page],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (finished.returncode, finished.stdout.strip()) == (0, ""), finished.stderr


def test_the_page_comes_last() -> None:
    assert {modules_of(page)[-1] for page in PAGES} == {f"ui.pages.{page}.page" for page in PAGES}


def test_a_page_opens_once_all_of_it_is_loaded(visit: FirstVisit, qtbot: QtBot) -> None:
    opened: list[bool] = []

    visit.lead("here", lambda: opened.append(all(name in sys.modules for name in TWO)))

    assert not opened
    qtbot.waitUntil(lambda: opened == [True])


def test_a_page_that_is_loaded_opens_at_once(visit: FirstVisit, qtbot: QtBot) -> None:
    opened: list[str] = []
    visit.lead("here", lambda: opened.append("first"))
    qtbot.waitUntil(lambda: opened == ["first"])

    visit.lead("here", lambda: opened.append("again"))

    assert opened == ["first", "again"]


def test_who_turns_elsewhere_is_not_led_back(visit: FirstVisit, qtbot: QtBot) -> None:
    opened: list[str] = []
    visit.lead("here", lambda: opened.append("former"))

    visit.lead("here", lambda: opened.append("later"))

    qtbot.waitUntil(lambda: bool(opened))
    assert opened == ["later"]
