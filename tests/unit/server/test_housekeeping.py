"""A server's tables do not grow for ever, and nobody fills the disk of the others."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.qa.fake_clock import settled
from altrabits_desktop.server import housekeeping, keeping
from altrabits_desktop.server.housekeeping import EVERY_S, tidied, tidy_up
from altrabits_desktop.server.sessions import service as sessions
from altrabits_desktop.server.sessions.authentication import AGE_LIMIT, IDLE_LIMIT
from altrabits_desktop.server.streamers import service as streamers
from altrabits_desktop.server.tickets import service as tickets
from tests.fakes.served import streamer, ticket

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from altrabits_desktop.server.store.store import Writing
    from tests.fakes.served import Served

SECOND = timedelta(seconds=1)


async def count(server: Served, table: str) -> int:
    def work(writing: Writing) -> int:
        return len(writing.rows(f"SELECT * FROM {table}"))  # noqa: S608 # a name of this test

    return await server.store.write(work)


@pytest.mark.parametrize("limit", [IDLE_LIMIT, AGE_LIMIT])
async def test_expired_sign_ins_go_and_those_that_hold_stay(
    server: Served, limit: timedelta
) -> None:
    await server.account()
    server.clock.move((limit - SECOND).total_seconds())
    await server.sign_in()
    await tidy_up(server.store, server.clock)
    before = await count(server, "sessions")

    server.clock.move(1)
    await tidy_up(server.store, server.clock)

    assert (before, await count(server, "sessions")) == (2 if limit is IDLE_LIMIT else 1, 1)


async def test_much_that_is_over_goes_little_at_a_time(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(housekeeping, "AT_ONCE", 2)
    commits = []
    await server.account()
    for _ in range(4):
        await server.sign_in()
    server.clock.move(AGE_LIMIT.total_seconds())
    leave = server.store.subscribe(lambda: commits.append(1))

    await tidy_up(server.store, server.clock)
    leave()

    assert await count(server, "sessions") == 0
    assert len(commits) >= 3


async def test_of_very_many_answers_the_oldest_go_sooner(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "KEPT_OF_ACCOUNT", 2)
    other = await server.another()
    await server.account()
    path = "/api/v1/streamers"
    for number in range(4):
        server.clock.move(1)
        await server.ask("POST", path, streamer(number), idempotency_key=f"the-key-{number}")
    await other.create("POST", "/api/v1/streamers", streamer(9))

    await tidy_up(server.store, server.clock)
    latest = await server.ask("POST", path, streamer(3), idempotency_key="the-key-3")
    oldest = await server.ask("POST", path, streamer(0), idempotency_key="the-key-0")

    assert latest.status_code == 201
    assert oldest.json()["code"] == "object.exists"
    assert await count(server, "answers") == 3


async def test_it_tidies_at_once_and_then_every_hour(server: Served) -> None:
    await server.account()
    async with tidied(server.store, server.clock):
        server.clock.move(AGE_LIMIT.total_seconds())
        await settled()
        for _ in range(50):
            if not await count(server, "sessions"):
                break
            server.clock.move(EVERY_S)
            await settled()

    assert await count(server, "sessions") == 0


async def test_a_database_that_cannot_be_used_is_tidied_the_next_time(
    server: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries = []

    async def refuse(_work: Callable[[Writing], int]) -> int:
        tries.append(1)
        raise StoreUnusable("store.full")

    monkeypatch.setattr(server.store, "write", refuse)
    async with tidied(server.store, server.clock):
        await settled()
        server.clock.move(EVERY_S)
        await settled()

    assert len(tries) == 2
    assert "store.full" in caplog.text


@pytest.mark.parametrize(("signed_in", "kept"), [(99, 99), (100, 100), (101, 100)])
async def test_an_account_has_a_hundred_sign_ins_and_the_one_that_rests_longest_goes(
    server: Served, monkeypatch: pytest.MonkeyPatch, signed_in: int, kept: int
) -> None:
    other = await server.another()
    await server.account()
    first = server.token
    for _ in range(signed_in - 1):
        server.clock.move(1)
        await server.sign_in()

    answer = await server.ask("GET", "/api/v1/account", authorization=f"Bearer {first}")

    assert await count(server, "sessions") == kept + 1
    assert answer.status_code == (200 if signed_in <= sessions.MOST else 401)
    assert (await other.ask("GET", "/api/v1/account")).status_code == 200


LIMITS = [
    ((streamers, "MOST", 1000), "streamers.too_many"),
    ((tickets, "MOST", 1000), "tickets.too_many"),
    ((tickets, "MESSAGES_OF_ACCOUNT_MOST", 5000), "tickets.too_many"),
    ((tickets, "MESSAGES_MOST", 500), "messages.too_many"),
]


@pytest.mark.parametrize(("limit", "code"), LIMITS)
async def test_what_is_beyond_a_limit_of_the_account_is_refused_plainly_and_others_go_on(
    server: Served,
    monkeypatch: pytest.MonkeyPatch,
    limit: tuple[object, str, int],
    code: str,
) -> None:
    room, name, most = limit
    assert getattr(room, name) == most
    monkeypatch.setattr(room, name, 3)
    other = await server.another()
    await server.account()

    answers = [await add(server, code, number) for number in range(4)]

    assert [answer.status_code for answer in answers] == [201, 201, 201, 422]
    assert (answers[3].json()["code"], answers[3].json()["arguments"]) == (code, {"most": 3})
    assert (await add(other, code, 0)).status_code == 201


async def add(server: Served, code: str, number: int) -> httpx.Response:
    match code:
        case "streamers.too_many":
            return await server.create("POST", "/api/v1/streamers", streamer(number))
        case "tickets.too_many":
            return await server.create("POST", "/api/v1/tickets", ticket())
        case _:
            return await say(server, number)


async def say(server: Served, number: int) -> httpx.Response:
    listed = (await server.ask("GET", "/api/v1/tickets")).json()["tickets"]
    if not listed:
        return await server.create("POST", "/api/v1/tickets", ticket())
    body = {"id": f"message-{number}", "text": "Still silent."}
    path = f"/api/v1/tickets/{listed[0]['number']}/messages"
    return await server.create("POST", path, body)


async def test_support_may_answer_an_account_that_has_said_all_it_may(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tickets, "MESSAGES_OF_ACCOUNT_MOST", 1)
    await server.account()
    opened = await server.create("POST", "/api/v1/tickets", ticket())
    number, now = opened.json()["number"], server.clock.now()

    told = await server.store.write(
        lambda writing: tickets.answer(writing, number, message_id="answer-1", text="Yes.", now=now)
    )

    assert len(told.messages) == 2
