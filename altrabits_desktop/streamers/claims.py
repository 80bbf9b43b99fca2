"""What one way of hearing says of a streamer, over several announcements: pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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


def joined_claims(one: Sighting, other: Sighting | None) -> Sighting:
    """Give the later of two sightings of one streamer, filled with what only the earlier said.

    Nothing is taken over from another address: who answered there may be somebody else.

    Args:
        one: just arrived; it counts as the later when both were heard at the same instant.
        other: known so far, heard by the same protocol.
    """
    if other is None:
        return one
    late, early = (one, other) if one.heard_at >= other.heard_at else (other, one)
    if late.address != early.address:
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
