"""Garbage is collected on the main thread only, in short turns.

Python collects cycles on whichever thread happens to allocate. An object of Qt that dies on
another thread than its own brings Qt down sooner or later, so automatic collection is off while
the window lives, and this does it instead.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.runtime.clock import Clock

BEAT_S = 1.0
BEAT_UNSEEN_S = 15.0
"""The same while nobody sees the window: each look wakes the computer up."""

_YOUNG = 2_000
_MIDDLE = 10
_OLD = 10
"""Counts of `gc.get_count` above which a generation is collected, in the order of ages."""


class Collector:
    """Looks at regular times whether there is something to collect.

    Args:
        clock: sleeps on the loop of the main thread.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._beat_s = BEAT_S

    def set_pace(self, is_seen: bool) -> None:
        """Look more or less often from the next time on; a slot."""
        self._beat_s = BEAT_S if is_seen else BEAT_UNSEEN_S

    async def run(self) -> None:
        """Collect until cancelled; a turn takes a few milliseconds."""
        while True:
            await self._clock.sleep(self._beat_s)
            collect_what_is_due()


def collect_what_is_due() -> None:
    """Collect as much as automatic collection would, on this thread."""
    generation = due(gc.get_count())
    if generation is not None:
        gc.collect(generation)


def due(counts: tuple[int, int, int]) -> int | None:
    """Give the oldest generation that is to be collected; None where nothing is. Pure.

    Args:
        counts: as `gc.get_count` gives them.
    """
    young, middle, old = counts
    if old > _OLD:
        return 2
    if middle > _MIDDLE:
        return 1
    return 0 if young > _YOUNG else None
