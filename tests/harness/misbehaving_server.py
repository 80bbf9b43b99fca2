"""A server on loopback that does whatever a test wants, right or wrong."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

HERE = "127.0.0.1"
OK = b"HTTP/1.1 200 OK\r\n"
MEGABYTE = 1_000_000
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
GZIPPED = b"Content-Encoding: gzip\r\n"


class Conversation:
    """One connection to the misbehaving server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def request(self) -> bytes:
        """Read head and body of a request."""
        head = await self._reader.readuntil(b"\r\n\r\n")
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                head += await self._reader.readexactly(int(line.split(b":")[1]))
        return head

    async def say(self, *parts: bytes) -> None:
        for part in parts:
            self._writer.write(part)
            await self._writer.drain()


class Server:
    """Answers every request with what the test says; counts connections and requests."""

    def __init__(self) -> None:
        self.behave: Callable[[Conversation], Awaitable[None]] = hang
        self.requests: list[bytes] = []
        self.port = 0
        self._server: asyncio.Server | None = None
        self._conversations: set[asyncio.Task[object]] = set()

    async def open(self, host: str = HERE) -> None:
        self._server = await asyncio.start_server(self._serve, host, 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        assert self._server is not None
        self._server.close()
        for conversation in self._conversations:
            conversation.cancel()
        await asyncio.gather(*self._conversations, return_exceptions=True)

    def answer(self, *parts: bytes) -> None:
        async def behave(conversation: Conversation) -> None:
            await conversation.say(*parts)

        self.behave = behave

    def url(self, path: str = "/") -> str:
        return f"http://{HERE}:{self.port}{path}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        conversation = Conversation(reader, writer)
        task = asyncio.current_task()
        assert task is not None
        self._conversations.add(task)
        # The client cuts most of these off, which is the point.
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            self.requests.append(await conversation.request())
            await self.behave(conversation)
        writer.close()


async def hang(conversation: Conversation) -> None:
    await asyncio.Event().wait()


def body(content: bytes, *, headers: bytes = b"") -> bytes:
    return OK + headers + b"Content-Length: %d\r\n\r\n" % len(content) + content


async def endless(conversation: Conversation, *, head: bytes, part: bytes) -> None:
    await conversation.say(head)
    while True:
        await conversation.say(part)


def redirect(location: bytes, *, status: bytes = b"302") -> bytes:
    return b"HTTP/1.1 " + status + b" X\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"
