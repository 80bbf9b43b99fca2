"""Several players as loud together as is wanted, each beside the others as before; pure.

Towards silence all become quieter by the same share, towards the loudest all gain the same share of
what is left. So nobody is cut off at either end, and the way back leads to where it began.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FULL = 100


def spread(volumes: Mapping[str, int], wanted: int) -> dict[str, int]:
    """Give each player's volume, so that their middle is what is wanted.

    Args:
        volumes: 0 to 100 by player, at least one; how they stand to each other.
        wanted: 0 to 100.
    """
    count = len(volumes)
    middle = sum(volumes.values()) / count
    if wanted <= middle:
        share = wanted / middle if middle else 0.0
        exact = {player: volume * share for player, volume in volumes.items()}
    else:
        share = (wanted - middle) / (_FULL - middle)
        exact = {player: volume + (_FULL - volume) * share for player, volume in volumes.items()}
    whole = {player: int(volume) for player, volume in exact.items()}
    # Whole numbers whose sum is right: those gain one that lost most.
    missing = wanted * count - sum(whole.values())
    by_loss = sorted(exact, key=lambda player: whole[player] - exact[player])
    for player in by_loss[: max(0, missing)]:
        whole[player] += 1
    return whole


class Balance:
    """How the players of one server stand to each other, also after all were silent.

    What others set counts from then on; what we set ourselves does not, as rounding and the ends
    would wear it away.
    """

    def __init__(self) -> None:
        self._was: dict[str, int] = {}
        self._set: dict[str, int] = {}

    def towards(self, volumes: dict[str, int], wanted: int) -> dict[str, int]:
        """Give each player's volume, like `spread`.

        Args:
            volumes: as they are now.
            wanted: 0 to 100.
        """
        if volumes != self._set:
            self._was = dict(volumes)
        self._set = spread(self._was, wanted)
        return self._set
