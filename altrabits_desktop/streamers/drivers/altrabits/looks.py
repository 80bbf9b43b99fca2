"""How often streamers that may be the person's showed no certificate, over all connections.

One that ends each connection after a single look in vain would else never be told of as showing
none, and whatever was seen at its address before would go on holding.
"""

from __future__ import annotations

from collections import OrderedDict

from altrabits_desktop.contract.limits import STREAMERS_LISTED

LOOKS_COUNT_S = 120.0
"""A look in vain longer ago than this was about another moment."""
_APART_S = 2.0
"""Looks closer together than this meet the same moment of a streamer that is busy."""


class LooksInVain:
    """Counts by address. Pure but for what it remembers; one loop."""

    def __init__(self) -> None:
        self._counted: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def note(self, address: str, *, now_s: float) -> int:
        """Take note of a look in vain, and give how many there were in a row.

        Args:
            address: where nothing was shown.
            now_s: on the steady clock.
        """
        count, at_s = self._counted.pop(address, (0, float("-inf")))
        since_s = now_s - at_s
        if since_s > LOOKS_COUNT_S:
            count, at_s = 1, now_s
        elif since_s >= _APART_S:
            count, at_s = count + 1, now_s
        self._counted[address] = count, at_s
        while len(self._counted) > STREAMERS_LISTED:
            self._counted.popitem(last=False)
        return count

    def forget(self, address: str) -> None:
        """Begin anew: a certificate was shown there."""
        self._counted.pop(address, None)
