"""Brings up the embedded server of the profile and the person's membership of it.

A computer on which nobody has decided anything and nothing is kept has no server files: the server
rests until something needs it (C8). Whatever goes wrong here is said and ends nothing else.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import AltraBitsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from altrabits_desktop.actions.membership import Membership
    from altrabits_desktop.contract.service import Reached
    from altrabits_desktop.runtime.keychain import Keychain
    from altrabits_desktop.server.embedded import EmbeddedServer

logger = logging.getLogger(__name__)


class HomeServer:
    """One a profile; belongs to the loop of the window.

    Args:
        database: of the server.
        make: imports and makes the server; blocks, runs in a thread.
        keychain: where the membership keeps its token.
    """

    url = pin = ""
    """Of a server elsewhere; this one has another in each start, and no certificate."""
    home: Membership
    """Who is told; set once, before `bring_up`."""

    def __init__(
        self, database: Path, *, make: Callable[[], EmbeddedServer], keychain: Keychain
    ) -> None:
        self._database = database
        self._make = make
        self.keychain = keychain
        self.is_up = asyncio.Event()
        """Set when it is known whether there is a server."""
        self._server: EmbeddedServer | None = None
        self._reached: Reached | None = None
        self._starting = asyncio.Lock()

    async def bring_up(self) -> None:
        """Open what is kept and start the server, where there is something to start."""
        try:
            await self.home.start()
            if await asyncio.to_thread(self._database.exists):
                await self.rouse()
            else:
                self.home.rest()
        except AltraBitsError as error:
            logger.warning("there is no server: %s", error.code)
            self.home.lose(error.code)
        finally:
            self.is_up.set()

    async def rouse(self) -> None:
        """Start the server, once, and have it reached.

        Raises:
            StoreUnusable: its database cannot be used.
        """
        async with self._starting:
            if self._reached is None:
                self._server = server = await asyncio.to_thread(self._make)
                self._reached = await server.start()
                await self.home.reach(self._reached)

    async def stop(self) -> None:
        """End the membership, then the server once what it has begun is done; at most 5 s."""
        await self.home.stop()
        server, self._server, self._reached = self._server, None, None
        if server is not None:
            await server.stop()
