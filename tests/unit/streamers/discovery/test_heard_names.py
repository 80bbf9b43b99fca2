from __future__ import annotations

from altrabits_desktop.contract.limits import STREAMERS_LISTED, STREAMERS_PER_SOURCE
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.discovery.heard_names import HeardNames
from altrabits_desktop.streamers.sighting import Sighting
from tests.fakes.clock import NOON


def at(address: str) -> Sighting:
    return Sighting(heard_by=HeardBy.MDNS, heard_at=NOON, address=address)


def test_a_name_is_given_once_as_it_was_heard_last() -> None:
    names = HeardNames()
    names.keep("Den", at("10.0.0.1"))
    names.keep("Den", at("10.0.0.2"))

    assert names.pop("Den") == at("10.0.0.2")
    assert names.pop("Den") is None
    assert len(names) == 0


def test_r2_a_crowd_at_one_address_pushes_out_only_its_own() -> None:
    names = HeardNames()
    names.keep("Den", at("10.0.0.1"))
    for number in range(1500):
        names.keep(f"crowd {number}", at("10.0.0.66"))

    assert len(names) == STREAMERS_PER_SOURCE + 1
    assert names.pop("Den") == at("10.0.0.1")
    assert names.pop("crowd 0") is None
    assert names.pop("crowd 1499") == at("10.0.0.66")


def test_r4_a_crowd_at_many_addresses_pushes_out_who_was_heard_longest_ago() -> None:
    names = HeardNames()
    for number in range(STREAMERS_LISTED + 1):
        names.keep(f"crowd {number}", at(f"10.0.{number // 200}.{number % 200}"))

    assert len(names) == STREAMERS_LISTED
    assert names.pop("crowd 0") is None
    assert names.pop("crowd 1") is not None


def test_cleared_it_knows_nobody() -> None:
    names = HeardNames()
    names.keep("Den", at("10.0.0.1"))

    names.clear()

    assert names.pop("Den") is None
