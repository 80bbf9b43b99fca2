"""The one port that takes notices: at one address of this computer, for whom is expected alone.

There only while a streamer in that segment is subscribed (R15). Whoever else connects is closed
without a byte; the expected ones are given a status and never a body (R8).
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import FETCH_SECONDS, FETCHES_AT_ONCE, HEADER_BYTES
from altrabits_desktop.streamers.events.head import notify_head
from altrabits_desktop.streamers.events.pieces import read_pieces

if TYPE_CHECKING:
    from altrabits_desktop.streamers.answer_limits import HousePace
    from altrabits_desktop.streamers.events.callback import Callback

_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_BAD = b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_UNKNOWN = b"HTTP/1.1 412 Precondition Failed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_CONNECTIONS_MOST = 64


class Door:
    """Listens at one address; on one loop.

    Args:
        address: IPv4 literal of this computer, on the segment of the streamers.
        pace: what all notices together may be.
        limit_s: of one connection, from its first byte to the answer.
    """

    def __init__(self, address: str, *, pace: HousePace, limit_s: float = FETCH_SECONDS) -> None:
        self.address = address
        self._pace = pace
        self._limit_s = limit_s
        self._server: asyncio.Server | None = None
        self._callbacks: dict[str, Callback] = {}
        self._open: dict[asyncio.Task[None], str] = {}
        self.port = 0

    @property
    def is_needed(self) -> bool:
        """Whether anybody is expected."""
        return bool(self._callbacks)

    def expect(self, callback: Callback) -> str:
        """Take notices for a callback from now on, and give its address."""
        self._callbacks[callback.path] = callback
        return f"http://{self.address}:{self.port}{callback.path}"

    def forget(self, callback: Callback) -> None:
        """Take none for it any more."""
        self._callbacks.pop(callback.path, None)

    async def open(self) -> None:
        """Listen, on a port that the system chooses.

        Raises:
            OSError: the address is no longer this computer's.
        """
        server = await asyncio.start_server(self._connected, self.address, 0, limit=HEADER_BYTES)
        self._server = server
        self.port = server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Listen no more, and close what is open."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for task in tuple(self._open):
            task.cancel()
        if self._open:
            await asyncio.wait(tuple(self._open))

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task, source = asyncio.current_task(), str(writer.get_extra_info("peername")[0])
        of_source = sum(each == source for each in self._open.values())
        is_expected = any(each.source == source for each in self._callbacks.values())
        has_room = of_source < FETCHES_AT_ONCE and len(self._open) < _CONNECTIONS_MOST
        if task is None or not (is_expected and has_room):
            writer.transport.abort()
            return
        self._open[task] = source
        try:
            async with asyncio.timeout(self._limit_s):
                writer.write(await self._answer_to(reader, source))
                await writer.drain()
        except (TimeoutError, OSError, EOFError, asyncio.LimitOverrunError):
            pass
        finally:
            del self._open[task]
            writer.close()

    async def _answer_to(self, reader: asyncio.StreamReader, source: str) -> bytes:
        # Whatever comes counts, before it is read: what is refused costs as much.
        if not all(each.count() for each in self._of(source)):
            return _UNKNOWN
        await self._pace.turn()
        try:
            return await self._taken(reader, source)
        except MalformedAnswer:
            return _BAD

    async def _taken(self, reader: asyncio.StreamReader, source: str) -> bytes:
        head = notify_head(await reader.readuntil(b"\r\n\r\n"))
        callback = self._callbacks.get(head.path)
        if callback is None or callback.source != source:
            return _UNKNOWN
        # Some send the first notice before they have answered who asked for it.
        await callback.is_known.wait()
        if head.sid != callback.sid:
            return _UNKNOWN
        if head.body_bytes is None:
            content = await read_pieces(reader)
        else:
            content = await reader.readexactly(head.body_bytes)
        if self._callbacks.get(head.path) is callback:
            callback.take(content, sequence=head.sequence)
        return _OK

    def _of(self, source: str) -> list[Callback]:
        return [each for each in self._callbacks.values() if each.source == source]
