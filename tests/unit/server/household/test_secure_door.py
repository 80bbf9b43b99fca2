"""What a computer that has not joined can cost a shared server; real connections on loopback."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.household import STRANGER_BYTES, STRANGERS_MOST
from altrabits_desktop.runtime.certificates import looking_context
from altrabits_desktop.runtime.household_bond import bond_context
from altrabits_desktop.server import serving
from altrabits_desktop.server.household import secure_door
from altrabits_desktop.sync.joining import join_household
from tests.fakes.shared_home import SharedHome, shared_home

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]

HEALTH = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
POLICIES = b"GET /api/v1/policies HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[SharedHome]:
    async with shared_home(tmp_path / "server") as home:
        yield home


async def connected(home: SharedHome, context: ssl.SSLContext | None = None) -> Line:
    return await asyncio.open_connection("127.0.0.1", home.port, ssl=context or looking_context())


async def answer(line: Line, request: bytes) -> bytes:
    """Give the first line that comes back; empty where the connection is cut."""
    reader, writer = line
    try:
        writer.write(request)
        return await asyncio.wait_for(reader.readline(), 5)
    except OSError:
        return b""


def health(home: SharedHome) -> bytes:
    return HEALTH % home.port


@pytest.mark.parametrize("size", [STRANGER_BYTES - 500, STRANGER_BYTES + 500])
async def test_r26_strangers_may_say_eight_kilobytes(home: SharedHome, size: int) -> None:
    body = b"x" * size
    head = (
        b"POST /api/v1/household/joins HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
        b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (home.port, len(body))
    )
    line = await connected(home)

    said = await answer(line, head + body)
    line[1].close()

    assert said.startswith(b"HTTP/1.1 400") == (size < STRANGER_BYTES)
    assert (said == b"") == (size > STRANGER_BYTES)


async def test_r26_strangers_hold_42_connections_and_none_of_a_computer_that_has_joined(
    home: SharedHome,
) -> None:
    bond = await join_household(home.url, await home.show_code(), system="linux")
    own = await connected(home, bond_context(bond))
    assert await answer(own, health(home)) == b"HTTP/1.1 200 OK\r\n"
    lines = [await connected(home) for _ in range(STRANGERS_MOST + 8)]
    newest = await answer(lines[-1], health(home))

    cut = 0
    for reader, _ in lines[:-1]:
        try:
            async with asyncio.timeout(0.05):
                cut += await reader.read(1) == b""
        except TimeoutError:
            continue
    still = await connected(home, bond_context(bond))

    assert (newest, cut) == (b"HTTP/1.1 200 OK\r\n", 8)
    assert await answer(still, health(home)) == b"HTTP/1.1 200 OK\r\n"
    for _, writer in (own, still, *lines):
        writer.transport.abort()


async def test_r23_handshakes_that_are_never_made_keep_nobody_else_out(
    home: SharedHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secure_door, "HANDSHAKES_OF_ADDRESS_MOST", 3)
    silent = [await asyncio.open_connection("127.0.0.1", home.port) for _ in range(6)]

    # Three are waited for; the older ones are closed at once.
    closed = 0
    for reader, _ in silent:
        try:
            async with asyncio.timeout(0.3):
                closed += await reader.read(1) == b""
        except TimeoutError:
            continue
    assert closed == 3
    for _, writer in silent:
        writer.transport.abort()
    line = await connected_after_a_while(home)
    assert await answer(line, health(home)) == b"HTTP/1.1 200 OK\r\n"
    line[1].close()


@pytest.mark.parametrize("most", [4, 8])
async def test_r23_half_open_connections_of_many_addresses_shut_nobody_out(
    home: SharedHome, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(secure_door, "HANDSHAKES_MOST", most)
    monkeypatch.setattr(secure_door, "HANDSHAKES_OF_ADDRESS_MOST", 4)
    bond = await join_household(home.url, await home.show_code(), system="linux")
    addresses = [f"127.0.0.{number}" for number in (2, 3, 4) for _ in range(6)]
    silent = [
        await asyncio.open_connection("127.0.0.1", home.port, local_addr=(address, 0))
        for address in addresses
    ]
    await asyncio.sleep(0.1)
    line = await connected(home, bond_context(bond))

    assert await answer(line, health(home)) == b"HTTP/1.1 200 OK\r\n"
    for _, writer in (line, *silent):
        writer.transport.abort()


JOIN = (
    b"POST /api/v1/household/joins HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n"
    b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n{"
)


async def test_r26_requests_that_dribble_in_keep_no_stranger_from_joining(
    home: SharedHome,
) -> None:
    lines = [await connected(home) for _ in range(STRANGERS_MOST)]
    for _, writer in lines:
        writer.write(JOIN % (home.port, STRANGER_BYTES // 2))
        await writer.drain()
    await asyncio.sleep(0.1)

    bond = await join_household(home.url, await home.show_code(), system="linux")
    assert [each.id for each in await home.computers()] == [bond.own.fingerprint]
    for _, writer in lines:
        writer.transport.abort()


async def test_r26_a_crowd_of_one_neighbour_pushes_no_other_stranger_out(
    home: SharedHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "source_of", lambda peer: str(peer[0]))
    line = await connected(home)
    assert await answer(line, health(home)) == b"HTTP/1.1 200 OK\r\n"
    await to_the_end_of_an_answer(line)
    crowd = [
        await asyncio.open_connection(
            "127.0.0.1", home.port, ssl=looking_context(), local_addr=("127.0.0.2", 0)
        )
        for _ in range(STRANGERS_MOST + 8)
    ]

    assert await answer(line, health(home)) == b"HTTP/1.1 200 OK\r\n"
    for _, writer in (line, *crowd):
        writer.transport.abort()


async def to_the_end_of_an_answer(line: Line) -> None:
    head = await line[0].readuntil(b"\r\n\r\n")
    [size] = [part for part in head.lower().split(b"\r\n") if part.startswith(b"content-length")]
    await line[0].readexactly(int(size.partition(b":")[2]))


async def test_r28_a_computer_that_was_removed_is_a_stranger(home: SharedHome) -> None:
    bond = await join_household(home.url, await home.show_code(), system="linux")
    trust = bond_context(bond)
    await home.remove(bond.own.fingerprint)
    line = await connected(home, trust)
    while (await answer(line, POLICIES % home.port)).startswith(b"HTTP/1.1 200"):
        line[1].close()
        line = await connected(home, trust)
    long = await connected(home, trust)
    said = await answer(long, JOIN % (home.port, 100_000) + b"x" * (2 * STRANGER_BYTES))
    lines = [await connected(home, trust) for _ in range(STRANGERS_MOST + 8)]
    held = 0
    for reader, _ in lines:
        try:
            async with asyncio.timeout(0.05):
                await reader.read(1)
        except TimeoutError:
            held += 1

    assert (said, held) == (b"", STRANGERS_MOST)
    for _, writer in (line, long, *lines):
        writer.transport.abort()


async def connected_after_a_while(home: SharedHome) -> Line:
    async with asyncio.timeout(5):
        while True:
            try:
                return await connected(home)
            except OSError:
                await asyncio.sleep(0.05)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
async def test_r25_older_tls_is_refused(home: SharedHome, version: ssl.TLSVersion) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1"):
        context.minimum_version = context.maximum_version = version

    with pytest.raises(OSError, match=r".*"):
        await connected(home, context)


@pytest.mark.parametrize(
    "host", [b"localhost:%d", b"127.0.0.1", b"music.example.test", b"127.0.0.2:%d", b"[::1]:%d"]
)
async def test_r17_a_household_goes_by_the_address_it_is_reached_at(
    home: SharedHome, host: bytes
) -> None:
    named = host % home.port if b"%d" in host else host
    line = await connected(home)

    said = await answer(line, b"GET /healthz HTTP/1.1\r\nHost: " + named + b"\r\n\r\n")
    line[1].close()

    assert said.startswith(b"HTTP/1.1 421")
