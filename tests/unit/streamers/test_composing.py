from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.streamers import (
    Depth,
    DriverId,
    HeardBy,
    Presence,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.streamers.composing import Known, compose, is_listed
from altrabits_desktop.streamers.drivers.driver import DriverAddress, Recognition, ToldFacts
from altrabits_desktop.streamers.identity import identity_of
from tests.fakes.clock import NOON
from tests.fakes.streamers import ADDRESS, MAC, a_sighting

if TYPE_CHECKING:
    from altrabits_desktop.streamers.sighting import Sighting

ELSEWHERE = "192.168.71.99"


def known_by(*sightings: Sighting) -> Known:
    first = sightings[0]
    known = Known(
        id=StreamerId("mac-0004a3112233"),
        identity=identity_of(first),
        address=first.address,
        first_heard_at=first.heard_at,
        last_heard_at=first.heard_at,
    )
    known.claims.update({sighting.heard_by: sighting for sighting in sightings})
    known.claimed_s.update({s.heard_by: s.heard_at.timestamp() for s in sightings})
    return known


def recognised(depth: Depth, *, address: str = ADDRESS) -> Recognition:
    return Recognition(DriverId(depth.value), depth, DriverAddress(address, f"http://{address}/"))


def test_bare_announcement_gives_product_and_end_of_mac_as_name() -> None:
    streamer = compose(known_by(a_sighting()))

    assert (streamer.name, streamer.product, streamer.mac) == ("Cobalt S1 22:33", "Cobalt S1", MAC)
    assert streamer.depth is Depth.ANNOUNCED


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"name": "Kitchen"}, "Kitchen"),
        ({"mac": None, "udn": "u"}, "Cobalt S1"),
        ({"product": None}, "AB-STREAMER"),
        ({"product": None, "host_name": None}, ADDRESS),
    ],
)
def test_name_is_the_best_that_is_known(said: dict[str, str | None], name: str) -> None:
    assert compose(known_by(a_sighting(**said))).name == name


def test_mdns_is_believed_before_description_and_announcement() -> None:
    sightings = [a_sighting(heard_by=way, name=f"by {way}") for way in HeardBy]

    streamer = compose(known_by(*sightings))

    assert streamer.name == "by mdns"
    assert streamer.heard_by == set(HeardBy)


def test_what_the_driver_was_told_comes_first() -> None:
    known = known_by(a_sighting(name="Kitchen", room="Kitchen"))
    known.facts = ToldFacts(name="Hall", product="Cobalt S2", room="Hall", maker="AltraBits")

    streamer = compose(known)

    assert (streamer.name, streamer.room) == ("Hall", "Hall")
    assert (streamer.product, streamer.maker) == ("Cobalt S2", "AltraBits")


@pytest.mark.parametrize(
    "page",
    [
        f"http://{ELSEWHERE}/",
        "http://evil.example/",
        f"http://user@{ADDRESS}/",
        f"ftp://{ADDRESS}/",
        "javascript:alert(1)",
    ],
)
def test_page_anywhere_but_on_its_own_address_is_none(page: str) -> None:
    known = known_by(a_sighting(page_url=page))
    known.facts = ToldFacts(page_url=page)

    assert compose(known).page_url is None


def test_page_of_the_driver_is_shown_before_the_claimed_one() -> None:
    known = known_by(a_sighting(page_url=f"http://{ADDRESS}/"))
    known.facts = ToldFacts(page_url=f"http://{ADDRESS}:8080/settings")

    assert compose(known).page_url == f"http://{ADDRESS}:8080/settings"


def test_addresses_claimed_at_an_old_address_are_not_shown() -> None:
    old = f"http://{ELSEWHERE}/api/v1"
    known = known_by(
        a_sighting(), a_sighting(heard_by=HeardBy.MDNS, address=ELSEWHERE, control_url=old)
    )

    assert compose(known).control_url is None


def test_deepest_driver_at_the_address_that_holds_is_taken() -> None:
    known = known_by(a_sighting())
    known.recognitions = {
        HeardBy.SSDP: recognised(Depth.STANDARD),
        HeardBy.MDNS: recognised(Depth.MANAGED, address=ELSEWHERE),
    }

    streamer = compose(known)

    assert (streamer.depth, streamer.driver_id) == (Depth.STANDARD, "standard")


def test_driver_that_was_switched_off_gives_way_to_the_next() -> None:
    known = known_by(a_sighting())
    deep, shallow = recognised(Depth.MANAGED), recognised(Depth.STANDARD)
    known.recognitions = {HeardBy.MDNS: deep, HeardBy.SSDP: shallow}
    known.faults[deep] = "driver.failed"

    streamer = compose(known)

    assert (streamer.driver_id, streamer.driver_fault) == ("standard", "driver.failed")


def test_streamer_in_standby_is_asleep_only_while_it_answers() -> None:
    known = known_by(a_sighting())
    known.state = StreamerState(is_asleep=True)

    asleep = compose(known).presence
    known.presence = Presence.GONE

    assert (asleep, compose(known).presence) == (Presence.ASLEEP, Presence.GONE)


def test_card_of_the_latest_sighting_is_shown() -> None:
    late = a_sighting(
        heard_by=HeardBy.MDNS, heard_at=NOON + timedelta(seconds=1), card_name="wlan0"
    )

    assert compose(known_by(a_sighting(), late)).card_name == "wlan0"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, True),
        ({"product": None}, False),
        ({"product": None, "heard_by": HeardBy.SSDP}, True),
    ],
)
def test_announcement_without_a_product_is_not_listed(
    said: dict[str, Any], *, expected: bool
) -> None:
    assert is_listed(known_by(a_sighting(**said))) is expected


def test_inputs_are_those_of_the_driver_that_is_used() -> None:
    known = known_by(a_sighting())
    known.facts = ToldFacts(inputs=("Network", "Optical"))
    without = compose(known).inputs
    known.recognitions[HeardBy.MDNS] = recognised(Depth.MANAGED)

    assert (without, compose(known).inputs) == ((), ("Network", "Optical"))
