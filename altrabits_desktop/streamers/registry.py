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
    HeardBy,
    Origin,
    Presence,
    Streamer,
    StreamerId,
)
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.streamers.composing import Known, compose, is_listed
from altrabits_desktop.streamers.identity import (
    Candidate,
    Identity,
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


@dataclass(frozen=True, slots=True)
class Refusals:
    """Sightings that were not taken; counts only."""

    without_identity: int = 0
    list_is_full: int = 0
    source_is_full: int = 0


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
        self.refusals = Refusals()

    def streamers(self) -> tuple[Streamer, ...]:
        """Give all listed streamers, in the order first heard."""
        return tuple(self._shown.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        """Give one listed streamer."""
        return self._shown.get(streamer_id)

    def recognition(self, streamer_id: StreamerId) -> Recognition | None:
        """Give the driver that fits a streamer best, at the address it has now."""
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
        found = match(sighting, self._candidates(sighting))
        if sighting.is_goodbye:
            return self._part(found.into, sighting.heard_by) if found else None
        if found is None:
            return self._add(sighting)
        known = self._known[found.into]
        for other in found.joined:
            self._join(known, other)
        self._take(known, sighting)
        return known.id

    def read(self, streamer_id: StreamerId, reading: Reading) -> None:
        """Take an answer of a streamer's driver; it is a sign of life."""
        known = self._known.get(streamer_id)
        if known is None:
            return
        known.state = reading.state
        known.facts = reading.facts
        mac = canonical_mac(reading.facts.mac or "")
        self._reindex(known, known.identity | Identity(mac=mac))
        self._sign_of_life(known, took_ms=reading.took_ms)

    def answered(self, streamer_id: StreamerId, *, took_ms: float | None) -> None:
        """Take note of a sign of life without content, such as an open port."""
        known = self._known.get(streamer_id)
        if known is not None:
            self._sign_of_life(known, took_ms=took_ms)

    def mark(self, streamer_id: StreamerId, presence: Presence) -> None:
        """Say that a streamer is being checked or gone; signs of life take it back."""
        known = self._known.get(streamer_id)
        if known is None or known.presence is presence:
            return
        known.presence = presence
        if known.silent_since is None:
            known.silent_since = _last_sign(known)
        if presence is Presence.GONE:
            logger.info("a streamer no longer answers")
        self._show(known)

    def last_sign_of_life(self, streamer_id: StreamerId) -> datetime | None:
        """Give when a streamer was heard or answered last."""
        known = self._known.get(streamer_id)
        return _last_sign(known) if known else None

    def forget_the_long_gone(self) -> None:
        """Drop streamers that have been gone for half an hour."""
        limit = self._clock.now() - GONE_IS_FORGOTTEN_AFTER
        self.forget(
            known.id
            for known in self._known.values()
            if known.presence is Presence.GONE and _last_sign(known) < limit
        )

    def forget_origin(self, origin: Origin) -> None:
        """Drop every streamer of an origin, such as the demo's when it ends."""
        self.forget(known.id for known in self._known.values() if known.latest.origin is origin)

    def forget(self, streamer_ids: Iterable[StreamerId]) -> None:
        """Drop streamers."""
        for streamer_id in tuple(streamer_ids):
            self._drop(streamer_id)

    def _candidates(self, sighting: Sighting) -> list[Candidate]:
        ids: set[StreamerId] = set()
        for key in identity_of(sighting).texts():
            ids |= self._by_key.get((sighting.origin, key), set())
        return [
            Candidate(k.id, k.identity, k.address, k.first_heard_at, k.last_heard_at)
            for k in (self._known[streamer_id] for streamer_id in ids)
        ]

    def _add(self, sighting: Sighting) -> StreamerId | None:
        if len(self._known) >= STREAMERS_LISTED and not self._make_room():
            self._refuse("list_is_full")
            return None
        is_crowded = self._per_source[sighting.address] >= STREAMERS_PER_SOURCE
        if sighting.origin is Origin.LAN and is_crowded:
            self._refuse("source_is_full")
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
        self._per_source[known.address] += 1
        self._take(known, sighting)
        return known.id

    def _make_room(self) -> bool:
        gone = [k for k in self._known.values() if k.presence is Presence.GONE]
        if not gone:
            return False
        self._drop(min(gone, key=_last_sign).id)
        return True

    def _take(self, known: Known, sighting: Sighting) -> None:
        known.claims[sighting.heard_by] = sighting
        recognition = self._recognise(sighting)
        if recognition is not None:
            known.recognitions[sighting.heard_by] = recognition
        else:
            known.recognitions.pop(sighting.heard_by, None)
        if _may_move(known, sighting):
            self._move(known, sighting.address)
        known.last_heard_at = max(known.last_heard_at, sighting.heard_at)
        self._reindex(known, known.identity | identity_of(sighting))
        self._sign_of_life(known, took_ms=None)

    def _move(self, known: Known, address: str) -> None:
        if known.address == address:
            return
        self._leave_source(known)
        known.address = address
        self._per_source[address] += 1
        # What was told at the old address may come from somebody else by now.
        known.facts = replace(known.facts, page_url=None)

    def _leave_source(self, known: Known) -> None:
        self._per_source[known.address] -= 1
        if self._per_source[known.address] <= 0:
            del self._per_source[known.address]

    def _join(self, known: Known, other_id: StreamerId) -> None:
        other = self._known[other_id]
        self._drop(other_id)
        for way, claim in other.claims.items():
            mine = known.claims.get(way)
            if mine is None or mine.heard_at < claim.heard_at:
                known.claims[way] = claim
                known.recognitions.pop(way, None)
                if way in other.recognitions:
                    known.recognitions[way] = other.recognitions[way]
        known.state = known.state or other.state
        self._reindex(known, known.identity | other.identity)

    def _part(self, streamer_id: StreamerId, way: HeardBy) -> StreamerId:
        known = self._known[streamer_id]
        if way in known.claims:
            known.has_said_goodbye = True
            others = set(known.claims) - {way}
            # Another way may still hear it, and goodbyes are easily forged: check before belief.
            self.mark(streamer_id, Presence.CHECKING if others else Presence.GONE)
        return streamer_id

    def _sign_of_life(self, known: Known, *, took_ms: float | None) -> None:
        now = self._clock.now()
        if known.presence is Presence.GONE:
            logger.info("a streamer answers again")
        known.last_heard_at = max(known.last_heard_at, now)
        known.presence = Presence.ANSWERING
        known.silent_since = None
        known.has_said_goodbye = False
        if took_ms is not None:
            known.answers = (*known.answers, Answer(now, took_ms))[-_ANSWERS_KEPT:]
        self._show(known)

    def _reindex(self, known: Known, identity: Identity) -> None:
        if identity == known.identity:
            return
        known.identity = identity
        for key in identity.texts():
            self._by_key.setdefault((known.latest.origin, key), set()).add(known.id)

    def _show(self, known: Known) -> None:
        if not is_listed(known):
            return
        before = self._shown.get(known.id)
        after = compose(known)
        self._shown[known.id] = after
        self._publish(
            Changes(
                streamers=frozenset({known.id}),
                has_new_set=before is None or _place(before) != _place(after),
            )
        )

    def _drop(self, streamer_id: StreamerId) -> None:
        known = self._known.pop(streamer_id)
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


def _last_sign(known: Known) -> datetime:
    return known.last_heard_at


def _may_move(known: Known, sighting: Sighting) -> bool:
    # A bare MAC can be copied by anybody: it moves a streamer with a firm identity only when
    # that one no longer answers where it was.
    is_firm = bool(known.identity.device_id or known.identity.udn)
    says_firm = bool(sighting.device_id or sighting.udn)
    return says_firm or not is_firm or known.presence in {Presence.CHECKING, Presence.GONE}
