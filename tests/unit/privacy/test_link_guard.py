"""Which pages may be opened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.privacy.link_guard import code_of, outside_addresses, page_address

HOME = "192.168.1.40"


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        (f"http://{HOME}", f"http://{HOME}/"),
        (f"http://{HOME}/", f"http://{HOME}/"),
        (f"http://{HOME}:80/", f"http://{HOME}/"),
        (f"http://{HOME}:8080/setup?tab=1", f"http://{HOME}:8080/setup?tab=1"),
        (f"HTTPS://{HOME}:443/", f"https://{HOME}/"),
        (f"http://{HOME}/#part", f"http://{HOME}/"),
    ],
)
def test_its_own_literal_address_may_be_opened(url: str, opened: str) -> None:
    assert page_address(url, address=HOME) == opened


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://192.168.1.40/",
        "smb://192.168.1.40/share",
        "http://192.168.1.41/",
        "http://streamer.local/",
        "http://evil.example/",
        "http://user@192.168.1.40/",
        "http://user:word@192.168.1.40/",
        "http://192.168.1.40@evil.example/",
        "http://evil.example#192.168.1.40/",
        "http://[::1]/",
        "http://192.168.1.40:99999/",
        "http://192.168.1.40:0/",
        "http://192.168.1.40:x/",
        "http://0xc0a80128/",
        "http://3232235816/",
        "http://192.168.1.040/",
        "http://192.168.1.40/\r\nX: y",
        "http://192.168.1.40/ space",
        'http://192.168.1.40/"quote',
        "http://192.168.1.40\\@evil.example/",
        "http://192.168.1.40/\u202e",
        "http:192.168.1.40/",
        "//192.168.1.40/",
        "http://192.168.1.40/" + "a" * 2100,
        "http://0.0.0.0/",
        "http://224.0.0.1/",
    ],
)
def test_nothing_else_is_opened(url: str | None) -> None:
    assert page_address(url, address=HOME) is None


@pytest.mark.parametrize("address", ["0.0.0.0", "224.0.0.1"])
def test_an_address_that_is_no_host_is_never_opened(address: str) -> None:
    assert page_address(f"http://{address}/", address=address) is None


@given(st.text(max_size=80))
def test_any_text_gives_a_page_of_that_address_or_nothing(text: str) -> None:
    for url in (text, f"http://{HOME}{text}", f"http://{text}"):
        opened = page_address(url, address=HOME)

        assert opened is None or opened.startswith((f"http://{HOME}", f"https://{HOME}"))
        assert opened is None or opened.split("/")[2].split(":")[0] == HOME


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("", ()),
        ("The person who set up this computer", ()),
        ("Write to help@altrabits.example.", ("help@altrabits.example",)),
        (
            "See https://altrabits.example/help, or http://a.example/x?y=1!",
            ("https://altrabits.example/help", "http://a.example/x?y=1"),
        ),
        ("a@b.example a@b.example", ("a@b.example",)),
        ("javascript:alert(1) file:///etc/passwd ftp://x.example", ()),
        ('https://x.example/"><b>', ("https://x.example/",)),
    ],
)
def test_c38_a_text_is_searched_for_addresses_to_scan(
    text: str, addresses: tuple[str, ...]
) -> None:
    assert tuple(found for found in outside_addresses(text)) == addresses


def test_c38_a_code_tells_a_telephone_what_to_do() -> None:
    assert code_of("a@b.example") == "mailto:a@b.example"
    assert code_of("https://x.example/") == "https://x.example/"


@given(text=st.text(max_size=300))
def test_c38_no_address_holds_what_a_reader_could_not_see(text: str) -> None:
    for address in outside_addresses(f"{text} https://x.example/{text}"):
        assert address.isascii()
        assert address.isprintable()
        assert " " not in address


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("http://[fe80::1%2]/", "http://[fe80::1%2]/"),
        ("http://[fe80::1%2]:80/a?b", "http://[fe80::1%2]/a?b"),
        ("https://[fe80::1%2]:8443/", "https://[fe80::1%2]:8443/"),
        ("http://[fe80::1%3]/", None),
        ("http://[fe80::2%2]/", None),
        ("http://[fe80::1]/", None),
        ("http://192.168.1.9/", None),
    ],
)
def test_r10_a_streamer_on_one_link_leads_to_its_own_literal_alone(
    url: str, opened: str | None
) -> None:
    assert page_address(url, address="fe80::1%2") == opened
