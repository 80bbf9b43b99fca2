"""How often something may happen: some times at once, then so many times a second; pure."""

from __future__ import annotations


class Allowance:
    """Fills up with time, up to a bound, and is used up by what happens.

    Args:
        at_once: how often it may happen without a pause.
        per_s: how fast it fills again.
    """

    __slots__ = ("_at_once", "_filled_at_s", "_left", "_per_s")

    def __init__(self, *, at_once: float, per_s: float) -> None:
        self._at_once = at_once
        self._per_s = per_s
        self._left = at_once
        self._filled_at_s: float | None = None

    def has(self, now_s: float) -> bool:
        """Whether it may happen now, by a clock that never jumps."""
        if self._filled_at_s is not None:
            gained = (now_s - self._filled_at_s) * self._per_s
            self._left = min(self._at_once, self._left + gained)
        self._filled_at_s = now_s
        return self._left >= 1

    def take(self, now_s: float) -> bool:
        """Use it once; False when it may not happen now, and then nothing is used."""
        if not self.has(now_s):
            return False
        self._left -= 1
        return True
