"""Child of G8: writes over 32 connections as fast as they are answered; prints writes a second.

Raw sockets, so that what is measured is the server.
"""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

CONNECTIONS = 32


async def writer(url: str, token: str, ids: range) -> None:
    """Write one streamer after the other over one connection."""
    parts = urlsplit(url)
    reader, stream = await asyncio.open_connection(parts.hostname, parts.port)
    for number in ids:
        body = msgspec.json.encode({"id": f"streamer-{number:06}", "name": f"Room {number}"})
        head = (
            f"POST /api/v1/streamers HTTP/1.1\r\nHost: {parts.netloc}\r\n"
            f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
            f"Idempotency-Key: key-of-the-write-{number:06}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        stream.write(head.encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        if b" 201 " not in answer[:16]:
            raise RuntimeError(answer.decode())
        lines = answer.decode().lower().split("\r\n")
        length = next(
            int(line.split(":")[1]) for line in lines if line.startswith("content-length")
        )
        await reader.readexactly(length)
    stream.close()


async def main(url: str, writes: int, tokens: Sequence[str]) -> None:
    """Share the writes among the connections, and these among the people."""
    each = writes // CONNECTIONS
    begin_s = time.perf_counter()
    await asyncio.gather(
        *(
            writer(url, tokens[n % len(tokens)], range(n * each, (n + 1) * each))
            for n in range(CONNECTIONS)
        )
    )
    print(each * CONNECTIONS / (time.perf_counter() - begin_s), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), sys.argv[3:]))
