from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from altrabits_desktop.qa.programs import surroundings
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.remembered import content_of
from tests.benchmarks.first_paint import streamers
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LIST = ROOT / "tests" / "house" / "first_paint_modules.txt"
FIRST_LIST = ROOT / "tests" / "house" / "first_list_modules.txt"
SELDOM = (
    "actions.household",
    "actions.kiosk",
    "actions.staff_pin",
    "app.begun_claims",
    "app.home_desk",
    "app.media_keys",
    "app.seeking",
    "app.session_player",
    "runtime.kiosk_files",
    "streamers.discovery.households",
    "sync.joining",
    "ui.pages.kiosk.view_model",
    "ui.shell.kiosk_shell",
    "ui.shell.tray",
)
PROGRAM = ROOT / "tests" / "harness" / "painted_modules.py"


def loaded_by(*words: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, PROGRAM, *words],
        env=surroundings({"PYTHONPATH": str(ROOT)}),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(told.stdout.split())


def listed(path: Path = LIST) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def test_the_first_painted_window_has_loaded_nothing_beyond_the_list(tmp_path: Path) -> None:
    bare = loaded_by("bare")

    ours = loaded_by("--profile", str(tmp_path)) - bare

    assert sorted(ours - listed() - {"__main__"}) == []


def loaded_with(count: int, folder: Path) -> set[str]:
    """Give what a start loads that shows so many streamers of the person's at once."""
    folder.mkdir(mode=0o700)
    Profile(folder).remembered_file().write_bytes(content_of(streamers(count)))
    return loaded_by("--profile", str(folder))


def test_with_streamers_in_it_the_first_window_has_loaded_little_more(tmp_path: Path) -> None:
    bare, few = loaded_by("bare"), loaded_with(6, tmp_path / "few")
    many = loaded_with(50, tmp_path / "many")

    more = (few | many) - bare - listed() - {"__main__"}

    assert sorted(more) == sorted(listed(FIRST_LIST))


def test_what_hardly_any_window_needs_is_loaded_by_none(tmp_path: Path) -> None:
    filled = loaded_by("filled", "--profile", str(tmp_path))

    assert "altrabits_desktop.ui.shell.guide" in filled
    assert [name for name in SELDOM if f"altrabits_desktop.{name}" in filled] == []


def test_the_list_holds_nothing_that_is_not_loaded(tmp_path: Path) -> None:
    ours = loaded_by("--profile", str(tmp_path)) - loaded_by("bare")

    ours_of_package = {name for name in listed() if name.startswith("altrabits_desktop")}

    assert sorted(ours_of_package - ours) == []
