"""What a command loads is most of its time, where a window does the work."""

from __future__ import annotations

import subprocess
import sys

from altrabits_desktop.qa.programs import surroundings
from tests.harness.source_tree import ROOT

LOADED = """
import sys
import altrabits_desktop.app.home_console
print(*sys.modules, sep="\\n")
"""
FOR_THOSE_WITHOUT_A_WINDOW = frozenset(
    {
        "altrabits_desktop.actions.membership",
        "altrabits_desktop.app.homing",
        "altrabits_desktop.sync.replica",
        "httpx",
        "sqlite3",
    }
)


def test_a_command_that_a_window_carries_out_loads_no_home_of_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED],
        env=surroundings({"PYTHONPATH": str(ROOT)}),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    loaded = set(done.stdout.split())
    assert "altrabits_desktop.app.home_console" in loaded
    assert loaded & FOR_THOSE_WITHOUT_A_WINDOW == set()
