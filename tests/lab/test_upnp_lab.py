"""Real renderers in the lab: our driver reads what they are and what they play."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]


@pytest.fixture(scope="module")
def readings() -> dict[str, Any]:
    command: list[str | Path] = [
        HERE / "lan-lab",
        *("run", "--time", "120", "--host", "gmediarender", "--host", "rygel"),
        *("--", sys.executable, "-W", "error", HERE / "renderer_reading.py"),
    ]
    tried = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr
    return {read["name"]: read for read in map(json.loads, tried.stdout.splitlines())}


@pytest.mark.lab
@pytest.mark.parametrize("kind", ["gmediarender", "rygel"])
def test_driver_shows_what_a_real_renderer_plays(readings: dict[str, Any], kind: str) -> None:
    read = readings[kind]

    assert read["playing"]["playback"] == "playing"
    assert read["playing"]["now_playing"]["title"] == "Grüße & a tone"
    assert read["playing"]["now_playing"]["artist"] == "The <Lab>"
    assert read["playing"]["now_playing"]["duration_s"] == 60.0
    assert read["playing"]["volume"] == 37
    assert read["playing"]["is_muted"] is False
    assert (read["before"], read["after"]) == ("stopped", "stopped")
    assert read["facts"]["name"]
    assert {"control", "now_playing", "play_url", "set_volume", "state", "volume"} <= {
        *read["capabilities"]
    }
    assert 0 < read["took_ms"] < 5000
