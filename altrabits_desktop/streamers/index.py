"""Who carries which identity: found by any of them, and never more than a few at once."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.identity import Candidate
from altrabits_desktop.streamers.owned import has_pin

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import Origin, StreamerId
    from altrabits_desktop.streamers.composing import Known
    from altrabits_desktop.streamers.identity import Identity
    from altrabits_desktop.streamers.sighting import Sighting

NEAR_MOST = 16
"""Anybody can claim one identity a thousand times; each claim is compared with no more of them."""


class Index:
    """Streamers by origin and identity, in the order in which they took it on."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[Origin, str], dict[StreamerId, Known]] = {}

    def add(self, known: Known, *, origin: Origin) -> None:
        """Let a streamer be found by all its identities."""
        for key in known.identity.texts():
            self._by_key.setdefault((origin, key), {})[known.id] = known

    def remove(self, known: Known, *, origin: Origin) -> None:
        """Let a streamer no longer be found."""
        for key in known.identity.texts():
            carriers = self._by_key.get((origin, key), {})
            carriers.pop(known.id, None)
            if not carriers:
                self._by_key.pop((origin, key), None)

    def near(self, identity: Identity, sighting: Sighting) -> list[Candidate]:
        """Give who shares an identity; of many with the same one, those at the address first.

        Args:
            identity: whose carriers are looked for.
            sighting: of the origin, and from the address, that count.
        """
        found: dict[StreamerId, Known] = {}
        for key in identity.texts():
            carriers = self._by_key.get((sighting.origin, key), {})
            for known in _nearest(carriers, sighting.address):
                found[known.id] = known
        return [_candidate(known) for known in found.values()]


def _candidate(known: Known) -> Candidate:
    return Candidate(
        id=known.id,
        identity=known.identity,
        address=known.address,
        first_heard_s=known.first_heard_s,
        last_heard_s=known.last_sign_s,
        is_silent=known.is_silent,
        is_bound=known.is_stranger or (known.is_silent and has_pin(known.owned)),
    )


def _nearest(carriers: dict[StreamerId, Known], address: str) -> list[Known]:
    if len(carriers) <= NEAR_MOST:
        return list(carriers.values())
    everybody = carriers.values()
    here = list(islice((known for known in everybody if known.address == address), NEAR_MOST))
    others = (known for known in everybody if known.address != address)
    return here + list(islice(others, NEAR_MOST - len(here)))
