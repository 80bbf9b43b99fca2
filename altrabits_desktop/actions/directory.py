"""The streamers as people want to see them: searched, ordered, by room, counted. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.actions.streamer_ids import shown_id
from altrabits_desktop.contract.streamers import (
    HeardBy,
    Presence,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.runtime.settings import StreamerOrder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from altrabits_desktop.contract.streamers import NowPlaying

_PRESENCE_ORDER = (Presence.ANSWERING, Presence.ASLEEP, Presence.CHECKING, Presence.GONE)
_HEARD_ORDER = tuple(HeardBy)


class Directory(Protocol):
    """Where the streamers are read; a snapshot at each call."""

    def streamers(self) -> tuple[Streamer, ...]:
        """Give all streamers, in the order first heard."""

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        """Give one streamer."""


@dataclass(frozen=True, slots=True)
class RoomGroup:
    """The streamers of one room; `room` None gathers those without one, always last."""

    room: str | None
    streamers: tuple[Streamer, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What is true of the house now."""

    total: int
    here: int
    """All that are not gone; of each of them it is said below how it is doing."""
    answering: int
    asleep: int
    gone: int
    rooms: int
    card_names: tuple[str, ...]
    last_heard_at: datetime | None
    gone_since: datetime | None
    """The earliest silence of those that are gone."""
    checking: int = 0
    """Doubted just now; here until it is known that they are gone."""
    awaited: int = 0
    """The person's, looked for and not heard yet; neither here nor gone."""


def arrange(
    streamers: Iterable[Streamer], *, search: str = "", order: StreamerOrder = StreamerOrder.ROOM
) -> tuple[RoomGroup, ...]:
    """Give the streamers that fit a search, grouped by room or as one group, in reading order.

    Order by room sorts rooms by name, those without a room last, and names inside; the other
    orders give one group without a room.
    """
    words = _folded(search).split()
    found = [streamer for streamer in streamers if _fits(streamer, words)]
    if order is StreamerOrder.STATE:
        found.sort(key=lambda s: (_PRESENCE_ORDER.index(s.presence), *name_order(s.name, s.key)))
    else:
        found.sort(key=lambda s: name_order(s.name, s.key))
    if order is not StreamerOrder.ROOM:
        return (RoomGroup(None, tuple(found)),) if found else ()
    rooms: dict[str | None, list[Streamer]] = {}
    for streamer in found:
        rooms.setdefault(streamer.room, []).append(streamer)
    return tuple(RoomGroup(room, tuple(rooms[room])) for room in sorted(rooms, key=room_order))


def name_order(name: str, key: str) -> tuple[object, ...]:
    """Give by what names are ordered; equal ones by something that lasts. Pure."""
    return _natural(name), key


def room_order(room: str | None) -> tuple[object, ...]:
    """Give by what rooms are ordered; no room comes last. Pure."""
    return not room, _natural(room or "")


def summarise(streamers: Sequence[Streamer]) -> Summary:
    """Count what is here, asleep and gone; one walk, as the page asks each second."""
    counts = dict.fromkeys(Presence, 0)
    here = awaited = 0
    rooms: set[str | None] = set()
    cards: set[str | None] = set()
    heard_at: list[datetime] = []
    silent_since: list[datetime] = []
    for streamer in streamers:
        presence = streamer.presence
        counts[presence] += 1
        if presence is not Presence.GONE:
            here += streamer.is_heard
            awaited += presence is Presence.CHECKING and not streamer.is_heard
        elif streamer.silent_since is not None:
            silent_since.append(streamer.silent_since)
        rooms.add(streamer.room or None)
        cards.add(streamer.card_name or None)
        if streamer.was_heard:
            heard_at.append(streamer.last_heard_at)
    return Summary(
        total=len(streamers),
        here=here,
        answering=counts[Presence.ANSWERING],
        asleep=counts[Presence.ASLEEP],
        gone=counts[Presence.GONE],
        rooms=len(rooms - {None}),
        card_names=tuple(sorted(card for card in cards if card)),
        last_heard_at=max(heard_at, default=None),
        gone_since=min(silent_since, default=None),
        checking=counts[Presence.CHECKING] - awaited,
        awaited=awaited,
    )


def record_of(streamer: Streamer) -> dict[str, object]:
    """Give the public record of a streamer, as `altrabits discover --json` prints it."""
    return {
        "id": streamer.id,
        "name": streamer.name,
        "announced_name": streamer.announced_name,
        "product": streamer.product,
        "maker": streamer.maker,
        "depth": streamer.depth.value,
        "address": streamer.address,
        "mac": streamer.mac,
        "host_name": streamer.host_name,
        "page_url": streamer.page_url,
        "heard_by": [way.value for way in _HEARD_ORDER if way in streamer.heard_by],
        "room": streamer.room,
        "owned": streamer.is_owned,
        "owned_id": streamer.owned_id,
        "first_heard_at": instant(streamer.first_heard_at),
        "last_heard_at": instant(streamer.last_heard_at),
        "state": streamer.presence.value,
        **state_of(streamer),
        "former_address": streamer.former_address,
    }


def state_of(streamer: Streamer) -> dict[str, object]:
    """Give since when and why a streamer is as it is."""
    return {
        "state_since": streamer.since and instant(streamer.since),
        "state_reason": streamer.reason.value,
    }


def sound_of(streamer: Streamer) -> dict[str, object]:
    """Give the public record of how a streamer plays, in the words of the control API.

    Its id is the one that people are told, of the account where it is theirs. Of one that is gone
    it is not known how it plays, whatever it said last.
    """
    is_gone = streamer.presence is Presence.GONE
    state = (None if is_gone else streamer.state) or StreamerState()
    playing = state.now_playing
    return {
        "id": shown_id(streamer),
        "name": streamer.name,
        "state": streamer.presence.value,
        "playback": state.playback.value,
        "now_playing": None if playing is None else _playing_record(playing),
        "volume": state.volume,
        "volume_maximum": state.volume_maximum,
        "is_muted": state.is_muted,
        "input": state.input_name,
        "inputs": list(streamer.inputs),
        "is_asleep": state.is_asleep,
    }


def _playing_record(playing: NowPlaying) -> dict[str, object]:
    return {
        "title": playing.title or None,
        "artist": playing.artist or None,
        "album": playing.album or None,
        "station": playing.station or None,
        "format": playing.audio_format or None,
        "position_s": playing.position_s,
        "duration_s": playing.duration_s,
    }


def instant(at: datetime) -> str:
    """Give an instant as UTC ISO 8601 with milliseconds and `Z`."""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _fits(streamer: Streamer, words: list[str]) -> bool:
    if not words:
        return True
    texts = (streamer.name, streamer.product, streamer.maker, streamer.room, streamer.address)
    playing = streamer.state.now_playing if streamer.state else None
    heard = (playing.title, playing.artist, playing.station) if playing else ()
    whole = _folded(" ".join(text for text in (*texts, streamer.mac, *heard) if text))
    return all(word in whole for word in words)


def _folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    parts = re.split(r"([0-9]{1,9})", _folded(text))
    return tuple(
        (False, int(part), "") if part.isascii() and part.isdigit() else (True, 0, part)
        for part in parts
        if part
    )
