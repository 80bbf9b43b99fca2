"""One visit of a person who says nothing about themselves, recorded once for all tests here."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.harness.once import made_once

TESTS = Path(__file__).parents[1]
ALTRABITS = Path(sys.executable).with_name("altrabits")


@dataclass(frozen=True)
class Visit:
    """What was seen of it.

    Attributes:
        curious: address of the host that asks and is no streamer.
        found: the streamers, as the console prints them.
        traffic: of each part: `kinds` and `strays` of packets sent, what was `told`, and from which
            address and port somebody `asked`.
        files: of each look, by path: the content of what came or changed, its name before it.
        modes: of files that came, such as `0600`.
        folders: the same of folders.
        lost: frames that were not recorded.
    """

    curious: str
    found: list[dict[str, Any]]
    traffic: dict[str, dict[str, list[str]]]
    files: dict[str, dict[str, bytes]]
    modes: dict[str, str]
    folders: dict[str, str]
    lost: int


@pytest.fixture(scope="session")
def anonymous(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    told = json.loads(made_once(tmp_path_factory, "anonymous", recorded_anonymous))
    looks: dict[str, dict[str, dict[str, str]]] = told["files"]
    modes = {path: file["mode"] for look in looks.values() for path, file in look.items()}
    return Visit(
        curious=told["curious"],
        found=told["found"],
        traffic=told["traffic"],
        files={
            name: {path: base64.b64decode(file["content"]) for path, file in look.items()}
            for name, look in looks.items()
        },
        modes=modes,
        folders=told["folders"],
        lost=told["lost"],
    )


@pytest.fixture(scope="session")
def declined(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Give what was seen of a person who declines, and of their computer (`declined_visit.py`)."""
    told: dict[str, Any] = json.loads(
        made_once(
            tmp_path_factory,
            "declined",
            lambda: recorded("declined_visit", "gmediarender", simulated("Quiddity")),
        )
    )
    return told


def recorded_anonymous() -> str:
    return recorded(
        "anonymous_visit",
        *("gmediarender", "rygel", "quiet=host"),
        f"curious=cmd:{sys.executable} {TESTS / 'lab' / 'curious_host.py'}",
        simulated("Quiddity"),
        simulated("Zephyrine", "--fault", "announce-only"),
    )


def recorded(visit: str, *hosts: str) -> str:
    """Let a visit happen in a lab of its own, beside these hosts, and give what it told."""
    program = ("unshare", "--mount", "--uts", sys.executable, "-W", "error")
    command = [
        *(str(TESTS / "lab" / "lan-lab"), "run", "--time", "110"),
        *(word for host in hosts for word in ("--host", host)),
        *("--", *program, "-m", f"tests.commitments.{visit}"),
    ]
    tried = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(TESTS.parent)},
    )
    assert tried.returncode == 0, tried.stdout[-4000:] + tried.stderr
    return tried.stdout


def simulated(name: str, *more: str) -> str:
    words = (str(ALTRABITS), "simulate --count 1 --address $LAN_LAB_IP --name", name, *more)
    return f"{name}=cmd:{' '.join(words)}"
