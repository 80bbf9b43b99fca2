"""Against a server on loopback that says what a test wants, in lines (R6, R7)."""

from __future__ import annotations

import asyncio
import socket
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedAnswer, NotReachable, StreamerSilent
from altrabits_desktop.contract.limits import LINE_BYTES, LINE_TALKS_PER_PORT
from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.line_talking import LineBuffer, LineTalking, refuse_unsayable
from altrabits_desktop.streamers.neighbourhood import Neighbourhood

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager

    from altrabits_desktop.streamers.drivers.driver import LineTalk

HERE = "127.0.0.1"
PATIENT_S = 10.0


class LineServer:
    """Says something at once, and keeps what it was told."""

    def __init__(self) -> None:
        self.greeting = b""
        self.ends = False
        self.heard: list[bytes] = []
        self.connections = 0
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with suppress(OSError):
            writer.write(self.greeting)
            await writer.drain()
            while not self.ends and (line := await reader.readline()):
                self.heard.append(line)
                writer.write(b"said " + line)
        writer.close()


@pytest.fixture
async def peer() -> AsyncIterator[LineServer]:
    made = LineServer()
    listening = await asyncio.start_server(made.serve, HERE, 0)
    made.port = listening.sockets[0].getsockname()[1]
    yield made
    listening.close()
    await asyncio.sleep(0)


@pytest.fixture
def lines() -> LineTalking:
    return LineTalking(neighbourhood=Neighbourhood(), clock=SystemClock())


def opened(lines: LineTalking, peer: LineServer) -> AbstractAsyncContextManager[LineTalk]:
    return lines.open(peer.port, address=HERE, is_loopback_allowed=True)


@pytest.mark.asyncio(loop_factories=["plain", "qt"])
async def test_lines_go_and_come(lines: LineTalking, peer: LineServer) -> None:
    peer.greeting = b"hello\r\nG\xfc\xc3\xbc\n"

    async with opened(lines, peer) as talk:
        heard = [await talk.hear(within_s=PATIENT_S) for _ in range(2)]
        await talk.say("one", "two")
        heard += [await talk.hear(within_s=PATIENT_S) for _ in range(2)]

    assert heard == ["hello", "G\ufffd\u00fc", "said one", "said two"]
    assert peer.heard == [b"one\n", b"two\n"]


async def test_a_line_that_does_not_come_is_none_and_nothing_is_lost(
    lines: LineTalking, peer: LineServer
) -> None:
    peer.greeting = b"hal"

    async with opened(lines, peer) as talk:
        assert await talk.hear(within_s=0.05) is None
        hearing = asyncio.ensure_future(talk.hear(within_s=PATIENT_S))
        await asyncio.sleep(0.01)
        hearing.cancel()
        await asyncio.wait((hearing,))
        await talk.say("f")
        assert await talk.hear(within_s=PATIENT_S) == "halsaid f"


async def test_an_ended_connection_is_silent(lines: LineTalking, peer: LineServer) -> None:
    peer.ends, peer.greeting = True, b"last\nunfinished"

    async with opened(lines, peer) as talk:
        assert await talk.hear(within_s=PATIENT_S) == "last"
        with pytest.raises(StreamerSilent):
            await talk.hear(within_s=PATIENT_S)


async def test_nobody_there_is_not_reachable(lines: LineTalking) -> None:
    with socket.socket() as taken:
        taken.bind((HERE, 0))
        with pytest.raises(NotReachable):
            async with lines.open(taken.getsockname()[1], address=HERE, is_loopback_allowed=True):
                pass


async def test_r7_who_does_not_take_a_connection_is_given_up_soon() -> None:
    lines = LineTalking(neighbourhood=Neighbourhood(), clock=SystemClock(), connect_s=0.0)

    with pytest.raises(StreamerSilent):
        async with lines.open(9, address=HERE, is_loopback_allowed=True):
            pass


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (HERE, "reach.loopback"),
        ("192.168.72.5", "reach.foreign"),
        ("192.168.71.255", "reach.special"),
        ("224.0.0.251", "reach.special"),
        ("0.0.0.0", "reach.special"),
        ("169.254.169.254", "reach.special"),
        ("localhost", "reach.name"),
        ("192.168.071.5", "reach.name"),
        ("", "reach.name"),
    ],
)
async def test_r6_no_other_address_is_contacted(address: str, reason: str) -> None:
    around = Neighbourhood()
    around.use([NetworkCard("eth0", "192.168.71.10", 24, "192.168.71.255", CardKind.ETHERNET)])
    lines = LineTalking(neighbourhood=around, clock=SystemClock())

    with pytest.raises(MalformedAnswer) as refused:
        async with lines.open(6600, address=address, is_loopback_allowed=False):
            pass

    assert refused.value.arguments == {"reason": reason}


async def test_r7_so_many_connections_to_one_port(lines: LineTalking, peer: LineServer) -> None:
    async with AsyncExitStack() as stack:
        for _ in range(LINE_TALKS_PER_PORT):
            await stack.enter_async_context(opened(lines, peer))
        with pytest.raises(StreamerSilent):
            await stack.enter_async_context(opened(lines, peer))

    async with opened(lines, peer) as talk:
        await talk.say("again")
        assert await talk.hear(within_s=PATIENT_S) == "said again"
    assert peer.connections == LINE_TALKS_PER_PORT + 1


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (b"x" * (LINE_BYTES + 1), "answer.too_large"),
        (b"x" * (LINE_BYTES + 1) + b"\n", "answer.too_large"),
        (b"\n" * 2000, "answer.too_fast"),
        (b"y" * 999 + b"\n" + b"\n" * 1000, "answer.too_fast"),
        ((b"z" * 60_000 + b"\n") * 5, "answer.too_fast"),
    ],
)
async def test_r7_lines_have_limits(
    lines: LineTalking, peer: LineServer, said: bytes, code: str
) -> None:
    peer.greeting = said

    async def hear_all() -> None:
        async with opened(lines, peer) as talk:
            for _ in range(5000):
                await talk.hear(within_s=PATIENT_S)

    with pytest.raises(MalformedAnswer) as refused:
        await hear_all()

    assert refused.value.code == code


def test_r7_crumbs_have_a_pace() -> None:
    buffer = LineBuffer()
    for _ in range(124):
        buffer.feed(b".", now_s=1.0)

    with pytest.raises(MalformedAnswer):
        buffer.feed(b".", now_s=1.9)
    buffer.feed(b".\n", now_s=2.1)

    assert buffer.next() == "." * (124 + 1)


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=20))
def test_any_bytes_in_any_pieces_are_the_same_lines(pieces: list[bytes]) -> None:
    buffer = LineBuffer()
    for number, piece in enumerate(pieces):
        buffer.feed(piece, now_s=float(number))
    heard = list(iter(buffer.next, None))

    whole = b"".join(pieces).split(b"\n")[:-1]
    assert heard == [line.removesuffix(b"\r").decode("utf-8", "replace") for line in whole]


@pytest.mark.parametrize("line", ["a\nb", "a\rb", "\x00", "\x7f", "x" * 9000])
def test_no_line_is_two(line: str) -> None:
    with pytest.raises(ValueError, match="no lines"):
        refuse_unsayable("good", line)


async def test_r43_many_that_say_something_at_once_are_read_each_in_its_own_turn(
    lines: LineTalking, peer: LineServer
) -> None:
    peer.greeting = b"x" * 60_000 + b"\n"
    turns = 0
    read_in: list[int] = []

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def hear(talk: LineTalk) -> None:
        assert await talk.hear(within_s=PATIENT_S)
        read_in.append(turns)

    async with AsyncExitStack() as stack:
        talks = [
            await stack.enter_async_context(opened(lines, peer)) for _ in range(LINE_TALKS_PER_PORT)
        ]
        # All of it lies ready before anybody looks.
        await asyncio.sleep(0.2)
        counting = asyncio.ensure_future(count())
        await asyncio.gather(*map(hear, talks))
        counting.cancel()

    assert len(set(read_in)) == LINE_TALKS_PER_PORT


async def test_a_piece_that_waits_for_its_turn_is_not_lost(
    lines: LineTalking, peer: LineServer
) -> None:
    peer.greeting = b"hello\n"

    async with opened(lines, peer) as talk:
        async with lines._house._turn:  # noqa: SLF001 # another one has its turn
            assert await talk.hear(within_s=0.2) is None
        assert await talk.hear(within_s=PATIENT_S) == "hello"
