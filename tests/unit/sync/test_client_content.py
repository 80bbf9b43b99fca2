"""Answers that are no messages: parts of firmware."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, Refused, ServerAway
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.sync import client
from altrabits_desktop.sync.client import ServerClient
from tests.harness.misbehaving_server import CHUNKED, OK, endless

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.harness.misbehaving_server import Conversation, Server

ID = "ab" * 32
PLACES = {"id": ID}


@pytest.fixture
async def asks(server: Server) -> AsyncIterator[ServerClient]:
    url = server.url("").rstrip("/")
    made = ServerClient(reached=lambda: Reached(url), token=lambda: "")
    yield made
    await made.aclose()


async def part(asks: ServerClient) -> bytes:
    return await asks.content("firmware.image", places=PLACES, query={"from": "7"})


async def test_a_part_comes_as_it_is(server: Server, asks: ServerClient) -> None:
    server.answer(OK + b"Content-Length: 3\r\n\r\n\x00\xff\n")

    assert await part(asks) == b"\x00\xff\n"
    assert server.requests[0].startswith(f"GET /api/v1/firmware/{ID}/image?from=7 ".encode())


async def test_r57_a_part_without_an_end_is_cut(server: Server, asks: ServerClient) -> None:
    async def behave(conversation: Conversation) -> None:
        await endless(conversation, head=CHUNKED, part=b"10000\r\n" + b"x" * 65_536 + b"\r\n")

    server.behave = behave

    with pytest.raises(MalformedAnswer):
        await part(asks)


async def test_r57_a_part_that_drips_is_given_up(
    server: Server, asks: ServerClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "LIMIT_S", 0.1)

    async def behave(conversation: Conversation) -> None:
        await conversation.say(CHUNKED, b"1\r\nx\r\n")
        await asyncio.Event().wait()

    server.behave = behave

    with pytest.raises(ServerAway):
        await part(asks)


async def test_a_refusal_is_told_by_its_code(server: Server, asks: ServerClient) -> None:
    problem = b'{"type":"about:blank","title":"","status":404,"code":"object.unknown"}'
    head = b"HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+json\r\n"
    server.answer(head + b"Content-Length: %d\r\n\r\n" % len(problem) + problem)

    with pytest.raises(Refused, match=r"object\.unknown"):
        await part(asks)
