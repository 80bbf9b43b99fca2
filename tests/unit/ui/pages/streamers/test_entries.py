from __future__ import annotations

from altrabits_desktop.actions.directory import RoomGroup
from altrabits_desktop.ui.pages.streamers.entries import (
    RoomEntry,
    StreamerEntry,
    has_headings,
    make_entries,
)
from tests.fakes.house_on_show import streamer

LOBBY = RoomGroup("Lobby", (streamer(1), streamer(2)))
NOWHERE = RoomGroup(None, (streamer(3),))


def test_each_room_has_its_line_above_its_streamers() -> None:
    entries = make_entries((LOBBY, NOWHERE))

    assert entries == (
        RoomEntry("Lobby", 2, is_folded=False),
        StreamerEntry(streamer(1)),
        StreamerEntry(streamer(2)),
        RoomEntry(None, 1, is_folded=False),
        StreamerEntry(streamer(3)),
    )


def test_a_folded_room_keeps_its_line_and_count() -> None:
    entries = make_entries((LOBBY, NOWHERE), folded=("Lobby",))

    assert entries[0] == RoomEntry("Lobby", 2, is_folded=True)
    assert len(entries) == 3


def test_streamers_without_any_room_stand_without_a_line() -> None:
    entries = make_entries((NOWHERE,), folded=(None,))

    assert entries == (StreamerEntry(streamer(3)),)
    assert not has_headings((NOWHERE,))


def test_a_room_named_like_nothing_is_not_no_room() -> None:
    named, unnamed = RoomEntry("", 1, is_folded=False), RoomEntry(None, 1, is_folded=False)

    assert named.key != unnamed.key
