from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.change_feed import ChangePage
from altrabits_desktop.contract.policies import DecisionKind, DecisionMessage, Policy, Receipt
from altrabits_desktop.contract.possessions import Owned, OwnedFields, OwnedList
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.contract.tickets import Tickets
from altrabits_desktop.runtime import database
from altrabits_desktop.sync.outbox import Errand
from tests.fakes.home import Home, home
from tests.harness.misbehaving_server import Server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Home]:
    async with home(tmp_path) as house:
        await house.sign_up()
        yield house


def is_in_step(house: Home) -> bool:
    return house.engine.report.state is SyncState.IN_STEP and not house.replica.outbox


async def on_server(house: Home) -> list[str]:
    found = await house.client.call("streamers.list", OwnedList)
    return [streamer.name for streamer in found.streamers]


async def test_what_waits_is_sent_in_order_and_once(house: Home) -> None:
    await house.add()
    await house.rename("Attic")
    await house.open_ticket()
    house.engine.start()

    await house.until(lambda: is_in_step(house))

    tickets = await house.client.call("tickets.list", Tickets)
    assert await on_server(house) == house.names == ["Attic"]
    assert [ticket.number for ticket in tickets.tickets] == ["AB-0000-0000-0"]
    assert house.replica.view.waits == 0


async def test_what_is_done_while_the_server_is_stopped_waits_and_arrives(house: Home) -> None:
    house.engine.start()
    await house.add()
    await house.until(lambda: is_in_step(house))
    await house.stop_server()

    await house.rename("Attic")
    await house.until(lambda: house.engine.report.state is SyncState.AWAY)
    seen, waiting = house.names, house.replica.view.waiting
    await house.start_server()
    await house.until(lambda: is_in_step(house))

    assert seen == ["Attic"]
    assert waiting == {"streamer-1"}
    assert await on_server(house) == ["Attic"]


async def test_what_another_computer_did_arrives_within_a_second(house: Home) -> None:
    house.engine.start()
    await house.add()
    await house.until(lambda: is_in_step(house))
    owned = house.replica.view.streamers[0]

    await house.client.call(
        "streamers.change",
        Owned,
        body=OwnedFields(name="Renamed elsewhere"),
        places={"id": owned.id},
        revision=owned.revision,
    )

    await house.until(lambda: house.names == ["Renamed elsewhere"], within_s=5)


async def test_r35_a_name_typed_here_wins_over_an_older_change_elsewhere(house: Home) -> None:
    house.engine.start()
    await house.add()
    await house.until(lambda: is_in_step(house))
    await house.engine.stop()
    owned = house.replica.view.streamers[0]
    await house.client.call(
        "streamers.change",
        Owned,
        body=OwnedFields(name="Elsewhere"),
        places={"id": owned.id},
        revision=owned.revision,
    )

    await house.rename("Typed here")
    house.engine.start()
    await house.until(lambda: is_in_step(house))

    assert await on_server(house) == house.names == ["Typed here"]


async def test_a_streamer_that_is_gone_there_is_released_here_too(house: Home) -> None:
    await house.add()
    house.engine.start()
    await house.until(lambda: is_in_step(house))
    await house.client.call("streamers.release", type(None), places={"id": "streamer-1"})

    await house.do(Errand.RELEASE_STREAMER, "streamer-1")
    await house.until(lambda: is_in_step(house))

    assert house.names == []
    assert house.replica.view.refused == ()


async def test_what_the_server_will_not_have_stays_for_the_person(house: Home) -> None:
    key = await house.rename("Nobody's", owned_id="streamer-9")
    house.engine.start()

    await house.until(lambda: bool(house.replica.view.refused))

    refused = house.replica.view.refused[0]
    assert (refused.key, refused.refused_code) == (key, "object.unknown")
    await house.replica.drop(key)
    assert house.replica.view.refused == ()


async def test_c46_a_decision_that_is_due_stops_it_until_it_is_made(house: Home) -> None:
    text = await house.client.call("policies.in_force", Policy)

    async def decide(kind: DecisionKind) -> None:
        message = DecisionMessage(
            version=text.version,
            language=text.language,
            fingerprint=text.fingerprint,
            kind=kind,
            shown_at=house.clock.now(),
            wording="Decline",
        )
        await house.client.call(
            "decisions.make", Receipt, body=message, key=f"decision-{kind.value}"
        )

    await decide(DecisionKind.DECLINED)
    await house.add()
    house.engine.start()
    await house.until(lambda: house.engine.report.state is SyncState.DUE)
    code = house.engine.report.due_code
    await decide(DecisionKind.ACCEPTED)
    house.engine.wake()
    await house.until(lambda: is_in_step(house))

    assert code == "gate.declined"
    assert await on_server(house) == ["Kitchen"]
    assert [receipt.kind for receipt in house.replica.view.receipts] == [
        *(DecisionKind.ACCEPTED, DecisionKind.DECLINED, DecisionKind.ACCEPTED)
    ]


async def test_r34_an_answer_that_was_lost_makes_no_second_effect(house: Home) -> None:
    await house.add()
    waiting = house.replica.outbox[0]
    await house.client.call("streamers.add", Owned, body=waiting.body, key=waiting.key)

    house.engine.start()
    await house.until(lambda: is_in_step(house))

    assert await on_server(house) == ["Kitchen"]


async def test_r33_it_goes_on_when_the_replica_takes_something_again(
    house: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "WAIT_S", 0.01)
    await house.replica.close()
    await house.replica.open()
    await house.add()
    with closing(sqlite3.connect(tmp_path / "replica.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        house.engine.start()
        await house.until(lambda: house.engine.report.state is SyncState.AWAY)

    await house.until(lambda: is_in_step(house))

    assert await on_server(house) == house.names == ["Kitchen"]


async def test_it_is_all_there_after_a_restart(house: Home, tmp_path: Path) -> None:
    await house.add()
    await house.replica.close()

    await house.replica.open()

    assert house.names == ["Kitchen"]
    assert house.replica.view.waiting == {"streamer-1"}


async def test_c48_who_leaves_this_computer_leaves_nothing_on_it(
    house: Home, tmp_path: Path
) -> None:
    await house.add(name="A name nobody else has")

    await house.replica.forget_account()
    await house.replica.close()

    content = b"".join(path.read_bytes() for path in tmp_path.glob("replica.sqlite3*"))
    assert b"A name nobody else has" not in content
    assert b"ada@example.test" not in content
    await house.replica.open()


async def test_a_feed_that_says_to_start_anew_is_read_anew(house: Home) -> None:
    await house.add()
    house.engine.start()
    await house.until(lambda: is_in_step(house))
    await house.engine.stop()
    of_another_database = ChangePage(cursor="another.7", has_more=False, entries=())
    await house.replica.take_page(of_another_database)

    house.engine.start()
    await house.until(lambda: is_in_step(house))

    assert house.names == ["Kitchen"]


NOT_ITS_NAME = b'{"status": 421, "code": "request.host", "title": "x"}'
"""What a server says to everybody while it is set up wrongly: nothing is wrong with the errand."""


async def test_what_a_server_refuses_to_everybody_waits_until_it_does_not(house: Home) -> None:
    wrong = Server()
    wrong.answer(b"HTTP/1.1 421 X\r\nContent-Length: %d\r\n\r\n" % len(NOT_ITS_NAME), NOT_ITS_NAME)
    await wrong.open()
    right = house.reached
    house.reached = Reached(wrong.url("").rstrip("/"))
    house.engine.start()
    await house.until(lambda: house.engine.report.state is SyncState.AWAY)
    await house.add()
    await house.until(lambda: len(wrong.requests) > 1)

    house.reached = right
    await house.until(lambda: is_in_step(house))

    assert await on_server(house) == ["Kitchen"]
    assert house.replica.view.refused == ()
    await wrong.close()


async def test_a_fault_of_ours_is_told_and_the_next_start_begins_anew(
    house: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: asyncio.Queue[object] = asyncio.Queue()
    asyncio.get_running_loop().set_exception_handler(
        lambda _loop, context: told.put_nowait(context["exception"])
    )
    await house.add()
    with monkeypatch.context() as broken:
        broken.setattr(house.replica, "take_page", None)
        house.engine.start()
        async with asyncio.timeout(5):
            error = await told.get()
        off = house.engine.report.state
        await house.engine.stop()

    house.engine.start()
    await house.until(lambda: is_in_step(house))

    assert isinstance(error, TypeError)
    assert off is SyncState.OFF
    assert told.empty()
