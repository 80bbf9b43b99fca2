"""The list as it is read from top to bottom: rooms and their streamers. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from altrabits_desktop.actions.directory import RoomGroup
    from altrabits_desktop.contract.streamers import Streamer

EntryKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RoomEntry:
    """The line of a room."""

    room: str | None
    count: int
    is_folded: bool

    @property
    def key(self) -> EntryKey:
        """What stays the same while count and folding change."""
        return ("room", self.room) if self.room is not None else ("no room", "")


@dataclass(frozen=True, slots=True)
class StreamerEntry:
    """The line of a streamer."""

    streamer: Streamer

    @property
    def key(self) -> EntryKey:
        """What stays the same while the streamer changes."""
        return ("streamer", self.streamer.id)


Entry = RoomEntry | StreamerEntry


def has_headings(groups: Sequence[RoomGroup]) -> bool:
    """Tell whether rooms are named: not where there is nothing but "no room"."""
    return any(group.room is not None for group in groups)


def make_entries(
    groups: Sequence[RoomGroup], *, folded: Iterable[str | None] = ()
) -> tuple[Entry, ...]:
    """Give the lines of the list.

    Args:
        groups: in reading order.
        folded: rooms whose streamers are not shown.
    """
    are_named = has_headings(groups)
    closed = frozenset(folded) if are_named else frozenset()
    entries: list[Entry] = []
    for group in groups:
        is_folded = group.room in closed
        if are_named:
            entries.append(RoomEntry(group.room, len(group.streamers), is_folded))
        if not is_folded:
            entries += (StreamerEntry(streamer) for streamer in group.streamers)
    return tuple(entries)
