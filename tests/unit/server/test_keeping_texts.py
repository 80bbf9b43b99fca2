"""What one account may write is bounded in characters too, and so is what is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from altrabits_desktop.contract.change_feed import ChangePage
from altrabits_desktop.server import keeping
from altrabits_desktop.server.changes import service as changes
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.tickets import service as tickets
from altrabits_desktop.sync.client import ANSWER_BYTES
from tests.fakes.served import streamer, ticket

if TYPE_CHECKING:
    import httpx

    from altrabits_desktop.contract.tickets import Ticket
    from altrabits_desktop.server.store.store import Writing
    from tests.fakes.served import Served

WORST = "\x01"
"""Takes the most bytes of all characters in JSON: six."""


async def opened(server: Served, text: str) -> str:
    answer = await server.create("POST", "/api/v1/tickets", ticket(text=text))
    number: str = answer.json()["number"]
    return number


async def say(server: Served, number: str, text: str, *, key: str = "") -> httpx.Response:
    written = len((await server.ask("GET", f"/api/v1/tickets/{number}")).json()["messages"])
    body = {"id": f"message-{written}", "text": text}
    path = f"/api/v1/tickets/{number}/messages"
    if key:
        return await server.ask("POST", path, body, idempotency_key=key)
    return await server.create("POST", path, body)


async def answered(server: Served, number: str, text: str) -> Ticket:
    now = server.clock.now()
    return await server.store.write(
        lambda writing: tickets.answer(writing, number, message_id="answer-1", text=text, now=now)
    )


@pytest.mark.parametrize(("characters", "status"), [(49, 201), (50, 201), (51, 422)])
async def test_r22_a_request_holds_so_many_characters_and_support_may_still_answer(
    server: Served, monkeypatch: pytest.MonkeyPatch, characters: int, status: int
) -> None:
    monkeypatch.setattr(tickets, "TEXT_MOST", 100)
    await server.account()
    number = await opened(server, "ü" * 50)

    told = await say(server, number, "ü" * characters)
    after = await answered(server, number, "Yes." * 20)

    assert told.status_code == status
    assert "code" not in told.json() or told.json()["code"] == "messages.too_many"
    assert len(after.messages) == (3 if status == 201 else 2)


@pytest.mark.parametrize(("characters", "status"), [(49, 201), (50, 201), (51, 422)])
async def test_r22_an_account_holds_so_many_characters_and_others_go_on(
    server: Served, monkeypatch: pytest.MonkeyPatch, characters: int, status: int
) -> None:
    monkeypatch.setattr(tickets, "TEXT_OF_ACCOUNT_MOST", 100)
    other = await server.another()
    await server.account()
    first, second = await opened(server, "a" * 25), await opened(server, "b" * 25)

    told = await say(server, second, "c" * characters)
    more = await server.create("POST", "/api/v1/tickets", ticket(text="d" * 60))
    others = await other.create("POST", "/api/v1/tickets", ticket(text="e" * 60))
    after = await answered(server, first, "Yes." * 30)

    assert told.status_code == status
    assert "code" not in told.json() or told.json()["code"] == "tickets.too_many"
    assert (more.status_code, more.json()["code"]) == (422, "tickets.too_many")
    assert others.status_code == 201
    assert len(after.messages) == 2


async def test_r22_the_longest_thread_is_an_answer_that_the_app_takes(server: Served) -> None:
    await server.account()
    number = await opened(server, WORST * 20_000)
    told = await say(server, number, WORST * 20_000)
    for _ in range(30):
        if told.status_code == 201:
            told = await say(server, number, WORST * 20_000)

    path = f"/api/v1/tickets/{number}"
    thread = await server.ask("GET", path)
    first = (await server.ask("GET", "/api/v1/changes")).json()
    page = await server.ask("GET", f"/api/v1/changes?since={first['cursor']}")

    assert told.json()["code"] == "messages.too_many"
    assert tickets.TEXT_MOST < tickets.TEXT_WITH_ANSWERS_MOST
    assert len(thread.content) < len(page.content) < ANSWER_BYTES
    assert 6 * tickets.TEXT_WITH_ANSWERS_MOST < 0.95 * ANSWER_BYTES


async def test_support_answers_no_thread_beyond_what_the_app_takes(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tickets, "TEXT_WITH_ANSWERS_MOST", 100)
    await server.account()
    number = await opened(server, "a" * 60)

    with pytest.raises(Problem) as refused:
        await answered(server, number, "b" * 41)

    assert refused.value.code == "messages.too_many"
    assert len((await answered(server, number, "b" * 40)).messages) == 2


async def test_r36_a_page_of_the_feed_is_small_enough_to_be_taken_and_none_is_missed(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "PAGE_BYTES", 5_000)
    await server.account()
    numbers = [await opened(server, letter * size) for letter, size in SIZES]
    await server.create("POST", "/api/v1/streamers", streamer())

    pages = await pages_of(server)
    told = [entry for page in pages for entry in page.entries]

    assert [entry.id for entry in told if entry.ticket] == numbers
    assert told[-1].streamer is not None
    assert [entry.revision for entry in told] == sorted({entry.revision for entry in told})
    assert all(page.entries for page in pages)
    # Two of the small ones go together, and what is larger than a page has one of its own.
    assert [len([e for e in page.entries if e.ticket]) for page in pages] == [2, 1, 1, 1]


async def pages_of(server: Served) -> list[ChangePage]:
    pages: list[ChangePage] = []
    cursor = ""
    while not pages or pages[-1].has_more:
        answer = await server.ask("GET", f"/api/v1/changes?since={cursor}")
        pages.append(msgspec.json.decode(answer.content, type=ChangePage))
        cursor = pages[-1].cursor
    return pages


SIZES = (("a", 1_000), ("b", 2_000), ("c", 9_000), ("d", 4_000), ("e", 1_000))


async def test_r22_large_answers_that_are_kept_for_their_keys_fill_no_disk(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "LARGE_BYTES", 5_000)
    monkeypatch.setattr(keeping, "LARGE_KEPT_BYTES", 40_000)
    other = await server.another()
    theirs = await opened(other, "x" * 6_000)
    await say(other, theirs, "x", key="key-of-another")
    await server.account()
    await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key="a-small-one")
    number = await opened(server, "a" * 6_000)
    said = []
    for turn in range(9):
        server.clock.move(1)
        said.append(await say(server, number, "b" * 1_000, key=f"the-key-{turn}"))

    def kept(writing: Writing) -> int:
        row = writing.row("SELECT SUM(LENGTH(content)) AS bytes FROM answers WHERE key LIKE 'the%'")
        return int((row or {})["bytes"] or 0)

    path = f"/api/v1/tickets/{number}/messages"
    body = {"id": "message-9", "text": "b" * 1_000}
    again = await server.ask("POST", path, body, idempotency_key="the-key-8")
    small = await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key="a-small-one")
    of_another = await say(other, theirs, "x", key="key-of-another")

    assert 20_000 < await server.store.write(kept) <= 40_000
    assert (again.status_code, again.content) == (said[-1].status_code, said[-1].content)
    assert small.status_code == 201
    assert of_another.json()["code"] == "key.reused"
