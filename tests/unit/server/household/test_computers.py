"""Whoever is removed is cut off in the middle of whatever is under way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from altrabits_desktop.contract.service import Reached
from altrabits_desktop.runtime.household_bond import bond_context
from altrabits_desktop.sync.client import ServerClient
from altrabits_desktop.sync.joining import join_household
from tests.fakes.home import acceptance_of, grant_of
from tests.fakes.shared_home import shared_home

if TYPE_CHECKING:
    from pathlib import Path

WITHIN_S = 5.0
"""docs/security-requirements.md R28."""
_HEAD = "{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAuthorization: Bearer {}\r\n{}\r\n"


async def test_r28_an_open_stream_and_an_upload_end_with_the_access(tmp_path: Path) -> None:
    async with shared_home(tmp_path / "server") as home:
        bond = await join_household(home.url, await home.show_code(), system="linux")
        trust = bond_context(bond)
        client = ServerClient(reached=lambda: Reached(home.url, trust=trust), token=lambda: "")
        grant = await grant_of(client, await acceptance_of(client))
        await client.aclose()

        async def begun(
            line: str, more: str = ""
        ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
            opened = await asyncio.open_connection("127.0.0.1", home.port, ssl=trust)
            opened[1].write(_HEAD.format(line, home.port, grant.token, more).encode())
            await opened[1].drain()
            return opened

        body = "Content-Type: application/json\r\nContent-Length: 50000\r\n"
        stream = await begun("GET /api/v1/events")
        assert await stream[0].readline() == b"HTTP/1.1 200 OK\r\n"
        upload = await begun("POST /api/v1/tickets", body)
        upload[1].write(b'{"subject": "half of it')
        await upload[1].drain()

        await home.remove(bond.own.fingerprint)
        async with asyncio.timeout(WITHIN_S):
            for reader, _ in (stream, upload):
                await to_its_end(reader)
        for _, writer in (stream, upload):
            writer.transport.abort()


async def to_its_end(reader: asyncio.StreamReader) -> None:
    """Read until the connection is cut."""
    try:
        while await reader.read(65_536):
            pass
    except OSError:
        return
