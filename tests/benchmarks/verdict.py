"""G19: from the doctor's command to its verdict, where all that it asks stays silent."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.figure import Figure, bound
from tests.benchmarks.processes import ROOT, surroundings

if TYPE_CHECKING:
    from pathlib import Path

VERDICT_S = 8.0
_LIMIT_S = 60
_LAB = ROOT / "tests" / "lab"


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure in a network whose router and neighbours are silent; without a lab on loopback."""
    times_s = [_verdict_s(profile) for _ in range(runs)]
    where = "a silent network" if _has_lab() else "loopback"
    what = f"doctor's verdict on {where}, s"
    return [bound("G19", what, times_s, most=VERDICT_S, unit="s")]


def _has_lab() -> bool:
    is_root = sys.platform.startswith("linux") and os.geteuid() == 0
    return is_root and all(shutil.which(name) for name in ("ip", "ethtool", "unshare"))


def _verdict_s(profile: Path) -> float:
    asked = [sys.executable, str(_LAB / "doctor_scene.py")]
    if _has_lab():
        asked = [str(_LAB / "lan-lab"), "run", "--time", str(_LIMIT_S), "--", *asked]
    variables = {**surroundings(profile), "PATH": os.environ["PATH"]}
    if _has_lab():
        del variables["ALTRABITS_INTERFACE"]
    done = subprocess.run(
        asked, capture_output=True, text=True, check=True, timeout=_LIMIT_S, env=variables
    )
    return float(json.loads(done.stdout)["took_s"])
