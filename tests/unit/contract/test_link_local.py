from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.link_local import scope_of, url_host


@pytest.mark.parametrize(
    ("address", "index"),
    [
        ("fe80::1%2", 2),
        ("fe80::4c:41ff:fe42:10a%123456789", 123_456_789),
        ("fe80::1", None),
        ("fe80::1%", None),
        ("fe80::1%0", None),
        ("fe80::1%02", None),
        ("fe80::1%eth0", None),
        ("fe80::1%1234567890", None),
        ("fe80::1%-1", None),
        ("fe80::1%\u0663", None),
        ("FE80::1%2", None),
        ("fe80:0:0:0:0:0:0:1%2", None),
        ("fe80::1%2%3", None),
        ("fe80:zz%2", None),
        ("fec0::1%2", None),
        ("::1%2", None),
        ("2001:db8::1%2", None),
        ("::ffff:127.0.0.1%2", None),
        ("192.168.1.1%2", None),
        ("", None),
    ],
)
def test_only_one_spelling_of_a_link_local_address_counts(address: str, index: int | None) -> None:
    assert scope_of(address) == index


@given(st.text(max_size=70))
def test_whatever_is_written_nothing_is_raised(text: str) -> None:
    assert scope_of(text) is None or text.startswith("fe80:")


def test_an_address_stands_in_brackets_where_it_needs_them() -> None:
    assert url_host("192.168.1.9") == "192.168.1.9"
    assert url_host("fe80::1%2") == "[fe80::1%2]"
