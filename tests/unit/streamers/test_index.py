from __future__ import annotations

from altrabits_desktop.contract.streamers import Origin, StreamerId
from altrabits_desktop.streamers.composing import Known
from altrabits_desktop.streamers.identity import Identity
from altrabits_desktop.streamers.index import NEAR_MOST, Index
from tests.fakes.clock import NOON
from tests.fakes.streamers import ADDRESS, MAC, a_sighting

CROWD = 900


def a_known(name: str, *, address: str, api_id: str | None = None) -> Known:
    return Known(
        id=StreamerId(name),
        identity=Identity(mac=MAC, api_id=api_id),
        address=address,
        first_heard_at=NOON,
        last_heard_at=NOON,
    )


def crowded() -> Index:
    index = Index()
    for number in range(CROWD):
        forged = a_known(f"f{number}", address=f"10.0.0.{number % 16}", api_id=f"d{number}")
        index.add(forged, origin=Origin.LAN)
    return index


def names(index: Index, identity: Identity) -> list[str]:
    return [known.id for known in index.near(identity, a_sighting())]


def test_r2_of_a_thousand_with_one_mac_a_few_are_looked_at() -> None:
    assert len(names(crowded(), Identity(mac=MAC))) == NEAR_MOST


def test_r2_whoever_is_at_the_address_comes_before_a_crowd_elsewhere() -> None:
    index = crowded()
    index.add(a_known("real", address=ADDRESS), origin=Origin.LAN)

    assert names(index, Identity(mac=MAC))[0] == "real"


def test_r2_an_equal_id_is_found_whatever_the_crowd_of_its_mac() -> None:
    assert names(crowded(), Identity(mac=MAC, api_id="d899"))[0] == "f899"


def test_one_that_was_removed_is_not_found() -> None:
    index = Index()
    known = a_known("real", address=ADDRESS)
    index.add(known, origin=Origin.LAN)

    index.remove(known, origin=Origin.LAN)
    index.remove(known, origin=Origin.LAN)

    assert names(index, Identity(mac=MAC)) == []
