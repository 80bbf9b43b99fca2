"""Notices that this computer slept: pure but for the clock it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from altrabits_desktop.runtime.clock import Clock

SLEPT_FROM_S = 8.0


class WakeWatch:
    """Compares the clocks from look to look.

    The steady clock of Linux and macOS stands still in sleep while the wall clock goes on; that of
    Windows goes on too, and then so much lies between two looks. A wall clock that was set looks
    like sleep: one more round of questions does no harm. One that was set back does not.

    Args:
        clock: the two clocks.
        usual_s: the longest time between two looks while the computer is awake, in seconds.
    """

    def __init__(self, clock: Clock, *, usual_s: float) -> None:
        self._clock = clock
        self._limit_s = usual_s + SLEPT_FROM_S
        self._last = self._read()

    def has_slept(self) -> bool:
        """Tell whether it slept since the last look; each sleep is told once."""
        last_wall_s, last_steady_s = self._last
        wall_s, steady_s = self._last = self._read()
        return max(wall_s - last_wall_s, steady_s - last_steady_s) > self._limit_s

    def _read(self) -> tuple[float, float]:
        return self._clock.now().timestamp(), self._clock.steady_s()
