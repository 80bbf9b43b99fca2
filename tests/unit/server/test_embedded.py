from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import TYPE_CHECKING

import httpx
import pytest

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.contract.service import START_HEADER
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server import serving
from altrabits_desktop.server.embedded import EmbeddedServer
from altrabits_desktop.server.serving import StrictProtocol
from tests.fakes.clock import FakeClock
from tests.fakes.served import WEAK, policy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.contract.service import Reached


CODED = (
    b"GET /healthz HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: {coding}\r\n\r\n"
    b"2\r\n{}\r\n0\r\n\r\n"
)
TWO_LENGTHS = b"GET /healthz HTTP/1.1\r\nHost: {host}\r\nContent-Length: 3\r\n"


@pytest.fixture
async def embedded(tmp_path: Path) -> AsyncIterator[EmbeddedServer]:
    server = EmbeddedServer(
        tmp_path / "server" / "server.sqlite3",
        bundled=(policy(FakeClock()),),
        passwords=Passwords(WEAK),
    )
    yield server
    await server.stop()


async def get(reached: Reached, path: str, **headers: str) -> httpx.Response:
    given = {START_HEADER: reached.start_secret, **headers}
    async with httpx.AsyncClient(trust_env=False, base_url=reached.url) as client:
        return await client.get(path, headers=given)


async def test_it_answers_on_loopback_with_the_bundled_policy(embedded: EmbeddedServer) -> None:
    reached = await embedded.start()

    answer = await get(reached, "/api/v1/policies/in-force")

    assert reached.url.startswith("http://127.0.0.1:")
    assert answer.json()["version"] == "1.0"


async def test_r16_without_the_secret_of_its_start_it_says_nothing(
    embedded: EmbeddedServer,
) -> None:
    reached = await embedded.start()

    async with httpx.AsyncClient(trust_env=False, base_url=reached.url) as client:
        refused = await client.get("/api/v1/policies")
        health = await client.get("/healthz")

    assert (refused.status_code, refused.json()["code"]) == (403, "request.secret")
    assert health.status_code == 200


async def test_each_start_has_another_secret(embedded: EmbeddedServer, tmp_path: Path) -> None:
    other = EmbeddedServer(tmp_path / "other.sqlite3", bundled=())
    one, two = await embedded.start(), await other.start()
    await other.stop()

    assert one.start_secret != two.start_secret
    assert len(one.start_secret) >= 43


async def test_no_part_of_an_answer_waits_for_the_end_of_the_one_before(
    embedded: EmbeddedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once: list[int] = []
    made = StrictProtocol.connection_made

    def noted(protocol: StrictProtocol, transport: asyncio.BaseTransport) -> None:
        connection = transport.get_extra_info("socket")
        at_once.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        made(protocol, transport)

    monkeypatch.setattr(StrictProtocol, "connection_made", noted)

    await get(await embedded.start(), "/healthz")

    assert at_once
    assert all(at_once)


async def test_stopped_it_listens_no_more_and_keeps_what_it_has(
    embedded: EmbeddedServer, tmp_path: Path
) -> None:
    reached = await embedded.start()
    await embedded.stop()

    host, _, port = reached.url.removeprefix("http://").partition(":")
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, int(port)), timeout=1).close()
    again = await embedded.start()
    answer = await get(again, "/api/v1/policies")

    assert len(answer.json()["policies"]) == 1


async def test_r19_a_fault_inside_is_contained_and_it_serves_again_at_the_same_address(
    embedded: EmbeddedServer, caplog: pytest.LogCaptureFixture
) -> None:
    reached = await embedded.start()
    assert embedded._loop is not None  # noqa: SLF001 # where the fault is planted

    embedded._loop.call_soon_threadsafe(cancel_everything)  # noqa: SLF001 # the same
    await asyncio.to_thread(embedded.begun_again.wait, 10)
    answer = await get(reached, "/healthz")

    assert answer.status_code == 200
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def cancel_everything() -> None:
    for task in asyncio.all_tasks():
        task.cancel()


async def test_a_database_that_is_none_is_said_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "server.sqlite3"
    path.write_bytes(b"no database" * 1000)

    with pytest.raises(StoreUnusable) as damaged:
        await EmbeddedServer(path, bundled=()).start()

    assert damaged.value.code == "store.damaged"


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"GET http://127.0.0.1/healthz HTTP/1.1\r\nHost: {host}\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: {host}\r\nX: " + b"a" * 20_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: {host}\r\n\r\n",
        TWO_LENGTHS + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        TWO_LENGTHS + b"Content-Length: 4\r\n\r\nabc",
        b"\x16\x03\x01\x02\x00\x01\x00",
        CODED.replace(b"{coding}", b"gzip, chunked"),
        CODED.replace(b"{coding}", b"identity, chunked"),
        CODED.replace(b"{coding}", b"chunked\r\nTransfer-Encoding: chunked"),
    ],
    ids=[
        *("absolute", "headers", "target", "two lengths", "length twice", "tls"),
        *("packed", "coded twice", "chunked twice"),
    ],
)
async def test_r22_what_is_no_plain_request_is_refused(
    embedded: EmbeddedServer, request_bytes: bytes
) -> None:
    reached = await embedded.start()
    host, _, port = reached.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))

    writer.write(request_bytes.replace(b"{host}", f"{host}:{port}".encode()))
    first = await asyncio.wait_for(reader.read(12), 10)
    writer.close()

    assert first == b"HTTP/1.1 400"


async def test_r22_a_header_that_goes_on_and_on_is_cut(embedded: EmbeddedServer) -> None:
    reached = await embedded.start()
    host, _, port = reached.url.removeprefix("http://").partition(":")
    _, writer = await asyncio.open_connection(host, int(port))
    writer.write(b"GET /healthz HTTP/1.1\r\nX: ")

    async with asyncio.timeout(5):
        # Before the time for a head is over.
        with pytest.raises(ConnectionError):
            await pour(writer)
    writer.close()


async def pour(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"a" * 10_000)
        await writer.drain()
        await asyncio.sleep(0)


async def test_r22_what_trails_a_body_is_refused(embedded: EmbeddedServer) -> None:
    reached = await embedded.start()
    host, _, port = reached.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))

    head = f"POST /healthz HTTP/1.1\r\nHost: {host}:{port}\r\nTransfer-Encoding: chunked\r\n\r\n"
    writer.write(head.encode() + b"0\r\nX: a\r\n\r\n")
    told = await asyncio.wait_for(reader.read(-1), 5)
    writer.close()

    assert b"HTTP/1.1 400" in told


async def test_r22_a_trailer_that_goes_on_and_on_is_cut(embedded: EmbeddedServer) -> None:
    reached = await embedded.start()
    host, _, port = reached.url.removeprefix("http://").partition(":")
    _, writer = await asyncio.open_connection(host, int(port))
    head = f"POST /healthz HTTP/1.1\r\nHost: {host}:{port}\r\nTransfer-Encoding: chunked\r\n\r\n"
    writer.write(head.encode() + b"0\r\nX: ")

    async with asyncio.timeout(8):
        with pytest.raises(ConnectionError):
            await pour(writer)
    writer.close()


async def test_r23_an_empty_line_between_two_requests_does_not_stop_the_clock(
    embedded: EmbeddedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "HEAD_S", 0.1)
    reached = await embedded.start()
    host, _, port = reached.url.removeprefix("http://").partition(":")
    reader, writer = await asyncio.open_connection(host, int(port))

    writer.write(f"GET /healthz HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
    await reader.readuntil(b"}")
    writer.write(b"\r\n")
    with contextlib.suppress(ConnectionError):
        assert await asyncio.wait_for(reader.read(-1), 5) == b""
    writer.close()
