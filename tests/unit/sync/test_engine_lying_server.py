"""A server elsewhere that lies: what it may cost is its own data, never the program (R30, R37)."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections import deque
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.change_feed import ChangePage
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.possessions import AddOwned
from altrabits_desktop.contract.service import Health, Reached
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.contract.tickets import CloseTicket, OpenTicket, TicketState
from altrabits_desktop.sync import client, replica
from altrabits_desktop.sync.client import ServerClient
from altrabits_desktop.sync.engine import SyncEngine
from altrabits_desktop.sync.outbox import Errand, Waiting
from altrabits_desktop.sync.replica import CURSOR, Replica
from tests.fakes.clock import NOON, FakeClock, settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

OWNED = {"id": "streamer-1", "revision": 3, "name": "Kitchen", "added_at": "2026-11-01T10:00:00Z"}
TICKET = {
    "number": "AB-0000-0000-0",
    "subject": "Silent",
    "state": "open",
    "streamer_id": "",
    "opened_at": "2026-11-01T10:00:00Z",
    "revision": 3,
    "messages": [],
}
DEEP = b'{"status":"ok","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
OWN_ARGUMENTS = (
    b'{"status":404,"code":"object.unknown","title":"","arguments":{"code":"x","self":1}}'
)


def page(*entries: object, cursor: str = "e.1", has_more: bool = False) -> bytes:
    return json.dumps({"cursor": cursor, "has_more": has_more, "entries": entries}).encode()


def entry(noun: str = "streamer", **fields: object) -> dict[str, object]:
    return {"noun": noun, "id": "streamer-1", "revision": 3, **fields}


def problem(status: int, code: str) -> bytes:
    return json.dumps({"status": status, "code": code, "title": ""}).encode()


class Liar:
    """A client with replica and engine, and what the server answers next about changes."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.url = ""
        self.asked: list[str] = []
        self.answers: deque[tuple[int, bytes]] = deque()
        """About changes; the last one again and again."""
        self.stream = b""
        self.is_silent = False
        """Whether it takes the question for hints, and never says a word."""
        self.client = ServerClient(reached=lambda: Reached(self.url), token=lambda: "token")
        self._changed = asyncio.Event()
        self.replica = Replica(folder / "replica.sqlite3", changed=self._changed.set)
        self.engine = SyncEngine(
            self.client,
            self.replica,
            clock=self.clock,
            chance=lambda: 0.0,
            changed=self._changed.set,
        )

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = await reader.readuntil(b"\r\n\r\n")
            self.asked.append(head.split()[1].decode())
            if "/events" in self.asked[-1]:
                await self._stream(writer)
            else:
                status, body = self.answers[0] if self.answers else (200, page())
                if len(self.answers) > 1:
                    self.answers.popleft()
                length = f"\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
                writer.write(f"HTTP/1.1 {status} X{length}".encode() + body)
                await writer.drain()
        writer.close()

    async def _stream(self, writer: asyncio.StreamWriter) -> None:
        if not self.is_silent:
            writer.write(b"HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\n\r\n")
            writer.write(self.stream)
            await writer.drain()
        await asyncio.Event().wait()

    async def until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    async def add(self) -> None:
        await self.replica.keep(
            Waiting(
                key="key-of-the-client",
                errand=Errand.ADD_STREAMER,
                object_id="streamer-2",
                body=AddOwned(id="streamer-2", name="Attic"),
                made_at=NOON,
            )
        )


@pytest.fixture
async def liar(tmp_path: Path) -> AsyncIterator[Liar]:
    liar = Liar(tmp_path)
    talks: set[asyncio.Task[None]] = set()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        talks.add(task)
        await liar.answer(reader, writer)

    async with await asyncio.start_server(talk, "127.60.1.2", 0) as server:
        liar.url = f"http://127.60.1.2:{server.sockets[0].getsockname()[1]}"
        await liar.replica.open()
        yield liar
        await liar.engine.stop()
        await liar.client.aclose()
        for task in talks:
            task.cancel()
        await asyncio.gather(*talks, return_exceptions=True)
        await liar.replica.close()


async def test_r30_an_answer_nested_without_end_is_malformed(liar: Liar) -> None:
    liar.answers.append((200, DEEP))

    with pytest.raises(MalformedAnswer):
        await liar.client.call("service.health", Health)


async def test_r30_a_refusal_with_any_names_of_arguments_is_a_refusal(liar: Liar) -> None:
    liar.answers.append((404, OWN_ARGUMENTS))

    with pytest.raises(Refused) as raised:
        await liar.client.call("changes.since", ChangePage)

    assert raised.value.code == "object.unknown"


FOREVER = {
    "more without anything": (200, page(has_more=True)),
    "a refusal that fits no question": (404, problem(404, "object.unknown")),
    "a conflict": (412, problem(412, "object.changed")),
    "nested without end": (200, DEEP),
    "arguments of ours": (404, OWN_ARGUMENTS),
    "a time without zone": (200, page(entry(streamer=OWNED | {"added_at": "2026-11-01T10:00:00"}))),
    "a ticket for a streamer": (200, page(entry(ticket=TICKET))),
    "another one's id": (200, page(entry(streamer=OWNED | {"id": "streamer-9"}))),
    "an id without end": (
        200,
        page(entry(streamer=OWNED | {"id": "x" * 500}) | {"id": "x" * 500}),
    ),
    "a cursor that is none": (200, page(cursor="x" * 100_000)),
    "a cursor that no question may hold": (200, page(cursor="e\r\n.1")),
}


@pytest.mark.parametrize("name", FOREVER)
async def test_r30_a_server_that_lies_is_away_and_is_asked_ever_less_often(
    name: str, liar: Liar
) -> None:
    liar.answers.append(FOREVER[name])
    await liar.add()
    await liar.replica.drop("key-of-the-client")

    liar.engine.start()
    await liar.until(lambda: liar.engine.report.state is SyncState.AWAY)
    asked = len(liar.asked)
    await settled()

    assert asked <= 2
    assert len(liar.asked) == asked
    liar.answers.clear()
    liar.answers.append((200, page(entry(streamer=OWNED), cursor="e.3")))
    liar.engine.wake()
    await liar.until(lambda: liar.engine.report.state is SyncState.IN_STEP)
    assert [owned.name for owned in liar.replica.view.streamers] == ["Kitchen"]


async def test_r30_a_server_that_knows_no_cursor_of_its_own_is_away(liar: Liar) -> None:
    turn = [(200, page(has_more=True, cursor=f"e.{n}")) for n in range(1)]
    liar.answers.extend((*turn, (410, problem(410, "cursor.unknown"))) * 200)

    liar.engine.start()
    await liar.until(lambda: liar.engine.report.state is SyncState.AWAY)

    assert len(liar.asked) < 6


async def test_r30_what_a_server_told_of_more_than_anybody_has_is_not_kept(
    liar: Liar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replica, "OBJECTS_MOST", 3)
    crowd = [
        entry(streamer=OWNED | {"id": f"streamer-{n}"}) | {"id": f"streamer-{n}"} for n in range(4)
    ]
    liar.answers.append((200, page(*crowd)))

    liar.engine.start()
    await liar.until(lambda: liar.engine.report.state is SyncState.AWAY)

    assert liar.replica.view.streamers == ()
    liar.answers[0] = (200, page(*crowd[:3]))
    liar.engine.wake()
    await liar.until(lambda: len(liar.replica.view.streamers) == 3)


async def test_r39_what_is_kept_and_cannot_be_read_is_asked_for_anew(
    liar: Liar, tmp_path: Path
) -> None:
    liar.answers.append((200, page(entry(streamer=OWNED), cursor="e.3")))
    liar.engine.start()
    await liar.until(lambda: liar.engine.report.state is SyncState.IN_STEP)
    await liar.engine.stop()
    await liar.add()
    await liar.replica.close()
    with closing(sqlite3.connect(tmp_path / "replica.sqlite3")) as other:
        other.execute("UPDATE objects SET content = ?", (json.dumps(TICKET).encode(),))
        other.commit()

    await liar.replica.open()
    kept = liar.replica.view
    cursor = await liar.replica.fact(CURSOR)

    assert [owned.name for owned in kept.streamers] == ["Attic"]
    assert cursor == ""


async def test_r37_a_stream_that_never_begins_is_given_up(
    liar: Liar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "LIMIT_S", 0.2)
    liar.is_silent = True

    liar.engine.start()
    await liar.until(lambda: liar.engine.report.state is SyncState.IN_STEP)
    await liar.until(lambda: liar.engine.report.state is SyncState.AWAY)

    assert "/events" in liar.asked[-1]


async def test_r30_hints_of_nothing_make_no_hurry(liar: Liar) -> None:
    liar.stream = b'data: {"after": 7}\n\n' * 500

    liar.engine.start()
    async with asyncio.timeout(10):
        while not liar.clock.sleepers:
            await settled()
    asked = len(liar.asked)
    await settled()

    assert len(liar.asked) == asked < 6
    assert liar.engine.report.state is SyncState.IN_STEP


CLOSED = TICKET | {"state": "closed", "revision": 4}


async def close_before(liar: Liar, *answers: tuple[int, bytes]) -> None:
    """Keep that the request is to be closed, where the server said that it is open."""
    liar.answers.append((200, page(entry("ticket", id=TICKET["number"], ticket=TICKET))))
    liar.engine.start()
    await liar.until(lambda: bool(liar.replica.view.tickets))
    await liar.engine.stop()
    liar.answers.clear()
    liar.answers.extend((*answers, (200, page())))
    await liar.replica.keep(
        Waiting(
            key="key-of-the-close",
            errand=Errand.CLOSE_TICKET,
            object_id=str(TICKET["number"]),
            body=CloseTicket(),
            made_at=NOON,
        )
    )
    liar.engine.start()


async def test_a_close_that_leaves_the_request_open_is_said(liar: Liar) -> None:
    await close_before(liar, (200, json.dumps(TICKET | {"revision": 4}).encode()))
    await liar.until(lambda: liar.engine.report.state is SyncState.IN_STEP)

    [refused] = liar.replica.view.refused
    [ticket] = liar.replica.view.tickets
    assert (refused.errand, refused.refused_code) == (Errand.CLOSE_TICKET, "object.changed")
    assert (ticket.state, ticket.revision) == (TicketState.OPEN, 4)


async def test_a_close_that_closes_is_done(liar: Liar) -> None:
    await close_before(liar, (200, json.dumps(CLOSED).encode()))
    await liar.until(lambda: liar.engine.report.state is SyncState.IN_STEP)

    [ticket] = liar.replica.view.tickets
    assert liar.replica.view.refused == ()
    assert ticket.state is TicketState.CLOSED


async def test_a_request_that_is_another_one_at_each_try_to_close_it_is_given_up(
    liar: Liar,
) -> None:
    def news(revision: int) -> bytes:
        ticket = TICKET | {"revision": revision}
        told = entry("ticket", id=TICKET["number"], ticket=ticket)
        return page(told, cursor=f"e.{revision}")

    conflict = (412, problem(412, "object.changed"))
    turns = [each for n in range(4, 54) for each in (conflict, (200, news(n)))]
    await close_before(liar, *turns)
    await liar.until(lambda: bool(liar.replica.view.refused))
    tries = sum(path.endswith("/state") for path in liar.asked)

    [refused] = liar.replica.view.refused
    assert refused.refused_code == "object.changed"
    assert 2 <= tries <= 8


async def test_an_answer_about_another_request_closes_neither(liar: Liar) -> None:
    other = CLOSED | {"number": "AB-1111-1111-1"}
    await close_before(liar, (200, json.dumps(other).encode()))
    await liar.until(lambda: liar.engine.report.state is SyncState.AWAY)

    assert [one.key for one in liar.replica.outbox] == ["key-of-the-close"]
    assert [one.number for one in liar.replica.view.tickets] == [TICKET["number"]]


async def test_r30_a_feed_without_end_is_left_and_asked_ever_less_often(liar: Liar) -> None:
    liar.answers.extend(
        (200, page(entry(streamer=OWNED), cursor=f"e.{number}", has_more=True))
        for number in range(2000)
    )

    liar.engine.start()
    await liar.until(lambda: liar.engine.report.state is SyncState.AWAY)

    assert len(liar.asked) <= 200


async def test_r30_more_of_nothing_is_no_more(liar: Liar) -> None:
    liar.answers.extend((200, page(cursor=f"e.{number}", has_more=True)) for number in range(2000))

    liar.engine.start()
    await liar.until(lambda: liar.engine.report.state is SyncState.AWAY)

    assert len(liar.asked) == 1


async def test_r30_news_at_each_question_make_no_hurry(liar: Liar) -> None:
    liar.stream = b'data: {"after": 7}\n\n' * 500
    liar.answers.extend(
        (200, page(entry(streamer=OWNED), cursor=f"e.{number}")) for number in range(2000)
    )

    liar.engine.start()
    async with asyncio.timeout(10):
        while not liar.clock.sleepers:
            await settled()
    asked = len(liar.asked)

    assert asked < 60
    assert liar.engine.report.state is SyncState.IN_STEP


async def test_a_request_that_was_refused_needs_no_closing(liar: Liar) -> None:
    number = str(TICKET["number"])
    opening = OpenTicket(number=number, message_id="m" * 8, subject="Silent", text="Why?")
    errands = ((Errand.OPEN_TICKET, opening), (Errand.CLOSE_TICKET, CloseTicket()))
    for errand, body in errands:
        await liar.replica.keep(
            Waiting(
                key=f"key-of-{errand}", errand=errand, object_id=number, body=body, made_at=NOON
            )
        )
    refusal = (422, problem(422, "tickets.too_many"))
    liar.answers.extend((refusal, (404, problem(404, "object.unknown")), (200, page())))

    liar.engine.start()
    await liar.until(lambda: not any(not one.refused_code for one in liar.replica.outbox))

    assert [one.errand for one in liar.replica.view.refused] == [Errand.OPEN_TICKET]
    assert not any(path.endswith("/state") for path in liar.asked)
