from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.streamers.discovery.typed_address import (
    TypedAddress,
    may_be_asked,
    parse_typed_address,
)


@pytest.mark.parametrize(
    ("text", "host", "port", "is_literal"),
    [
        ("192.168.1.5", "192.168.1.5", None, True),
        (" 192.168.1.5:8080 ", "192.168.1.5", 8080, True),
        ("http://192.168.1.5/", "192.168.1.5", None, True),
        ("streamer.local", "streamer.local", None, False),
        ("streamer.local.:80", "streamer.local", 80, False),
        ("Kitchen", "Kitchen", None, False),
        ("1den", "1den", None, False),
    ],
)
def test_reads_what_people_type(text: str, host: str, port: int | None, is_literal: object) -> None:
    typed = parse_typed_address(text)

    assert typed == TypedAddress(host, port)
    assert typed.is_literal is is_literal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "192.168.1",
        "192.168.1.256",
        "192.168.1.05",
        "2130706433",
        "0x7f000001",
        "192.168.1.5:0",
        "192.168.1.5:65536",
        "192.168.1.5:123456",
        "user@192.168.1.5",
        "http://192.168.1.5/page",
        "https://192.168.1.5",
        "two words",
        "-x",
        "[::1]",
        "::1",
        "\u0661\u0662.168.1.5",
        "a" * 254,
        "x\u202ey",
    ],
)
def test_refuses_what_is_no_address(text: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        parse_typed_address(text)

    assert refused.value.code == "address.malformed"


@given(st.text(max_size=400))
def test_nothing_but_wrong_usage_is_ever_raised(text: str) -> None:
    try:
        typed = parse_typed_address(text)
    except WrongUsage:
        return
    assert typed.host in text
    assert 1 <= (typed.port or 1) <= 65_535


@pytest.mark.parametrize(
    ("address", "is_local", "may"),
    [
        ("192.168.1.5", True, True),
        ("192.168.7.5", False, True),
        ("10.1.2.3", False, True),
        ("172.31.2.3", False, True),
        ("172.32.2.3", False, False),
        ("8.8.8.8", False, False),
        ("8.8.8.8", True, True),
        ("127.0.0.2", False, False),
        ("127.0.0.2", True, True),
        ("169.254.169.254", False, False),
        ("224.0.0.1", False, False),
        ("255.255.255.255", False, False),
        ("0.0.0.0", False, False),
    ],
)
def test_only_the_house_is_asked(address: str, is_local: object, may: object) -> None:
    assert may_be_asked(address, is_local=bool(is_local)) is may
