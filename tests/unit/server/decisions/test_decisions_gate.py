"""The gate, asked through the wire for every operation of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.features import CATALOGUE, Feature, Need
from altrabits_desktop.contract.routes import ROUTES
from tests.fakes.served import served
from tests.fakes.served_routes import ENDLESS, call, furnish, shared_places

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.contract.routes import Route
    from tests.fakes.served import Served

DAY_S = 86_400.0


def needing(need: Need) -> list[Route]:
    return [route for route in ROUTES if route.feature and CATALOGUE[route.feature].need is need]


GATED = needing(Need.ACCEPTANCE)
gated = pytest.mark.parametrize("route", GATED, ids=lambda route: route.operation)
gated_and_ending = pytest.mark.parametrize(
    "route", [r for r in GATED if r not in ENDLESS], ids=lambda route: route.operation
)
kept_open = pytest.mark.parametrize(
    "route", needing(Need.SESSION), ids=lambda route: route.operation
)
open_to_all = pytest.mark.parametrize(
    "route", needing(Need.NOTHING), ids=lambda route: route.operation
)


@gated
async def test_c09_gated_is_refused_to_the_anonymous(server: Served, route: Route) -> None:
    answer = await call(server, route)

    assert (answer.status_code, answer.json()["code"]) == (401, "session.missing")


@open_to_all
async def test_c09_open_works_for_the_anonymous(server: Served, route: Route) -> None:
    answer = await call(server, route)

    assert answer.status_code == route.status


@gated
async def test_c46_gated_is_refused_while_a_decision_is_due(server: Served, route: Route) -> None:
    await furnish(server)
    await server.publish("2.0")
    signed_in = await server.sign_in()
    server.token = signed_in.json()["token"]

    answer = await call(server, route)

    assert signed_in.json()["is_decision_due"]
    assert (answer.status_code, answer.json()["code"]) == (403, "gate.decision_needed")


@kept_open
async def test_c46_a_limited_session_keeps_account_and_leaving(
    server: Served, route: Route
) -> None:
    await furnish(server)
    await server.publish("2.0")
    body = server.acceptance("2.0") if route.operation == "decisions.make" else None

    answer = await call(server, route, places=await shared_places(server, route), body=body)

    assert answer.status_code == route.status


@gated_and_ending
async def test_c46_gated_works_after_acceptance(server: Served, route: Route) -> None:
    await furnish(server)
    await server.publish("2.0")
    await server.decide("accepted", "2.0")

    answer = await call(server, route, places=await shared_places(server, route))

    assert answer.status_code == route.status


async def test_c47_a_session_that_outlives_an_effective_date_is_asked_again(
    server: Served,
) -> None:
    await furnish(server)
    await server.publish("2.0", in_days=1)

    before = await server.ask("GET", "/api/v1/streamers")
    server.clock.move(DAY_S)
    due = await server.ask("GET", "/api/v1/streamers")
    await server.decide("accepted", "2.0")
    after = await server.ask("GET", "/api/v1/streamers")

    assert [before.status_code, due.status_code, after.status_code] == [200, 403, 200]
    assert due.json()["code"] == "gate.decision_needed"
    assert before.json() == after.json()


async def test_c46_what_somebody_else_accepted_opens_nothing(server: Served) -> None:
    await server.account()
    other = await server.another()
    await server.publish("2.0")
    await other.decide("accepted", "2.0")

    mine = await server.ask("GET", "/api/v1/streamers")
    theirs = await other.ask("GET", "/api/v1/streamers")

    assert (mine.status_code, mine.json()["code"]) == (403, "gate.decision_needed")
    assert theirs.status_code == 200


async def test_c47_accepting_the_former_version_opens_nothing(server: Served) -> None:
    await furnish(server)
    await server.publish("2.0")

    outdated = await server.decide("accepted", "1.0")
    answer = await server.ask("GET", "/api/v1/streamers")

    assert (outdated.status_code, outdated.json()["arguments"]) == (409, {"version": "2.0"})
    assert answer.json()["code"] == "gate.decision_needed"


@gated
async def test_c48_gated_is_refused_after_a_decline(server: Served, route: Route) -> None:
    await furnish(server)
    await server.decide("declined")

    answer = await call(server, route)

    assert (answer.status_code, answer.json()["code"]) == (403, "gate.declined")


@kept_open
async def test_c48_a_decline_leaves_account_and_leaving_open(server: Served, route: Route) -> None:
    await furnish(server)
    await server.decide("declined")

    answer = await call(server, route, places=await shared_places(server, route))

    assert answer.status_code == route.status


def test_c48_what_stays_open_is_the_account_and_leaving() -> None:
    features = {route.feature for route in needing(Need.SESSION)}

    assert features == {Feature.OWN_ACCOUNT, Feature.LEAVE}


async def test_c48_a_decline_can_be_reversed(server: Served) -> None:
    await furnish(server)
    await server.decide("declined")
    await server.decide("accepted")

    answer = await server.ask("GET", "/api/v1/streamers")

    assert answer.status_code == 200
    assert len(answer.json()["streamers"]) == 1


async def test_c48_a_decline_survives_a_restart(tmp_path: Path) -> None:
    async with served(tmp_path) as server:
        await furnish(server)
        await server.decide("declined")
        token = server.token

    async with served(tmp_path) as again:
        again.token = token
        answer = await again.ask("GET", "/api/v1/streamers")

    assert answer.json()["code"] == "gate.declined"


async def test_c48_a_new_version_asks_those_too_who_declined_the_last(server: Served) -> None:
    await furnish(server)
    await server.decide("declined")
    await server.publish("2.0")

    answer = await server.ask("GET", "/api/v1/streamers")

    assert answer.json()["code"] == "gate.decision_needed"
