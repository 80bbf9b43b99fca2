from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

from tests.harness.loopback_fixtures import server
from tests.harness.lying_server import Liar

__all__ = ["liar", "server"]


@pytest.fixture
async def liar(tmp_path: Path) -> AsyncIterator[Liar]:
    liar = Liar(tmp_path)
    talks: set[asyncio.Task[None]] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talks.add(task)
        await liar.answer(reader, writer)

    async with await asyncio.start_server(talk, "127.60.1.2", 0) as server:
        liar.url = f"http://127.60.1.2:{server.sockets[0].getsockname()[1]}"
        await liar.replica.open()
        yield liar
        await liar.engine.stop()
        await liar.client.aclose()
        for task in talks:
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)
        await liar.replica.close()
