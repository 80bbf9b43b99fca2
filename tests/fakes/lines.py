"""Lines towards streamers without a network: a test answers, and all that is said is kept."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from altrabits_desktop.streamers.line_talking import LineBuffer, refuse_unsayable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from tests.fakes.clock import FakeClock

    Answer = Iterable[str] | bytes | Exception
    """Lines, rubbish as it comes, or what the connection ends with."""


@dataclass(frozen=True, slots=True)
class Opening:
    """One connection as it would have been made."""

    port: int
    address: str
    is_loopback_allowed: bool


class FakeTalk:
    """Keeps `drivers.driver.LineTalk`, with the limits of the real one."""

    def __init__(self, lines: FakeLines) -> None:
        self._lines = lines
        self._buffer = LineBuffer()
        self._waiting: deque[bytes | Exception] = deque()
        self._has_news = asyncio.Event()
        self.said: list[str] = []
        """On this connection, since it was opened."""

    def tell(self, answer: Answer) -> None:
        """Let the driver hear something, asked for or not."""
        if isinstance(answer, bytes | Exception):
            self._waiting.append(answer)
        else:
            self._waiting.append("".join(f"{line}\n" for line in answer).encode())
        self._has_news.set()

    async def say(self, *lines: str) -> None:
        refuse_unsayable(*lines)
        for line in lines:
            self.said.append(line)
            self._lines.said.append(line)
            if not self._lines.is_stalled:
                self.tell(self._lines.answer(self, line))

    async def hear(self, *, within_s: float) -> str | None:
        waiting = asyncio.ensure_future(self._next_line())
        sleeping = asyncio.ensure_future(self._lines.clock.sleep(within_s))
        try:
            await asyncio.wait((waiting, sleeping), return_when=asyncio.FIRST_COMPLETED)
            return waiting.result() if waiting.done() else None
        finally:
            waiting.cancel()
            sleeping.cancel()
            await asyncio.gather(waiting, sleeping, return_exceptions=True)

    async def _next_line(self) -> str:
        while (line := self._buffer.next()) is None:
            while not self._waiting:
                self._has_news.clear()
                await self._has_news.wait()
            told = self._waiting.popleft()
            if isinstance(told, Exception):
                raise told
            if told:
                self._buffer.feed(told, now_s=self._lines.clock.steady_s())
        return line


class FakeLines:
    """Keeps `drivers.driver.Lines`.

    Args:
        answer: gives what is heard on a connection after a line was said on it.
        greeting: gives what is heard first.
    """

    def __init__(
        self,
        clock: FakeClock,
        *,
        answer: Callable[[FakeTalk, str], Answer],
        greeting: Callable[[], Answer] = tuple,
    ) -> None:
        self.clock = clock
        self.answer = answer
        self.greeting = greeting
        self.openings: list[Opening] = []
        self.talks: list[FakeTalk] = []
        """Those that are open now."""
        self.said: list[str] = []
        """On all connections together."""
        self.is_stalled = False

    def tell_all(self, answer: Answer) -> None:
        """Let all connections that are open hear something."""
        for talk in self.talks:
            talk.tell(answer)

    @asynccontextmanager
    async def open(
        self, port: int, *, address: str, is_loopback_allowed: bool
    ) -> AsyncIterator[FakeTalk]:
        self.openings.append(Opening(port, address, is_loopback_allowed))
        talk = FakeTalk(self)
        if not self.is_stalled:
            talk.tell(self.greeting())
        self.talks.append(talk)
        try:
            yield talk
        finally:
            self.talks.remove(talk)
