"""Instants as the database keeps them: whole microseconds since 1970, UTC. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MIDNIGHT = time()


def as_number(at: datetime) -> int:
    """Give the number of an aware instant."""
    return (at - _BEGIN) // _MICROSECOND


def as_span(length: timedelta) -> int:
    """Give how many whole microseconds something lasts."""
    return length // _MICROSECOND


def as_instant(number: object) -> datetime:
    """Give the instant of a number from the database."""
    if not isinstance(number, int):
        raise TypeError("an instant is kept as a whole number")
    return _BEGIN + number * _MICROSECOND


def here(at: datetime, zone: tzinfo | None = None) -> datetime:
    """Give an aware instant in a zone, or in that of this computer; as it is at the end of time."""
    try:
        return at.astimezone(zone)
    except (OverflowError, ValueError):
        # Whoever told of it may name any: in another zone it would be beyond the last year.
        return at


def day_here(at: datetime) -> date:
    """Give the day of an instant on this computer, or that of UTC for one that begins a day there.

    What holds from a day on is written as midnight in UTC, and is called by that day everywhere.
    """
    there = here(at, UTC)
    return (there if there.time() == _MIDNIGHT else here(at)).date()
