"""A streamer's server, over real connections on loopback."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import socket
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.codec import decode_info, decode_problem, decode_state
from altrabits_desktop.contract.errors import AltraBitsError, PortTaken, Refused
from altrabits_desktop.contract.streamers import Playback
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.simulator.http_server import HttpServer
from altrabits_desktop.simulator.persona import persona
from altrabits_desktop.simulator.streamer import VirtualStreamer
from tests.unit.simulator.conftest import SHORT_LIMITS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

HEAD_END = b"\r\n\r\n"


class Client:
    """One raw connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    def send(self, content: bytes) -> None:
        self.writer.write(content)

    def get(self, path: str) -> None:
        self.send(f"GET {path} HTTP/1.1\r\nHost: streamer\r\n\r\n".encode())

    async def all(self) -> bytes:
        """Give everything until the server ends the connection."""
        return await asyncio.wait_for(self.reader.read(-1), 5)

    async def part(self, end: bytes = b"\n\n") -> bytes:
        return await asyncio.wait_for(self.reader.readuntil(end), 5)

    async def state_event(self) -> bytes:
        """Give the next event that is no comment."""
        while (part := await self.part()).startswith(b":"):
            pass
        return part


class Place:
    """A streamer with its server."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.streamer = VirtualStreamer(
            persona(2, order=0),
            address="127.0.0.1",
            steady_s=loop.time,
            call_later=loop.call_later,
        )
        self.server = HttpServer(self.streamer, SHORT_LIMITS)
        self.port = 0
        self._clients: list[Client] = []

    async def client(self) -> Client:
        self._clients.append(Client(*await asyncio.open_connection("127.0.0.1", self.port)))
        return self._clients[-1]

    async def ask(self, path: str) -> tuple[bytes, bytes]:
        client = await self.client()
        client.get(path)
        head, _, body = (await client.all()).partition(HEAD_END)
        return head, body

    async def deaf_client(self) -> socket.socket:
        """Watch, and take nothing of what comes."""
        deaf = socket.socket()
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        deaf.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_connect(deaf, ("127.0.0.1", self.port))
        await loop.sock_sendall(deaf, b"GET /api/v1/events HTTP/1.1\r\nHost: a\r\n\r\n")
        return deaf

    async def can_watch_again(self, meanwhile: Callable[[], None] = lambda: None) -> bool:
        """Ask for a stream until one is granted, for 10 s at most."""
        async with asyncio.timeout(10):
            while True:
                meanwhile()
                client = await self.client()
                client.get("/api/v1/events")
                if b" 200 " in await client.part(HEAD_END):
                    return True
                # One asks at a time: those that were refused take up connections until they end.
                await client.all()
                client.writer.close()

    async def close(self) -> None:
        self.streamer.close()
        await self.server.close()
        for client in self._clients:
            client.writer.close()


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    made = Place()
    made.port = await made.server.open("127.0.0.1", port=0)
    yield made
    await made.close()


async def test_info_and_state_are_answered(place: Place) -> None:
    _, info = await place.ask("/api/v1/info")
    _, state = await place.ask("/api/v1/state")

    assert decode_info(info).name == "Fireside"
    assert decode_state(state).playback is Playback.PLAYING


async def test_page_has_its_closed_content_policy(place: Place) -> None:
    head, page = await place.ask("/")

    assert b"Content-Security-Policy: default-src 'none'" in head
    assert b"<h1>Fireside</h1>" in page


async def test_unknown_path_is_a_problem(place: Place) -> None:
    head, body = await place.ask("/api/v1/secrets")

    assert head.startswith(b"HTTP/1.1 404 ")
    assert decode_problem(body).code == "path.unknown"


async def test_stream_begins_with_the_state_and_tells_each_change(place: Place) -> None:
    client = await place.client()
    client.get("/api/v1/events")
    await client.part(HEAD_END)
    first = await client.state_event()

    place.streamer.set_volume(21)
    second = await client.state_event()

    assert first.startswith(b"id: 1\nevent: state\ndata: {")
    assert second.startswith(b"id: 2\nevent: state\ndata: {")
    assert json.loads(second.split(b"data: ")[1])["volume"] == 21


async def test_quiet_stream_says_that_it_is_alive(place: Place) -> None:
    client = await place.client()
    client.get("/api/v1/events")
    await client.part(HEAD_END)
    await client.part()

    assert await client.part() == b": alive\n\n"


async def test_stream_of_a_client_that_left_ends(place: Place) -> None:
    for _ in range(SHORT_LIMITS.streams):
        client = await place.client()
        client.get("/api/v1/events")
        await client.part(HEAD_END)
        client.writer.close()

    assert await place.can_watch_again()


async def test_client_that_goes_on_talking_ends_its_stream(place: Place) -> None:
    client = await place.client()
    client.get("/api/v1/events")
    await client.part(HEAD_END)

    client.send(b"GET / HTTP/1.1\r\n")

    assert b"HTTP/1.1" not in await client.all()
    assert client.reader.at_eof()


async def test_more_streams_than_granted_are_refused(place: Place) -> None:
    for _ in range(SHORT_LIMITS.streams):
        client = await place.client()
        client.get("/api/v1/events")
        await client.part(HEAD_END)

    head, body = await place.ask("/api/v1/events")

    assert head.startswith(b"HTTP/1.1 503 ")
    assert decode_problem(body).code == "streams.full"


async def test_more_connections_than_granted_are_refused(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.SLOW})
    for _ in range(SHORT_LIMITS.connections):
        (await place.client()).get("/")

    _, body = await place.ask("/")

    assert decode_problem(body).code == "connections.full"


async def test_slow_head_is_refused(place: Place) -> None:
    client = await place.client()
    client.send(b"GET / HT")

    _, _, body = (await client.all()).partition(HEAD_END)

    assert decode_problem(body).code == "request.too_slow"


async def test_endless_head_is_refused_and_the_refusal_can_be_read(place: Place) -> None:
    client = await place.client()
    client.send(b"GET / HTTP/1.1\r\n" + b"X: " + b"a" * 20_000)

    _, _, body = (await client.all()).partition(HEAD_END)

    assert decode_problem(body).code == "request.too_large"


async def test_client_that_leaves_without_asking_disturbs_nobody(place: Place) -> None:
    client = await place.client()
    client.send(b"GET")
    client.writer.close()

    _, body = await place.ask("/api/v1/info")

    assert decode_info(body).name == "Fireside"


async def test_streams_of_clients_that_take_nothing_are_cut(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.GARBAGE})  # its events are large
    deaf = [await place.deaf_client() for _ in range(SHORT_LIMITS.streams)]

    is_cut = await place.can_watch_again(meanwhile=lambda: place.streamer.set_volume(1))

    assert is_cut
    for client in deaf:
        client.close()


async def test_silent_streamer_takes_connections_and_says_nothing(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.SILENT})
    client = await place.client()
    client.get("/api/v1/info")

    assert await client.all() == b""


async def test_stream_falls_silent_with_its_streamer_and_comes_back(place: Place) -> None:
    client = await place.client()
    client.get("/api/v1/events")
    await client.part(HEAD_END)
    await client.part()

    place.streamer.faults = frozenset({Fault.SILENT})
    place.streamer.set_volume(9)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(client.reader.read(1), 3 * SHORT_LIMITS.alive_s)
    place.streamer.faults = frozenset()
    place.streamer.set_volume(10)

    assert b'"volume":10' in await client.state_event()


async def test_slow_streamer_answers_late(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.SLOW})
    loop = asyncio.get_running_loop()
    asked_at_s = loop.time()

    _, body = await place.ask("/api/v1/info")

    assert loop.time() - asked_at_s >= SHORT_LIMITS.slow_s
    assert decode_info(body).name == "Fireside"


async def test_slow_streamer_begins_its_stream_late(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.SLOW})
    client = await place.client()
    client.get("/api/v1/events")

    await client.part(HEAD_END)

    assert (await client.part()).startswith(b"id: 1")


async def test_broken_streamer_says_garbage_each_time_another(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.GARBAGE})

    bodies = [(await place.ask("/api/v1/info"))[1] for _ in range(3)]
    client = await place.client()
    client.get("/api/v1/events")

    assert len(set(bodies)) == 3
    assert b"event: state" in await client.part(HEAD_END + b"event: state")


async def test_firmware_of_today_has_its_page_alone(place: Place) -> None:
    place.streamer.faults = frozenset({Fault.ANNOUNCE_ONLY})

    page, _ = await place.ask("/")
    heads = [(await place.ask(f"/api/v1/{name}"))[0] for name in ("info", "state", "events")]

    assert page.startswith(b"HTTP/1.1 200 ")
    assert all(head.startswith(b"HTTP/1.1 404 ") for head in heads)


async def test_port_that_is_taken_gives_a_free_one(place: Place) -> None:
    other = HttpServer(place.streamer, SHORT_LIMITS)

    port = await other.open("127.0.0.1", port=place.port)

    assert port != place.port
    await other.close()


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (errno.EADDRNOTAVAIL, Refused, "simulate.address_missing"),
        (errno.EACCES, PortTaken, "simulate.port_taken"),
    ],
)
async def test_refused_bind_is_told_in_our_words(
    number: int,
    kind: type[AltraBitsError],
    code: str,
    place: Place,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(asyncio, "start_server", refuse)

    with pytest.raises(kind, match=code):
        await HttpServer(place.streamer, SHORT_LIMITS).open("127.0.0.1", port=80)


async def test_closing_ends_streams_and_a_second_time_nothing(place: Place) -> None:
    client = await place.client()
    client.get("/api/v1/events")
    await client.part(HEAD_END)

    await place.server.close()
    await place.server.close()

    with contextlib.suppress(ConnectionError):
        await client.all()
    assert client.reader.at_eof() or client.reader.exception()


async def test_server_that_never_opened_can_be_closed(place: Place) -> None:
    await HttpServer(place.streamer, SHORT_LIMITS).close()

    head, _ = await place.ask("/api/v1/info")
    assert b" 200 " in head


@pytest.mark.parametrize("turns", range(6))
async def test_connection_let_in_while_the_server_closes_is_ended(place: Place, turns: int) -> None:
    with socket.create_connection((place.streamer.address, place.port)) as client:
        for _ in range(turns):
            await asyncio.sleep(0)
        await place.server.close()
        for _ in range(5):
            await asyncio.sleep(0)
        client.settimeout(5)

        with contextlib.suppress(ConnectionError):
            assert await asyncio.to_thread(client.recv, 1) == b""
