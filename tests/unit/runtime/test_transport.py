"""What a server on loopback says in its headers, counted before it is parsed (R7, R43)."""

from __future__ import annotations

import asyncio
import ssl
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING

import httpcore
import httpx
import pytest

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import HEADER_BYTES, HEADERS_MOST
from altrabits_desktop.runtime.transport import CountingStream, new_transport
from tests.harness.misbehaving_server import CHUNKED, HERE, OK, Server, body, redirect

if TYPE_CHECKING:
    from altrabits_desktop.streamers.fetching import Fetching


async def get(fetch: Fetching, server: Server) -> bytes:
    return await fetch.get(server.url(), address=HERE, is_loopback_allowed=True)


async def test_whoever_is_called_off_amid_a_handshake_leaves_nothing_open() -> None:
    came, gone = asyncio.Event(), asyncio.Event()

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        came.set()
        while await reader.read(4096):
            continue
        gone.set()
        writer.close()

    server = await asyncio.start_server(silent, HERE, 0)
    url = f"https://{HERE}:{server.sockets[0].getsockname()[1]}"
    transport = new_transport(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), limits=httpx.Limits())
    async with httpx.AsyncClient(transport=transport, timeout=20) as client:
        asking = asyncio.ensure_future(client.get(url))
        await came.wait()
        asking.cancel()
        await asyncio.wait((asking,))
        # Before the client is closed, and without anybody having collected it.
        async with asyncio.timeout(5):
            await gone.wait()
    server.close()
    await server.wait_closed()

    assert asking.cancelled()


def headers(count: int, *, line: bytes = b"a:\r\n") -> bytes:
    return body(b"hello", headers=line * (count - 1))


def long_headers(size_bytes: int) -> bytes:
    bare = len(body(b"hello", headers=b"X: \r\n")) - len(b"hello")
    return body(b"hello", headers=b"X: " + b"x" * (size_bytes - bare) + b"\r\n")


@pytest.mark.parametrize(
    "answer", [headers(HEADERS_MOST), long_headers(HEADER_BYTES)], ids=["count", "bytes"]
)
async def test_r7_as_many_headers_as_allowed_are_read(
    server: Server, fetch: Fetching, answer: bytes
) -> None:
    server.answer(answer)

    assert [await get(fetch, server) for _ in range(2)] == [b"hello"] * 2


INTERIM = b"HTTP/1.1 103 Early\r\n" + b"a:\r\n" * 30 + b"\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        headers(HEADERS_MOST + 1),
        headers(HEADERS_MOST + 1, line=b"a:\n"),
        long_headers(HEADER_BYTES + 1),
        INTERIM * 3 + headers(10),
        redirect(b"/").replace(b"\r\n\r\n", b"\r\n" + b"a:\r\n" * 24_000 + b"\r\n"),
        OK + b"a:\r\n" * 24_000,
        CHUNKED + b"5\r\nhello\r\n0\r\n" + b"a:\r\n" * 24_000 + b"\r\n",
    ],
    ids=["count", "bare", "bytes", "interim", "redirect", "endless", "trailing"],
)
async def test_r7_a_flood_of_headers_is_refused_by_one_look(
    server: Server, fetch: Fetching, answer: bytes
) -> None:
    server.answer(answer)

    with pytest.raises(MalformedAnswer) as refused:
        await get(fetch, server)

    assert refused.value.code == "answer.protocol"
    assert len(server.requests) == 1


async def test_interim_answers_come_before_the_one_that_counts(
    server: Server, fetch: Fetching
) -> None:
    server.answer(INTERIM, INTERIM, body(b"hello"))

    assert await get(fetch, server) == b"hello"


async def test_r43_cookies_are_not_even_looked_at(
    server: Server, fetch: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[object] = []
    monkeypatch.setattr(CookieJar, "make_cookies", lambda *_: looked_at.append(1))
    server.answer(body(b"", headers=b"Set-Cookie: a=b; Path=/\r\n" * 50))

    await get(fetch, server)

    assert looked_at == []


async def test_r7_headers_are_counted_below_tls_too() -> None:
    bare = httpcore.AsyncMockStream([OK, b"a:\r\n" * HEADERS_MOST, b"a:\r\n"])

    stream = await CountingStream(bare).start_tls(ssl.create_default_context())
    await stream.read(100_000)
    await stream.read(100_000)

    with pytest.raises(httpcore.RemoteProtocolError):
        await stream.read(100_000)
    assert stream.get_extra_info("ssl_object") is not None
