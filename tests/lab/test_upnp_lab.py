"""Real renderers in the lab: our driver reads what they are and what they play."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.lab.music import DESKTOP

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]


def told_by(program: str, *words: str) -> dict[str, Any]:
    """Run a program on the desktop of a lab, and give what it says of each renderer."""
    command: list[str | Path] = [
        HERE / "lan-lab",
        *("run", "--time", "120", "--host", "gmediarender", "--host", "rygel"),
        *("--", sys.executable, "-W", "error", HERE / program),
        *words,
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


@pytest.fixture(scope="module")
def readings() -> dict[str, Any]:
    return told_by("renderer_reading.py")


@pytest.fixture(scope="module")
def obeyed() -> dict[str, Any]:
    return told_by("renderer_obeying.py")


@pytest.fixture(scope="module")
def followed() -> dict[str, Any]:
    return told_by("renderer_following.py")


@pytest.fixture(scope="module")
def behind_firewall() -> dict[str, Any]:
    return told_by("renderer_following.py", "--firewall")


@pytest.mark.lab
@pytest.mark.parametrize("kind", ["gmediarender", "rygel"])
def test_a_real_renderer_tells_of_changes_by_itself(followed: dict[str, Any], kind: str) -> None:
    told = followed[kind]

    assert told["has_events"]
    # It plays, and would else be asked each second.
    assert told["readings_in_quiet"] <= 6


@pytest.mark.lab
@pytest.mark.parametrize("kind", ["gmediarender", "rygel"])
def test_r15_one_port_on_the_renderers_segment_while_it_is_subscribed_and_none_before_or_after(
    followed: dict[str, Any], kind: str
) -> None:
    assert followed[kind]["ports"] == [[DESKTOP], [DESKTOP, DESKTOP], [DESKTOP]]


@pytest.mark.lab
@pytest.mark.parametrize("kind", ["gmediarender", "rygel"])
def test_behind_a_firewall_a_real_renderer_is_asked_and_no_port_stays(
    behind_firewall: dict[str, Any], kind: str
) -> None:
    told = behind_firewall[kind]

    assert not told["has_events"]
    assert told["readings_in_quiet"] >= 8
    assert told["ports"] == [[DESKTOP]] * 3


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


@pytest.mark.lab
@pytest.mark.parametrize("kind", ["gmediarender", "rygel"])
def test_real_renderer_obeys_our_driver(obeyed: dict[str, Any], kind: str) -> None:
    told = obeyed[kind]

    assert (told["play"]["playback"], told["pause"]["playback"]) == ("playing", "paused")
    assert told["play"]["now_playing"]["title"] == "tone"
    assert (told["go on"]["playback"], told["stop"]["playback"]) == ("playing", "stopped")
    assert told["seek"]["now_playing"]["position_s"] >= 29.0
    assert told["volume"]["volume"] == 23
    assert (told["mute"]["is_muted"], told["unmute"]["is_muted"]) == (True, False)
    assert told["unmute"]["volume"] == 23


@pytest.mark.lab
def test_real_renderer_says_no_and_what_it_can_just_now(obeyed: dict[str, Any]) -> None:
    told = obeyed["gmediarender"]

    assert told["pause in silence"] == "control.refused"
    assert {"control", "pause", "play_url", "seek"} <= {*told["capabilities"]}
    assert "skip" not in told["capabilities"]
