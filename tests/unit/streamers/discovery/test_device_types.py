from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.streamers.discovery.device_types import DeviceTypes

RENDERER = "urn:schemas-upnp-org:device:MediaRenderer"
RADIO = "urn:example-org:device:Radio"


def test_the_lowest_version_of_a_type_is_searched_for() -> None:
    types = DeviceTypes([f"{RENDERER}:3", f"{RENDERER}:2", f"{RADIO}:1", f"{RENDERER}:10"])

    assert types.searched == (f"{RADIO}:1", f"{RENDERER}:2")


@pytest.mark.parametrize(
    ("name", "is_wanted"),
    [
        (f"{RENDERER}:1", False),
        (f"{RENDERER}:2", True),
        (f"{RENDERER}:19", True),
        (f"{RENDERER}:", False),
        (f"{RENDERER}:2 ", False),
        (f"{RADIO}:2", False),
        ("urn:schemas-upnp-org:service:MediaRenderer:2", False),
        ("upnp:rootdevice", False),
        ("", False),
    ],
)
def test_later_versions_of_a_type_are_of_that_type(name: str, is_wanted: bool) -> None:
    assert DeviceTypes([f"{RENDERER}:2"]).has(name) is is_wanted


@given(st.lists(st.text(max_size=80)))
def test_words_that_are_no_types_are_left_out(words: list[str]) -> None:
    assert DeviceTypes([*words, f"{RADIO}:1", "_altrabits._tcp"]).searched == (f"{RADIO}:1",)
