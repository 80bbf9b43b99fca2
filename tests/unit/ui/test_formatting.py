from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.ui.formatting import (
    ago,
    answer_time,
    card_kind,
    card_label,
    card_words,
    clock_time,
    duration,
    exact_time,
    joined,
    left_to_right,
    listed,
    long_date,
    short_date,
    track_time,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 11, 20, 14, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def arabic() -> None:
    QLocale.setDefault(QLocale("ar_MA"))


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=0.9), "just now"),
        (timedelta(seconds=4), "4 s ago"),
        (timedelta(seconds=59.9), "59 s ago"),
        (timedelta(minutes=12), "12 min ago"),
        (timedelta(hours=5), "5 h ago"),
    ],
)
def test_a_fresh_time_is_told_by_how_long_ago_it_was(passed: timedelta, words: str) -> None:
    assert ago(NOW - passed, NOW) == words


def test_a_time_more_than_a_day_ago_is_told_by_its_date() -> None:
    at = NOW - timedelta(days=2)

    assert ago(at, NOW) == exact_time(at)


def test_the_time_of_day_has_hours_and_minutes() -> None:
    local = datetime(2026, 11, 20, 14, 2, tzinfo=NOW.astimezone().tzinfo)

    assert clock_time(local.astimezone(UTC)) == "14:02"


def test_the_exact_time_has_date_and_seconds() -> None:
    local = datetime(2026, 11, 20, 14, 2, 9, tzinfo=NOW.astimezone().tzinfo)

    assert exact_time(local) == "20/11/2026, 14:02:09"


@pytest.mark.parametrize(
    ("seconds", "words"), [(3.0, "3.0 s"), (9.94, "9.9 s"), (42.7, "42 s"), (300, "5 min")]
)
def test_a_length_of_time_has_one_digit_while_it_is_short(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_german_writes_a_comma() -> None:
    QLocale.setDefault(QLocale("de"))

    assert duration(3.04) == "3,0 s"


@pytest.mark.parametrize(
    ("took_ms", "words"),
    [
        (0.4, "< 1 ms"),
        (4.2, "4 ms"),
        (999.4, "999 ms"),
        (999.6, "1.0 s"),
        (3005.0, "3.0 s"),
        (12_340.0, "12 s"),
    ],
)
def test_an_answer_is_told_in_whole_milliseconds_and_from_a_second_on_in_seconds(
    took_ms: float, words: str
) -> None:
    assert answer_time(took_ms) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (134.9, "2:14"), (3734, "1:02:14"), (-3, "0:00")]
)
def test_a_place_in_a_track_has_minutes_and_seconds(seconds: float, words: str) -> None:
    assert track_time(seconds) == words


@given(st.floats(allow_nan=False))
def test_a_place_in_a_track_stays_short_whatever_a_streamer_says(seconds: float) -> None:
    assert len(track_time(seconds)) <= len("100:00:00")


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (CardKind.WIFI, "Wi-Fi"),
        (CardKind.ETHERNET, "Ethernet"),
        (CardKind.LOOPBACK, "This computer"),
        (CardKind.POINT_TO_POINT, "Network"),
        (CardKind.OTHER, "Network"),
    ],
)
def test_a_kind_of_card_has_a_word(kind: CardKind, word: str) -> None:
    assert card_kind(kind) == word


def test_inside_a_sentence_this_computer_begins_small_and_names_stay() -> None:
    here = NetworkCard("lo", "127.0.0.1", 8, "127.255.255.255", CardKind.LOOPBACK)

    assert card_label(here, is_inside=True) == "this computer 127.0.0.1"
    assert card_kind(CardKind.WIFI, is_inside=True) == "Wi-Fi"


def test_a_card_is_known_by_kind_and_address() -> None:
    card = NetworkCard("wlan0", "192.168.50.23", 24, "192.168.50.255", CardKind.WIFI)

    assert card_label(card) == "Wi-Fi 192.168.50.23"


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_parts_are_joined_as_a_sentence_lists_them(parts: list[str], words: str) -> None:
    assert listed(parts) == words


def test_an_address_is_left_as_it_is_where_people_read_from_the_left() -> None:
    assert left_to_right("192.168.1.1") == "192.168.1.1"


@pytest.mark.usefixtures("arabic")
def test_an_address_keeps_its_order_where_people_read_from_the_right() -> None:
    assert left_to_right("192.168.1.1") == "\u2066192.168.1.1\u2069"
    assert not left_to_right("")


def test_parts_are_joined_by_dots_and_empty_ones_left_out() -> None:
    assert joined(["Cobalt S1", "", "Living room"]) == "Cobalt S1 · Living room"
    assert joined([""]) == ""


@pytest.mark.usefixtures("arabic")
def test_joined_parts_keep_their_order_where_people_read_from_the_right() -> None:
    line = joined(["Cobalt S1", "غرفة"])

    # The whole begins at the right, and each part is read by its own letters.
    assert line == "\u200f\u2068Cobalt S1\u2069 · \u2068غرفة\u2069"
    assert joined([]) == ""


def test_a_card_is_told_by_its_name_only_beside_one_of_its_kind() -> None:
    two_kinds = [("eth0", CardKind.ETHERNET), ("wlan0", CardKind.WIFI)]
    one_kind = [*two_kinds, ("eth1", CardKind.ETHERNET)]

    assert (
        card_words("Ethernet", name="eth0", kind=CardKind.ETHERNET, among=two_kinds) == "Ethernet"
    )
    assert card_words("Ethernet", name="eth0", kind=CardKind.ETHERNET, among=one_kind) == (
        "Ethernet (eth0)"
    )


@pytest.mark.parametrize(
    ("locale", "long", "short"),
    [
        ("en_GB", "1 November 2026", "1 Nov 2026"),
        ("en_US", "November 1, 2026", "Nov 1, 2026"),
        ("de_DE", "1. November 2026", "1. Nov. 2026"),
    ],
)
def test_a_day_is_written_as_the_locale_does(locale: str, long: str, short: str) -> None:
    QLocale.setDefault(QLocale(locale))

    at = datetime(2026, 11, 1, tzinfo=UTC)

    assert (long_date(at), short_date(at)) == (long, short)


def test_what_begins_with_a_day_in_utc_is_called_by_it_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        begin = long_date(datetime(2026, 11, 1, tzinfo=UTC))
        evening = long_date(datetime(2026, 11, 1, 0, 1, tzinfo=UTC))
    finally:
        monkeypatch.undo()
        time.tzset()

    assert (begin, evening) == ("1 November 2026", "31 October 2026")


@pytest.mark.parametrize("far", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_r30_an_instant_at_the_end_of_time_is_shown(far: str) -> None:
    at = datetime.fromisoformat(far)

    shown = [show(at) for show in (clock_time, exact_time, long_date, short_date)]

    assert all(shown)
    assert far[:4].lstrip("0") in long_date(at)
    assert ago(at, NOW)
