from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.discovery.mdns_services import (
    Service,
    identified_by_service,
    service_type_names,
    sighting_of_service,
)
from altrabits_desktop.streamers.discovery.subnets import Subnets
from altrabits_desktop.streamers.sighting import ServicePort, Sighting
from tests.fakes.clock import NOON
from tests.fakes.discovery import ETHERNET, LOOPBACK

SUBNETS = Subnets((ETHERNET,))
SERVICE = Service(
    type="_altrabits._tcp",
    instance="Living room",
    host="Living-Room.local.",
    port=8080,
    addresses=("10.0.0.5", "192.168.1.50"),
    texts={
        b"id": b"ab-1",
        b"mac": b"00:04:A3:11:22:33",
        b"pn": b"Cobalt S1",
        b"rm": b"Downstairs",
        b"api": b"1",
        b"fw": b"1.2",
    },
)


def test_a_service_becomes_a_sighting_at_its_address_on_a_chosen_card() -> None:
    sighting = sighting_of_service(SERVICE, subnets=SUBNETS, heard_at=NOON)

    assert sighting is not None
    assert (sighting.heard_by, sighting.heard_at) == (HeardBy.MDNS, NOON)
    assert (sighting.address, sighting.card_name) == ("192.168.1.50", "eth0")
    assert (sighting.mac, sighting.api_id) == ("00:04:a3:11:22:33", "ab-1")
    assert (sighting.name, sighting.product, sighting.room) == (
        "Living room",
        "Cobalt S1",
        "Downstairs",
    )
    assert sighting.host_name == "living-room"
    assert sighting.page_url == "http://192.168.1.50:8080/"
    assert sighting.control_url == "http://192.168.1.50:8080/api/v1"
    assert sighting.service_types == {"_altrabits._tcp"}


def test_a_service_elsewhere_is_refused() -> None:
    elsewhere = replace(SERVICE, addresses=("127.0.0.1", "10.0.0.5"))
    nowhere = replace(SERVICE, addresses=())

    assert sighting_of_service(elsewhere, subnets=SUBNETS, heard_at=NOON) is None
    assert sighting_of_service(nowhere, subnets=SUBNETS, heard_at=NOON) is None


def test_loopback_is_heard_where_it_was_chosen() -> None:
    service = replace(SERVICE, addresses=("127.0.0.5",))

    sighting = sighting_of_service(service, subnets=Subnets((LOOPBACK,)), heard_at=NOON)

    assert sighting is not None
    assert sighting.address == "127.0.0.5"


def test_without_a_port_there_is_neither_page_nor_control() -> None:
    sighting = sighting_of_service(replace(SERVICE, port=0), subnets=SUBNETS, heard_at=NOON)

    assert sighting is not None
    assert (sighting.page_url, sighting.control_url) == (None, None)


def test_another_version_of_the_api_is_left_alone() -> None:
    service = replace(SERVICE, texts={b"API": b"2", b"id": b"with space", b"mac": None})

    sighting = sighting_of_service(service, subnets=SUBNETS, heard_at=NOON)

    assert sighting is not None
    assert (sighting.control_url, sighting.api_id, sighting.mac) == (None, None, None)


@given(st.dictionaries(st.binary(max_size=20), st.none() | st.binary(max_size=300), max_size=80))
def test_any_text_record_gives_clean_bounded_texts(texts: dict[bytes, bytes | None]) -> None:
    service = replace(SERVICE, texts=texts, instance="\u202eevil\x07")

    sighting = sighting_of_service(service, subnets=SUBNETS, heard_at=NOON)

    assert sighting is not None
    assert sighting.name == "evil"
    assert all(len(text or "") <= 64 for text in (sighting.product, sighting.room))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("_altrabits._tcp.local.", "_mpd._tcp"), ("_altrabits._tcp", "_mpd._tcp")),
        (("urn:schemas-upnp-org:device:MediaRenderer:1", "x", "_._tcp"), ()),
        (("_b._udp", "_a._tcp", "_a._tcp.local"), ("_a._tcp", "_b._udp")),
    ],
)
def test_only_dns_sd_types_are_browsed(words: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert service_type_names(words) == names


BARE = replace(
    SERVICE, type="_mpd._tcp", instance="Music Player @ Den", host="Den.local.", port=6600, texts={}
)


def bare(**said: object) -> Sighting:
    service = replace(BARE, **said)  # type: ignore[arg-type] # a field's own type
    sighting = sighting_of_service(service, subnets=SUBNETS, heard_at=NOON)
    assert sighting is not None
    return identified_by_service(sighting)


def test_a_service_without_an_identity_is_known_by_its_host_and_port() -> None:
    sighting = bare()

    assert sighting.service == ServicePort("_mpd._tcp", 6600)
    assert sighting.udn == "3af909f0-9ac1-50d4-a410-62574326baa3"
    assert (sighting.has_identity, sighting.page_url) == (True, None)


def test_it_is_the_same_at_another_address_and_another_elsewhere() -> None:
    known = bare().udn

    assert bare(addresses=("192.168.1.77",), instance="Other", host="DEN.local.").udn == known
    assert bare(type="_mpd-control._tcp").udn == known
    assert len({known, bare(host="Hall.local.").udn, bare(port=6601).udn}) == 3


def test_what_says_who_it_is_keeps_its_own_identity() -> None:
    sighting = bare(texts={b"mac": b"00:04:A3:11:22:33"})

    assert (sighting.udn, sighting.mac) == (None, "00:04:a3:11:22:33")
    assert bare(host="").udn is None
    assert bare(port=0).udn is None
