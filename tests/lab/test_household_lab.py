"""Two desktops, each a process in a namespace of its own, joined to one household server."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.lab.test_journeys_lab import ALTRABITS, HERE, played

if TYPE_CHECKING:
    Seen = dict[str, Any]

pytestmark = pytest.mark.lab

SERVER = (
    "server=cmd:mkdir -p $HOME/profile; "
    f"ALTRABITS_SERVER_KEY_FILE=$HOME/server.key {ALTRABITS} server run --lan"
    " --profile $HOME/profile"
)
OTHER = f"other=cmd:{sys.executable} -W error {HERE / 'household_other.py'}"


@pytest.fixture(scope="module")
def household() -> Seen:
    return played(
        "household_scene.py", SERVER, OTHER, console=("household", "find", "--json"), time_s=150
    )


def test_both_computers_find_the_server_by_mdns(household: Seen) -> None:
    address = household["other"]["found"]

    assert household["found"] == address
    assert address.startswith("192.168.71.")
    assert [each["address"] for each in household["console"]] == [address]


def test_what_one_writes_the_other_reads_live(household: Seen) -> None:
    said = household["thread"]

    assert said.index("Why is it silent?") < said.index("It is plugged in.")
    assert "Then it was switched off." in said
    assert household["found"] in household["sidebar"]


def test_the_decision_made_at_one_holds_at_the_other(household: Seen) -> None:
    assert "You accepted" in household["other"]["privacy"]


def test_neither_window_met_an_error(household: Seen) -> None:
    assert household["crashes"] == []
