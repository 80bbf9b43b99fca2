"""Q1: a journey of twenty steps in the plug-in, from the fixtures to the window's end."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from tests.benchmarks.figure import Figure, bound
from tests.benchmarks.processes import ROOT, surroundings

if TYPE_CHECKING:
    from pathlib import Path

MOST_S = 3.0
_EXAMPLE = ROOT / "tests" / "harness" / "example"
_WALK = "test_evening.py::test_a_walk_through_the_window"
_PLUG_INS = ("pytestqt.plugin", "pytest_asyncio.plugin", "altrabits_desktop.qa.fixtures")


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure the walk of the worked example, of 22 steps, each in a process of its own."""
    values = [_walk_s(profile / f"walk-{number}.xml") for number in range(runs)]
    return [bound("Q1", "journey of 20 steps in the plug-in, s", values, most=MOST_S, unit="s")]


def _walk_s(report: Path) -> float:
    """Give what pytest says the test took: set-up, steps and end."""
    plug_ins = [word for name in _PLUG_INS for word in ("-p", name)]
    written = (f"--junitxml={report}", "-o", "junit_duration_report=total")
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *plug_ins, *written, _WALK],
        cwd=_EXAMPLE,
        env={**surroundings(report.parent), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    [case] = ET.parse(report).getroot().iter("testcase")  # noqa: S314 # pytest wrote it just now
    return float(case.attrib["time"])
