"""Faults by name, and who gets them."""

from __future__ import annotations

import pytest

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.simulator.faults import NO_FAULTS, Fault, allot, fault_named


@pytest.mark.parametrize(
    "name",
    [
        *("silent", "slow", "garbage", "doubled-mac", "new-address", "new-certificate"),
        *("wrong-certificate", "half-answer", "refuses", "reboots", "full", "lies-about-state"),
        "announce-only",
    ],
)
def test_fault_is_known_by_its_name(name: str) -> None:
    assert fault_named(name).value == name


def test_unknown_fault_is_wrong_usage_and_names_the_known_ones() -> None:
    with pytest.raises(WrongUsage, match=r"simulate\.fault_unknown") as caught:
        fault_named("x" * 100)

    assert caught.value.arguments["fault"] == "x" * 64
    assert "doubled-mac" in str(caught.value.arguments["known"])


def test_faults_begin_at_the_last_streamer() -> None:
    shares = allot([Fault.SILENT, Fault.SLOW], count=3)

    assert shares == (NO_FAULTS, frozenset({Fault.SLOW}), frozenset({Fault.SILENT}))


def test_more_faults_than_streamers_gather() -> None:
    shares = allot([Fault.SILENT, Fault.SLOW, Fault.GARBAGE], count=2)

    assert shares == (
        frozenset({Fault.SLOW}),
        frozenset({Fault.SILENT, Fault.GARBAGE}),
    )


def test_doubled_mac_falls_on_the_second_where_it_would_fall_on_the_first() -> None:
    shares = allot([Fault.SLOW, Fault.DOUBLED_MAC], count=2)

    assert shares == (NO_FAULTS, frozenset({Fault.SLOW, Fault.DOUBLED_MAC}))


def test_doubled_mac_takes_two_streamers() -> None:
    with pytest.raises(WrongUsage, match=r"simulate\.fault_needs_two"):
        allot([Fault.DOUBLED_MAC], count=1)
