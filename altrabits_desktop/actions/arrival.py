"""Waits a moment for what was just done to arrive at the server, so that what is said is true."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ARRIVAL_LIMIT_S = 1.0
"""How long a person who just did something is kept waiting for it at most."""


class Arrival:
    """One a membership; belongs to its loop.

    Args:
        is_under_way: whether something of an object waits and is being sent.
    """

    def __init__(self, is_under_way: Callable[[str], bool]) -> None:
        self._is_under_way = is_under_way
        self._moved = asyncio.Event()

    def look(self) -> None:
        """Something is another by now."""
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def of(self, object_id: str) -> None:
        """Return once what was done with an object has arrived, or cannot now; within a second."""
        with suppress(TimeoutError):
            async with asyncio.timeout(ARRIVAL_LIMIT_S):
                while self._is_under_way(object_id):
                    await self._moved.wait()
