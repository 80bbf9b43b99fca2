"""Bodies that are sent to a server on loopback, and what it says to them (R6, R7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.streamers.fetching import Fetching
from altrabits_desktop.streamers.neighbourhood import Neighbourhood
from tests.harness.misbehaving_server import HERE, Server, body, redirect

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    made = Server()
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def fetch() -> AsyncIterator[Fetching]:
    made = Fetching(neighbourhood=Neighbourhood(), clock=SystemClock(), fetch_s=3)
    yield made
    await made.aclose()


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
