"""The registry: every streamer that is known now, in memory only, merged and bounded.

Owned by the main thread. Nothing of it is ever written to disk.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.contract.streamers import Presence
from altrabits_desktop.runtime.changes import Changes
from altrabits_desktop.streamers.claims import take_claim
from altrabits_desktop.streamers.composing import Known
from altrabits_desktop.streamers.doubts import (
    Standing,
    begin_doubt,
    end_doubt,
    is_settled,
    note_goodbye,
    standing_of,
)
from altrabits_desktop.streamers.drivers.driver import NOTHING_SHOWN
from altrabits_desktop.streamers.identity import (
    Identity,
    Match,
    canonical_mac,
    identity_of,
    make_id,
    match,
)
from altrabits_desktop.streamers.index import Index
from altrabits_desktop.streamers.joining import as_told, note_move, take_over
from altrabits_desktop.streamers.owning import Owning, is_unsettled
from altrabits_desktop.streamers.places import Places, Refusals
from altrabits_desktop.streamers.reasons import (
    begin_silence,
    change_reach,
    end_silence,
    has_left_its_address,
    note_life,
    silence_of,
)
from altrabits_desktop.streamers.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from altrabits_desktop.contract.streamers import Origin, Streamer, StreamerId
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.drivers.driver import Reading, Recognise, Recognition
    from altrabits_desktop.streamers.owned import Owns
    from altrabits_desktop.streamers.sighting import Sighting

logger = logging.getLogger(__name__)

GONE_IS_FORGOTTEN_AFTER_S = 1800.0
STATE_HOLDS_S = 20.0
"""What plays is not known any more when the driver has heard nothing for so long."""


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
        self._clock, self._publish, self._recognise = clock, publish, recognise
        self._owning, self._index = Owning(), Index()
        self._places = Places()
        self._known = self._places.known
        self._shown = Shown(clock=clock, publish=publish, owning=self._owning)
        self.refusals = Refusals()

    def streamers(self) -> tuple[Streamer, ...]:
        """Give all listed streamers, in the order first heard."""
        return tuple(self._shown.streamers.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        """Give one listed streamer."""
        return self._shown.streamers.get(streamer_id)

    def own(self, owns: Owns) -> None:
        """Let these be the person's streamers from now on, and show all anew."""
        self._owning.owns = owns
        for known in tuple(self._known.values()):
            self._show(known)

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
        found = match(sighting, self._index.near(identity_of(sighting), sighting))
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
        told = Identity(canonical_mac(facts.mac or ""), facts.udn, facts.api_id)
        if told.contradicts(known.identity):
            self._see_another(known)
            return False
        known.state, known.facts, known.has_told = reading.state, facts, True
        known.told_s = self._clock.steady_s()
        if facts.shown_pin != NOTHING_SHOWN:
            known.shown_pin = facts.shown_pin
        self._reindex(known, known.identity | told)
        self._sign_of_life(known, took_ms=reading.took_ms)
        self._join_by_reading(known)
        former = self._owning.former_of(known)
        if former is not None:
            self._succeed(former, known)
        return True

    def see_pin(self, streamer_id: StreamerId, shown_pin: tuple[str, str]) -> None:
        """Take note of the certificate that was seen at a streamer's address, and at no other."""
        known = self._known.get(streamer_id)
        if known is not None and shown_pin[0] == known.address:
            known.shown_pin = shown_pin
            self._show(known)

    def answered(self, streamer_id: StreamerId, *, took_ms: float | None = None) -> None:
        """Take note of a sign of life without content; without a time it costs next to nothing."""
        known = self._known.get(streamer_id)
        if known is None:
            return
        if took_ms is None:
            known.told_s = self._clock.steady_s()
        is_expected = known.presence is Presence.ANSWERING and took_ms is None
        note_life(known, clock=self._clock)
        if not (is_expected and self._shown.touch(known)):
            self._sign_of_life(known, took_ms=took_ms)

    def mark(self, streamer_id: StreamerId, presence: Presence) -> None:
        """Say that a streamer is being checked or gone; only signs of life take it back."""
        known = self._known.get(streamer_id)
        if known is None or known.presence is presence:
            return
        begin_silence(known, presence)
        if presence is Presence.GONE:
            self._places.sort(known)
            logger.info("a streamer no longer answers")
        elif not known.is_unanswered and not known.is_doubted:
            begin_doubt(known, now_s=self._clock.steady_s())
        self._show(known)

    def set_reach(self, streamer_id: StreamerId, *, is_cut_off: bool) -> None:
        """Say whether this computer is in the network of a streamer: without it nobody is blamed.

        One that is in reach again is checked; who was gone before the network went stays so.
        """
        known = self._known.get(streamer_id)
        if known is not None and change_reach(
            known, is_cut_off=is_cut_off, now_s=self._clock.steady_s()
        ):
            self._places.sort(known)
            self._show(known)

    def is_left(self, streamer_id: StreamerId) -> bool:
        """Whether whoever answers at a streamer's address without a name is somebody else."""
        known = self._known.get(streamer_id)
        if known is None or not has_left_its_address(known, self._places.at(known.address)):
            return False
        self._see_another(known)
        return True

    def doubt(self, streamer_id: StreamerId) -> None:
        """Have a streamer asked at its address; nothing of it is shown."""
        known = self._known.get(streamer_id)
        if known is None or known.is_doubted or known.is_silent:
            return
        begin_doubt(known, now_s=self._clock.steady_s())
        self._publish(Changes(streamers=frozenset({streamer_id})))

    def standing(self, streamer_id: StreamerId) -> Standing:
        """Give whether a streamer is to be asked at its address, and why."""
        known = self._known.get(streamer_id)
        return standing_of(known) if known else Standing()

    def conclude(self, streamer_id: StreamerId, *, has_answered: bool) -> None:
        """Take what came of a doubt: who did not answer has moved, if somebody says so."""
        known = self._known.get(streamer_id)
        if known is None or not known.is_doubted:
            return
        rival = end_doubt(known, has_answered=has_answered, now_s=self._clock.steady_s())
        if rival is not None:
            self.hear(rival)

    def switch_off(
        self, streamer_id: StreamerId, code: str, *, driver: Recognition | None = None
    ) -> None:
        """Do without a driver of a streamer, and say why; a shallower one may follow.

        Args:
            code: of the sentence, such as `driver.failed`.
            driver: None for the one that it has now.
        """
        known = self._known.get(streamer_id)
        recognition = driver or (known.recognition if known else None)
        if known is not None and recognition is not None:
            known.faults[recognition] = code
            known.state = None
            self._show(known)

    def is_off(self, streamer_id: StreamerId, driver: Recognition) -> bool:
        """Whether a driver was switched off for a streamer."""
        known = self._known.get(streamer_id)
        return known is not None and driver in known.faults

    def switch_on(self, streamer_id: StreamerId) -> None:
        """Give the drivers that were switched off for a streamer another chance."""
        known = self._known.get(streamer_id)
        if known is not None and known.faults:
            known.faults.clear()
            self._show(known)

    def silence_s(self, streamer_id: StreamerId) -> float | None:
        """Give the seconds since the last sign of life; sleep of the computer does not count."""
        known = self._known.get(streamer_id)
        return silence_of(known, now_s=self._clock.steady_s()) if known else None

    def tidy(self) -> None:
        """Drop who has been gone for half an hour and states that no longer hold; show late names.

        To be called every few seconds.
        """
        now_s = self._clock.steady_s()
        limit_s = now_s - GONE_IS_FORGOTTEN_AFTER_S
        self.forget(g for g in self._places.gone if self._known[g].last_sign_s < limit_s)
        for known in self._known.values():
            if known.state is not None and known.told_s < now_s - STATE_HOLDS_S:
                known.state = None
            elif not is_unsettled(known):
                continue
            self._show(known)
        for streamer_id in self._shown.late(now_s):
            self._show(self._known[streamer_id])

    def forget_origin(self, origin: Origin) -> None:
        """Drop every streamer of an origin, such as the demo's when it ends."""
        self.forget(known.id for known in self._known.values() if known.latest.origin is origin)

    def forget(self, streamer_ids: Iterable[StreamerId]) -> None:
        """Drop streamers; one that is not known is none."""
        for streamer_id in tuple(streamer_ids):
            if streamer_id in self._known:
                self._drop(streamer_id)

    def _add(self, sighting: Sighting) -> StreamerId | None:
        is_crowded = self._places.is_crowded(sighting.address, sighting.origin)
        if is_crowded and not self._make_room(sighting, address=sighting.address):
            self._refuse("source_is_full")
            return None
        if self._places.is_full and not self._make_room(sighting):
            self._refuse("list_is_full")
            return None
        identity = identity_of(sighting)
        known = Known(
            id=make_id(identity, taken=self._known),
            identity=Identity(),
            address=sighting.address,
            first_heard_at=sighting.heard_at,
            last_heard_at=sighting.heard_at,
            first_heard_s=self._clock.steady_s(),
        )
        self._places.enter(known)
        self._take(known, sighting)
        return known.id

    def _make_room(self, sighting: Sighting, *, address: str | None = None) -> bool:
        streamer_id = self._places.who_goes(sighting, address=address)
        if streamer_id is not None:
            self._drop(streamer_id)
        return streamer_id is not None

    def _take(self, known: Known, sighting: Sighting) -> None:
        if sighting.address != known.address and not self._follow(known, sighting):
            return
        take_claim(known, sighting, heard_s=self._clock.steady_s(), recognise=self._recognise)
        known.first_heard_at = min(known.first_heard_at, sighting.heard_at)
        self._reindex(known, known.identity | identity_of(sighting))
        self._sign_of_life(known, took_ms=None)

    def _follow(self, known: Known, sighting: Sighting) -> bool:
        # Anybody can claim to be somebody: who is asked where it is, and answers, has not moved.
        # Whom nobody sees is not asked at all.
        if not known.is_silent and known.id in self._shown.streamers:
            if known.rival is None and not is_settled(known, now_s=self._clock.steady_s()):
                known.rival = sighting
                known.is_doubted = False
                self.doubt(known.id)
            return False
        if self._places.is_crowded(sighting.address, known.latest.origin):
            self._refuse("source_is_full")
            return False
        self._places.move(known, sighting.address)
        note_move(known, clock=self._clock)
        return True

    def _succeed(self, former: Known, known: Known) -> None:
        """Let a silent one of the person's be where it has proved to be."""
        self._places.move(former, known.address)
        note_move(former, clock=self._clock)
        former.shown_pin = known.shown_pin
        former.state = None
        self._join(Match(into=former.id, joined=(known.id,)))
        self._sign_of_life(former, took_ms=None)

    def _join(self, found: Match) -> None:
        known = self._known[found.into]
        for other_id in found.joined:
            other = self._known[other_id]
            self._drop(other_id)
            take_over(known, other, recognise=self._recognise)
            self._reindex(known, known.identity | other.identity)

    def _join_by_reading(self, known: Known) -> None:
        # A reading may tell the MAC that shows an announcement to be of this very streamer.
        told = as_told(known)
        everybody = self._index.near(known.identity, told)
        here = [candidate for candidate in everybody if candidate.address == known.address]
        found = match(told, here)
        if found is not None and found.joined:
            self._join(found)
            self._sign_of_life(self._known[found.into], took_ms=None)

    def _part(self, streamer_id: StreamerId, sighting: Sighting) -> StreamerId:
        known = self._known[streamer_id]
        if note_goodbye(known, sighting, now_s=self._clock.steady_s()):
            # Anybody can send a goodbye for anybody: it is checked before it is believed.
            if known.presence is not Presence.GONE:
                self.mark(streamer_id, Presence.CHECKING)
            self._show(known)
        return streamer_id

    def _sign_of_life(self, known: Known, *, took_ms: float | None) -> None:
        note_life(known, clock=self._clock)
        if end_silence(known, took_ms=took_ms):
            logger.info("a streamer answers again")
            self._places.sort(known)
        self._show(known)

    def _see_another(self, known: Known) -> None:
        if not known.is_replaced:
            known.is_replaced = True
            self._show(known)

    def _reindex(self, known: Known, identity: Identity) -> None:
        if identity == known.identity:
            return
        known.identity = identity
        self._index.add(known, origin=known.latest.origin)

    def _show(self, known: Known) -> None:
        if self._shown.show(known):
            self._places.unlisted.pop(known.id, None)

    def _drop(self, streamer_id: StreamerId) -> None:
        known = self._places.leave(streamer_id)
        self._owning.forget(known)
        self._index.remove(known, origin=known.latest.origin)
        self._shown.drop(streamer_id)

    def _refuse(self, reason: str) -> None:
        self.refusals = replace(self.refusals, **{reason: getattr(self.refusals, reason) + 1})
