"""A server whose answers go on for ever takes no more of the loop than an honest one (R30, R43)."""

from __future__ import annotations

import asyncio
from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING

import httpx
import pytest

from altrabits_desktop.contract.errors import MalformedAnswer, ServerAway
from altrabits_desktop.contract.service import Health, Reached
from altrabits_desktop.sync import client
from altrabits_desktop.sync.client import ServerClient
from tests.harness.misbehaving_server import CHUNKED, OK, Conversation, Server, body, endless

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

GOOD = b'{"status":"ok"}'
TURNS = 50


@pytest.fixture
async def asks(server: Server) -> AsyncIterator[ServerClient]:
    url = server.url("").rstrip("/")
    made = ServerClient(reached=lambda: Reached(url), token=lambda: "")
    yield made
    await made.aclose()


async def test_r43_answers_before_the_answer_end_a_request_and_not_its_time(
    server: Server, asks: ServerClient
) -> None:
    async def behave(conversation: Conversation) -> None:
        await endless(conversation, head=b"", part=b"HTTP/1.1 100 Go on\r\n\r\n" * 100)

    server.behave = behave

    with pytest.raises(ServerAway) as raised:
        await asks.call("service.health", Health)

    assert isinstance(raised.value.__cause__, httpx.RemoteProtocolError)


@pytest.mark.parametrize(("lines", "is_taken"), [(90, True), (101, False)])
async def test_r43_a_head_has_so_many_lines(
    server: Server, asks: ServerClient, lines: int, *, is_taken: bool
) -> None:
    server.answer(body(GOOD, headers=b"X: y\r\n" * lines))

    if is_taken:
        assert await asks.call("service.health", Health) == Health()
        return
    with pytest.raises(ServerAway) as raised:
        await asks.call("service.health", Health)

    assert isinstance(raised.value.__cause__, httpx.RemoteProtocolError)


@asynccontextmanager
async def turns_counted() -> AsyncIterator[Callable[[], int]]:
    """Let somebody else have a turn whenever there is one, and tell how many there were."""
    others = 0

    async def go_on() -> None:
        nonlocal others
        while True:
            others += 1
            await asyncio.sleep(0)

    other = asyncio.create_task(go_on())
    await asyncio.sleep(0)
    yield lambda: others
    other.cancel()


class Ready:
    """An answer of which all has come already: what lies ready at once is no network's."""

    status_code = 200

    def __init__(self, parts: Sequence[bytes]) -> None:
        self._parts = parts

    async def aiter_raw(self) -> AsyncIterator[bytes]:
        for part in self._parts:
            yield part


async def test_r43_a_body_in_crumbs_lets_others_go_on() -> None:
    answer = Ready([b"x"] * 1_000)

    async with turns_counted() as turns:
        whole = await client._whole(answer)  # type: ignore[arg-type]  # noqa: SLF001 # see `Ready`

        assert whole == b"x" * 1_000
        assert turns() > TURNS


@pytest.mark.parametrize(
    "parts", [[b"\n"] * 1_000, [b"\n" * 50_000]], ids=["in crumbs", "of nothing but ends"]
)
async def test_r43_hints_that_say_nothing_let_others_go_on(
    asks: ServerClient, parts: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    @asynccontextmanager
    async def stream(*_: object, **__: object) -> AsyncIterator[Ready]:
        yield Ready([*parts, b'data: {"after": 7}\n'])

    monkeypatch.setattr(await asks._http(), "stream", stream)  # noqa: SLF001 # see `Ready`

    async with turns_counted() as turns, aclosing(asks.hints()) as hints:  # type: ignore[type-var] # a generator
        assert await anext(hints) == 7
        assert turns() > TURNS


async def test_r30_an_answer_without_end_is_cut(server: Server, asks: ServerClient) -> None:
    async def behave(conversation: Conversation) -> None:
        await endless(conversation, head=CHUNKED, part=b"10000\r\n" + b"x" * 65_536 + b"\r\n")

    server.behave = behave

    with pytest.raises(MalformedAnswer):
        await asks.call("service.health", Health)


async def test_r30_a_cookie_is_not_kept(server: Server, asks: ServerClient) -> None:
    server.answer(OK + b"Set-Cookie: a=b\r\nContent-Length: 15\r\n\r\n" + GOOD)

    await asks.call("service.health", Health)
    await asks.call("service.health", Health)

    assert not any(b"cookie" in request.lower() for request in server.requests)
