"""Days and times of day at the console, from the instants in answers."""

from __future__ import annotations

from datetime import UTC, datetime, time

from altrabits_desktop.runtime.instants import here

_MIDNIGHT = time()


def day_of(at: object) -> str:
    """Give the day of an instant on this computer, or that of UTC for one that begins a day there.

    What holds from a day on is written as midnight in UTC, and is called by that day everywhere.

    Args:
        at: UTC ISO 8601, as answers have it.
    """
    instant = datetime.fromisoformat(str(at))
    there = here(instant, UTC)
    local = there if there.time() == _MIDNIGHT else here(instant)
    return f"{local:%Y-%m-%d}"


def minute_of(at: object) -> str:
    """Give day and time of day of an instant on this computer.

    Args:
        at: UTC ISO 8601, as answers have it.
    """
    return f"{here(datetime.fromisoformat(str(at))):%Y-%m-%d %H:%M}"
