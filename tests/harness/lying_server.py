"""A server elsewhere that answers as a test says, with client, replica and engine before it."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from altrabits_desktop.contract.possessions import AddOwned
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.sync.client import ServerClient
from altrabits_desktop.sync.engine import SyncEngine
from altrabits_desktop.sync.outbox import Errand, Waiting
from altrabits_desktop.sync.replica import Replica
from tests.fakes.clock import NOON, FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OWNED = {"id": "streamer-1", "revision": 3, "name": "Kitchen", "added_at": "2026-11-01T10:00:00Z"}
TICKET = {
    "number": "AB-0000-0000-0",
    "subject": "Silent",
    "state": "open",
    "streamer_id": "",
    "opened_at": "2026-11-01T10:00:00Z",
    "revision": 3,
    "messages": [],
}


def page(*entries: object, cursor: str = "e.1", has_more: bool = False) -> bytes:
    return json.dumps({"cursor": cursor, "has_more": has_more, "entries": entries}).encode()


def entry(noun: str = "streamer", **fields: object) -> dict[str, object]:
    return {"noun": noun, "id": "streamer-1", "revision": 3, **fields}


def problem(status: int, code: str) -> bytes:
    return json.dumps({"status": status, "code": code, "title": ""}).encode()


class Liar:
    """A client with replica and engine, and what the server answers next about changes."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.url = ""
        self.asked: list[str] = []
        self.answers: deque[tuple[int, bytes]] = deque()
        """About changes; the last one again and again."""
        self.stream = b""
        self.is_silent = False
        """Whether it takes the question for hints, and never says a word."""
        self.client = ServerClient(reached=lambda: Reached(self.url), token=lambda: "token")
        self._changed = asyncio.Event()
        self.replica = Replica(folder / "replica.sqlite3", changed=self._changed.set)
        self.engine = SyncEngine(
            self.client,
            self.replica,
            clock=self.clock,
            chance=lambda: 0.0,
            changed=self._changed.set,
        )

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = await reader.readuntil(b"\r\n\r\n")
            self.asked.append(head.split()[1].decode())
            if "/events" in self.asked[-1]:
                await self._stream(writer)
            else:
                status, body = self.answers[0] if self.answers else (200, page())
                if len(self.answers) > 1:
                    self.answers.popleft()
                length = f"\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
                writer.write(f"HTTP/1.1 {status} X{length}".encode() + body)
                await writer.drain()
        writer.close()

    async def _stream(self, writer: asyncio.StreamWriter) -> None:
        if not self.is_silent:
            writer.write(b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\n\r\n")
            writer.write(self.stream)
            await writer.drain()
        await asyncio.Event().wait()

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    async def add(self) -> None:
        await self.replica.keep(
            Waiting(
                key="key-of-the-client",
                errand=Errand.ADD_STREAMER,
                object_id="streamer-2",
                body=AddOwned(id="streamer-2", name="Attic"),
                made_at=NOON,
            )
        )
