"""What one way of hearing says of a streamer, over several announcements: pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from altrabits_desktop.streamers.composing import Known
    from altrabits_desktop.streamers.drivers.driver import Recognise
    from altrabits_desktop.streamers.sighting import Sighting

# An announcement may be cut short or come before its description; what it leaves out still holds.
_KEPT = (
    "card_name",
    "name",
    "product",
    "maker",
    "model_note",
    "host_name",
    "room",
    "page_url",
    "control_url",
    "description_url",
)

_SERVICE_TYPES = 16


def take_claim(known: Known, sighting: Sighting, *, heard_s: float, recognise: Recognise) -> None:
    """Note what one way of hearing says of a streamer, and which driver that makes possible.

    Args:
        known: the streamer; changed in place.
        sighting: of it, heard at its address.
        heard_s: when, by a clock that never jumps.
        recognise: the catalogue of drivers.
    """
    way = sighting.heard_by
    other, other_s = known.claims.get(way), known.claimed_s.get(way, heard_s)
    if other is not None and other_s > heard_s:
        sighting, other = other, sighting
    known.claims[way] = joined_claims(sighting, other)
    known.claimed_s[way] = max(heard_s, other_s)
    recognition = recognise(known.claims[way])
    if recognition is not None:
        known.recognitions[way] = recognition
    else:
        known.recognitions.pop(way, None)


def joined_claims(late: Sighting, early: Sighting | None) -> Sighting:
    """Give the later of two sightings of one streamer, filled with what only the earlier said.

    Nothing is taken over from another address: who answered there may be somebody else.

    Args:
        late: the one that came later, whatever instant the computer's clock gave it.
        early: known so far, heard by the same protocol.
    """
    if early is None or late.address != early.address:
        return late
    kept: dict[str, Any] = {
        name: getattr(early, name)
        for name in _KEPT
        if getattr(late, name) is None and getattr(early, name) is not None
    }
    types = late.service_types | early.service_types
    if types != late.service_types and len(types) <= _SERVICE_TYPES:
        kept["service_types"] = types
    return replace(late, **kept) if kept else late
