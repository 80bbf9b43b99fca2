"""Who has joined is known and followed; who is removed is cut off in the middle of anything."""

from __future__ import annotations

import asyncio
import ssl
from functools import partial
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.service import Reached
from altrabits_desktop.runtime.certificates import make_identity, welcoming_context
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.household_bond import bond_context
from altrabits_desktop.server.household import rules
from altrabits_desktop.server.household.computers import Computers
from altrabits_desktop.server.household.rules import Joiner, OpenCode
from altrabits_desktop.server.store.store import sqlite_store
from altrabits_desktop.sync.client import ServerClient
from altrabits_desktop.sync.joining import join_household
from tests.fakes.home import acceptance_of, grant_of
from tests.fakes.shared_home import shared_home

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.runtime.database import Database

UNREADABLE = Joiner("ab" * 32, b"no certificate to this system", "linux")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Database]:
    store = sqlite_store(tmp_path / "server.sqlite3")
    await store.open()
    yield store
    await store.close()


async def let_in(store: Database, joiner: Joiner) -> None:
    now = SystemClock().now()
    await store.write(partial(rules.open_code, code=OpenCode("code", "271828"), now=now))
    await store.write(partial(rules.join, joiner=joiner, code_id="code", now=now))


async def test_r28_a_certificate_that_cannot_be_read_keeps_nobody_from_being_removed(
    store: Database, caplog: pytest.LogCaptureFixture
) -> None:
    own = make_identity("AltraBits")
    der = ssl.PEM_cert_to_DER_cert(own.certificate.decode())
    removed: list[frozenset[str]] = []
    computers = Computers(
        store, context=welcoming_context(make_identity("server")), removed=removed.append
    )
    await let_in(store, UNREADABLE)
    await let_in(store, Joiner(own.fingerprint, der, "linux"))

    await computers.look()
    had = computers.has(own.fingerprint)
    await store.write(partial(rules.remove, computer_id=own.fingerprint))
    await computers.look()

    assert had
    assert not computers.has(own.fingerprint)
    assert removed == [frozenset({own.fingerprint})]
    assert caplog.text.count("certificate of a computer") == 1


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
