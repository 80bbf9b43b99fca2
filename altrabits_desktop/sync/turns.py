"""Turns of the loop for others, amid much that lies ready."""

from __future__ import annotations

import asyncio


class Turns:
    """Gives others a turn of the loop after so many things that lay ready.

    They come without one, a thousand crumbs of an answer as well.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0

    async def count(self) -> None:
        """Count one more."""
        self._taken += 1
        if self._taken % self._most == 0:
            await asyncio.sleep(0)
