from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import EVENT_BYTES
from altrabits_desktop.streamers.drivers.upnp.last_change import EVERYTHING, Part, changed_parts
from tests.fakes.renderer import last_change
from tests.harness.driver_suite import GARBAGE


def notice(inner: bytes) -> bytes:
    change = b"<LastChange>" + inner + b"</LastChange>"
    return b"<propertyset><property>" + change + b"</property></propertyset>"


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        (last_change(TransportState="PLAYING"), {Part.TRANSPORT}),
        (last_change(CurrentTrackMetaData="<DIDL-Lite/>"), {Part.TRANSPORT}),
        (last_change(Volume="37"), {Part.LEVEL}),
        (last_change(Mute="1", TransportState="STOPPED"), set(EVERYTHING)),
        (last_change(RelativeTimePosition="0:00:07"), set()),
        (last_change(instance="1", Volume="3"), set()),
        (b"<e:propertyset xmlns:e='urn:schemas-upnp-org:event-1-0'/>", set()),
    ],
)
def test_names_of_what_changed_are_read(change: bytes, parts: set[Part]) -> None:
    assert changed_parts(change) == parts


def test_a_change_whose_inside_cannot_be_read_may_be_anything() -> None:
    broken = last_change(Volume="3").replace(escape("<Volume").encode(), escape("<Vol<").encode())

    assert changed_parts(broken) == EVERYTHING


@pytest.mark.parametrize("kind", sorted(GARBAGE))
def test_r7_rubbish_is_malformed(kind: str) -> None:
    with pytest.raises(MalformedAnswer):
        changed_parts(GARBAGE[kind])


@pytest.mark.parametrize(
    "content",
    [
        b"<propertyset>" + b"x" * EVENT_BYTES + b"</propertyset>",
        b"<propertyset>" + b"<a/>" * 5000 + b"</propertyset>",
        b"<!DOCTYPE propertyset [<!ENTITY a 'b'>]><propertyset>&a;</propertyset>",
        b"<propertyset><a" + b" b='c'" * 2 + b"/></propertyset>",
    ],
)
def test_r7_a_notice_beyond_the_limits_is_malformed(content: bytes) -> None:
    with pytest.raises(MalformedAnswer):
        changed_parts(content)


def test_r7_an_inner_bomb_is_read_no_further_than_the_limits() -> None:
    bomb = escape("<Event>" + "<a>" * 500 + "</a>" * 500 + "</Event>").encode()

    notice = (
        b"<propertyset><property><LastChange>" + bomb + b"</LastChange></property></propertyset>"
    )

    assert changed_parts(notice) == EVERYTHING


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_r7_nothing_but_malformed_is_ever_raised(content: bytes) -> None:
    notice = (
        b"<propertyset><property><LastChange>" + content + b"</LastChange></property></propertyset>"
    )
    for each in (content, notice):
        try:
            parts = changed_parts(each)
        except MalformedAnswer:
            continue
        assert parts <= EVERYTHING
