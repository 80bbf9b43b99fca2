"""Growing, random pauses between tries."""

from __future__ import annotations


def pause_s(tries: int, *, first_s: float, most_s: float, chance: float) -> float:
    """Give the pause after a number of failed tries in a row.

    Pure. Doubles with each try up to `most_s`; `chance` spreads it over the upper half, so that
    many clients do not come back together.

    Args:
        tries: failed tries so far, 1 or more.
        first_s: the pause after the first.
        most_s: never longer than this.
        chance: 0 to 1, from a random source of the caller.
    """
    whole = min(most_s, first_s * 2.0 ** min(tries - 1, 30))
    return whole * (0.5 + 0.5 * chance)
