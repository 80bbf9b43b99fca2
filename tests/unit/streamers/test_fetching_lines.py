"""Endless answers of a server on loopback that says too much, too little or nonsense (R7)."""

from __future__ import annotations

import asyncio
import gzip
from collections import Counter
from contextlib import aclosing

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, StreamerSilent
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from tests.fakes.clock import FakeClock
from tests.fakes.discovery import until
from tests.harness.misbehaving_server import GZIPPED, HERE, OK, Conversation, Server, endless, hang

STREAM = OK + b"Content-Type: text/event-stream\r\n\r\n"


async def lines_of(fetch: Fetching, url: str, *, most: int) -> list[str]:
    taken: list[str] = []
    async with aclosing(fetch.lines(url, address=HERE, is_loopback_allowed=True)) as lines:
        async for line in lines:
            taken.append(line)
            if len(taken) == most:
                break
    return taken


@pytest.mark.asyncio(loop_factories=["plain", "qt"])
async def test_lines_come_as_they_are_said(server: Server, fetch: Fetching) -> None:
    async def behave(conversation: Conversation) -> None:
        await conversation.say(STREAM, b"event: state\r\nda", b"ta: \xc3\xa9\n\n", b": alive\n")
        await hang(conversation)

    server.behave = behave

    lines = await lines_of(fetch, server.url(), most=4)

    assert lines == ["event: state", "data: é", "", ": alive"]
    assert b"accept: text/event-stream" in server.requests[0].lower()


async def test_r2_many_lines_at_once_let_the_loop_turn_between_them(
    server: Server, fetch: Fetching
) -> None:
    async def behave(conversation: Conversation) -> None:
        await conversation.say(STREAM, b"data: x\n" * 64)
        await hang(conversation)

    server.behave = behave
    lines_at_turn: Counter[int] = Counter()
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    turning = asyncio.create_task(turn())
    async with aclosing(fetch.lines(server.url(), address=HERE, is_loopback_allowed=True)) as lines:
        async for _ in lines:
            lines_at_turn[turns] += 1
            if lines_at_turn.total() == 64:
                break
    turning.cancel()

    assert max(lines_at_turn.values()) <= 8


async def test_streams_that_together_say_too_much_wait_for_each_other(server: Server) -> None:
    async def behave(conversation: Conversation) -> None:
        await conversation.say(STREAM, b"data: x\n" * 100)
        await hang(conversation)

    server.behave = behave
    clock, heard = FakeClock(), 0
    fetch = Fetching(neighbourhood=Neighbourhood(), clock=clock, fetch_s=30, silence_s=30)

    async def listen() -> None:
        nonlocal heard
        async for _ in fetch.lines(server.url(), address=HERE, is_loopback_allowed=True):
            heard += 1

    listening = [asyncio.ensure_future(listen()) for _ in range(3)]
    await until(lambda: heard >= 249)
    for _ in range(500):
        await asyncio.sleep(0)
    at_once = heard
    clock.move(1.0)
    await clock.advance(0.0)
    await until(lambda: heard == 300)
    for each in listening:
        each.cancel()
    await asyncio.gather(*listening, return_exceptions=True)
    await fetch.aclose()

    # What a quiet house has saved up; the fake clock stands still.
    assert at_once <= 251


async def test_silence_ends_an_endless_answer(server: Server, fetch: Fetching) -> None:
    async def behave(conversation: Conversation) -> None:
        await conversation.say(STREAM, b"data: x\n")
        await hang(conversation)

    server.behave = behave

    with pytest.raises(StreamerSilent):
        await lines_of(fetch, server.url(), most=2)


async def test_r7_bytes_that_never_make_a_line_are_silence(server: Server, fetch: Fetching) -> None:
    async def behave(conversation: Conversation) -> None:
        await conversation.say(STREAM, b"data: x\n")
        while True:
            await conversation.say(b"x")
            await asyncio.sleep(0.02)

    server.behave = behave

    async with asyncio.timeout(5):
        with pytest.raises(StreamerSilent):
            await lines_of(fetch, server.url(), most=2)


async def test_an_endless_answer_that_ends_is_silent(server: Server, fetch: Fetching) -> None:
    server.answer(STREAM, b"data: x\n")

    with pytest.raises(StreamerSilent):
        await lines_of(fetch, server.url(), most=2)


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (b"x" * 10_000, "answer.event_too_large"),
        (b"data: " + b"x" * 5_000 + b"\n", "answer.event_too_large"),
        (b"\n" * 100, "answer.too_fast"),
        (b"data: x\n\n" * 100, "answer.too_fast"),
    ],
)
async def test_r7_an_endless_answer_has_limits(
    server: Server, fetch: Fetching, part: bytes, code: str
) -> None:
    async def behave(conversation: Conversation) -> None:
        await endless(conversation, head=STREAM, part=part)

    server.behave = behave

    with pytest.raises(MalformedAnswer) as refused:
        await lines_of(fetch, server.url(), most=1_000_000)

    assert refused.value.code == code


async def test_an_endless_answer_must_not_be_packed(server: Server, fetch: Fetching) -> None:
    server.answer(OK + GZIPPED + b"\r\n", gzip.compress(b"data: x\n"))

    with pytest.raises(MalformedAnswer) as refused:
        await lines_of(fetch, server.url(), most=1)

    assert refused.value.code == "answer.encoding"
