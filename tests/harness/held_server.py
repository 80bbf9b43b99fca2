"""A server on loopback that holds requests of one kind until a test says how they end."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.service import Reached
from tests.harness.misbehaving_server import Server

if TYPE_CHECKING:
    from tests.harness.misbehaving_server import Conversation


class HeldServer(Server):
    """Says to each held request what it is told to, and hangs up on every other.

    Args:
        path: a part of the paths of those that are held.
    """

    def __init__(self, path: str) -> None:
        super().__init__()
        self.behave = self._hold
        self.held: asyncio.Queue[asyncio.Future[bytes]] = asyncio.Queue()
        """How each is to end: with a whole answer, or with none where it is empty."""
        self._path = path.encode()

    @property
    def reached(self) -> Reached:
        return Reached(self.url("").rstrip("/"))

    async def _hold(self, conversation: Conversation) -> None:
        if self._path not in self.requests[-1].split(b"\r\n")[0]:
            return
        end: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.held.put_nowait(end)
        await conversation.say(await end)
