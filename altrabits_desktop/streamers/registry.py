"""The registry: every streamer that is known now, in memory only, merged and bounded.

Owned by the main thread. Nothing of it is ever written to disk.
"""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from altrabits_desktop.contract.limits import STREAMERS_LISTED, STREAMERS_PER_SOURCE
from altrabits_desktop.contract.streamers import (
    Answer,
    Origin,
    Presence,
    Streamer,
    StreamerId,
)
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.streamers.claims import joined_claims
from altrabits_desktop.streamers.composing import Known, compose, is_listed, would_be_listed
from altrabits_desktop.streamers.identity import (
    Candidate,
    Identity,
    Match,
    canonical_mac,
    identity_of,
    make_id,
    match,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import Reading, Recognise, Recognition
    from altrabits_desktop.streamers.sighting import Sighting

logger = logging.getLogger(__name__)

_ANSWERS_KEPT = 60
GONE_IS_FORGOTTEN_AFTER = timedelta(minutes=30)
MOVES_AFTER_S = 4.0
"""A streamer that answered this recently is where it is, whatever another address says."""


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


class Registry:
    """Merges sightings into streamers and keeps what drivers tell of them.

    Args:
        clock: for the instants of signs of life.
        publish: told of every change; cheap and never raising (`ChangeFeed.publish`).
        recognise: the catalogue of drivers.
    """

    def __init__(
        self, *, clock: Clock, publish: Callable[[Changes], None], recognise: Recognise
    ) -> None:
        self._clock = clock
        self._publish = publish
        self._recognise = recognise
        self._known: dict[StreamerId, Known] = {}
        self._by_key: dict[tuple[Origin, str], set[StreamerId]] = {}
        self._shown: dict[StreamerId, Streamer] = {}
        self._per_source: Counter[str] = Counter()
        # In the order in which they came and went: the first of them makes room first.
        self._unlisted: dict[StreamerId, None] = {}
        self._gone: dict[StreamerId, None] = {}
        self.refusals = Refusals()

    def streamers(self) -> tuple[Streamer, ...]:
        """Give all listed streamers, in the order first heard."""
        return tuple(self._shown.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        """Give one listed streamer."""
        return self._shown.get(streamer_id)

    def recognition(self, streamer_id: StreamerId) -> Recognition | None:
        """Give the deepest driver that works for a streamer, at the address it has now."""
        known = self._known.get(streamer_id)
        return known.recognition if known else None

    def hear(self, sighting: Sighting) -> StreamerId | None:
        """Take a sighting; never raises for anything that it says.

        Returns:
            The streamer it belongs to, None when it was refused.
        """
        if not sighting.has_identity:
            self._refuse("without_identity")
            return None
        found = match(sighting, self._candidates(identity_of(sighting), origin=sighting.origin))
        if sighting.is_goodbye:
            return self._part(found.into, sighting) if found else None
        if found is None:
            return self._add(sighting)
        self._join(found)
        self._take(self._known[found.into], sighting)
        return found.into

    def read(self, streamer_id: StreamerId, reading: Reading) -> bool:
        """Take an answer of a streamer's driver; it is a sign of life.

        Returns:
            False when another streamer answers at its address, or it is not known any more;
            then nothing was taken.
        """
        known = self._known.get(streamer_id)
        if known is None:
            return False
        facts = reading.facts
        told = Identity(mac=canonical_mac(facts.mac or ""), api_id=facts.api_id)
        if told.contradicts(known.identity):
            return False
        known.state = reading.state
        known.facts = facts
        self._reindex(known, known.identity | told)
        self._sign_of_life(known, took_ms=reading.took_ms)
        self._join_by_reading(known)
        return True

    def answered(self, streamer_id: StreamerId, *, took_ms: float | None = None) -> None:
        """Take note of a sign of life without content; without a time it costs next to nothing."""
        known = self._known.get(streamer_id)
        if known is None:
            return
        is_expected = known.presence is Presence.ANSWERING and took_ms is None
        shown = self._shown.get(streamer_id)
        if is_expected and shown is not None:
            self._note_life(known)
            self._shown[streamer_id] = replace(shown, last_heard_at=known.last_heard_at)
        else:
            self._sign_of_life(known, took_ms=took_ms)

    def mark(self, streamer_id: StreamerId, presence: Presence) -> None:
        """Say that a streamer is being checked or gone; only signs of life take it back."""
        known = self._known.get(streamer_id)
        if known is None or known.presence is presence:
            return
        known.presence = presence
        if known.silent_since is None:
            known.silent_since = known.last_heard_at
        if presence is Presence.GONE:
            self._gone[streamer_id] = None
            logger.info("a streamer no longer answers")
        self._show(known)

    def switch_off(self, streamer_id: StreamerId, code: str) -> None:
        """Do without the driver that a streamer has now, and say why; a shallower one may follow.

        Args:
            code: of the sentence, such as `driver.failed`.
        """
        known = self._known.get(streamer_id)
        recognition = known.recognition if known else None
        if known is not None and recognition is not None:
            known.faults[recognition] = code
            known.state = None
            self._show(known)

    def switch_on(self, streamer_id: StreamerId) -> None:
        """Give the drivers that were switched off for a streamer another chance."""
        known = self._known.get(streamer_id)
        if known is not None and known.faults:
            known.faults.clear()
            self._show(known)

    def silence_s(self, streamer_id: StreamerId) -> float | None:
        """Give the seconds since the last sign of life; sleep of the computer does not count."""
        known = self._known.get(streamer_id)
        return self._clock.steady_s() - known.last_sign_s if known else None

    def forget_the_long_gone(self) -> None:
        """Drop streamers that have been gone for half an hour."""
        limit = self._clock.now() - GONE_IS_FORGOTTEN_AFTER
        self.forget(gone for gone in self._gone if self._known[gone].last_heard_at < limit)

    def forget_origin(self, origin: Origin) -> None:
        """Drop every streamer of an origin, such as the demo's when it ends."""
        self.forget(known.id for known in self._known.values() if known.latest.origin is origin)

    def forget(self, streamer_ids: Iterable[StreamerId]) -> None:
        """Drop streamers; one that is not known is none."""
        for streamer_id in tuple(streamer_ids):
            if streamer_id in self._known:
                self._drop(streamer_id)

    def _candidates(self, identity: Identity, *, origin: Origin) -> list[Candidate]:
        ids: set[StreamerId] = set()
        for key in identity.texts():
            ids |= self._by_key.get((origin, key), set())
        return [
            Candidate(
                id=known.id,
                identity=known.identity,
                address=known.address,
                first_heard_at=known.first_heard_at,
                last_heard_at=known.last_heard_at,
                is_silent=known.is_silent,
            )
            for known in (self._known[streamer_id] for streamer_id in ids)
        ]

    def _add(self, sighting: Sighting) -> StreamerId | None:
        is_crowded = self._is_crowded(sighting.address, sighting.origin)
        if is_crowded and not self._make_room(sighting, address=sighting.address):
            self._refuse("source_is_full")
            return None
        if len(self._known) >= STREAMERS_LISTED and not self._make_room(sighting):
            self._refuse("list_is_full")
            return None
        identity = identity_of(sighting)
        known = Known(
            id=make_id(identity, taken=self._known),
            identity=Identity(),
            address=sighting.address,
            first_heard_at=sighting.heard_at,
            last_heard_at=sighting.heard_at,
        )
        self._known[known.id] = known
        self._unlisted[known.id] = None
        self._per_source[known.address] += 1
        self._take(known, sighting)
        return known.id

    def _make_room(self, sighting: Sighting, *, address: str | None = None) -> bool:
        # Whom nobody sees may not keep out whom a person looks for; gone is who is seen to be.
        gone = self._gone if would_be_listed(sighting) else ()
        for streamer_id in (*self._unlisted, *gone):
            if address in {None, self._known[streamer_id].address}:
                self._drop(streamer_id)
                return True
        return False

    def _is_crowded(self, address: str, origin: Origin) -> bool:
        return origin is Origin.LAN and self._per_source[address] >= STREAMERS_PER_SOURCE

    def _take(self, known: Known, sighting: Sighting) -> None:
        if sighting.address != known.address and not self._move(known, sighting.address):
            return
        self._claim(known, sighting)
        known.first_heard_at = min(known.first_heard_at, sighting.heard_at)
        self._reindex(known, known.identity | identity_of(sighting))
        self._sign_of_life(known, took_ms=None)

    def _claim(self, known: Known, sighting: Sighting) -> None:
        way = sighting.heard_by
        known.claims[way] = joined_claims(sighting, known.claims.get(way))
        recognition = self._recognise(known.claims[way])
        if recognition is not None:
            known.recognitions[way] = recognition
        else:
            known.recognitions.pop(way, None)

    def _move(self, known: Known, address: str) -> bool:
        # Anybody can claim to be somebody: while it answers where it is, it has not moved.
        silence_s = self._clock.steady_s() - known.last_sign_s
        if silence_s < MOVES_AFTER_S and not known.is_silent:
            return False
        if self._is_crowded(address, known.latest.origin):
            self._refuse("source_is_full")
            return False
        self._leave_source(known)
        known.address = address
        self._per_source[address] += 1
        # What was told at the old address may come from somebody else by now.
        known.facts = replace(known.facts, page_url=None)
        known.faults.clear()
        return True

    def _leave_source(self, known: Known) -> None:
        self._per_source[known.address] -= 1
        if self._per_source[known.address] <= 0:
            del self._per_source[known.address]

    def _join(self, found: Match) -> None:
        known = self._known[found.into]
        for other_id in found.joined:
            other = self._known[other_id]
            self._drop(other_id)
            for claim in other.claims.values():
                self._claim(known, claim)
            if known.state is None:
                known.state, known.facts = other.state, other.facts
            known.last_sign_s = max(known.last_sign_s, other.last_sign_s)
            known.last_heard_at = max(known.last_heard_at, other.last_heard_at)
            self._reindex(known, known.identity | other.identity)

    def _join_by_reading(self, known: Known) -> None:
        # A reading may tell the MAC that shows an announcement to be of this very streamer.
        identity = known.identity
        told = replace(
            known.latest,
            address=known.address,
            mac=identity.mac,
            udn=identity.udn,
            api_id=identity.api_id,
        )
        everybody = self._candidates(identity, origin=told.origin)
        here = [candidate for candidate in everybody if candidate.address == known.address]
        found = match(told, here)
        if found is not None and found.joined:
            self._join(found)
            self._sign_of_life(self._known[found.into], took_ms=None)

    def _part(self, streamer_id: StreamerId, sighting: Sighting) -> StreamerId:
        known = self._known[streamer_id]
        claim = known.claims.get(sighting.heard_by)
        if claim is not None and claim.address == sighting.address and not known.is_silent:
            # Anybody can send a goodbye for anybody: it is checked before it is believed.
            known.has_said_goodbye = True
            self.mark(streamer_id, Presence.CHECKING)
        return streamer_id

    def _sign_of_life(self, known: Known, *, took_ms: float | None) -> None:
        now = self._note_life(known)
        if known.presence is Presence.GONE:
            logger.info("a streamer answers again")
            self._gone.pop(known.id, None)
        known.presence = Presence.ANSWERING
        known.silent_since = None
        known.has_said_goodbye = False
        if took_ms is not None:
            known.answers = (*known.answers, Answer(now, took_ms))[-_ANSWERS_KEPT:]
        self._show(known)

    def _note_life(self, known: Known) -> datetime:
        now = self._clock.now()
        known.last_sign_s = self._clock.steady_s()
        known.last_heard_at = max(known.last_heard_at, now)
        return now

    def _reindex(self, known: Known, identity: Identity) -> None:
        if identity == known.identity:
            return
        known.identity = identity
        for key in identity.texts():
            self._by_key.setdefault((known.latest.origin, key), set()).add(known.id)

    def _show(self, known: Known) -> None:
        before = self._shown.get(known.id)
        if before is None and not is_listed(known):
            return
        after = compose(known)
        self._shown[known.id] = after
        self._unlisted.pop(known.id, None)
        if before is not None and replace(before, last_heard_at=after.last_heard_at) == after:
            return
        self._publish(
            Changes(
                streamers=frozenset({known.id}),
                has_new_set=before is None or _place(before) != _place(after),
            )
        )

    def _drop(self, streamer_id: StreamerId) -> None:
        known = self._known.pop(streamer_id)
        self._gone.pop(streamer_id, None)
        self._unlisted.pop(streamer_id, None)
        self._leave_source(known)
        for key in known.identity.texts():
            ids = self._by_key.get((known.latest.origin, key), set())
            ids.discard(streamer_id)
            if not ids:
                self._by_key.pop((known.latest.origin, key), None)
        if self._shown.pop(streamer_id, None) is not None:
            self._publish(Changes(streamers=frozenset({streamer_id}), has_new_set=True))

    def _refuse(self, reason: str) -> None:
        self.refusals = replace(self.refusals, **{reason: getattr(self.refusals, reason) + 1})


def _place(streamer: Streamer) -> tuple[object, ...]:
    return (streamer.name, streamer.room, streamer.presence, streamer.depth)
