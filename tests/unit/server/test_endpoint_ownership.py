"""Two people, and every operation that names an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.routes import ROUTES, Access, Special
from tests.fakes.served import streamer, ticket
from tests.fakes.served_routes import PLACES, SESSION_ROUTES, call, furnish, path_of

if TYPE_CHECKING:
    from altrabits_desktop.contract.routes import Route
    from tests.fakes.served import Served

NAMING = [route for route in SESSION_ROUTES if "{" in route.path]
LISTS = [
    route
    for route in ROUTES
    if route.method == "GET"
    and route.access is Access.SESSION
    and "{" not in route.path
    and route.answer is not Special.EVENTS
]
METHODS = ("GET", "PUT", "DELETE", "POST", "PATCH")


async def ids_of(server: Served) -> dict[str, list[str]]:
    sessions = (await server.ask("GET", "/api/v1/sessions")).json()["sessions"]
    return {"id": [PLACES["id"], sessions[0]["id"]], "number": [PLACES["number"]]}


@pytest.mark.parametrize("route", NAMING, ids=lambda route: route.operation)
async def test_r20_anothers_object_is_as_unknown_as_one_that_never_was(
    server: Served, route: Route
) -> None:
    await furnish(server)
    bob = await server.another()
    name = "number" if "{number}" in route.path else "id"
    never = {"id": "01NEVERNEVERNEVERNEVERNEVE", "number": "AB-0000-0000-0"}[name]

    foreign = [
        await call(bob, route, places={name: value}) for value in (await ids_of(server))[name]
    ]
    unknown = await call(bob, route, places={name: never})

    assert {(answer.status_code, answer.content) for answer in foreign} == {(404, unknown.content)}
    assert unknown.json()["code"] == "object.unknown"


@pytest.mark.parametrize("route", NAMING, ids=lambda route: route.operation)
async def test_r20_no_method_reaches_anothers_object(server: Served, route: Route) -> None:
    await furnish(server)
    bob = await server.another()
    before = [(await server.ask("GET", path_of(each))).json() for each in LISTS]

    answers = [
        await bob.ask(
            method, path_of(route), {}, if_match='"3"', idempotency_key="a-key-of-its-own"
        )
        for method in METHODS
    ]
    after = [(await server.ask("GET", path_of(each))).json() for each in LISTS]

    assert {answer.status_code for answer in answers} <= {400, 404, 405}
    assert before == after


@pytest.mark.parametrize("route", LISTS, ids=lambda route: route.operation)
async def test_r20_lists_and_feed_hold_nothing_of_anybody_else(
    server: Served, route: Route
) -> None:
    await furnish(server)
    ada = (await server.ask("GET", "/api/v1/account")).json()["id"]
    sessions = (await ids_of(server))["id"]
    bob = await server.another()

    answer = await bob.ask("GET", path_of(route))

    assert answer.status_code == 200
    for foreign in (ada, "ada@example.test", PLACES["number"], "Kitchen", "No sound", *sessions):
        assert foreign not in answer.text


async def test_r20_an_id_of_anothers_streamer_is_free_for_ones_own(server: Served) -> None:
    await furnish(server)
    bob = await server.another()

    added = await bob.create("POST", "/api/v1/streamers", streamer(name="Bath"))
    released = await bob.ask("DELETE", "/api/v1/streamers/streamer-0001")

    assert (added.status_code, released.status_code) == (201, 204)
    assert "Kitchen 1" in (await server.ask("GET", "/api/v1/streamers")).text


async def test_r20_a_number_of_anothers_ticket_is_refused_and_tells_nothing_of_it(
    server: Served,
) -> None:
    await furnish(server)
    bob = await server.another()

    answer = await bob.create("POST", "/api/v1/tickets", ticket(number=PLACES["number"]))

    assert (answer.status_code, answer.json()["code"]) == (409, "object.exists")
    assert answer.json()["arguments"] == {}
    assert (await bob.ask("GET", "/api/v1/tickets")).json() == {"tickets": []}


async def test_r20_a_key_of_another_person_gives_none_of_their_answers(server: Served) -> None:
    await server.account()
    bob = await server.another()
    await server.ask("POST", "/api/v1/streamers", streamer(), idempotency_key="the-same-key")

    own = await bob.ask("POST", "/api/v1/streamers", streamer(2), idempotency_key="the-same-key")

    assert (own.status_code, own.json()["name"]) == (201, "Kitchen 2")


async def test_c15_only_the_owner_changes_and_releases_a_streamer(server: Served) -> None:
    await furnish(server)
    bob = await server.another()
    path = "/api/v1/streamers/streamer-0001"

    by_bob = [
        await bob.ask("PUT", path, {"name": "Mine"}, if_match='"3"'),
        await bob.ask("DELETE", path),
    ]
    by_ada = [
        await server.ask("PUT", path, {"name": "Attic"}, if_match='"3"'),
        await server.ask("DELETE", path),
    ]

    assert [answer.status_code for answer in by_bob] == [404, 404]
    assert [answer.status_code for answer in by_ada] == [200, 204]
