from __future__ import annotations

from ipaddress import IPv4Network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedDescription
from altrabits_desktop.streamers.discovery.description import (
    Description,
    parse_description,
    with_reachable_page,
)
from altrabits_desktop.streamers.discovery.device_types import DeviceTypes
from tests.fakes.discovery import RENDERER, RENDERERS, UDN, described, device

LOCATION = "http://192.168.1.50:49494/description.xml"


def read(content: bytes, *, udn: str | None = UDN) -> Description:
    return parse_description(content, location=LOCATION, udn=udn, wanted=RENDERERS)


def test_reads_a_renderer() -> None:
    assert read(described(device())) == Description(
        device_type=RENDERER,
        udn=UDN,
        name="Kitchen",
        maker="Maker",
        product="Box",
        model_note="2",
    )


def test_an_embedded_renderer_is_found_below_a_device_of_another_kind() -> None:
    inner = device(name="Inner")
    outer = device(
        kind="urn:schemas-upnp-org:device:Basic:1",
        name="Outer",
        udn="outer",
        inside=f"<deviceList>{inner}</deviceList>",
    )

    assert read(described(outer)).name == "Inner"


def test_of_several_renderers_the_announced_one_counts_else_the_first() -> None:
    two = described(device(name="One", udn="one") + device(name="Two", udn="TWO"))

    assert read(two, udn="two").name == "Two"
    assert read(two, udn="three").name == "One"
    assert read(two, udn=None).name == "One"


def test_a_device_of_another_wanted_type_is_read_too() -> None:
    radio = "urn:example-org:device:Radio:1"
    both = described(device(name="Player") + device(kind=radio, name="Radio", udn="radio"))

    description = parse_description(
        both, location=LOCATION, udn="radio", wanted=DeviceTypes([radio])
    )

    assert (description.name, description.device_type) == ("Radio", radio)


def test_names_are_cleaned_and_prefixes_and_padding_do_not_matter() -> None:
    content = described(device(name="&lt;b&gt;K\u202eitchen\n")).replace(b"<device>", b"<d:device>")
    content = content.replace(b"</device>", b"</d:device>") + b"\0\r\n"

    assert read(content).name == "<b>Kitchen"


def test_the_first_of_a_repeated_field_counts() -> None:
    assert read(described(device(inside="<friendlyName>Other</friendlyName>"))).name == "Kitchen"


@pytest.mark.parametrize(
    ("written", "page_url"),
    [
        ("/ui/", "http://192.168.1.50:49494/ui/"),
        ("http://192.168.1.50/", "http://192.168.1.50/"),
        ("http://192.168.1.51/", None),
        ("https://example.org/", None),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_a_page_counts_only_on_the_renderers_own_address(
    written: str, page_url: str | None
) -> None:
    content = described(device(inside=f"<presentationURL>{written}</presentationURL>"))

    description = with_reachable_page(
        read(content),
        address="192.168.1.50",
        subnets=(IPv4Network("192.168.1.0/24"),),
        is_loopback_allowed=False,
    )

    assert description.page_url == page_url


BOMB = "<!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not xml",
        b"<root>",
        b"<root></root></root>",
        described("<device></device>"),
        described(device(kind="urn:schemas-upnp-org:device:MediaServer:1")),
        described(BOMB + device(name="&b;")),
        BOMB.encode() + b"<r>&b;</r>",
        b"<!DOCTYPE r SYSTEM 'http://192.0.2.1/x.dtd'><r/>",
        b"<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
        b"<!DOCTYPE root><root/>",
        described("&undefined;"),
        b'<?xml version="1.0" encoding="no-such-code"?><root/>',
        b'<?xml version="1.0" encoding="utf-32"?><root/>',
        b'<?xml version="1.0" encoding="base64"?><root/>',
        b"<a>" * 200_000,
        b"<a>" * 33 + b"</a>" * 33,
        b"<r>" + b"<a/>" * 20_001 + b"</r>",
        b" " * 1_000_001,
        b"\xff\xfe<\x00",
    ],
)
def test_r7_a_hostile_description_is_malformed(content: bytes) -> None:
    with pytest.raises(MalformedDescription):
        read(content)


def test_r7_thirty_two_levels_are_read_and_thirty_three_are_not() -> None:
    def nested(levels: int) -> bytes:
        around = levels - 3
        return described("<x>" * around + device() + "</x>" * around)

    assert read(nested(32)).name == "Kitchen"
    with pytest.raises(MalformedDescription) as refused:
        read(nested(33))
    assert refused.value.code == "description.too_deep"


def test_an_endless_name_is_cut_and_many_devices_are_not_all_read() -> None:
    content = described(device(name="x" * 50_000) + device(udn="two") * 100)

    assert len(read(content).name or "") == 64
    assert read(content, udn="no-such").udn == UDN


def test_line_ends_inside_a_text_do_not_break_it() -> None:
    assert read(described(device(name="Kit\n&amp;\nchen" + "\n" * 3000))).name == "Kit & chen"


@given(st.binary(max_size=400))
def test_nothing_but_malformed_is_ever_raised(noise: bytes) -> None:
    for content in (noise, described(device()).replace(b"Kitchen", noise)):
        try:
            described_so = read(content)
        except MalformedDescription:
            continue
        assert len(described_so.name or "") <= 64
