"""The reading part of one streamer's control API, and its page, over plain HTTP."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

from altrabits_desktop.simulator.control_api import (
    ALIVE,
    Garbage,
    answer,
    is_stream,
    state_event,
)
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.http_door import HttpDoor, HttpLimits
from altrabits_desktop.simulator.http_messages import (
    HEAD_BYTES,
    Answer,
    Problem,
    answer_bytes,
    requested_path,
    stream_head,
)

if TYPE_CHECKING:
    from altrabits_desktop.simulator.streamer import VirtualStreamer


class HttpServer:
    """The control API and the page of one streamer, at the streamer's own address."""

    def __init__(self, streamer: VirtualStreamer, limits: HttpLimits) -> None:
        self._streamer = streamer
        self._limits = limits
        self._garbage = Garbage()
        self._streams = 0
        self._door = HttpDoor(streamer, limits, converse=self._converse)

    async def open(self, address: str, *, port: int) -> int:
        """Listen on a port, or on a free one; like `HttpDoor.open`."""
        return await self._door.open(address, port=port)

    async def close(self) -> None:
        """Close the port and all connections."""
        await self._door.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        path = requested_path(await self._door.head(reader))
        if is_stream(path, self._streamer):
            await self._stream(reader, writer)
        else:
            content = answer_bytes(await self._answer(path))
            await self._door.send(writer, self._half(content) if self._is_halving else content)

    async def _answer(self, path: str) -> Answer:
        if Fault.SLOW in self._streamer.faults:
            await asyncio.sleep(self._limits.slow_s)
        if Fault.GARBAGE in self._streamer.faults:
            return self._garbage.answer()
        return answer(path, self._streamer)

    async def _stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        is_full = Fault.FULL in self._streamer.faults
        if self._streams >= self._limits.streams or is_full:
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
            if self._is_halving:
                await self._door.send(writer, stream_head() + self._half(self._event()))
                return
            await self._door.send(writer, stream_head() + self._event())
            while not end.done() and not self._is_halving:
                content = self._event() if await self._has_changed(changed) else ALIVE
                if not end.done() and not self._streamer.is_silent:
                    await self._door.send(writer, content)
        finally:
            self._streams -= 1
            unsubscribe()
            end.cancel()

    @property
    def _is_halving(self) -> bool:
        return Fault.HALF_ANSWER in self._streamer.faults

    def _half(self, content: bytes) -> bytes:
        return content[: len(content) // 2]

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
