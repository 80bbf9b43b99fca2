"""Days and times of day at the console."""

from __future__ import annotations

from datetime import datetime

from altrabits_desktop.runtime.instants import day_here, here


def day_of(at: object) -> str:
    """Give the day of an instant, as `runtime.instants.day_here` has it.

    Args:
        at: UTC ISO 8601, as answers have it.
    """
    return day_here(datetime.fromisoformat(str(at))).isoformat()


def minute_of(at: object) -> str:
    """Give day and time of day of an instant on this computer.

    Args:
        at: UTC ISO 8601, as answers have it.
    """
    return minute(datetime.fromisoformat(str(at)))


def minute(at: datetime) -> str:
    """Give the same of an instant that was read already."""
    return f"{here(at):%Y-%m-%d %H:%M}"
