from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedDatagram
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.streamers.discovery.description import Description
from altrabits_desktop.streamers.discovery.ssdp import (
    RENDERER_TYPE,
    Kind,
    SsdpMessage,
    goodbye_of,
    parse_ssdp,
    search_message,
    sighting_of,
)
from tests.fakes.clock import NOON

UDN = "6a3c7d2e-0000-4000-8000-00000000000a"
LOCATION = "http://192.168.1.50:49494/description.xml"


def answer(**changes: str) -> bytes:
    headers = {
        "CACHE-CONTROL": "max-age=1800",
        "LOCATION": LOCATION,
        "ST": RENDERER_TYPE,
        "USN": f"uuid:{UDN.upper()}::{RENDERER_TYPE}",
    } | {name.replace("_", "-"): value for name, value in changes.items()}
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    return "\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode()


def notice(nts: str, **changes: str) -> bytes:
    body = answer(ST="", NT=RENDERER_TYPE, NTS=nts, **changes)
    return body.replace(b"HTTP/1.1 200 OK", b"NOTIFY * HTTP/1.1")


def test_the_search_asks_for_renderers_within_two_seconds() -> None:
    assert search_message(host="239.255.255.250", port=1900) == (
        b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\n"
        b'MAN: "ssdp:discover"\r\nMX: 2\r\n'
        b"ST: urn:schemas-upnp-org:device:MediaRenderer:1\r\n\r\n"
    )


def test_reads_an_answer() -> None:
    message = parse_ssdp(answer(CONFIGID_UPNP_ORG="", **{"CONFIGID.UPNP.ORG": "7"}))

    assert message == SsdpMessage(
        kind=Kind.ANSWER,
        target=RENDERER_TYPE,
        udn=UDN,
        location=LOCATION,
        lifetime_s=1800.0,
        configuration="7",
    )
    assert message.is_renderer


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
    assert parse_ssdp(notice(nts)).kind is kind


def test_a_goodbye_needs_no_location() -> None:
    assert parse_ssdp(notice("ssdp:byebye", LOCATION="")).udn == UDN


def test_a_search_of_somebody_else_is_no_renderer() -> None:
    message = parse_ssdp(search_message(host="239.255.255.250", port=1900))

    assert (message.kind, message.is_renderer) == (Kind.OTHER, False)


@pytest.mark.parametrize(
    "target",
    ["upnp:rootdevice", "urn:schemas-upnp-org:device:MediaServer:1", f"uuid:{UDN}", ""],
)
def test_other_targets_are_read_and_are_no_renderers(target: str) -> None:
    assert not parse_ssdp(answer(ST=target, USN="", LOCATION="")).is_renderer


@pytest.mark.parametrize("version", ["1", "2", "3"])
def test_later_versions_are_renderers_too(version: str) -> None:
    target = f"urn:schemas-upnp-org:device:MediaRenderer:{version}"

    assert parse_ssdp(answer(ST=target)).is_renderer


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
        answer(USN=f"uuid:::{RENDERER_TYPE}"),
        answer(USN="uuid:" + "a" * 65),
        answer(USN="6a3c7d2e"),
        answer(LOCATION=""),
        answer(LOCATION="http://192.168.1.50/" + "x" * 2048),
        notice("ssdp:alive", LOCATION=""),
    ],
)
def test_what_does_not_hold_is_malformed(datagram: bytes) -> None:
    with pytest.raises(MalformedDatagram):
        parse_ssdp(datagram)


@pytest.mark.parametrize(
    ("header", "lifetime_s"),
    [
        ("max-age=1800", 1800.0),
        ("no-cache, Max-Age = 90", 90.0),
        ("max-age=1", 60.0),
        ("max-age=999999999", 86_400.0),
        ("max-age=-5", None),
        ("forever", None),
        ("", None),
    ],
)
def test_a_lifetime_is_kept_within_a_minute_and_a_day(
    header: str, lifetime_s: float | None
) -> None:
    assert parse_ssdp(answer(CACHE_CONTROL=header)).lifetime_s == lifetime_s


def test_the_first_of_two_headers_counts_and_the_sixty_fifth_is_not_read() -> None:
    doubled = answer().replace(b"USN:", b"ST: upnp:rootdevice\r\nUSN:", 1)
    late = b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 64 + answer().partition(b"\r\n")[2]

    assert parse_ssdp(doubled).target == RENDERER_TYPE
    assert parse_ssdp(late).target == ""


@given(st.binary(max_size=4200))
def test_nothing_but_malformed_is_ever_raised(noise: bytes) -> None:
    for datagram in (noise, b"NOTIFY * HTTP/1.1\r\n" + noise, answer() + noise):
        try:
            message = parse_ssdp(datagram)
        except MalformedDatagram:
            continue
        assert 60 <= (message.lifetime_s or 60) <= 86_400


def test_every_truncation_of_an_answer_is_survived() -> None:
    whole = answer()

    for length in range(len(whole)):
        try:
            message = parse_ssdp(whole[:length])
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
        parse_ssdp(answer()), description, sender="192.168.1.50", heard_at=NOON, card_name="eth0"
    )

    assert sighting.heard_by is HeardBy.SSDP
    assert (sighting.udn, sighting.name, sighting.product) == (UDN, "Kitchen", "Box")
    assert (sighting.maker, sighting.model_note) == ("Maker", "2")
    assert sighting.description_url == LOCATION
    assert sighting.service_types == {RENDERER_TYPE, description.device_type}
    assert sighting.lifetime_s == 1800.0


def test_a_goodbye_says_who_leaves() -> None:
    sighting = goodbye_of(parse_ssdp(notice("ssdp:byebye")), sender="192.168.1.50", heard_at=NOON)

    assert (sighting.is_goodbye, sighting.udn) == (True, UDN)
