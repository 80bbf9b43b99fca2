"""Serves one virtual streamer over HTTP within the limits that firmware keeps."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.contract.control_api import ALIVE_EVERY_S
from altrabits_desktop.simulator.announcing import binding_error
from altrabits_desktop.simulator.control_api import (
    ALIVE,
    Garbage,
    answer,
    is_stream,
    state_event,
)
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.http_messages import (
    HEAD_BYTES,
    Answer,
    Problem,
    answer_bytes,
    problem_answer,
    requested_path,
    stream_head,
)

if TYPE_CHECKING:
    from altrabits_desktop.simulator.streamer import VirtualStreamer

_LINGER_BYTES = 65_536
_ACCEPTING_TURNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpLimits:
    """What one streamer grants to all clients together; times in seconds."""

    connections: int = 16
    streams: int = 8
    head_s: float = 5.0
    """From the connection to the end of the request."""
    send_s: float = 5.0
    """Until a client has taken what was sent."""
    linger_s: float = 0.5
    """For a refused client to stop sending, so that it reads the refusal."""
    silent_s: float = 15.0
    """How long a silent streamer holds a connection."""
    slow_s: float = 3.0
    """How long a slow streamer thinks."""
    alive_s: float = ALIVE_EVERY_S


class HttpServer:
    """The control API and the page of one streamer, at the streamer's own address."""

    def __init__(self, streamer: VirtualStreamer, limits: HttpLimits) -> None:
        self._streamer = streamer
        self._limits = limits
        self._garbage = Garbage()
        self._tasks: set[asyncio.Task[None]] = set()
        self._streams = 0
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
        return await asyncio.start_server(self._accept, address, port, limit=HEAD_BYTES)

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
                    await self._converse(reader, writer)
                is_done = True
            finally:
                if is_done:
                    writer.close()
                else:
                    # A close would wait for the client to take what it does not take.
                    writer.transport.abort()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            path = await self._path(reader)
            if is_stream(path, self._streamer):
                await self._stream(reader, writer)
            else:
                await self._send(writer, answer_bytes(await self._answer(path)))
        except Problem as problem:
            await self._send(writer, answer_bytes(problem_answer(problem)))
            writer.write_eof()
            await _discard(reader, _LINGER_BYTES, within_s=self._limits.linger_s)

    async def _path(self, reader: asyncio.StreamReader) -> str:
        if len(self._tasks) > self._limits.connections:
            raise Problem(503, "connections.full")
        try:
            async with asyncio.timeout(self._limits.head_s):
                return requested_path(await reader.readuntil(b"\r\n\r\n"))
        except TimeoutError as error:
            raise Problem(408, "request.too_slow") from error
        except asyncio.LimitOverrunError as error:
            raise Problem(431, "request.too_large") from error

    async def _answer(self, path: str) -> Answer:
        if Fault.SLOW in self._streamer.faults:
            await asyncio.sleep(self._limits.slow_s)
        if Fault.GARBAGE in self._streamer.faults:
            return self._garbage.answer()
        return answer(path, self._streamer)

    async def _stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._streams >= self._limits.streams:
            raise Problem(503, "streams.full")
        if Fault.SLOW in self._streamer.faults:
            await asyncio.sleep(self._limits.slow_s)
        changed = asyncio.Event()
        unsubscribe = self._streamer.subscribe(changed.set)
        # Nothing more is awaited from the client: a byte or its end is the end of the stream.
        end = asyncio.ensure_future(reader.read(1))
        end.add_done_callback(lambda _: changed.set())
        self._streams += 1
        # Little is kept for a client that takes nothing, in the system as well, as on a small
        # streamer; so it is noticed soon.
        writer.transport.set_write_buffer_limits(high=HEAD_BYTES)
        connection: socket.socket = writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, HEAD_BYTES)
        try:
            await self._send(writer, stream_head() + self._event())
            while not end.done():
                content = self._event() if await self._has_changed(changed) else ALIVE
                if not end.done() and not self._streamer.is_silent:
                    await self._send(writer, content)
        finally:
            self._streams -= 1
            unsubscribe()
            end.cancel()

    async def _has_changed(self, changed: asyncio.Event) -> bool:
        try:
            async with asyncio.timeout(self._limits.alive_s):
                await changed.wait()
        except TimeoutError:
            return False
        changed.clear()
        return True

    def _event(self) -> bytes:
        if Fault.GARBAGE in self._streamer.faults:
            return self._garbage.event()
        return state_event(self._streamer)

    async def _send(self, writer: asyncio.StreamWriter, content: bytes) -> None:
        writer.write(content)
        async with asyncio.timeout(self._limits.send_s):
            await writer.drain()


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
