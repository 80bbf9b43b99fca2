"""How something that was looked at is."""

from __future__ import annotations

from enum import Enum


class Health(Enum):
    """How something that was looked at is."""

    GOOD = "good"
    BAD = "bad"
    UNKNOWN = "unknown"
