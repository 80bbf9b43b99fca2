from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedDatagram
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.discovery.description import Description
from altrabits_desktop.streamers.discovery.ssdp import (
    Kind,
    SsdpMessage,
    goodbye_of,
    parse_ssdp,
    search_message,
    sighting_of,
)
from tests.fakes.clock import NOON
from tests.fakes.discovery import RENDERER, RENDERERS

UDN = "6a3c7d2e-0000-4000-8000-00000000000a"
LOCATION = "http://192.168.1.50:49494/description.xml"


def answer(**changes: str) -> bytes:
    headers = {
        "CACHE-CONTROL": "max-age=1800",
        "LOCATION": LOCATION,
        "ST": RENDERER,
        "USN": f"uuid:{UDN.upper()}::{RENDERER}",
    } | {name.replace("_", "-"): value for name, value in changes.items()}
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode()


def notice(nts: str, **changes: str) -> bytes:
    body = answer(ST="", NT=RENDERER, NTS=nts, **changes)
    return body.replace(b"HTTP/1.1 200 OK", b"NOTIFY * HTTP/1.1")


def read(datagram: bytes) -> SsdpMessage:
    return parse_ssdp(datagram, wanted=RENDERERS)


def test_the_search_asks_for_one_type_within_two_seconds() -> None:
    assert search_message(host="239.255.255.250", port=1900, target=RENDERER) == (
        b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n"
        b'MAN: "ssdp:discover"\r\nMX: 2\r\n'
        b"ST: urn:schemas-upnp-org:device:MediaRenderer:1\r\n\r\n"
    )


def test_reads_an_answer() -> None:
    message = read(answer(CONFIGID_UPNP_ORG="", **{"CONFIGID.UPNP.ORG": "7"}))

    assert message == SsdpMessage(
        kind=Kind.ANSWER,
        target=RENDERER,
        udn=UDN,
        location=LOCATION,
        configuration="7",
    )


@pytest.mark.parametrize(
    ("nts", "kind"),
    [
        ("ssdp:alive", Kind.ALIVE),
        ("SSDP:BYEBYE", Kind.BYEBYE),
        ("ssdp:update", Kind.OTHER),
        ("nonsense", Kind.OTHER),
    ],
)
def test_reads_notices_by_what_they_notify(nts: str, kind: Kind) -> None:
    assert read(notice(nts)).kind is kind


def test_a_goodbye_needs_no_location() -> None:
    assert read(notice("ssdp:byebye", LOCATION="")).udn == UDN


def test_a_search_of_somebody_else_is_left_alone() -> None:
    message = read(search_message(host="239.255.255.250", port=1900, target=RENDERER))

    assert message.kind is Kind.OTHER


@pytest.mark.parametrize(
    "target",
    ["upnp:rootdevice", "urn:schemas-upnp-org:device:MediaServer:1", f"uuid:{UDN}", ""],
)
def test_other_targets_are_read_and_left_alone(target: str) -> None:
    assert read(answer(ST=target, USN="", LOCATION="")).kind is Kind.OTHER


@pytest.mark.parametrize("version", ["1", "2", "3"])
def test_later_versions_are_renderers_too(version: str) -> None:
    target = f"urn:schemas-upnp-org:device:MediaRenderer:{version}"

    assert read(answer(ST=target)).kind is Kind.ANSWER


@pytest.mark.parametrize(
    "datagram",
    [
        b"",
        b"\xff\xfe\x00",
        b"GET / HTTP/1.1\r\n\r\n",
        b"HTTP/1.1 404 Not Found\r\n\r\n",
        b"HTTP/1.1",
        b"\r\n" + answer(),
        answer() + b"x" * 4096,
        answer(USN=""),
        answer(USN=f"uuid:::{RENDERER}"),
        answer(USN="uuid:" + "a" * 65),
        answer(USN="6a3c7d2e"),
        answer(LOCATION=""),
        answer(LOCATION="http://192.168.1.50/" + "x" * 2048),
        notice("ssdp:alive", LOCATION=""),
    ],
)
def test_what_does_not_hold_is_malformed(datagram: bytes) -> None:
    with pytest.raises(MalformedDatagram):
        read(datagram)


def test_the_first_of_two_headers_counts_and_the_sixty_fifth_is_not_read() -> None:
    doubled = answer().replace(b"USN:", b"ST: upnp:rootdevice\r\nUSN:", 1)
    late = b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 64 + answer().partition(b"\r\n")[2]

    assert read(doubled).target == RENDERER
    assert read(late).target == ""


@given(st.binary(max_size=4200))
def test_nothing_but_malformed_is_ever_raised(noise: bytes) -> None:
    for datagram in (noise, b"NOTIFY * HTTP/1.1\r\n" + noise, answer() + noise):
        try:
            message = read(datagram)
        except MalformedDatagram:
            continue
        assert (message.udn or "") == (message.udn or "").lower()


def test_every_truncation_of_an_answer_is_survived() -> None:
    whole = answer()

    for length in range(len(whole)):
        try:
            message = read(whole[:length])
        except MalformedDatagram:
            continue
        assert message.udn in {None, UDN} or UDN.startswith(message.udn or "")


def test_a_sighting_joins_message_and_description() -> None:
    description = Description(
        device_type="urn:schemas-upnp-org:device:MediaRenderer:2",
        name="Kitchen",
        maker="Maker",
        product="Box",
        model_note="2",
        page_url="http://192.168.1.50/",
    )

    sighting = sighting_of(
        read(answer()), description, sender="192.168.1.50", heard_at=NOON, card_name="eth0"
    )

    assert sighting.heard_by is HeardBy.SSDP
    assert (sighting.udn, sighting.name, sighting.product) == (UDN, "Kitchen", "Box")
    assert (sighting.maker, sighting.model_note) == ("Maker", "2")
    assert sighting.description_url == LOCATION
    assert sighting.service_types == {RENDERER, description.device_type}


def test_a_goodbye_says_who_leaves() -> None:
    sighting = goodbye_of(read(notice("ssdp:byebye")), sender="192.168.1.50", heard_at=NOON)

    assert (sighting.is_goodbye, sighting.udn) == (True, UDN)
