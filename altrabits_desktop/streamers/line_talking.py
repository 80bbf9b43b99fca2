"""Plain TCP towards streamers, line by line: only where R6 allows it, never more than R7 allows.

For music servers that speak no HTTP. Nothing of the person goes there: no certificate shows who
answers.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable, StreamerSilent
from altrabits_desktop.contract.limits import (
    CONNECT_SECONDS,
    LINE_BYTES,
    LINE_TALKS_PER_PORT,
    LINES_SAID_BYTES,
)
from altrabits_desktop.streamers.answer_limits import HousePace
from altrabits_desktop.streamers.reach import may_reach_host

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.streamers.neighbourhood import Neighbourhood

_CHUNK_BYTES = 65_536
_CONNECTIONS_MOST = 512
_WINDOW_S = 1.0
_WINDOW_COST = 256_000
_COST_PER_LINE = 256
_COST_PER_CHUNK = 2_048
_TURN_BYTES = 16_384
"""Of 250 turns a second for the whole house."""


class LineBuffer:
    """Cuts what comes on a connection into lines, and refuses what is too long or too fast. Pure.

    What a connection may cost in any second is a quarter of a megabyte, where each line counts as
    256 bytes more and each piece that came by itself as 2 kB.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._lines: deque[str] = deque()
        self._window_ends_at_s = float("-inf")
        self._cost = 0

    def feed(self, chunk: bytes, *, now_s: float) -> None:
        """Take what came.

        Args:
            chunk: not empty.
            now_s: by a clock that never jumps.

        Raises:
            MalformedAnswer: `answer.too_fast`, or `answer.too_large` for a line.
        """
        if now_s >= self._window_ends_at_s:
            self._window_ends_at_s, self._cost = now_s + _WINDOW_S, 0
        self._cost += len(chunk) + _COST_PER_CHUNK + _COST_PER_LINE * chunk.count(b"\n")
        if self._cost > _WINDOW_COST:
            raise MalformedAnswer("answer.too_fast")
        *whole, self._rest = (self._rest + chunk).split(b"\n")
        if max(map(len, (*whole, self._rest))) > LINE_BYTES:
            raise MalformedAnswer("answer.too_large")
        self._lines.extend(line.removesuffix(b"\r").decode("utf-8", "replace") for line in whole)

    def next(self) -> str | None:
        """Give the next whole line; None where there is none yet."""
        return self._lines.popleft() if self._lines else None


class _HouseTurns:
    """Lets what comes on all connections be read piece by piece, each in its own turn of the loop.

    Sixty servers of one neighbour can say something at the same moment; what is made of it all
    must not keep the window from its work meanwhile. In order; on one loop.

    Args:
        clock: for all waiting.
    """

    def __init__(self, clock: Clock) -> None:
        self._pace = HousePace(clock)
        self._turn = asyncio.Lock()

    async def turn(self, size_bytes: int) -> None:
        """Return when a piece of so many bytes may be read."""
        async with self._turn:
            for _ in range(1 + size_bytes // _TURN_BYTES):
                await self._pace.turn()
            await asyncio.sleep(0)


def refuse_unsayable(*lines: str) -> bytes:
    """Give what is sent for some lines; pure.

    Raises:
        ValueError: a line holds a control character, or all are too long.
    """
    said = "".join(f"{line}\n" for line in lines).encode()
    if len(said) > LINES_SAID_BYTES or any(not _is_one_line(line) for line in lines):
        raise ValueError("no lines that can be said")
    return said


def _is_one_line(line: str) -> bool:
    return all(character >= " " and character != "\x7f" for character in line)


class LineTalking:
    """Keeps `drivers.driver.Lines`; on one loop.

    Args:
        neighbourhood: the subnets that may be contacted.
        clock: for how fast lines may come.
        connect_s: time limit of a connection.
    """

    def __init__(
        self, *, neighbourhood: Neighbourhood, clock: Clock, connect_s: float = CONNECT_SECONDS
    ) -> None:
        self._neighbourhood = neighbourhood
        self._clock = clock
        self._connect_s = connect_s
        self._house = _HouseTurns(clock)
        self._open: Counter[tuple[str, int]] = Counter()

    @asynccontextmanager
    async def open(
        self, port: int, *, address: str, is_loopback_allowed: bool
    ) -> AsyncIterator[_TcpTalk]:
        """Connect; the connection is closed with the context, without waiting.

        Raises:
            NotReachable: no connection in time, or there are four to this port already.
            MalformedAnswer: a forbidden address.
        """
        refusal = may_reach_host(
            address,
            subnets=self._neighbourhood.subnets,
            is_loopback_allowed=is_loopback_allowed,
        )
        if refusal is not None:
            raise MalformedAnswer("answer.forbidden_address", reason=refusal)
        place = (address, port)
        if self._open[place] >= LINE_TALKS_PER_PORT or self._open.total() >= _CONNECTIONS_MOST:
            raise StreamerSilent("streamer.silent", address=address)
        self._open[place] += 1
        try:
            reader, writer = await self._connected(address, port)
            try:
                yield _TcpTalk(
                    reader, writer, address=address, clock=self._clock, house=self._house
                )
            finally:
                writer.transport.abort()
        finally:
            self._open[place] -= 1
            self._open += Counter()

    async def _connected(
        self, address: str, port: int
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        try:
            async with asyncio.timeout(self._connect_s):
                return await asyncio.open_connection(address, port)
        except TimeoutError as error:
            raise StreamerSilent("streamer.silent", address=address) from error
        except OSError as error:
            raise NotReachable("streamer.unreachable", address=address) from error


class _TcpTalk:
    """Keeps `drivers.driver.LineTalk`."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        address: str,
        clock: Clock,
        house: _HouseTurns,
    ) -> None:
        self._reader, self._writer = reader, writer
        self._address = address
        self._clock = clock
        self._house = house
        self._buffer = LineBuffer()
        self._unread = b""
        """Came already, and waits for its turn; whoever gives up waiting must not lose it."""

    async def say(self, *lines: str) -> None:
        """Send lines, in one go."""
        self._writer.write(refuse_unsayable(*lines))
        try:
            await self._writer.drain()
        except OSError as error:
            raise NotReachable("streamer.unreachable", address=self._address) from error

    async def hear(self, *, within_s: float) -> str | None:
        """Give the next line; None when none came in time."""
        line = self._buffer.next()
        if line is not None:
            return line
        try:
            async with asyncio.timeout(within_s):
                return await self._next_line()
        except TimeoutError:
            return None

    async def _next_line(self) -> str:
        while (line := self._buffer.next()) is None:
            self._unread = self._unread or await self._read()
            await self._house.turn(len(self._unread))
            chunk, self._unread = self._unread, b""
            self._buffer.feed(chunk, now_s=self._clock.steady_s())
        return line

    async def _read(self) -> bytes:
        try:
            chunk = await self._reader.read(_CHUNK_BYTES)
        except TimeoutError as error:
            # The system's own, of a peer that is gone; not the limit around this.
            raise StreamerSilent("streamer.silent", address=self._address) from error
        except OSError as error:
            raise NotReachable("streamer.unreachable", address=self._address) from error
        if not chunk:
            raise StreamerSilent("streamer.silent", address=self._address)
        return chunk
