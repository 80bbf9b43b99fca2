"""The lab itself: what it builds answers, what it breaks breaks, and it leaves nothing behind."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

LAN_LAB = Path(__file__).with_name("lan-lab")


@pytest.mark.lab
def test_lab_holds_what_it_promises() -> None:
    tried = subprocess.run(
        [LAN_LAB, "selftest"], capture_output=True, text=True, timeout=180, check=False
    )

    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "FAIL" not in tried.stdout


@pytest.mark.lab
def test_unknown_kind_of_host_is_refused_in_one_sentence() -> None:
    tried = subprocess.run(
        [LAN_LAB, "run", "--host", "radio", "--", "true"],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )

    assert (tried.returncode, tried.stderr.count("\n")) == (1, 1)
    assert tried.stderr.startswith("lan-lab: cannot make radio=radio")
