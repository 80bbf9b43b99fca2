"""The streamers as people want to see them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.actions.directory import arrange, instant, record_of, summarise
from altrabits_desktop.contract.streamers import (
    Depth,
    HeardBy,
    NowPlaying,
    Presence,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.runtime.settings import StreamerOrder

NOW = datetime(2026, 11, 23, 14, 2, 3, 456789, tzinfo=UTC)


def make(
    name: str, *, room: str | None = None, presence: Presence = Presence.ANSWERING
) -> Streamer:
    return Streamer(
        id=StreamerId(f"id-{name}"),
        name=name,
        product="Cobalt S1",
        address="192.168.1.40",
        mac="00:04:a3:11:22:33",
        room=room,
        first_heard_at=NOW,
        last_heard_at=NOW,
        presence=presence,
    )


def names(groups: tuple[object, ...]) -> list[tuple[str | None, list[str]]]:
    return [(g.room, [s.name for s in g.streamers]) for g in groups]  # type: ignore[attr-defined] # groups are RoomGroup


def test_rooms_come_by_name_and_those_without_a_room_last() -> None:
    house = [
        make("b", room="Room 10"),
        make("a"),
        make("c", room="Room 2"),
        make("B", room="Room 2"),
    ]

    assert names(arrange(house)) == [("Room 2", ["B", "c"]), ("Room 10", ["b"]), (None, ["a"])]


def test_order_by_name_gives_one_group_with_numbers_in_their_order() -> None:
    house = [make("Room 10"), make("Room 9"), make("room 1")]

    assert names(arrange(house, order=StreamerOrder.NAME)) == [
        (None, ["room 1", "Room 9", "Room 10"])
    ]


def test_order_by_state_has_those_that_answer_first() -> None:
    house = [
        make("a", presence=Presence.GONE),
        make("b", presence=Presence.CHECKING),
        make("c"),
        make("d", presence=Presence.ASLEEP),
    ]

    assert names(arrange(house, order=StreamerOrder.STATE)) == [(None, ["c", "d", "b", "a"])]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("kuche", ["Küche"]),
        ("KÜCHE", ["Küche"]),
        ("cobalt", ["Bad", "Küche"]),
        ("lumen", ["Bad"]),
        ("harbour cobalt", ["Bad"]),
        ("00:04:a3", ["Bad", "Küche"]),
        ("  ", ["Bad", "Küche"]),
        ("nowhere", []),
    ],
)
def test_search_looks_at_names_products_addresses_and_what_plays(
    search: str, found: list[str]
) -> None:
    playing = StreamerState(now_playing=NowPlaying(title="Harbour Lights", artist="Lumen Quartet"))
    house = [make("Küche"), replace(make("Bad"), state=playing)]

    groups = arrange(house, search=search)

    assert [s.name for group in groups for s in group.streamers] == found


def test_an_empty_house_has_no_groups() -> None:
    assert arrange([], order=StreamerOrder.NAME) == ()
    assert arrange([]) == ()


@given(
    st.lists(st.tuples(st.text(max_size=6), st.sampled_from([None, "a", "B", "ä1"])), max_size=12)
)
def test_arranging_keeps_every_streamer_once_in_any_order(
    parts: list[tuple[str, str | None]],
) -> None:
    house = [
        replace(make(name, room=room), id=StreamerId(str(number)))
        for number, (name, room) in enumerate(parts)
    ]

    for order in StreamerOrder:
        groups = arrange(house, order=order)
        ids = [s.id for group in groups for s in group.streamers]

        assert sorted(ids) == sorted(s.id for s in house)
        assert groups == arrange(reversed(house), order=order)


def test_the_summary_counts_each_streamer_once_as_what_it_is() -> None:
    gone = replace(make("d", presence=Presence.GONE), silent_since=NOW - timedelta(minutes=12))
    house = [
        replace(make("a", room="Den"), card_name="eth0"),
        make("b", room="Den", presence=Presence.CHECKING),
        make("c", presence=Presence.ASLEEP),
        gone,
    ]

    summary = summarise(house)

    assert (summary.total, summary.here) == (4, 3)
    assert (summary.answering, summary.checking) == (1, 1)
    assert (summary.asleep, summary.gone, summary.rooms) == (1, 1, 1)
    assert summary.card_names == ("eth0",)
    assert summary.last_heard_at == NOW
    assert summary.gone_since == gone.silent_since


def test_the_summary_of_nothing_is_zero() -> None:
    summary = summarise([])

    assert summary.total == 0
    assert summary.last_heard_at is None
    assert summary.gone_since is None


def test_the_public_record_names_every_value_and_leaves_none_out() -> None:
    streamer = replace(
        make("Fireside"),
        depth=Depth.MANAGED,
        heard_by=frozenset({HeardBy.SSDP, HeardBy.ANNOUNCE, HeardBy.MDNS}),
    )

    record = record_of(streamer)

    assert record == {
        "id": "id-Fireside",
        "name": "Fireside",
        "announced_name": None,
        "product": "Cobalt S1",
        "maker": None,
        "depth": "managed",
        "address": "192.168.1.40",
        "mac": "00:04:a3:11:22:33",
        "host_name": None,
        "page_url": None,
        "heard_by": ["announce", "mdns", "ssdp"],
        "room": None,
        "owned": False,
        "owned_id": None,
        "first_heard_at": "2026-11-23T14:02:03.456Z",
        "last_heard_at": "2026-11-23T14:02:03.456Z",
        "state": "answering",
        "state_since": None,
        "state_reason": "answered",
        "former_address": None,
    }


def test_an_instant_is_written_in_utc_with_milliseconds() -> None:
    assert instant(NOW) == "2026-11-23T14:02:03.456Z"
