"""A computer without any network card that is up: the window says so, and offers the demo."""

from __future__ import annotations

import json
import sys

import pytest

from altrabits_desktop.qa.programs import run
from tests.harness.source_tree import ROOT

ALONE = ("unshare", "--net")
"""Puts a program into a network without any card that is up."""


@pytest.mark.lab
def test_without_a_network_card_the_window_says_so_and_offers_the_demo() -> None:
    scene = (sys.executable, "-W", "error", str(ROOT / "tests" / "lab" / "cardless_scene.py"))

    played = run(ALONE + scene, ALTRABITS_INTERFACE="", PYTHONPATH=str(ROOT))

    assert played.returncode == 0, played.stderr
    seen = json.loads(played.stdout)
    assert "This computer is in no network" in seen["said"]
    assert "Start the demo" in seen["said"]
    assert seen["crashes"] == []
