"""How many streamers are known and from where; who makes room for whom when it gets crowded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.limits import STREAMERS_LISTED, STREAMERS_PER_SOURCE
from altrabits_desktop.contract.streamers import HeardBy, Origin, Presence, StreamerId
from altrabits_desktop.streamers.composing import would_be_listed

if TYPE_CHECKING:
    from altrabits_desktop.streamers.composing import Known
    from altrabits_desktop.streamers.sighting import Sighting


@dataclass(frozen=True, slots=True)
class Refusals:
    """Sightings that were not taken; counts only."""

    without_identity: int = 0
    list_is_full: int = 0
    source_is_full: int = 0

    @property
    def total(self) -> int:
        """Give all of them together."""
        return self.without_identity + self.list_is_full + self.source_is_full


class Places:
    """All known streamers, in the order first heard, and the share of each source address."""

    def __init__(self) -> None:
        self.known: dict[StreamerId, Known] = {}
        # In the order in which they came and went: the first of them makes room first.
        self.unlisted: dict[StreamerId, None] = {}
        self.gone: dict[StreamerId, None] = {}
        self._per_source: Counter[str] = Counter()

    @property
    def is_full(self) -> bool:
        """Whether one more needs another to go."""
        return len(self.known) >= STREAMERS_LISTED

    def is_crowded(self, address: str, origin: Origin) -> bool:
        """Whether an address has its share; the demo has none."""
        return origin is Origin.LAN and self._per_source[address] >= STREAMERS_PER_SOURCE

    def at(self, address: str) -> tuple[Known, ...]:
        """Give everybody at an address; nobody where only one is there, which costs nothing."""
        if self._per_source[address] <= 1:
            return ()
        return tuple(known for known in self.known.values() if known.address == address)

    def enter(self, known: Known) -> None:
        """Take a place, unseen until it is listed."""
        self.known[known.id] = known
        self.unlisted[known.id] = None
        self._per_source[known.address] += 1

    def move(self, known: Known, address: str) -> None:
        """Count it at another address from now on."""
        self._leave_source(known)
        known.former_address, known.address = known.address, address
        self._per_source[address] += 1

    def sort(self, known: Known) -> None:
        """Let it make room for others while it is gone."""
        if known.presence is Presence.GONE:
            self.gone.setdefault(known.id)
        else:
            self.gone.pop(known.id, None)

    def leave(self, streamer_id: StreamerId) -> Known:
        """Give a place back."""
        known = self.known.pop(streamer_id)
        self.gone.pop(streamer_id, None)
        self.unlisted.pop(streamer_id, None)
        self._leave_source(known)
        return known

    def who_goes(self, sighting: Sighting, *, address: str | None = None) -> StreamerId | None:
        """Give who makes room for a new one, at an address or anywhere; None when nobody does.

        Whom nobody sees may not keep out whom a person looks for; gone is who is seen to be. For
        an address that a person typed, the youngest of the most crowded source goes.
        """
        gone = tuple(self.gone) if would_be_listed(sighting) else ()
        for streamer_id in (*self.unlisted, *gone):
            if address in {None, self.known[streamer_id].address}:
                return streamer_id
        return self._youngest(address) if sighting.heard_by is HeardBy.MANUAL else None

    def _youngest(self, address: str | None) -> StreamerId | None:
        """Give the youngest that no person asked for, at an address or of the fullest source."""
        untyped = [k for k in reversed(self.known.values()) if HeardBy.MANUAL not in k.claims]
        if address is not None:
            return next((known.id for known in untyped if known.address == address), None)
        crowd: int = max((self._per_source[known.address] for known in untyped), default=0)
        return next((k.id for k in untyped if self._per_source[k.address] == crowd), None)

    def _leave_source(self, known: Known) -> None:
        self._per_source[known.address] -= 1
        if self._per_source[known.address] <= 0:
            del self._per_source[known.address]
