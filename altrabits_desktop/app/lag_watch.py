"""Notices when the loop of the window stalls: the window must answer at any time."""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.runtime.clock import Clock

logger = logging.getLogger(__name__)

LIMIT_S = 0.2
"""Later than this, a person notices."""

BEAT_S = 0.5
"""How often it looks; each look wakes the computer up."""

BEAT_UNSEEN_S = 10.0
"""The same while nobody sees the window."""

_TURNS = Path("/proc/thread-self/schedstat")


def waited_for_processor_s() -> float:
    """Give how long this thread was ready to run and another had the processor, so far.

    Linux counts it (its `sched-stats` document: nanoseconds run, nanoseconds waited, turns).
    Elsewhere, and where it is not counted, 0.
    """
    try:
        return int(_TURNS.read_bytes().split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


class LagWatch:
    """Measures how late a regular wake-up of the loop comes.

    Args:
        clock: sleeps on the loop that is watched.
        told: takes each stall that this program is to blame for, in seconds, beside the log.
        busy_s: processor time of this thread so far. On a computer that is busy with other things
            a wake-up comes late without any fault of ours.
        waited_s: time so far in which this thread waited for a processor.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        told: Callable[[float], None] = lambda _late_s: None,
        busy_s: Callable[[], float] = time.thread_time,
        waited_s: Callable[[], float] = waited_for_processor_s,
    ) -> None:
        self._clock = clock
        self._told = told
        self._busy_s = busy_s
        self._waited_s = waited_s
        self._beat_s = BEAT_S
        self.longest_s = 0.0
        """The latest wake-up so far."""

    def set_pace(self, is_seen: bool) -> None:
        """Look more or less often from the next time on; a slot."""
        self._beat_s = BEAT_S if is_seen else BEAT_UNSEEN_S

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            beat_s, slept_at_s = self._beat_s, self._clock.steady_s()
            busy_before_s, waited_before_s = self._busy_s(), self._waited_s()
            await self._clock.sleep(beat_s)
            late_s = self._clock.steady_s() - slept_at_s - beat_s
            self.longest_s = max(self.longest_s, late_s)
            if late_s > LIMIT_S:
                kept_waiting_s = self._waited_s() - waited_before_s
                own_s = min(late_s - kept_waiting_s, self._busy_s() - busy_before_s)
                logger.info(
                    "the window stood still for %.0f ms, busy for %.0f ms of it",
                    late_s * 1000,
                    own_s * 1000,
                )
                if own_s > LIMIT_S:
                    self._told(own_s)
