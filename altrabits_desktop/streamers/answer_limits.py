"""The limits of R7 on what an HTTP answer brings: bytes, crumbs, lines and pace."""

from __future__ import annotations

import asyncio
import zlib
from typing import TYPE_CHECKING

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import EVENT_BYTES, FETCH_BYTES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from altrabits_desktop.runtime.clock import Clock

_CHUNKS_MOST = 4096
_CHUNKS_PER_TURN = 16
_WINDOW_S = 1.0
_WINDOW_COST = 256_000
# What a line or chunk costs beside its bytes: some thirty small events a second are the most.
_COST_EACH = 2048
_HOUSE_LINES_A_SECOND = 250
"""What all endless answers together may say. A hundred events of a whole new state take a third of
the loop's time; sixty streamers of one neighbour at their fastest left the window none. Signs of
life of 250 quiet streamers are a third of it."""
_HOUSE_CREDIT_S = 1.0
"""For how long a quiet house saves up: many that say something at once are heard at once."""
_GZIP_WINDOW_BITS = 16 + zlib.MAX_WBITS


class Pace:
    """Refuses an endless answer that comes faster than any streamer has things to say."""

    def __init__(self) -> None:
        self._window_ends_at_s = float("-inf")
        self._cost = 0

    def check(self, chunk: bytes, *, now_s: float) -> None:
        """Take note of a chunk.

        Raises:
            MalformedAnswer: too many bytes or lines within a second.
        """
        if now_s >= self._window_ends_at_s:
            self._window_ends_at_s, self._cost = now_s + _WINDOW_S, 0
        self._cost += len(chunk) + _COST_EACH * (1 + chunk.count(b"\n"))
        if self._cost > _WINDOW_COST:
            raise MalformedAnswer("answer.too_fast")


class HousePace:
    """Makes endless answers that together say too much wait for each other, in order.

    Each has one line taken, then the next one has its turn: who says little waits for a line of
    each other at most, two seconds for the most connections there can be. On one loop.

    Args:
        clock: for all waiting.
        lines_a_second: how much is too much.
    """

    def __init__(self, clock: Clock, *, lines_a_second: float = _HOUSE_LINES_A_SECOND) -> None:
        self._clock = clock
        self._each_s = 1 / lines_a_second
        self._turn = asyncio.Lock()
        self._free_at_s = float("-inf")

    async def turn(self) -> None:
        """Return when a line may be taken."""
        async with self._turn:
            now_s = self._clock.steady_s()
            since_s = max(self._free_at_s, now_s - _HOUSE_CREDIT_S)
            self._free_at_s = since_s + self._each_s
            if self._free_at_s > now_s:
                await self._clock.sleep(self._free_at_s - now_s)


class LineSplitter:
    """Cuts an endless answer into lines, and refuses an event that is too long."""

    def __init__(self) -> None:
        self._rest = b""
        self._event_bytes = 0

    def split(self, chunk: bytes) -> list[str]:
        """Give the lines that end in this chunk.

        Raises:
            MalformedAnswer: the lines since the last empty one are longer than an event may be.
        """
        *whole, self._rest = (self._rest + chunk).split(b"\n")
        lines: list[str] = []
        for line in whole:
            text = line.removesuffix(b"\r")
            self._event_bytes = self._event_bytes + len(text) if text else 0
            self._check(self._event_bytes)
            lines.append(text.decode("utf-8", "replace"))
        self._check(self._event_bytes + len(self._rest))
        return lines

    def _check(self, size_bytes: int) -> None:
        if size_bytes > EVENT_BYTES:
            raise MalformedAnswer("answer.event_too_large")


class _Inflating:
    """Gives a body's bytes after decompression, never more than the limit and one more."""

    def __init__(self, encoding: str) -> None:
        self._machine = None if encoding == "identity" else zlib.decompressobj(_GZIP_WINDOW_BITS)

    def feed(self, chunk: bytes, *, most_bytes: int) -> bytes:
        """Give what a chunk holds.

        Raises:
            MalformedAnswer: it is not what it says it is.
        """
        if self._machine is None:
            return chunk
        try:
            return self._machine.decompress(chunk, most_bytes)
        except zlib.error as error:
            raise MalformedAnswer("answer.encoding") from error

    def check_end(self) -> None:
        """Make sure that nothing is missing.

        Raises:
            MalformedAnswer: the packed body broke off.
        """
        if self._machine is not None and not self._machine.eof:
            raise MalformedAnswer("answer.encoding")


async def whole_body(answer: httpx.Response, chunks: AsyncIterator[bytes]) -> bytes:
    """Read a body to its end.

    Args:
        answer: for how the body is packed.
        chunks: the body as it comes.

    Raises:
        MalformedAnswer: over 1 MB as sent or when unpacked, packed in an unknown way, or in
            thousands of crumbs.
    """
    inflating = _Inflating(_encoding_of(answer))
    body = bytearray()
    received_bytes = taken = 0
    async for chunk in chunks:
        received_bytes += len(chunk)
        body += inflating.feed(chunk, most_bytes=FETCH_BYTES + 1 - len(body))
        if max(received_bytes, len(body)) > FETCH_BYTES or taken > _CHUNKS_MOST:
            raise MalformedAnswer("answer.too_large")
        taken += 1
        # Chunks that lie ready come without a turn of the loop, a thousand of them as well.
        if taken % _CHUNKS_PER_TURN == 0:
            await asyncio.sleep(0)
    inflating.check_end()
    return bytes(body)


def refuse_encoding(answer: httpx.Response) -> None:
    """Take an endless answer only as it is.

    Raises:
        MalformedAnswer: it is packed.
    """
    if _encoding_of(answer) != "identity":
        raise MalformedAnswer("answer.encoding")


def _encoding_of(answer: httpx.Response) -> str:
    encoding: str = answer.headers.get("Content-Encoding", "").strip().lower() or "identity"
    if encoding not in {"identity", "gzip"}:
        raise MalformedAnswer("answer.encoding")
    return encoding
