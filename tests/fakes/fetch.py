"""HTTP towards streamers without a network: answers by address, and every request kept."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

Answer = bytes | Exception | Callable[[], bytes]
"""What an address gives: a body, an error to raise, or a function that makes the body."""


class FaultToldError(Exception):
    """An answer of status 500, whose body tells the fault."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.content = content


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it would have left."""

    method: str
    url: str
    address: str
    is_loopback_allowed: bool
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""


class FakeStream:
    """The lines of an endless answer, said by the test."""

    def __init__(self) -> None:
        self._waiting: asyncio.Queue[str | Exception | None] = asyncio.Queue()
        self.is_open = False
        self.openings = 0

    def say(self, *lines: str) -> None:
        for line in lines:
            self._waiting.put_nowait(line)

    def end(self, error: Exception | None = None) -> None:
        self._waiting.put_nowait(error)

    async def lines(self) -> AsyncGenerator[str, None]:
        self.is_open = True
        self.openings += 1
        try:
            while True:
                said = await self._waiting.get()
                if said is None:
                    return
                if isinstance(said, Exception):
                    raise said
                yield said
        finally:
            self.is_open = False


class FakeFetch:
    """Keeps `drivers.driver.Fetch`; unknown addresses answer with status 404.

    Args:
        delay: awaited before each answer, such as a clock's sleep.

    `answers` has what is given at each address, to GET and POST; an action of UPnP, which its
    header names, has `ADDRESS#ACTION`. `streams` has the endless ones.
    """

    def __init__(self, *, delay: Callable[[], Awaitable[None]] | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        self.streams: dict[str, FakeStream] = {}
        self.requests: list[Request] = []
        self.delay = delay

    @property
    def hosts(self) -> set[str]:
        """The hosts of all requests, as an address bar would read them."""
        return {request.url.split("/")[2].partition(":")[0] for request in self.requests}

    async def get(self, url: str, *, address: str, is_loopback_allowed: bool) -> bytes:
        self.requests.append(Request("GET", url, address, is_loopback_allowed))
        return await self._answer(url)

    async def post(
        self,
        url: str,
        *,
        address: str,
        is_loopback_allowed: bool,
        headers: dict[str, str],
        content: bytes,
        takes_fault: bool = False,
    ) -> bytes:
        request = Request("POST", url, address, is_loopback_allowed, headers, content)
        self.requests.append(request)
        action = next((v for k, v in headers.items() if k.lower() == "soapaction"), "")
        name = _action_name(action)
        try:
            return await self._answer(f"{url}#{name}" if name else url)
        except FaultToldError as fault:
            if takes_fault:
                return fault.content
            raise MalformedAnswer("answer.status", status=500) from fault

    async def lines(
        self, url: str, *, address: str, is_loopback_allowed: bool
    ) -> AsyncGenerator[str, None]:
        self.requests.append(Request("GET", url, address, is_loopback_allowed))
        if url not in self.streams:
            raise MalformedAnswer("answer.status", status=404)
        source = self.streams[url].lines()
        try:
            async for line in source:
                yield line
        finally:
            await source.aclose()

    async def _answer(self, key: str) -> bytes:
        if self.delay is not None:
            await self.delay()
        answer = self.answers.get(key, MalformedAnswer("answer.status", status=404))
        if isinstance(answer, Exception):
            raise answer
        return answer() if callable(answer) else answer


def _action_name(header: str) -> str:
    return header.strip('"').rpartition("#")[2]


async def hang() -> None:
    """Never end."""
    await asyncio.get_running_loop().create_future()
