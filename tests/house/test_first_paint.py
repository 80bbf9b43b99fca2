from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.harness.programs import surroundings
from tests.harness.source_tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LIST = ROOT / "tests" / "house" / "first_paint_modules.txt"
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


def listed() -> set[str]:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def test_the_first_painted_window_has_loaded_nothing_beyond_the_list(tmp_path: Path) -> None:
    bare = loaded_by("bare")

    ours = loaded_by("--profile", str(tmp_path)) - bare

    assert sorted(ours - listed() - {"__main__"}) == []


def test_the_list_holds_nothing_that_is_not_loaded(tmp_path: Path) -> None:
    ours = loaded_by("--profile", str(tmp_path)) - loaded_by("bare")

    ours_of_package = {name for name in listed() if name.startswith("altrabits_desktop")}

    assert sorted(ours_of_package - ours) == []
