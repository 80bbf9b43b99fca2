from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import MARKUP_ATTRIBUTES, MARKUP_DEPTH
from altrabits_desktop.streamers.drivers.upnp.markup import Element, elements_of


def root_of(content: bytes, *, most_elements: int = 20) -> Element:
    return elements_of(content, most_bytes=1000, most_elements=most_elements)[0]


def attributes(count: int) -> bytes:
    return b"".join(b' a%d="1"' % number for number in range(count))


def test_elements_come_in_the_order_of_the_document() -> None:
    content = b'<r xmlns="urn:x"><a n="1">one<b/>two</a><a> t&#x77;o </a></r>'

    elements = elements_of(content, most_bytes=1000, most_elements=4)

    assert [element.name for element in elements] == ["r", "a", "b", "a"]
    assert {element.namespace for element in elements} == {"urn:x"}
    assert (elements[1].attributes, elements[1].text) == ({"n": "1"}, "one")
    assert [child.name for child in elements[0].children] == ["a", "a"]
    assert (elements[0].text_of("a"), elements[3].text) == ("one", " two ")
    assert elements[0].text_of("missing") == ""


def test_markup_in_the_countrys_latin_is_read() -> None:
    assert root_of("<a>Grüße</a>".encode("latin-1")).text == "Grüße"


def test_markup_may_be_padded_with_zeros() -> None:
    assert root_of(b"\xef\xbb\xbf<a/>\r\n\0\0").name == "a"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<a>",
        b"<a></b>",
        b"<x:a/>",
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"<a>\x00</a>",
        b"<a>" + b"x" * 1000 + b"</a>",
    ],
    ids=range(8),
)
def test_r7_markup_that_is_broken_or_too_long_is_refused(content: bytes) -> None:
    with pytest.raises(MalformedAnswer):
        root_of(content)


@pytest.mark.parametrize(
    ("at_the_limit", "above_it"),
    [
        (
            b"<a>" * MARKUP_DEPTH + b"</a>" * MARKUP_DEPTH,
            b"<a>" * (MARKUP_DEPTH + 1) + b"</a>" * (MARKUP_DEPTH + 1),
        ),
        (b"<a>" + b"<b/>" * 39 + b"</a>", b"<a>" + b"<b/>" * 40 + b"</a>"),
        (
            b"<a" + attributes(MARKUP_ATTRIBUTES) + b"/>",
            b"<a" + attributes(MARKUP_ATTRIBUTES + 1) + b"/>",
        ),
        (b"<a>" + b"x" * 993 + b"</a>", b"<a>" + b"x" * 994 + b"</a>"),
    ],
    ids=["depth", "elements", "attributes", "bytes"],
)
def test_r7_markup_is_read_up_to_the_limits(at_the_limit: bytes, above_it: bytes) -> None:
    assert root_of(at_the_limit, most_elements=40).name == "a"
    with pytest.raises(MalformedAnswer):
        root_of(above_it, most_elements=40)


@given(st.binary(max_size=400))
def test_r7_any_bytes_are_markup_or_refused(content: bytes) -> None:
    try:
        elements = elements_of(content, most_bytes=300, most_elements=20)
    except MalformedAnswer:
        return
    assert 1 <= len(elements) <= 20
