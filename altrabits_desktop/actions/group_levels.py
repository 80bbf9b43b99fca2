"""How loud each of a group is when the group is told to be as loud as something; pure.

The volume of a group is that of its loudest streamer. The others stand in their relation to it,
which is remembered: it survives 0, where all are alike, and 100, which none but the loudest has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

FULL = 100

Levels = Mapping[str, int]
"""Volume of each member by its id, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How members of a group stand to each other."""

    volume: int
    """Of the group, 0 to 100."""
    shares: Mapping[str, float]
    """Of each member by its id, 0 to 1; the loudest has 1."""

    def levels(self, volume: int, *, maxima: Levels = MappingProxyType({})) -> dict[str, int]:
        """Give the volume of each member when the group is to be so loud.

        What is audible stays so, except at 0. Nobody gets above their own maximum.

        Args:
            volume: of the group; what lies beyond 0 to 100 is taken to these ends.
            maxima: of those that have one below 100.
        """
        wanted = max(0, min(volume, FULL))
        return {
            member: min(_level(wanted, share), maxima.get(member, FULL))
            for member, share in self.shares.items()
        }

    def at(self, volume: int) -> Balance:
        """Give the same balance with another volume of the group."""
        return Balance(max(0, min(volume, FULL)), self.shares)


def balance_of(levels: Levels) -> Balance:
    """Give how members stand to each other now; all alike where none is audible."""
    loudest = max(levels.values(), default=0)
    if not loudest:
        return Balance(0, dict.fromkeys(levels, 1.0))
    return Balance(loudest, {member: level / loudest for member, level in levels.items()})


def balance_now(
    before: Balance | None, levels: Levels, *, maxima: Levels = MappingProxyType({})
) -> Balance:
    """Give the balance that a group has, from the one that it had when it was last told something.

    As long as all are as they were told, nothing is learnt from their whole numbers, which say
    less than was remembered. Whoever was turned by itself since stands as it was turned to.

    Args:
        before: None where the group was told nothing yet.
        levels: how loud its members are now.
        maxima: of those that have one below 100.
    """
    if before is None or before.shares.keys() != levels.keys():
        return balance_of(levels)
    if before.levels(before.volume, maxima=maxima) == dict(levels):
        return before
    if not any(levels.values()):
        return before.at(0)
    return balance_of(levels)


def _level(wanted: int, share: float) -> int:
    level = round(wanted * share)
    return max(level, 1) if wanted and share else level
