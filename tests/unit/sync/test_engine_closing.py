"""Closing a request at a server that answers with something else, or with lies."""

from __future__ import annotations

import json

from altrabits_desktop.contract.sync_state import SyncState
from altrabits_desktop.contract.tickets import CloseTicket, OpenTicket, TicketState
from altrabits_desktop.sync.outbox import Errand, Waiting
from tests.fakes.clock import NOON
from tests.harness.lying_server import TICKET, Liar, entry, page, problem

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
