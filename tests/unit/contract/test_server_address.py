from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import WrongUsage
from altrabits_desktop.contract.server_address import (
    ADDRESS_MOST,
    ServerAddress,
    read_household_address,
    read_server_address,
)


@pytest.mark.parametrize(
    ("text", "url", "name"),
    [
        ("http://127.0.0.1:8619", "http://127.0.0.1:8619", "127.0.0.1:8619"),
        ("http://127.8.9.10", "http://127.8.9.10", "127.8.9.10"),
        ("http://localhost:8619/", "http://localhost:8619", "localhost:8619"),
        ("HTTP://LocalHost:80", "http://localhost", "localhost"),
        ("http://[::1]:8619", "http://[::1]:8619", "[::1]:8619"),
        ("http://[0:0:0:0:0:0:0:1]", "http://[::1]", "[::1]"),
        ("https://Music.Example.test", "https://music.example.test", "music.example.test"),
        ("https://music.example.test:443/", "https://music.example.test", "music.example.test"),
        ("https://10.0.0.7:8443/a/b", "https://10.0.0.7:8443/a/b", "10.0.0.7:8443/a/b"),
        ("https://[2001:DB8::7]", "https://[2001:db8::7]", "[2001:db8::7]"),
        ("https://a.test/Case", "https://a.test/Case", "a.test/Case"),
    ],
)
def test_an_address_has_one_spelling(text: str, url: str, name: str) -> None:
    assert read_server_address(text) == ServerAddress(url, name)
    assert read_server_address(url) == ServerAddress(url, name)


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "music.example.test", "//music.example.test", "https://", "https:///a"),
        *("ftp://a.test", "file:///etc/passwd", "javascript://a.test", "https:a.test"),
        *("https://ada@a.test", "https://ada:secret@a.test", "http://127.0.0.1@a.test"),
        *("https://a.test?x=1", "https://a.test/#top", "https://a.test/?", "https://a.test#"),
        *("https://a.test/..", "https://a.test/a/../b", "https://a.test/./b", "https://a.test//b"),
        *("https://a.test/%2e%2e", "https://a.test/a b", "https://a.test\\b", "https://a.test/\n"),
        *("https://a.test:0", "https://a.test:65536", "https://a.test:", "https://a.test:x"),
        *("https://a.test:123456", "https://-a.test", "https://a-.test", "https://a..test"),
        *("https://.test", "https://a.test.", "https://a_b.test", "https://ä.test"),
        *("https://127.1", "https://2130706433", "https://0x7f.0.0.1", "https://0x7f000001"),
        *("https://0177.0.0.1", "https://256.0.0.1", "https://1.2.3.4.5", "https://a.123"),
        *("http://0.0.0.0", "https://0.0.0.0", "https://[::]", "https://224.0.0.251"),
        *("https://[ff02::1]", "https://[::ffff:127.0.0.1]", "https://[fe80::1%25eth0]"),
        *("https://[127.0.0.1]", "https://[::1", "https://::1", " https://a.test"),
        *("https://a.test ", "https://a.test\x00", "https://\u2100.test", "https://\uff11.0.0.1"),
        f"https://a.test/{'/'.join(['a' * 60] * 5)}",
    ],
)
def test_r30_what_is_no_plain_address_of_a_server_is_wrong_usage(text: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        read_server_address(text)

    assert (refused.value.code, refused.value.arguments) == ("usage.server_malformed", {})


@pytest.mark.parametrize(
    "text",
    [
        *("http://a.test", "http://192.168.1.5:8619", "http://10.0.0.1", "http://126.255.255.255"),
        *("http://128.0.0.1", "http://[::2]", "http://[fe80::1]", "http://localhost.a.test"),
        *("http://127.0.0.1.a.test", "http://a.localhost", "http://169.254.1.1"),
    ],
)
def test_r27_nothing_goes_over_an_open_line_but_within_this_computer(text: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        read_server_address(text)

    assert refused.value.code == "usage.server_open"


PIECES = st.sampled_from(
    [
        *("http://", "https://", "HTTP:", "//", "/", "\\", ":", "@", "?", "#", "%", ".", "..", "-"),
        *("127.0.0.1", "::1", "[", "]", "localhost", "a.test", "0x7f", "1", "8619", "ä", "\n", " "),
    ]
)


@given(st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=40))
def test_r30_whatever_is_read_says_where_it_leads(text: str) -> None:
    try:
        url, name, _ = read_server_address(text)
    except WrongUsage:
        return
    parts = urlsplit(url)

    assert (parts.username, parts.password, parts.query, parts.fragment) == (None, None, "", "")
    assert parts.geturl() == url == f"{parts.scheme}://{name}"
    assert parts.hostname
    assert len(url) <= ADDRESS_MOST
    if parts.scheme == "http":
        assert parts.hostname == "localhost" or ip_address(parts.hostname).is_loopback


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("192.168.1.20", "https://192.168.1.20:8619"),
        (" 192.168.1.20:9000 ", "https://192.168.1.20:9000"),
        ("https://192.168.1.20:8619/", "https://192.168.1.20:8619"),
        ("music.local", "https://music.local:8619"),
        ("[fd00::7]:8619", "https://[fd00::7]:8619"),
    ],
)
def test_the_address_of_a_household_may_be_typed_short(typed: str, url: str) -> None:
    assert read_household_address(typed).url == url


@pytest.mark.parametrize(
    "typed", ["", "http://127.0.0.1:8619", "https://a.test/b", "a b", "ada@a.test", "1.2.3.4:0"]
)
def test_r27_a_household_is_reached_over_tls_alone(typed: str) -> None:
    with pytest.raises(WrongUsage):
        read_household_address(typed)


def test_what_belongs_to_a_household_is_kept_under_its_certificate() -> None:
    here = ServerAddress("https://192.168.1.20:8619", "192.168.1.20:8619", "ab" * 32)
    moved = here._replace(url="https://192.168.1.21:8619", name="192.168.1.21:8619")

    assert here.key == moved.key == f"household:{'ab' * 32}"
    assert ServerAddress("http://127.0.0.1:1", "127.0.0.1:1").key == "http://127.0.0.1:1"
