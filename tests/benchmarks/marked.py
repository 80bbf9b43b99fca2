"""G19, in part: a silent streamer is marked, and the cached list is there with the first paint."""

from __future__ import annotations

import json
import os
import signal
import time
from typing import TYPE_CHECKING

from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.remembered import content_of
from tests.benchmarks.figure import Figure, bound
from tests.benchmarks.first_paint import REMEMBERED, streamers
from tests.benchmarks.processes import CONSOLE, child, line_of

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

MARKED_S = 10.0
_ANSWERING, _GONE = "answering", "gone"


def measure(profile: Path, *, runs: int) -> list[Figure]:
    """Measure streamers that hang, as a frozen one does, and windows that begin with a list."""
    for name in ("silent", "listed"):
        (profile / name).mkdir(mode=0o700)
    silences_s = [_silence_s(profile / "silent") for _ in range(runs)]
    full = Profile(profile / "listed")
    full.remembered_file().write_bytes(content_of(streamers(REMEMBERED)))
    missing = [_missing_at_first_paint(full.folder) for _ in range(runs)]
    return [
        # Each of them counts, not their median.
        bound("G19", "a silent streamer marked, s", [max(silences_s)], most=MARKED_S, unit="s"),
        bound(
            "G19",
            f"of {REMEMBERED} cached streamers missing in the first paint, as far as in sight",
            [max(missing)],
            most=0,
            unit="missing",
        ),
    ]


def _silence_s(profile: Path) -> float:
    """Give from the freezing of a streamer to the console that says that it is gone."""
    simulated = ("-c", CONSOLE, "simulate", "--count", "1", "--json")
    watching = ("-c", CONSOLE, "discover", "--watch", "--json")
    with child(*simulated, profile=profile) as streamer:
        line_of(streamer)
        with child(*watching, profile=profile) as watch:
            _wait_for(watch, _ANSWERING)
            # Its driver has an answer by then: a frozen connection is the slowest to be noticed.
            time.sleep(2.0)
            os.kill(streamer.pid, signal.SIGSTOP)
            begin_s = time.monotonic()
            try:
                _wait_for(watch, _GONE)
                return time.monotonic() - begin_s
            finally:
                os.kill(streamer.pid, signal.SIGCONT)


def _wait_for(watch: subprocess.Popen[str], state: str) -> None:
    while json.loads(line_of(watch))["state"] != state:
        pass


def _missing_at_first_paint(profile: Path) -> float:
    with child("-m", "tests.benchmarks.listed_app", profile=profile) as window:
        painted, in_sight = line_of(window).split()
        return float(in_sight) - float(painted)
