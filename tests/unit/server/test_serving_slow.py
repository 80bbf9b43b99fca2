"""Slow, silent and many connections; real sockets, a real server on a thread of its own (R23)."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import time
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.server import serving
from altrabits_desktop.server.serving import source_of
from tests.fakes.elsewhere import Elsewhere, elsewhere

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

SHORT_S = 1.0
"""In the place of the ten seconds for a head."""
PATIENCE_S = 10.0
HEAD = b"POST /api/v1/sessions HTTP/1.1\r\nHost: %b\r\nContent-Type: application/json\r\n"


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Elsewhere]:
    async with elsewhere(tmp_path) as server:
        yield server


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "HEAD_S", SHORT_S)
    monkeypatch.setattr(serving, "REQUEST_S", 2 * SHORT_S)
    monkeypatch.setattr(serving, "TAKE_S", SHORT_S)


class Dribbler:
    """A connection that says a byte now and then, until it is closed."""

    ends: tuple[asyncio.StreamReader, asyncio.StreamWriter]
    """Of one that says nothing."""

    def __init__(self, server: Elsewhere, *, source: str = "") -> None:
        host, _, port = server.address.name.partition(":")
        self.where = (host, int(port))
        self.host = server.address.name.encode()
        self.source = (source, 0) if source else None
        self.lasted_s = 0.0
        self.heard = b""

    async def run(self, *, first: bytes, then: bytes, every_s: float, limit_s: float) -> None:
        begun_s = time.monotonic()
        reader, writer = await asyncio.open_connection(*self.where, local_addr=self.source)
        writer.write(first)
        try:
            async with asyncio.timeout(limit_s):
                while True:
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(every_s):
                            self.heard += await reader.read(1)
                            break
                    writer.write(then)
        except ConnectionError:
            pass
        finally:
            self.lasted_s = time.monotonic() - begun_s
            await end(writer)

    async def is_healthy_s(self) -> float:
        begun_s = time.monotonic()
        reader, writer = await asyncio.open_connection(*self.where, local_addr=self.source)
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: %b\r\nConnection: close\r\n\r\n" % self.host)
        answer = await reader.read(-1)
        await end(writer)
        assert answer.startswith(b"HTTP/1.1 200"), answer
        return time.monotonic() - begun_s


async def end(writer: asyncio.StreamWriter) -> None:
    """Close a connection, and wait until it is."""
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


def ways_to_be_slow(host: bytes) -> list[tuple[bytes, bytes]]:
    """Give what is said first, and what is said again and again."""
    head = HEAD % host
    return [
        (b"", b""),
        (b"", b"\r\n"),
        (b"G", b"E"),
        (head, b"x"),
        (head + b"X-A: b", b"\r\nX-A: b"),
        (head + b"Content-Length: 1000\r\n\r\n", b" "),
        (head + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        (head + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
    ]


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("way", range(8))
async def test_r23_whoever_is_slow_is_cut_off(server: Elsewhere, way: int) -> None:
    slow = Dribbler(server)
    first, then = ways_to_be_slow(slow.host)[way]

    await slow.run(first=first, then=then, every_s=0.05, limit_s=PATIENCE_S)

    assert slow.lasted_s < PATIENCE_S
    assert not slow.heard.startswith(b"2")


@pytest.mark.usefixtures("short")
async def test_r23_whoever_takes_no_answer_is_cut_off(server: Elsewhere) -> None:
    # Many documents, none of them read: they pile up at the server until its end is full.
    slow = Dribbler(server)
    asking = b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: %b\r\n\r\n" % slow.host
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(slow.where)
        connection.setblocking(False)
        ends_at_s = time.monotonic() + 20
        is_cut = False
        while not is_cut and time.monotonic() < ends_at_s:
            try:
                connection.send(asking * 20)
            except BlockingIOError:
                pass
            except ConnectionError:
                is_cut = True
            await asyncio.sleep(0.02)

    assert is_cut


@pytest.mark.usefixtures("short")
async def test_r23_a_body_behind_answers_that_lay_a_while_has_its_time_limit_too(
    server: Elsewhere,
) -> None:
    # So many documents that the server waits for its client, which then goes on with the last body.
    host = server.address.name.encode()
    asking = b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: %b\r\n\r\n" % host
    slow = HEAD % host + b"Content-Length: 1000\r\n\r\n"
    connection = socket.create_connection(Dribbler(server).where)
    with connection:
        connection.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_sendall(connection, asking * 150 + slow)
        await asyncio.sleep(SHORT_S / 4)
        is_cut = False
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE_S):
                while not is_cut:
                    is_cut = await is_cut_after_a_byte(connection)

    assert is_cut


async def is_cut_after_a_byte(connection: socket.socket) -> bool:
    """Say a byte of a body, take what there is, and tell whether the other end has closed."""
    loop = asyncio.get_running_loop()
    try:
        await loop.sock_sendall(connection, b" ")
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(0.05):
                while await loop.sock_recv(connection, 1_000_000):
                    pass
                return True
    except ConnectionError:
        return True
    return False


async def starve(server: Elsewhere, *, count: int, limit_s: float) -> tuple[float, float]:
    """Hold many slow connections, and give how long the slowest health answer and they took."""
    ways = ways_to_be_slow(server.address.name.encode())
    slow = [Dribbler(server) for _ in range(count)]
    held = asyncio.gather(
        *(
            each.run(
                first=ways[number % len(ways)][0],
                then=ways[number % len(ways)][1],
                every_s=limit_s / 20,
                limit_s=limit_s + 10,
            )
            for number, each in enumerate(slow)
        )
    )
    answered_s = []
    while not held.done():
        answered_s.append(await Dribbler(server).is_healthy_s())
        await asyncio.sleep(limit_s / 40)
    await held
    return max(answered_s), max(each.lasted_s for each in slow)


@pytest.mark.usefixtures("short")
async def test_r23_two_hundred_that_dribble_starve_nobody(server: Elsewhere) -> None:
    answered_s, lasted_s = await starve(server, count=200, limit_s=2 * SHORT_S)

    # The figures themselves are held below, where nothing else runs.
    assert answered_s < 5
    assert lasted_s < 8


@pytest.mark.long
async def test_r23_two_hundred_that_dribble_are_gone_within_twenty_seconds(
    server: Elsewhere,
) -> None:
    answered_s, lasted_s = await starve(server, count=200, limit_s=20)

    assert answered_s < 2
    assert lasted_s < 20


async def hold(server: Elsewhere, count: int, *, source: str = "") -> list[Dribbler]:
    """Open so many connections that say nothing."""
    opened = []
    for _ in range(count):
        slow = Dribbler(server, source=source)
        slow.ends = await asyncio.open_connection(*slow.where, local_addr=slow.source)
        opened.append(slow)
    return opened


async def closed_of(held: list[Dribbler], *, wanted: int = 0) -> list[bool]:
    """Tell of each whether it has been closed, once so many have been; and close it."""
    await asyncio.sleep(0.1)
    for _ in range(200):
        if sum(map(is_closed, held)) >= wanted:
            break
        await asyncio.sleep(0.05)
    found = [is_closed(slow) for slow in held]
    await asyncio.gather(*(end(slow.ends[1]) for slow in held))
    return found


def is_closed(slow: Dribbler) -> bool:
    reader, _ = slow.ends
    return reader.at_eof() or isinstance(reader.exception(), ConnectionError)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody be cut off for being slow."""
    monkeypatch.setattr(serving, "HEAD_S", 120.0)


@pytest.fixture
def neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every address of loopback but the first be another computer's."""

    def told(peer: object) -> str:
        host = str(peer[0]) if isinstance(peer, tuple) else ""
        return "" if host == "127.0.0.1" else host

    monkeypatch.setattr(serving, "source_of", told)


@pytest.mark.usefixtures("neighbours", "patient")
@pytest.mark.parametrize(("count", "closed"), [(41, 0), (42, 0), (43, 1)])
async def test_r23_of_one_address_forty_two_are_held_and_its_own_oldest_goes(
    server: Elsewhere, count: int, closed: int
) -> None:
    others = await hold(server, 3, source="127.0.0.8")

    held = await hold(server, count, source="127.0.0.9")
    found = await closed_of(held, wanted=closed)

    assert found == [True] * closed + [False] * (count - closed)
    assert await closed_of(others) == [False] * 3


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize(("count", "closed"), [(399, 0), (400, 0), (401, 1)])
async def test_r23_four_hundred_are_held_and_the_oldest_that_rests_goes(
    server: Elsewhere, count: int, closed: int
) -> None:
    held = await hold(server, count)
    found = await closed_of(held, wanted=closed)

    assert found == [True] * closed + [False] * (count - closed)


@pytest.mark.usefixtures("patient")
async def test_r23_beside_four_hundred_that_say_nothing_everybody_is_answered(
    server: Elsewhere,
) -> None:
    held = await hold(server, 400)

    assert await Dribbler(server).is_healthy_s() < 2
    await closed_of(held)


async def test_r23_where_all_are_being_served_no_further_one_is(
    server: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "CONNECTIONS_MOST", 2)
    held = await hold(server, 2)
    for slow in held:
        _, writer = slow.ends
        writer.write(HEAD % slow.host + b"Content-Length: 1000\r\n\r\n ")
    await asyncio.sleep(0.2)

    further = await hold(server, 1)

    assert await closed_of(further, wanted=1) == [True]
    assert await closed_of(held) == [False, False]


@pytest.mark.parametrize(
    ("peer", "source"),
    [
        (("127.0.0.1", 1), ""),
        (("127.9.9.9", 1), ""),
        (("::1", 1, 0, 0), ""),
        (("::ffff:127.0.0.1", 1, 0, 0), ""),
        (("192.168.1.5", 1), "192.168.1.5"),
        (("::ffff:192.168.1.5", 1, 0, 0), "192.168.1.5"),
        (("2001:db8::7", 1, 0, 0), "2001:db8::/64"),
        (("2001:db8::ffff:7", 1, 0, 0), "2001:db8::/64"),
        (("fe80::1%eth0", 1, 0, 2), "fe80::/64"),
        (("not an address", 1), "unknown"),
        (None, ""),
        ("", ""),
    ],
)
def test_r23_connections_are_counted_by_whose_they_are(peer: object, source: str) -> None:
    assert source_of(peer) == source
