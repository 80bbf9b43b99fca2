"""A request that is handed to an ASGI application as it stands: for what no client would send."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

    from starlette.types import ASGIApp

Headers = list[tuple[bytes, bytes]]


@dataclass
class Exchange:
    """One request, and what was answered so far.

    Args:
        method: of the request.
        path: decoded, without query.
        headers: as they stand, doubled ones too; names in lower case.
        parts: of the body; taken one by one, as the application asks for them.
        meanwhile: done when the body is first asked for, so after whoever asks was let in.
        has_hung_up: whether the client is gone when the parts are at an end.
    """

    method: str
    path: str
    headers: Headers
    parts: Iterable[bytes] = ()
    meanwhile: Callable[[], Awaitable[object]] | None = None
    has_hung_up: bool = False
    status: int = 0
    answer_headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""
    taken_bytes: int = 0
    chunks: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)
    is_over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def code(self) -> str:
        return str(msgspec.json.decode(self.content)["code"])

    async def run(self, application: ASGIApp) -> Exchange:
        """Carry the request out to the end of its answer."""
        self._waiting = iter(self.parts)
        await application(self._scope(), self._receive, self._send)
        self.is_over.set()
        return self

    async def told(self) -> AsyncIterator[bytes]:
        """Give the pieces of an answer that does not end by itself."""
        while True:
            yield await self.chunks.get()

    def _scope(self) -> dict[str, Any]:
        path, _, query = self.path.partition("?")
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": self.method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": self.headers,
            "client": ("127.0.0.1", 50000),
            "server": ("127.0.0.1", 8000),
        }

    async def _receive(self) -> dict[str, Any]:
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            await meanwhile()
        part = next(self._waiting, None)
        if part is not None:
            self.taken_bytes += len(part)
            return {"type": "http.request", "body": part, "more_body": True}
        if self.has_hung_up:
            return {"type": "http.disconnect"}
        if not self.status:
            return {"type": "http.request", "body": b"", "more_body": False}
        await asyncio.Event().wait()
        raise AssertionError("nobody sets that event")

    async def _send(self, message: Any) -> None:  # noqa: ANN401 # ASGI's own type says no more
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.answer_headers = {
                name.decode(): value.decode() for name, value in message["headers"]
            }
        elif message["type"] == "http.response.body":
            self.content += message.get("body", b"")
            self.chunks.put_nowait(message.get("body", b""))
