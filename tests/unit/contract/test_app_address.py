"""Addresses that lead into the window: the few that there are, and nothing else."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.app_address import (
    PLACES,
    AppAddress,
    is_app_address,
    read_app_address,
)
from altrabits_desktop.contract.limits import APP_ADDRESS_CHARACTERS


@pytest.mark.parametrize(
    ("text", "place", "streamer_id"),
    [
        ("altrabits://settings", "settings", ""),
        ("altrabits://settings/", "settings", ""),
        ("ALTRABITS://Settings", "settings", ""),
        ("altrabits://streamer/fireside", "streamer", "fireside"),
        ("altrabits://streamer/d8:80:39:12:34:28", "streamer", "d8:80:39:12:34:28"),
        ("altrabits://streamer/uuid%3A12/", "streamer", "uuid:12"),
        ("altrabits://streamer/B%C3%BCro", "streamer", "Büro"),
    ],
)
def test_a_place_is_read(text: str, place: str, streamer_id: str) -> None:
    assert read_app_address(text) == AppAddress(place, streamer_id)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "altrabits:",
        "altrabits:settings",
        "altrabits:///settings",
        "altrabits://",
        "altrabits://nowhere",
        "altrabits://settings/theme",
        "altrabits://streamer",
        "altrabits://streamer/",
        "altrabits://streamer//",
        "altrabits://streamer/a/b",
        "altrabits://streamer/%00",
        "altrabits://streamer/a%0Ab",
        "altrabits://streamer/%ff",
        "altrabits://streamer/%E2%80%AEevil",
        "altrabits://streamer/a b",
        "altrabits://streamer/" + "a" * 300,
        "altrabits://" + "a" * APP_ADDRESS_CHARACTERS,
        "altrabits://settings?volume=100",
        "altrabits://settings#x",
        "altrabits://user@settings",
        "altrabits://settings:80",
        "altrabits://settings\n",
        "altrabits://\u0455ettings",
        " altrabits://settings",
        "altrabits://settings --profile /tmp",
        "http://settings",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "altrabits://streamer/<script>",
        "altrabits://streamer/\ud800",
    ],
)
def test_everything_else_leads_nowhere(text: str) -> None:
    assert read_app_address(text) is None


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    read = read_app_address(f"altrabits://{text}")

    assert read is None or read.place in PLACES


@given(st.text(min_size=1, max_size=60))
def test_an_id_comes_out_as_it_is_or_not_at_all(text: str) -> None:
    read = read_app_address(f"altrabits://streamer/{quote(text.encode(errors='replace'), safe='')}")

    assert read is None or read.streamer_id == text


@pytest.mark.parametrize(
    ("word", "is_meant"),
    [("altrabits://x", True), ("AltraBits:", True), ("altrabits", False), ("--altrabits:", False)],
)
def test_what_is_meant_as_an_address_is_known_by_its_scheme(word: str, is_meant: bool) -> None:
    assert is_app_address(word) is is_meant
