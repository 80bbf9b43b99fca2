"""Time as a thing that is handed in, so that tests own it."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What the program may ask of time."""

    def now(self) -> datetime:
        """Give the wall clock's instant, UTC-aware."""

    def steady_s(self) -> float:
        """Give seconds of a clock that never jumps; only differences mean something."""

    async def sleep(self, duration_s: float) -> None:
        """Wait on the loop that runs the caller."""


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> datetime:
        """Give the wall clock's instant, UTC-aware."""
        return datetime.now(UTC)

    def steady_s(self) -> float:
        """Give seconds of the monotonic clock."""
        return time.monotonic()

    async def sleep(self, duration_s: float) -> None:
        """Wait on the running loop."""
        await asyncio.sleep(duration_s)
