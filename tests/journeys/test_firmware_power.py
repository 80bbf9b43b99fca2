"""The power of real simulated streamers goes at every moment of an update."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.qa.console import Console
from altrabits_desktop.qa.programs import CONSOLE, ProgramFailedError, ask, surroundings
from tests.journeys.test_control_console import sign_up_at
from tests.journeys.test_firmware import release

if TYPE_CHECKING:
    from pathlib import Path

ANNOUNCE_PORT = 30303
ADDRESS = f"127.84.{os.getpid() % 250}.2"
"""Of this process: no two simulations may stand on one."""
GOES_ON = ("power-at-begin", "power-at-upload", "power-at-verify")
KEEPS_OLD = ("power-at-install", "power-at-restart")
KEPT = "firmware.kept_power"
FAULTS = (*GOES_ON, *KEEPS_OLD)


def simulated(*faults: str) -> subprocess.Popen[str]:
    """Start streamers of one product, one for each fault."""
    words = [word for fault in faults for word in ("--fault", fault)]
    count = ("--count", str(len(faults)), "--address", ADDRESS, "--auto-confirm")
    return subprocess.Popen(
        [*CONSOLE, "simulate", "--json", *count, *words],
        env=surroundings({}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Console:
    """Give somebody with an account whose server offers firmware that the streamers trust."""
    keyring = tmp_path / "keyring.json"
    console = Console(tmp_path / "profile", announce_port=ANNOUNCE_PORT, keyring=keyring)
    sign_up_at(console)
    image, public = release(tmp_path / "made", console.profile)
    monkeypatch.setenv("ALTRABITS_FIRMWARE_KEY", public)
    ask(console.profile, "server", "firmware", "add", str(image))
    return console


def updated(owner: Console, streamer: str) -> dict[str, Any]:
    """Update a streamer at the console, and give how it stands then, also after an error."""
    try:
        record: dict[str, Any] = owner.ask("firmware", streamer, "install", "--stop")
    except ProgramFailedError:
        record = owner.ask("firmware", streamer)
    return record


@pytest.mark.parametrize("fault", FAULTS)
def test_the_old_firmware_lives_the_person_is_told_and_the_streamer_obeys(
    owner: Console, fault: str
) -> None:
    with simulated(fault) as process:
        try:
            assert process.stdout is not None
            streamer = f"id-{json.loads(process.stdout.readline())['id']}"
            owner.ask("streamers", "add", streamer)
            record = updated(owner, streamer)
            turned = owner.ask("volume", streamer, "23")
        finally:
            process.kill()

    last = (record["version"], record["last"]["is_installed"], record["last"]["code"])
    is_going_on = fault in GOES_ON
    assert last == (("2.5.0", True, None) if is_going_on else ("2.4.1", False, KEPT))
    assert turned["volume"] == 23
