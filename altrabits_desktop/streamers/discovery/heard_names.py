"""Whose goodbye will count: the services that were heard, each address with its share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.limits import STREAMERS_LISTED, STREAMERS_PER_SOURCE

if TYPE_CHECKING:
    from altrabits_desktop.streamers.sighting import Sighting


class HeardNames:
    """The latest sighting of each name.

    At most `STREAMERS_LISTED` of them, and `STREAMERS_PER_SOURCE` at one address.
    A crowd pushes out who was heard longest ago; one at a single address pushes out only its own.
    """

    def __init__(self) -> None:
        self._last: dict[str, Sighting] = {}
        self._at: dict[str, dict[str, None]] = {}

    def __len__(self) -> int:
        """Count the names."""
        return len(self._last)

    def keep(self, name: str, sighting: Sighting) -> None:
        """Keep what was heard of a name, in the place of what was before."""
        self.pop(name)
        here = self._at.setdefault(sighting.address, {})
        self._last[name] = sighting
        here[name] = None
        if len(here) > STREAMERS_PER_SOURCE:
            self.pop(next(iter(here)))
        elif len(self._last) > STREAMERS_LISTED:
            self.pop(next(iter(self._last)))

    def get(self, name: str) -> Sighting | None:
        """Give what was heard of a name; None where nothing is known."""
        return self._last.get(name)

    def pop(self, name: str) -> Sighting | None:
        """Give what was heard of a name and forget it; None where nothing is known."""
        sighting = self._last.pop(name, None)
        if sighting is not None:
            here = self._at[sighting.address]
            del here[name]
            if not here:
                del self._at[sighting.address]
        return sighting

    def clear(self) -> None:
        """Forget all."""
        self._last.clear()
        self._at.clear()
