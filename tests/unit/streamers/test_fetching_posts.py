"""Bodies that are sent to a server on loopback, and what it says to them (R6, R7)."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer
from tests.harness.misbehaving_server import HERE, Conversation, Server, body, redirect

if TYPE_CHECKING:
    from altrabits_desktop.streamers.fetching import Fetching


@pytest.mark.parametrize(
    ("status", "takes_fault", "expected"),
    [(500, True, b"why"), (500, False, None), (503, True, None), (404, True, None)],
)
async def test_fault_is_given_to_whoever_takes_it(
    server: Server, fetch: Fetching, status: int, takes_fault: bool, expected: bytes | None
) -> None:
    server.answer(
        f"HTTP/1.1 {status} No\r\nContent-Length: 3\r\nConnection: close\r\n\r\nwhy".encode()
    )

    try:
        answer: bytes | None = await fetch.post(
            server.url("/control"),
            address=HERE,
            is_loopback_allowed=True,
            headers={},
            content=b"<x/>",
            takes_fault=takes_fault,
        )
    except MalformedAnswer:
        answer = None

    assert answer == expected


async def test_posts_a_body_and_follows_no_redirect(server: Server, fetch: Fetching) -> None:
    async def post() -> bytes:
        return await fetch.post(
            server.url("/control"),
            address=HERE,
            is_loopback_allowed=True,
            headers={"SOAPACTION": '"x"'},
            content=b"<x/>",
        )

    server.answer(body(b"done"))
    answer = await post()
    server.answer(redirect(b"/elsewhere"))
    with pytest.raises(MalformedAnswer):
        await post()

    assert answer == b"done"
    assert server.requests[0].lower().count(b'soapaction: "x"') == 1
    assert server.requests[0].endswith(b"\r\n\r\n<x/>")
    assert len(server.requests) == 2


@pytest.mark.parametrize(("is_command", "asked"), [(False, 2), (True, 1)])
async def test_a_question_that_met_a_closing_connection_is_asked_once_more(
    server: Server, fetch: Fetching, *, is_command: bool, asked: int
) -> None:
    async def behave(conversation: Conversation) -> None:
        # The first one is closed without a word, as by a server that was just about to.
        if len(server.requests) > 1:
            await conversation.say(body(b"hello"))

    server.behave = behave
    answer = asyncio.ensure_future(
        fetch.post(
            server.url(),
            address=HERE,
            is_loopback_allowed=True,
            headers={},
            content=b"?",
            takes_fault=is_command,
        )
    )
    await asyncio.wait((answer,))

    assert len(server.requests) == asked
    assert (answer.exception() is None) is not is_command


async def test_a_server_that_always_closes_is_asked_twice_and_no_more(
    server: Server, fetch: Fetching
) -> None:
    server.answer()

    with pytest.raises(MalformedAnswer, match=r"answer\.protocol"):
        await fetch.get(server.url(), address=HERE, is_loopback_allowed=True)

    assert len(server.requests) == 2
