"""Scenes on a computer of their own: namespaces with nothing but loopback, gone with the scene."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from altrabits_desktop.qa.programs import surroundings
from tests.harness.source_tree import ROOT

_APART = ("unshare", "--mount", "--uts", "--net", "--pid", "--mount-proc", "--fork", "--kill-child")
_NOTHING_AROUND = dict.fromkeys(("ALTRABITS_INTERFACE", "DISPLAY", "WAYLAND_DISPLAY"), "")
"""No card is named, and nothing can be asked of the person on a screen."""
_LIMIT_S = 150.0


def told_apart(scene: str, *words: str) -> dict[str, Any]:
    """Play a scene of this folder, and give what it told as JSON.

    Args:
        scene: name of its module.
        words: its command line.
    """
    played = subprocess.run(
        [*_APART, sys.executable, "-W", "error", "-m", f"tests.lab.{scene}", *words],
        cwd=ROOT,
        env=surroundings({**_NOTHING_AROUND, "PYTHONPATH": str(ROOT)}),
        capture_output=True,
        text=True,
        timeout=_LIMIT_S,
        check=False,
    )
    assert played.returncode == 0, played.stderr[-4000:]
    told: dict[str, Any] = json.loads(played.stdout)
    return told
