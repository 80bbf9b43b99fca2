from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.server.changes import endpoints as module
from tests.fakes.asgi import Exchange
from tests.fakes.served import HOST, PASSWORD, SECRET, streamer
from tests.fakes.served_routes import OTHER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from tests.fakes.served import Served

LIMIT_S = 10
DAY_S = 86_400.0


@asynccontextmanager
async def listening(server: Served) -> AsyncIterator[Exchange]:
    headers = {
        "host": HOST,
        "x-altrabits-start": SECRET,
        "authorization": f"Bearer {server.token}",
    }
    stream = Exchange(
        "GET",
        "/api/v1/events",
        [(name.encode(), value.encode()) for name, value in headers.items()],
    )
    task = asyncio.ensure_future(stream.run(server.application))
    yield stream
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def next_of(stream: Exchange) -> bytes:
    return await asyncio.wait_for(stream.chunks.get(), LIMIT_S)


def hint(after: int) -> bytes:
    return b'event: changes\ndata: {"after":%d}\n\n' % after


async def test_r36_a_stream_says_at_once_where_the_feed_is_and_then_what_comes(
    server: Served,
) -> None:
    await server.account()
    async with listening(server) as stream:
        first = await next_of(stream)
        await server.create("POST", "/api/v1/streamers", streamer())
        second = await next_of(stream)

    assert (first, second) == (hint(2), hint(3))
    assert stream.answer_headers["content-type"].startswith("text/event-stream")
    assert stream.answer_headers["cache-control"] == "no-store"


async def test_r20_a_stream_is_silent_about_what_others_do(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    await server.account()
    async with listening(server) as stream:
        await next_of(stream)
        bob = await server.another()
        await bob.create("POST", "/api/v1/streamers", streamer())
        await server.create("POST", "/api/v1/streamers", streamer())
        said = await next_of(stream)

    assert said == hint(5)


async def test_a_stream_with_nothing_to_say_shows_that_it_lives(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ALIVE_S", 0.01)
    await server.account()
    async with listening(server) as stream:
        said = [await next_of(stream) for _ in range(3)]

    assert said == [hint(2), b": alive\n\n", b": alive\n\n"]


async def sign_out(server: Served) -> None:
    await server.ask("DELETE", "/api/v1/sessions/current")


async def be_revoked(server: Served) -> None:
    other = (await server.sign_in()).json()["token"]
    sessions = (await server.ask("GET", "/api/v1/sessions")).json()["sessions"]
    current = next(session["id"] for session in sessions if session["is_current"])
    await server.ask("DELETE", f"/api/v1/sessions/{current}", authorization=f"Bearer {other}")


async def change_password(server: Served) -> None:
    other = (await server.sign_in()).json()["token"]
    body = {"current": PASSWORD, "new": OTHER_PASSWORD}
    await server.ask("PUT", "/api/v1/account/password", body, authorization=f"Bearer {other}")


async def delete_account(server: Served) -> None:
    await server.ask("POST", "/api/v1/account/deletion", {"password": PASSWORD})


async def decline(server: Served) -> None:
    await server.decide("declined")


async def publish(server: Served) -> None:
    await server.publish("2.0")


async def wait_a_year(server: Served) -> None:
    server.clock.move(366 * DAY_S)
    await (await server.another()).ask("GET", "/api/v1/account")


ENDS = (sign_out, be_revoked, change_password, delete_account, decline, publish, wait_a_year)


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
async def test_r13_what_ends_a_session_or_closes_the_gate_ends_its_stream(
    server: Served, end: Callable[[Served], Awaitable[None]]
) -> None:
    await server.account()
    async with listening(server) as stream:
        await next_of(stream)
        await end(server)

        await asyncio.wait_for(stream.is_over.wait(), LIMIT_S)

    assert stream.status == 200


async def test_there_is_a_limit_to_streams_and_one_that_ends_makes_room(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "STREAMS_MOST", 1)
    await server.account()
    async with listening(server) as stream:
        await next_of(stream)
        refused = await server.ask("GET", "/api/v1/events")
    async with listening(server) as again:
        said = await next_of(again)

    assert (refused.status_code, refused.json()["code"]) == (503, "server.busy")
    assert said == hint(2)


async def test_a_server_that_closes_ends_its_streams(server: Served) -> None:
    await server.account()
    async with listening(server) as stream:
        await next_of(stream)
        server.application.end()

        await asyncio.wait_for(stream.is_over.wait(), LIMIT_S)

    assert stream.status == 200
