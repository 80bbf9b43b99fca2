"""A server elsewhere that lies: what it may cost is its own data, never the program (R30, R37)."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.change_feed import ChangePage
from altrabits_desktop.contract.errors import MalformedAnswer, Refused
from altrabits_desktop.contract.service import Health
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.sync import client, replica
from altrabits_desktop.sync.engine import REFUSALS_AT_ONCE, SyncEngine
from altrabits_desktop.sync.replica import CURSOR
from tests.fakes.clock import settled

if TYPE_CHECKING:
    from pathlib import Path

from tests.harness.lying_server import OWNED, TICKET, Liar, entry, page, problem

DEEP = b'{"status":"ok","x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
OWN_ARGUMENTS = (
    b'{"status":404,"code":"object.unknown","title":"","arguments":{"code":"x","self":1}}'
)


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


async def test_r30_a_server_that_tells_without_end_fills_neither_disk_nor_memory(
    liar: Liar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replica, "OBJECTS_BYTES_MOST", 10_000)
    message = {
        "id": "message-1",
        "author": "support",
        "text": "x" * 4_000,
        "written_at": "2026-11-01T10:00:00Z",
    }
    numbers = [f"AB-0000-0000-{letter}" for letter in "123"]
    long = [
        entry("ticket", ticket=TICKET | {"number": number, "messages": [message]}) | {"id": number}
        for number in numbers
    ]
    liar.answers.append((200, page(*long[:2], cursor="e.2", has_more=True)))
    liar.answers.append((200, page(long[2], cursor="e.3")))

    liar.engine.start()
    await liar.until(lambda: liar.engine.report.state is SyncState.AWAY)

    assert {ticket.number for ticket in liar.replica.view.tickets} == set(numbers[:2])
    liar.answers[0] = (200, page(entry("ticket", ticket=TICKET) | {"id": TICKET["number"]}))
    liar.engine.wake()
    await liar.until(lambda: len(liar.replica.view.tickets) == 3)


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


@pytest.mark.parametrize("way_s", [0.0, 0.2], ids=["near", "far"])
async def test_r30_a_decision_that_is_due_whatever_was_decided_makes_no_hurry(
    liar: Liar, way_s: float
) -> None:
    liar.answers.append((403, problem(403, "gate.decision_needed")))
    await liar.add()

    def ask_why() -> None:
        # What the person has decided is looked up, and stands in the way of nothing.
        if liar.engine.report.state is SyncState.DUE:
            liar.clock.move(way_s)
            liar.engine.wake()

    liar.engine = SyncEngine(
        liar.client, liar.replica, clock=liar.clock, chance=lambda: 0.0, changed=ask_why
    )
    liar.engine.start()
    async with asyncio.timeout(5):
        while not liar.clock.sleepers and len(liar.asked) < 20:
            await settled()
    asked = len(liar.asked)
    await settled()

    assert len(liar.asked) == asked < 20
    assert liar.engine.report.state is SyncState.DUE


async def test_r30_once_nothing_is_in_the_way_any_more_a_refusal_is_the_first_one_again(
    liar: Liar,
) -> None:
    refusal = (403, problem(403, "gate.decision_needed"))
    liar.answers.append(refusal)
    await liar.add()
    liar.engine.start()
    for _ in range(REFUSALS_AT_ONCE):
        await liar.until(lambda: liar.engine.report.state is SyncState.DUE)
        liar.answers[0] = (200, page())
        await liar.replica.drop("key-of-the-client")
        liar.engine.wake()
        await liar.until(lambda: liar.engine.report.state is SyncState.IN_STEP)
        liar.clock.move(2)
        liar.answers[0] = refusal
        await liar.add()
        liar.engine.wake()

    await liar.until(lambda: liar.engine.report.state is SyncState.DUE)
    await settled()

    assert not liar.clock.sleepers
