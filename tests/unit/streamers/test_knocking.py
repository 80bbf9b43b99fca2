from __future__ import annotations

import asyncio
import socket

import pytest

from altrabits_desktop.contract.errors import StreamerSilent
from altrabits_desktop.streamers.knocking import knock


async def test_open_port_answers() -> None:
    heard = asyncio.Event()

    def hear(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.set()
        writer.close()

    server = await asyncio.start_server(hear, "127.0.0.1", 0)
    async with server:
        await knock("127.0.0.1", port=server.sockets[0].getsockname()[1])

        async with asyncio.timeout(5):
            assert await heard.wait()


async def test_refusal_is_silence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))

        with pytest.raises(StreamerSilent):
            await knock("127.0.0.1", port=taken.getsockname()[1])


async def test_no_answer_in_time_is_silence() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(1)

        with pytest.raises(StreamerSilent):
            await knock("127.0.0.1", port=full.getsockname()[1], time_limit_s=0)
