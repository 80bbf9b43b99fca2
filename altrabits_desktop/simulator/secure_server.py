"""The writing part of one streamer's control API, over HTTPS with the streamer's certificate."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.simulator.control_api import Garbage
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.http_door import HttpDoor, HttpLimits
from altrabits_desktop.simulator.http_messages import answer_bytes, requested
from altrabits_desktop.simulator.writing import answer_writing, check_path

if TYPE_CHECKING:
    from altrabits_desktop.simulator.streamer import VirtualStreamer


class SecureServer:
    """Takes claims and commands of one streamer, at the streamer's own address."""

    def __init__(self, streamer: VirtualStreamer, limits: HttpLimits) -> None:
        self._streamer = streamer
        self._limits = limits
        self._garbage = Garbage()
        self._door = HttpDoor(
            streamer, limits, converse=self._converse, context=streamer.certificate.context()
        )
        streamer.certificate.renewed = self._door.drop_waiting

    async def open(self, address: str, *, port: int) -> int:
        """Listen on a port, or on a free one; like `HttpDoor.open`."""
        return await self._door.open(address, port=port)

    async def close(self) -> None:
        """Close the port and all connections."""
        await self._door.close()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # While it is open: who has left comes from nowhere.
        source = str((writer.get_extra_info("peername") or ("",))[0])
        head = await self._door.head(reader)
        while head and await self._answer(head, reader, writer, source=source):
            head = await self._door.further_head(reader, writer)

    async def _answer(
        self,
        head: bytes,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        source: str,
    ) -> bool:
        """Answer a request, and tell whether another one may come on its connection."""
        request = requested(head)
        check_path(request, self._streamer)
        content = await self._door.body(reader, request.body_bytes)
        if Fault.SLOW in self._streamer.faults:
            await asyncio.sleep(self._limits.slow_s)
        if Fault.GARBAGE in self._streamer.faults:
            answer = self._garbage.answer()
        else:
            answer = answer_writing(request, content, self._streamer, source=source)
        sent = answer_bytes(answer, is_last=not request.has_more)
        if Fault.HALF_ANSWER in self._streamer.faults:
            await self._door.send(writer, sent[: len(sent) // 2])
            return False
        await self._door.send(writer, sent)
        return request.has_more
