from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.tickets import service
from tests.fakes.served import ticket
from tests.fakes.served_routes import PLACES, TICKET_REVISION, furnish

if TYPE_CHECKING:
    import httpx

    from tests.fakes.served import Served

NUMBER = PLACES["number"]


async def reply(server: Served, message_id: str = "message-2") -> httpx.Response:
    body = {"id": message_id, "text": "Still silent."}
    return await server.create("POST", f"/api/v1/tickets/{NUMBER}/messages", body)


async def answered(server: Served, message_id: str = "answer-01") -> None:
    now = server.clock.now()
    await server.store.write(
        lambda w: service.answer(w, NUMBER, message_id=message_id, text="Try again.", now=now)
    )


async def read(server: Served) -> dict[str, object]:
    answer: dict[str, object] = (await server.ask("GET", f"/api/v1/tickets/{NUMBER}")).json()
    return answer


async def test_a_request_goes_from_the_person_to_support_and_back(server: Served) -> None:
    await furnish(server)
    opened = await read(server)
    await answered(server)
    after_answer = await read(server)
    await reply(server)
    after_reply = await read(server)

    assert [opened["state"], after_answer["state"], after_reply["state"]] == [
        *("open", "answered", "open")
    ]
    assert [message["author"] for message in after_reply["messages"]] == [  # type: ignore[attr-defined] # JSON
        *("person", "support", "person")
    ]


async def test_a_closed_request_takes_no_more(server: Served) -> None:
    await furnish(server)
    await server.store.write(lambda writing: service.close(writing, NUMBER))

    answer = await reply(server)

    assert (answer.status_code, answer.json()["code"]) == (409, "ticket.closed")
    assert answer.json()["arguments"] == {"number": NUMBER}
    assert (await read(server))["state"] == "closed"


async def test_a_message_that_is_there_already_is_refused(server: Served) -> None:
    await furnish(server)
    await reply(server)

    answer = await reply(server)

    assert (answer.status_code, answer.json()["code"]) == (409, "object.exists")


async def test_there_is_a_limit_to_requests_and_to_messages(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST", 1)
    monkeypatch.setattr(service, "MESSAGES_MOST", 2)
    await furnish(server)

    second = await server.create("POST", "/api/v1/tickets", ticket())
    replies = [await reply(server, f"message-{number}") for number in (2, 3)]

    assert (second.status_code, second.json()["arguments"]) == (422, {"most": 1})
    assert [answer.status_code for answer in replies] == [201, 422]


async def test_support_sees_all_requests_and_whose_they_are(server: Served) -> None:
    await furnish(server)
    bob = await server.another()
    server.clock.move(1)
    theirs = (await bob.create("POST", "/api/v1/tickets", ticket())).json()["number"]

    every = await server.store.read(service.every_ticket)
    whose = await server.store.read(lambda reading: service.whose_ticket(reading, theirs))

    assert [each.number for each in every] == [theirs, NUMBER]
    assert whose == (await bob.ask("GET", "/api/v1/account")).json()["id"]


@pytest.mark.parametrize("act", ["answer", "close"])
async def test_support_cannot_act_on_what_is_not_there(server: Served, act: str) -> None:
    now = server.clock.now()
    acts = {
        "answer": lambda w: service.answer(w, NUMBER, message_id="a", text="b", now=now),
        "close": lambda w: service.close(w, NUMBER),
    }

    with pytest.raises(Problem) as refused:
        await server.store.write(acts[act])

    assert refused.value.code == "object.unknown"


async def close(server: Served, revision: object) -> httpx.Response:
    body = {"state": "closed"}
    return await server.ask(
        "PUT", f"/api/v1/tickets/{NUMBER}/state", body, if_match=f'"{revision}"'
    )


async def test_r35_a_person_closes_what_they_have_seen_and_once(server: Served) -> None:
    await furnish(server)
    before = (await read(server))["revision"]
    await answered(server)

    late = await close(server, before)
    closed = await close(server, (await read(server))["revision"])
    again = await close(server, before)

    assert (late.status_code, late.json()["code"]) == (412, "object.changed")
    assert (closed.status_code, closed.json()["state"]) == (200, "closed")
    assert again.json() == closed.json()


async def test_nothing_but_closed_is_a_state_that_a_person_gives(server: Served) -> None:
    await furnish(server)
    path = f"/api/v1/tickets/{NUMBER}/state"

    answer = await server.ask("PUT", path, {"state": "open"}, if_match=TICKET_REVISION)

    assert (answer.status_code, answer.json()["code"]) == (400, "request.malformed")
