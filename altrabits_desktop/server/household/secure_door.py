"""Takes connections over TLS; handshakes under way are counted, as strangers hold them (R23, R26).

A loop's own server counts a connection only once its handshake is over.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable

logger = logging.getLogger(__name__)

HANDSHAKE_S = 10.0
HANDSHAKES_MOST = 128
HANDSHAKES_OF_ADDRESS_MOST = 42
REFUSED_PAUSE_S = 1.0
"""After the system gave no connection, for want of files."""


@dataclass(slots=True)
class _Handshake:
    """One under way."""

    address: str
    connection: socket.socket
    is_begun: bool = False


class SecureDoor:
    """Accepts on one socket. Belongs to one loop.

    Args:
        listening: bound and listening, not blocking.
        context: of the server.
        protocol: makes what serves a connection, once its handshake is over.
    """

    def __init__(
        self,
        listening: socket.socket,
        *,
        context: ssl.SSLContext,
        protocol: Callable[[], asyncio.Protocol],
    ) -> None:
        self._listening = listening
        self._context = context
        self._protocol = protocol
        self._accepting: asyncio.Task[None] | None = None
        self._handshakes: dict[asyncio.Task[None], _Handshake] = {}
        """The oldest first."""
        self._of_address: Counter[str] = Counter()

    def open(self) -> None:
        """Begin to accept."""
        self._accepting = asyncio.ensure_future(self._accept())

    async def close(self) -> None:
        """Accept no more, and end handshakes under way."""
        tasks = [*self._handshakes, *([self._accepting] if self._accepting else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, peer = await loop.sock_accept(self._listening)
            except OSError as error:
                logger.warning("no connection is taken just now: %s", error.strerror)
                await asyncio.sleep(REFUSED_PAUSE_S)
                continue
            address = str(peer[0])
            self._make_room(address)
            self._of_address[address] += 1
            handshake = _Handshake(address, connection)
            task = asyncio.ensure_future(self._shake_hands(handshake))
            self._handshakes[task] = handshake
            task.add_done_callback(self._forget)

    def _make_room(self, address: str) -> None:
        """See to it that a further handshake can be made, at the cost of one that gets nowhere.

        An honest one is over in a moment: the oldest of whoever has most under way is none.
        """
        if self._of_address[address] >= HANDSHAKES_OF_ADDRESS_MOST:
            crowded = address
        elif len(self._handshakes) >= HANDSHAKES_MOST:
            crowded = self._of_address.most_common(1)[0][0]
        else:
            return
        oldest = next(task for task, one in self._handshakes.items() if one.address == crowded)
        oldest.cancel()
        self._forget(oldest)

    def _forget(self, task: asyncio.Task[None]) -> None:
        handshake = self._handshakes.pop(task, None)
        if handshake is None:
            return
        if not handshake.is_begun:
            # Cancelled before its first step; later on the connection belongs to the loop.
            handshake.connection.close()
        self._of_address[handshake.address] -= 1
        if not self._of_address[handshake.address]:
            del self._of_address[handshake.address]

    async def _shake_hands(self, handshake: _Handshake) -> None:
        handshake.is_begun = True
        loop = asyncio.get_running_loop()
        # Whatever a stranger says instead of a handshake ends its connection and nothing else.
        with suppress(OSError, TimeoutError):
            await loop.connect_accepted_socket(
                self._protocol,
                handshake.connection,
                ssl=self._context,
                ssl_handshake_timeout=HANDSHAKE_S,
            )
