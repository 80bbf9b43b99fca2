"""A streamer that has moved, and two entries that turn out to be one: what changes of them."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.claims import take_claim

if TYPE_CHECKING:
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.composing import Known
    from altrabits_desktop.streamers.drivers.driver import Recognise
    from altrabits_desktop.streamers.sighting import Sighting

logger = logging.getLogger(__name__)


def take_over(known: Known, other: Known, *, recognise: Recognise) -> None:
    """Give a streamer what is known of another one, which is the same.

    Args:
        known: changed in place.
        other: is listed no longer.
        recognise: the catalogue of drivers.
    """
    for way, claim in other.claims.items():
        take_claim(known, claim, heard_s=other.claimed_s[way], recognise=recognise)
    if known.state is None:
        known.state, known.facts = other.state, other.facts
        known.told_s = other.told_s
    if other.last_sign_s > known.last_sign_s:
        known.last_sign_s, known.last_heard_at = other.last_sign_s, other.last_heard_at
    if known.shown_pin[0] != known.address:
        known.shown_pin = other.shown_pin


def note_move(known: Known, *, clock: Clock) -> None:
    """Note that a streamer was moved to another address: nothing was told or proved there yet."""
    known.moved_at, known.named_s = clock.now(), clock.steady_s()
    known.has_moved, known.noted = True, None
    # What was told at the old address may come from somebody else by now.
    known.facts = replace(known.facts, page_url=None)
    known.faults.clear()
    logger.info("a streamer moved to another address")


def as_told(known: Known) -> Sighting:
    """Give a streamer's latest sighting with the identities that it has told since."""
    identity = known.identity
    return replace(
        known.latest,
        address=known.address,
        mac=identity.mac,
        udn=identity.udn,
        api_id=identity.api_id,
    )
