"""Real music servers in the lab: found by mDNS, read, told, and told by others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.lab

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
SOON_S = 2.0
"""What a server says by itself is seen far sooner than the next question would show it, in 5 s."""
MARKED_S = 10.0

Seen = dict[str, dict[str, Any]]


def seen_by(program: str, *hosts: str) -> Seen:
    """Run a program on the desktop of a lab, and give what it saw, each by what it was."""
    places = [word for host in hosts for word in ("--host", host)]
    command: list[str | Path] = [
        HERE / "lan-lab",
        *("run", "--time", "120", *places),
        *("--", sys.executable, "-W", "error", HERE / program),
    ]
    environment = {key: os.environ[key] for key in os.environ if key != "ALTRABITS_INTERFACE"}
    tried = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
        env={**environment, "PYTHONPATH": str(PROJECT)},
    )
    assert tried.returncode == 0, tried.stdout + tried.stderr
    return {line["what"]: line for line in map(json.loads, tried.stdout.splitlines())}


@pytest.fixture(scope="module")
def mpd() -> Seen:
    return seen_by("mpd_desktop.py", "mpd")


def test_mpd_is_found_by_its_service(mpd: Seen) -> None:
    found = mpd["found"]

    assert (found["driver"], found["depth"], found["fault"]) == ("mpd", "standard", None)
    assert (found["address"], found["heard_by"]) == ("192.168.71.20", ["mdns"])
    assert found["product"] == "Music Player Daemon"
    assert found["model_note"].startswith("MPD 0.")
    # What its port speaks is no page.
    assert found["page"] is None
    assert (found["state"]["playback"], found["state"]["volume"]) == ("stopped", 100)
    assert {"control", "pause", "play_url", "set_volume"} <= {*found["capabilities"]}
    assert not {"seek", "skip", "mute"} & {*found["capabilities"]}


def test_mpd_obeys(mpd: Seen) -> None:
    assert mpd["play"]["state"]["playback"] in {"loading", "playing"}
    playing = mpd["playing"]["state"]["now_playing"]
    assert (playing["title"], playing["duration_s"]) == ("tone", 60.0)
    assert playing["audio_format"] == "8 kHz / 16 bit"
    assert "seek" in mpd["playing"]["capabilities"]
    assert mpd["seek"]["state"]["now_playing"]["position_s"] >= 29
    assert mpd["pause"]["state"]["playback"] == "paused"
    assert mpd["go on"]["state"]["playback"] == "playing"
    assert mpd["volume"]["state"]["volume"] == 23
    assert mpd["stop"]["state"]["playback"] == "stopped"
    assert mpd["mute"]["refused"] == mpd["next"]["refused"] == "control.unsupported"


def test_mpd_tells_by_itself_what_others_do(mpd: Seen) -> None:
    assert mpd["volume elsewhere"]["state"]["volume"] == 61
    assert mpd["pause elsewhere"]["state"]["playback"] == "paused"
    assert mpd["pause elsewhere"]["at_s"] - mpd["next"]["at_s"] < SOON_S
    assert 0 < mpd["found"]["took_ms"] < 1000


def test_mpd_whose_cable_is_out_is_marked_and_comes_back(mpd: Seen) -> None:
    assert mpd["quiet"]["presence"] in {"checking", "gone"}
    assert mpd["quiet"]["at_s"] - mpd["cable out"]["at_s"] < MARKED_S
    assert mpd["back"]["name"] == mpd["found"]["name"]
    assert mpd["volume again"]["state"]["volume"] == 40


@pytest.fixture(scope="module")
def snapcast() -> Seen:
    return seen_by("snapcast_desktop.py", "snapserver", "den=snapclient", "hall=snapclient")


def test_snapcast_is_one_streamer_found_by_its_service(snapcast: Seen) -> None:
    found = snapcast["found"]

    assert (found["driver"], found["depth"], found["fault"]) == ("snapcast", "standard", None)
    assert (found["address"], found["heard_by"]) == ("192.168.71.20", ["mdns"])
    assert (found["name"], found["product"]) == ("snapserver", "Snapcast")
    assert found["model_note"].startswith("Snapserver 0.")
    assert found["inputs"] == ["default", "lab", "tone"]
    assert (found["state"]["volume"], found["state"]["input_name"]) == (100, "default")
    # Nothing is behind this stream that could be told to play.
    assert {"set_volume", "mute", "input"} <= {*found["capabilities"]}
    assert not {"control", "pause", "play_url"} & {*found["capabilities"]}


def test_snapcast_obeys(snapcast: Seen) -> None:
    playing = snapcast["playing"]["state"]

    assert playing["input_name"] == "tone"
    assert playing["now_playing"]["title"] == "Grüße & a tone"
    assert playing["now_playing"]["artist"] == "The <Lab>"
    assert {"control", "pause", "seek", "skip"} <= {*snapcast["playing"]["capabilities"]}
    assert snapcast["volume"]["state"]["volume"] == 30
    assert snapcast["mute"]["state"]["is_muted"] is True
    assert snapcast["unmute"]["state"]["is_muted"] is False
    assert snapcast["sought"]["state"]["now_playing"]["position_s"] == 60
    assert snapcast["paused"]["state"]["playback"] == "paused"
    assert snapcast["played"]["state"]["playback"] == "playing"
    assert snapcast["second"]["state"]["now_playing"]["title"] == "Second piece"
    assert snapcast["stopped"]["state"]["playback"] == "stopped"
    assert snapcast["unknown input"]["refused"] == "control.input_unknown"
    assert snapcast["address"]["refused"] == "control.unsupported"


def test_snapcast_tells_by_itself_what_others_do(snapcast: Seen) -> None:
    # One of the two players is at 30, the other one was set to 90.
    assert snapcast["volume elsewhere"]["state"]["volume"] == 60
    assert snapcast["volume elsewhere"]["at_s"] - snapcast["address"]["at_s"] < SOON_S
