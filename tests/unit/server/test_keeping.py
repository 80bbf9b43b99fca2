"""Keys: repeated requests have one effect and one answer."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from altrabits_desktop.contract.routes import ROUTES
from altrabits_desktop.server.keeping import KEPT_FOR, forget_old_answers
from tests.fakes.asgi import Exchange
from tests.fakes.served import HOST, PASSWORD, SECRET, served, streamer, ticket
from tests.fakes.served_routes import (
    PLACES,
    SESSION_ROUTES,
    body_of,
    call,
    furnish,
    path_of,
    revision_of,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    import httpx

    from altrabits_desktop.contract.routes import Route
    from tests.fakes.served import Served

KEY = "a-key-of-its-own"
KEYED = [route for route in ROUTES if route.needs_key]
TIMES = 100

by_route = pytest.mark.parametrize("route", KEYED, ids=lambda route: route.operation)


async def counts(server: Served) -> list[int]:
    streamers = (await server.ask("GET", "/api/v1/streamers")).json()["streamers"]
    tickets = (await server.ask("GET", "/api/v1/tickets")).json()["tickets"]
    decisions = (await server.ask("GET", "/api/v1/decisions")).json()["receipts"]
    messages = sum(len(each["messages"]) for each in tickets)
    return [len(streamers), len(tickets), messages, len(decisions)]


def said(answers: list[httpx.Response]) -> set[tuple[int, bytes]]:
    return {(answer.status_code, answer.content) for answer in answers}


@by_route
async def test_r34_parallel_replays_have_one_effect_and_one_answer(
    server: Served, route: Route
) -> None:
    await furnish(server)
    body = body_of(route, server)
    before = await counts(server)

    answers = await asyncio.gather(
        *(call(server, route, body=body, idempotency_key=KEY) for _ in range(TIMES))
    )
    once = await counts(server)
    replayed = await call(server, route, body=body, idempotency_key=KEY)

    assert said([*answers, replayed]) == {(route.status, answers[0].content)}
    assert sum(once) - sum(before) == (2 if route.operation == "tickets.open" else 1)
    assert await counts(server) == once


@by_route
async def test_r34_a_key_with_another_body_is_refused(server: Served, route: Route) -> None:
    await furnish(server)
    await call(server, route, idempotency_key=KEY)
    once = await counts(server)
    other = {**(body_of(route, server) or {}), "wording": "Yes"}
    bodies = other if route.operation == "decisions.make" else body_of(route, server)

    answer = await call(server, route, body=bodies, idempotency_key=KEY)

    assert (answer.status_code, answer.json()["code"]) == (422, "key.reused")
    assert await counts(server) == once


@by_route
async def test_r34_without_a_key_nothing_is_done(server: Served, route: Route) -> None:
    await furnish(server)
    before = await counts(server)
    keys = ["", "short", "x" * 65, "with space!", "semi;colon", "a,b-comma"]

    answers = [await call(server, route, idempotency_key=key) for key in keys]

    assert {answer.json()["code"] for answer in answers} == {"request.key_missing"}
    assert await counts(server) == before


@by_route
async def test_r34_a_replay_after_a_restart_gives_the_same_answer(
    tmp_path: Path, route: Route
) -> None:
    async with served(tmp_path) as server:
        await furnish(server)
        body, token = body_of(route, server), server.token
        first = await call(server, route, body=body, idempotency_key=KEY)
        once = await counts(server)

    async with served(tmp_path) as again:
        again.token = token
        second = await call(again, route, body=body, idempotency_key=KEY)
        after = await counts(again)

    assert said([first, second]) == {(route.status, first.content)}
    assert after == once


async def test_r34_a_key_for_another_operation_is_refused(server: Served) -> None:
    await furnish(server)
    await server.ask("POST", "/api/v1/streamers", streamer(2), idempotency_key=KEY)

    answer = await server.ask("POST", "/api/v1/tickets", ticket(), idempotency_key=KEY)

    assert answer.json()["code"] == "key.reused"


async def test_r34_the_same_words_to_another_ticket_are_another_request(server: Served) -> None:
    await furnish(server)
    other = (await server.create("POST", "/api/v1/tickets", ticket())).json()["number"]
    message = {"id": "message-2", "text": "Still silent."}
    paths = [f"/api/v1/tickets/{number}/messages" for number in (PLACES["number"], other)]

    answers = [await server.ask("POST", path, message, idempotency_key=KEY) for path in paths]

    assert [answer.status_code for answer in answers] == [201, 422]
    assert answers[1].json()["code"] == "key.reused"


async def test_r34_keys_belong_to_one_account(server: Served) -> None:
    await server.account()
    bob = await server.another()

    answers = await asyncio.gather(
        *(
            person.ask("POST", "/api/v1/streamers", streamer(), idempotency_key=KEY)
            for person in (server, bob) * 20
        )
    )

    assert {answer.status_code for answer in answers} == {201}
    assert len(said(list(answers[::2]))) == len(said(list(answers[1::2]))) == 1
    assert answers[0].json()["revision"] != answers[1].json()["revision"]


async def test_r34_what_was_refused_may_be_tried_again_with_its_key(server: Served) -> None:
    await server.account()
    await server.create("POST", "/api/v1/streamers", streamer())

    refused = await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key=KEY)
    await server.ask("DELETE", "/api/v1/streamers/streamer-0001")
    done = await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key=KEY)

    assert (refused.json()["code"], done.status_code) == ("object.exists", 201)


async def test_answers_are_forgotten_after_their_time(server: Served) -> None:
    await server.account()
    await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key=KEY)
    kept_until = server.clock.now() + KEPT_FOR
    early, late = kept_until - timedelta(seconds=1), kept_until + timedelta(seconds=1)

    await server.store.write(lambda w: forget_old_answers(w, now=early, most=9))
    before = await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key=KEY)
    await server.store.write(lambda w: forget_old_answers(w, now=late, most=9))
    after = await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key=KEY)

    assert (before.status_code, after.json()["code"]) == (201, "object.exists")


WRITING = [route for route in SESSION_ROUTES if route.request is not None and route.method != "GET"]


def slow(server: Served, route: Route, meanwhile: Callable[[], Awaitable[object]]) -> Exchange:
    """Give a request of the person, whose body arrives when something else is done."""
    headers = {
        "host": HOST,
        "x-altrabits-start": SECRET,
        "authorization": f"Bearer {server.token}",
        "content-type": "application/json",
        "idempotency-key": KEY,
        "if-match": revision_of(route),
    }
    return Exchange(
        route.method,
        path_of(route),
        [(name.encode(), value.encode()) for name, value in headers.items()],
        parts=[msgspec.json.encode(body_of(route, server))],
        meanwhile=meanwhile,
    )


@pytest.mark.parametrize("route", WRITING, ids=lambda route: route.operation)
async def test_r13_a_session_that_ends_while_a_body_arrives_writes_nothing(
    server: Served, route: Route
) -> None:
    await furnish(server)
    before = await counts(server)
    other = replace(server, token=(await server.sign_in()).json()["token"])
    ending = slow(other, route, lambda: other.ask("DELETE", "/api/v1/sessions/current"))

    await ending.run(server.application)

    assert (ending.status, ending.code) == (401, "session.ended")
    assert await counts(server) == before
    assert (await server.sign_in()).status_code == 201


@pytest.mark.parametrize("route", WRITING, ids=lambda route: route.operation)
async def test_c13_an_account_that_is_deleted_while_a_body_arrives_keeps_nothing(
    server: Served, route: Route
) -> None:
    await furnish(server)
    deletion = {"password": PASSWORD}
    ending = slow(server, route, lambda: server.ask("POST", "/api/v1/account/deletion", deletion))
    tables = ("accounts", "sessions", "streamers", "tickets", "messages", "answers")

    await ending.run(server.application)
    left = await server.store.read(
        lambda r: {t: (r.row(f"SELECT COUNT(*) AS n FROM {t}") or {})["n"] for t in tables}  # noqa: S608 # fixed names
    )

    assert (ending.status, ending.code) == (401, "session.ended")
    assert left == dict.fromkeys(tables, 0)


async def test_a_replay_is_answered_with_the_status_of_its_time(server: Served) -> None:
    await server.account()
    first = await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key=KEY)
    # As an earlier version of the table of routes would have had it.
    await server.store.write(lambda writing: writing.run("UPDATE answers SET status = 202"))

    again = await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key=KEY)

    assert (first.status_code, again.status_code) == (201, 202)
    assert first.content == again.content
