"""A port of one streamer: takes connections within the limits that firmware keeps."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_api import ALIVE_EVERY_S
from altrabits_desktop.contract.limits import SECURE_PORT_IDLE_S
from altrabits_desktop.simulator.announcing import binding_error
from altrabits_desktop.simulator.http_messages import (
    HEAD_BYTES,
    Problem,
    answer_bytes,
    problem_answer,
)

if TYPE_CHECKING:
    import ssl

    from altrabits_desktop.simulator.streamer import VirtualStreamer

_LINGER_BYTES = 65_536
_ACCEPTING_TURNS = 3
_SHUTDOWN_S = 1.0

Converse = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
"""Reads one request and answers it; raises Problem where it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpLimits:
    """What one streamer grants to all clients together; times in seconds."""

    connections: int = 16
    streams: int = 8
    handshake_s: float = 5.0
    head_s: float = 5.0
    """From the connection to the end of the request."""
    idle_s: float = SECURE_PORT_IDLE_S
    """From an answer to the beginning of the next request, where more than one may come."""
    send_s: float = 5.0
    """Until a client has taken what was sent."""
    linger_s: float = 0.5
    """For a refused client to stop sending, so that it reads the refusal."""
    silent_s: float = 15.0
    """How long a silent streamer holds a connection."""
    slow_s: float = 3.0
    """How long a slow streamer thinks."""
    alive_s: float = ALIVE_EVERY_S


class HttpDoor:
    """One port at the streamer's own address, and its connections.

    Args:
        streamer: whose it is.
        limits: what it grants.
        converse: serves one connection.
        context: speaks TLS where given.
    """

    def __init__(
        self,
        streamer: VirtualStreamer,
        limits: HttpLimits,
        *,
        converse: Converse,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self._streamer = streamer
        self._limits = limits
        self._converse = converse
        self._context = context
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self._is_closed = False

    async def open(self, address: str, *, port: int) -> int:
        """Listen on a port, or on a free one where that port cannot be had; give which.

        Raises:
            Refused: `simulate.address_missing`: no card has the address.
            PortTaken: `simulate.port_taken`: there is no free port either.
        """
        try:
            self._server = await self._listen(address, port)
        except OSError:
            try:
                self._server = await self._listen(address, 0)
            except OSError as error:
                raise binding_error(error, address=address, port=port) from error
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Close the port and all connections."""
        self._is_closed = True
        if self._server is not None and self._server.is_serving():
            await _let_nobody_in(self._server)
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _listen(self, address: str, port: int) -> asyncio.Server:
        if self._context is None:
            return await asyncio.start_server(self._accept, address, port, limit=HEAD_BYTES)
        return await asyncio.start_server(
            self._accept,
            address,
            port,
            limit=HEAD_BYTES,
            ssl=self._context,
            ssl_handshake_timeout=self._limits.handshake_s,
            ssl_shutdown_timeout=_SHUTDOWN_S,
        )

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_closed:
            # It was let in just before the port was closed.
            writer.transport.abort()
            return
        task = asyncio.ensure_future(self._serve(reader, writer))
        self._tasks.add(task)

        def forget(ended: asyncio.Task[None]) -> None:
            self._tasks.discard(ended)
            if ended.cancelled():
                # Before its first step it had no chance to do so itself.
                writer.transport.abort()

        task.add_done_callback(forget)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        is_done = False
        # A client that left or stalled: firmware has nobody to tell either.
        with contextlib.suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
            try:
                if self._streamer.is_silent:
                    await _discard(reader, _LINGER_BYTES, within_s=self._limits.silent_s)
                else:
                    await self._attend(reader, writer)
                is_done = True
            finally:
                if is_done:
                    writer.close()
                else:
                    # A close would wait for the client to take what it does not take.
                    writer.transport.abort()

    async def head(self, reader: asyncio.StreamReader) -> bytes:
        """Read the head of a request.

        Raises:
            Problem: 503 `connections.full`, 408 `request.too_slow`, 431 `request.too_large`.
        """
        if len(self._tasks) > self._limits.connections:
            raise Problem(503, "connections.full")
        try:
            async with asyncio.timeout(self._limits.head_s):
                return await reader.readuntil(b"\r\n\r\n")
        except TimeoutError as error:
            raise Problem(408, "request.too_slow") from error
        except asyncio.LimitOverrunError as error:
            raise Problem(431, "request.too_large") from error

    async def further_head(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bytes:
        """Read the head of a further request; empty where none comes in time.

        Raises:
            Problem: like `head`.
        """
        self._waiting.add(writer)
        try:
            async with asyncio.timeout(self._limits.idle_s):
                first = await reader.read(1)
        except TimeoutError:
            return b""
        finally:
            self._waiting.discard(writer)
        return first + await self.head(reader) if first else b""

    def drop_waiting(self) -> None:
        """End every connection that waits for a further request."""
        for writer in self._waiting:
            writer.transport.abort()

    async def body(self, reader: asyncio.StreamReader, size_bytes: int) -> bytes:
        """Read a body of a known size.

        Raises:
            Problem: 408 `request.too_slow`.
        """
        try:
            async with asyncio.timeout(self._limits.head_s):
                return await reader.readexactly(size_bytes)
        except TimeoutError as error:
            raise Problem(408, "request.too_slow") from error

    async def send(self, writer: asyncio.StreamWriter, content: bytes) -> None:
        """Send, and wait until the client has taken it.

        Raises:
            TimeoutError: it does not take it.
        """
        writer.write(content)
        async with asyncio.timeout(self._limits.send_s):
            await writer.drain()

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await self._converse(reader, writer)
        except Problem as problem:
            await self.send(writer, answer_bytes(problem_answer(problem)))
            if writer.can_write_eof():
                writer.write_eof()
            await _discard(reader, _LINGER_BYTES, within_s=self._limits.linger_s)


async def _let_nobody_in(server: asyncio.Server) -> None:
    """Stop accepting, and let those in who were accepted already.

    A server that is closed in between leaves such a connection open for ever (Python 3.11).
    """
    loop = asyncio.get_running_loop()
    # The loop of Windows accepts in another way, and without that gap.
    with contextlib.suppress(NotImplementedError):
        for listening in server.sockets:
            loop.remove_reader(listening.fileno())
    for _ in range(_ACCEPTING_TURNS):
        await asyncio.sleep(0)


async def _discard(reader: asyncio.StreamReader, most_bytes: int, *, within_s: float) -> None:
    """Take what a client still sends, up to a limit, and drop it."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(within_s):
            while most_bytes > 0 and (dropped := await reader.read(HEAD_BYTES)):
                most_bytes -= len(dropped)
