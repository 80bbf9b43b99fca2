"""Which computers have joined, kept at hand for every request (R28).

Somebody may be let in or removed by another process, at the console: the store tells of its writes
within half a second, and what is known here follows.
"""

from __future__ import annotations

import asyncio
import logging
import ssl
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.runtime.certificates import trust_also
from altrabits_desktop.server.household.rules import certificates

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.server.store.store import Store

logger = logging.getLogger(__name__)

PAUSE_S = 0.5
"""Between two looks, however much is written meanwhile."""


class Computers:
    """Those that have joined. Belongs to the loop of the server.

    Args:
        store: open, where they are kept.
        context: of the server; takes their certificates.
        removed: told whose access ends, to cut what is open.
    """

    def __init__(
        self, store: Store, *, context: ssl.SSLContext, removed: Callable[[frozenset[str]], None]
    ) -> None:
        self._store = store
        self._context = context
        self._removed = removed
        self._known: frozenset[str] = frozenset()
        self._trusted: set[str] = set()
        """Handed to the context, which forgets none."""
        self._is_written = asyncio.Event()
        self._following: asyncio.Task[None] | None = None
        self._unsubscribe: Callable[[], None] | None = None

    def has(self, computer_id: str) -> bool:
        """Tell whether a computer has joined, by the SHA-256 of its certificate."""
        return computer_id in self._known

    async def start(self) -> None:
        """Know who has joined, and follow."""
        await self.look()
        self._unsubscribe = self._store.subscribe(self._is_written.set)
        self._following = asyncio.ensure_future(self._follow())

    async def stop(self) -> None:
        """Follow no more."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        if self._following is not None:
            self._following.cancel()
            with suppress(asyncio.CancelledError):
                await self._following

    async def look(self) -> None:
        """Read who has joined."""
        found = await self._store.read(certificates)
        for computer_id in found.keys() - self._trusted:
            # The handshake proves that the key is there; whether it may come in is asked of `has`.
            try:
                trust_also(self._context, found[computer_id])
            except ssl.SSLError:
                # No handshake of its will come to an end; all others go on, and so does removing.
                logger.warning("the certificate of a computer that has joined cannot be read")
            self._trusted.add(computer_id)
        gone, self._known = self._known - found.keys(), frozenset(found)
        if gone:
            self._removed(gone)

    async def _follow(self) -> None:
        while True:
            await self._is_written.wait()
            self._is_written.clear()
            try:
                await self.look()
            except StoreUnusable as error:
                logger.warning("who has joined is not known: %s", error.code)
                self._is_written.set()
            await asyncio.sleep(PAUSE_S)
