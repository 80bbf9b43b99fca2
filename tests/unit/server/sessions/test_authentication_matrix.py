"""Every operation that needs a session, with every form of a token that is none."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from tests.fakes.served import SECRET
from tests.fakes.served_routes import (
    ENDLESS,
    SESSION_ROUTES,
    body_of,
    call,
    furnish,
    path_of,
    shared_places,
)

if TYPE_CHECKING:
    import httpx

    from altrabits_desktop.contract.routes import Route
    from tests.fakes.served import Served

UNKNOWN_METHODS = ("HEAD", "OPTIONS", "TRACE", "PATCH", "BREW")
Form = tuple[list[tuple[str, str]], str]

by_route = pytest.mark.parametrize("route", SESSION_ROUTES, ids=lambda route: route.operation)


def token_forms(token: str, *, ended: str) -> dict[str, Form]:
    """Give headers and query by the name of the form; `token` is one that holds."""
    basic = base64.b64encode(f"ada:{token}".encode()).decode()
    holds = ("authorization", f"Bearer {token}")
    return {
        "none": ([], ""),
        "empty": ([("authorization", "")], ""),
        "wrong scheme": ([("authorization", f"Token {token}")], ""),
        "basic": ([("authorization", f"Basic {basic}")], ""),
        "truncated": ([("authorization", f"Bearer {token[:-1]}")], ""),
        "other case": ([("authorization", f"Bearer {token.swapcase()}")], ""),
        "ended, of another account": ([("authorization", f"Bearer {ended}")], ""),
        "in the query": ([], f"?access_token={token}"),
        "doubled header": ([holds, holds], ""),
    }


async def answers_to(
    server: Served, route: Route, method: str, forms: dict[str, Form]
) -> dict[str, httpx.Response]:
    body = body_of(route, server)
    return {
        f"{method} {name}": await server.client.request(
            method,
            path_of(route) + query,
            json=body,
            headers=[("x-altrabits-start", SECRET), *headers],
        )
        for name, (headers, query) in forms.items()
    }


@by_route
async def test_r16_no_form_of_a_token_that_is_none_opens_an_operation(
    server: Served, route: Route
) -> None:
    await furnish(server)
    bob = await server.another()
    await bob.ask("DELETE", "/api/v1/sessions/current")
    forms = token_forms(server.token, ended=bob.token)

    answers = {
        name: answer
        for method in (route.method, *UNKNOWN_METHODS)
        for name, answer in (await answers_to(server, route, method, forms)).items()
    }

    assert len(answers) == 9 * 6
    assert {name: a.status_code for name, a in answers.items() if a.status_code != 401} == {}
    assert {a.headers["www-authenticate"] for a in answers.values()} == {"Bearer"}


@by_route
async def test_r16_methods_that_no_operation_has_are_refused_to_the_signed_in_too(
    server: Served, route: Route
) -> None:
    await furnish(server)

    answers = [await server.ask(method, path_of(route)) for method in UNKNOWN_METHODS]

    assert {answer.status_code for answer in answers} == {405}
    assert all(route.method in answer.headers["allow"] for answer in answers)


@pytest.mark.parametrize(
    "route",
    [route for route in SESSION_ROUTES if route not in ENDLESS],
    ids=lambda route: route.operation,
)
async def test_r16_a_token_that_holds_opens_every_operation(server: Served, route: Route) -> None:
    await furnish(server)

    answer = await call(server, route, places=await shared_places(server, route))

    assert answer.status_code == route.status


async def test_r16_a_token_in_the_query_is_refused_beside_one_in_the_header(
    server: Served,
) -> None:
    await server.account()

    answer = await server.ask("GET", f"/api/v1/account?access_token={server.token}")

    assert (answer.status_code, answer.json()["code"]) == (400, "request.malformed")
