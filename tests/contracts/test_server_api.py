"""The server keeps to its own document: the table of routes, the OpenAPI document, real answers."""

from __future__ import annotations

import asyncio
import functools
import re
import sys
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import httpx
import msgspec
import pytest

from altrabits_desktop.contract.accounts import CreateAccount, SessionGrant
from altrabits_desktop.contract.policies import DecisionKind, DecisionMessage
from altrabits_desktop.contract.routes import (
    ROUTES,
    STATUS_OF,
    Access,
    Route,
    Special,
    errors_of,
)
from altrabits_desktop.contract.service import PROBLEM_TYPE, START_HEADER, ProblemDocument
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.embedded import EmbeddedServer
from altrabits_desktop.server.http.openapi import openapi_document
from altrabits_desktop.server.policies.service import fingerprint_of
from tests.fakes.clock import FakeClock
from tests.fakes.served import PASSWORD, POLICY, WEAK, policy, served
from tests.fakes.served_routes import ENDLESS, body_of, call, furnish, path_of
from tests.harness.thoroughness import IS_WHOLE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.contract.service import Reached
    from tests.fakes.served import Served

by_route = pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.operation)
ending = pytest.mark.parametrize(
    "route", [route for route in ROUTES if route not in ENDLESS], ids=lambda route: route.operation
)
JOINS = ("household.join", "household.prove", "household.leave")
"""What a shared server answers alone; `unit/server/household` has its answers decoded."""
ANSWERED = tuple(route for route in ROUTES if route not in ENDLESS and route.operation not in JOINS)
ODD = (
    *("", " ", "\t", "'", '"', "' OR '1'='1", "; DROP TABLE accounts", "../../etc/passwd", "%00"),
    *("%s%s%n", "{{7*7}}", "<script>", "\u202e", "🎵", "NaN", "-1", "0", "1e309"),
    *("9" * 40, "a" * 5000, "null", "true", "[]", "${HOME}"),
)
"""24 odd values."""
INSIDE = re.compile(r"traceback|sqlite|select |insert |\.py\b|/home/|/tmp/|site-packages")
"""What an answer would say if it told of the inside; lower case."""
CHECKS = (
    *("not_a_server_error", "status_code_conformance", "content_type_conformance"),
    *("response_schema_conformance", "unsupported_method", "response_headers_conformance"),
)


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Served]:
    async with served(tmp_path) as server:
        yield server


@pytest.fixture
async def embedded(tmp_path: Path) -> AsyncIterator[Reached]:
    server = EmbeddedServer(
        tmp_path / "server.sqlite3", bundled=(policy(FakeClock()),), passwords=Passwords(WEAK)
    )
    yield await server.start()
    await server.stop()


@functools.cache
def documented(route: Route) -> dict[str, Any]:
    operation: dict[str, Any] = openapi_document()["paths"][route.path][route.method.lower()]
    return operation


def undocumented(route: Route, answer: httpx.Response) -> str | None:
    """Give what an answer does that the table does not say, or None."""
    kind = answer.headers.get("content-type", "").partition(";")[0]
    said = documented(route)["responses"].get(str(answer.status_code))
    if said is None:
        return f"status {answer.status_code}"
    if answer.status_code == route.status_untold:
        return None if not answer.content and not kind else "a body that tells"
    if answer.status_code == route.status:
        return None if kind in said.get("content", {"": None}) else f"content type {kind}"
    code = msgspec.json.decode(answer.content, type=ProblemDocument).code
    is_right = code in errors_of(route) and STATUS_OF[code] == answer.status_code
    return None if is_right and kind == PROBLEM_TYPE else f"code {code}"


def test_the_document_has_every_operation_and_no_other() -> None:
    document = openapi_document()

    operations = {
        (path, method.upper()): operation["operationId"]
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }

    assert operations == {(route.path, route.method): route.operation for route in ROUTES}


@by_route
def test_the_document_says_of_an_operation_what_the_table_says(route: Route) -> None:
    operation = documented(route)
    statuses = {route.status, *(STATUS_OF[code] for code in errors_of(route))}
    statuses |= {route.status_untold} - {0}
    headers = {each["name"] for each in operation["parameters"] if each["in"] == "header"}
    wanted = {"Idempotency-Key": route.needs_key, "If-Match": route.needs_revision}

    assert set(operation["responses"]) == {str(status) for status in statuses}
    assert ("requestBody" in operation) == (route.request is not None)
    assert operation["security"] == ([{"session": []}] if route.access is Access.SESSION else [])
    assert headers == {name for name, is_needed in wanted.items() if is_needed}
    assert [e["name"] for e in operation["parameters"] if e["in"] == "path"] == re.findall(
        r"{(\w+)}", route.path
    )


def test_every_reference_of_the_document_leads_somewhere() -> None:
    text = msgspec.json.encode(openapi_document()).decode()

    named = set(re.findall(r'"#/components/schemas/(\w+)"', text))

    assert named <= set(openapi_document()["components"]["schemas"])


async def test_the_document_is_served_as_it_is(server: Served) -> None:
    answer = await server.ask("GET", "/api/v1/openapi.json")

    assert answer.json() == openapi_document()


@pytest.mark.parametrize("route", ANSWERED, ids=lambda route: route.operation)
async def test_a_real_answer_has_exactly_the_fields_of_its_type(
    server: Served, route: Route
) -> None:
    await furnish(server)
    session = (await server.ask("GET", "/api/v1/sessions")).json()["sessions"][0]["id"]
    places = {"id": session} if route.operation == "sessions.end" else {}

    answer = await call(server, route, places=places)

    assert undocumented(route, answer) is None
    if route.answer is None:
        assert answer.content == b""
    elif not isinstance(route.answer, Special):
        message: object = msgspec.json.decode(answer.content, type=route.answer)
        assert msgspec.json.decode(msgspec.json.encode(message)) == answer.json()


@pytest.mark.parametrize("operation", JOINS)
async def test_a_server_that_is_not_shared_lets_no_computer_join(
    server: Served, operation: str
) -> None:
    route = next(route for route in ROUTES if route.operation == operation)

    answer = await call(server, route)

    assert undocumented(route, answer) is None
    assert answer.json()["code"] == "household.not_shared"


@pytest.mark.uncounted
@ending
async def test_r24_odd_values_at_every_place_are_refused_as_documented(
    server: Served, route: Route
) -> None:
    await furnish(server)
    names = re.findall(r"{(\w+)}", route.path)
    quoted = [quote(value, safe="") for value in ODD]

    answers = [
        *[
            await server.ask(route.method, path_of(route, **{name: value}), {})
            for name in names
            for value in quoted
            if value
        ],
        *[
            await server.ask(route.method, f"{path_of(route)}?{query.name}={value}")
            for query in route.query
            for value in quoted
        ],
        *[await server.ask(route.method, f"{path_of(route)}?odd={value}", {}) for value in quoted],
    ]

    assert {answer.status_code for answer in answers} <= {200, 400, 404, 410, 415, 421, 422, 428}
    assert [answer.text for answer in answers if INSIDE.search(answer.text.lower())] == []


@pytest.mark.uncounted
@pytest.mark.parametrize(
    "route",
    [route for route in ROUTES if route.request is not None],
    ids=lambda route: route.operation,
)
async def test_r24_odd_values_in_every_field_give_documented_answers(
    server: Served, route: Route
) -> None:
    await furnish(server)
    fields = msgspec.structs.fields(route.request)  # type: ignore[arg-type] # it is a Struct
    values: tuple[object, ...] = (*ODD, None, 1.5, True, [[]], {"a": {}})
    whole: dict[str, object] = {
        "email": "eve@example.test",
        "password": PASSWORD,
        "acceptance": server.acceptance(),
    }

    answers = [
        await call(
            server, route, body={**(await fresh_body(server, route, whole)), field.name: value}
        )
        for field in fields
        for value in values
    ]

    told = {undocumented(route, answer) for answer in answers}
    assert told == {None}
    assert max(answer.status_code for answer in answers) < 500
    assert [answer.text for answer in answers if INSIDE.search(answer.text.lower())] == []


async def fresh_body(server: Served, route: Route, whole: dict[str, object]) -> dict[str, object]:
    return whole if route.operation == "accounts.create" else body_of(route, server) or {}


async def test_every_documented_refusal_is_known_by_its_code(server: Served) -> None:
    told = {code for route in ROUTES for code in errors_of(route)}

    assert told | {"path.unknown"} == set(STATUS_OF)


async def sign_up(reached: Reached) -> str:
    acceptance = DecisionMessage(
        version="1.0",
        language="en",
        fingerprint=fingerprint_of(POLICY.encode()),
        kind=DecisionKind.ACCEPTED,
        shown_at=FakeClock().now(),
        wording="Accept",
    )
    account = CreateAccount(email="ada@example.test", password=PASSWORD, acceptance=acceptance)
    async with httpx.AsyncClient(trust_env=False, base_url=reached.url) as client:
        answer = await client.post(
            "/api/v1/accounts",
            content=msgspec.json.encode(account),
            headers={"content-type": "application/json", START_HEADER: reached.start_secret},
        )
    return msgspec.json.decode(answer.content, type=SessionGrant).token


async def explored(*what: str, folder: Path) -> tuple[int | None, bytes]:
    """Run the tool in a process of its own; give its status and what it said."""
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "schemathesis.cli", "run", *what, "--checks", ",".join(CHECKS)),
        *("--phases", "coverage,fuzzing", "--max-examples", "5", "--seed", "14", "--no-color"),
        *("--generation-database", "none", "--generation-with-security-parameters", "false"),
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await running.communicate()
    return running.returncode, said


async def test_r24_generated_requests_meet_only_what_is_documented(
    embedded: Reached, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A tool that knows only the document tries what it can think of, signed in."""
    document = openapi_document()
    # It would wait for ever for the one, and end its own session by the other.
    for path in ("/api/v1/events", "/api/v1/sessions/{id}"):
        del document["paths"][path]
    file = tmp_path / "openapi.json"
    file.write_bytes(msgspec.json.encode(document))
    headers = {
        "Authorization": f"Bearer {await sign_up(embedded)}",
        START_HEADER: embedded.start_secret,
    }

    what = (
        *(str(file), "--url", embedded.url),
        *(word for name, value in headers.items() for word in ("--header", f"{name}: {value}")),
    )

    most_s = "8" if IS_WHOLE else "3"
    status, said = await explored(*what, "--max-time", most_s, folder=tmp_path)
    if b"Empty test suite" in said:  # what a computer comes to in this time that is very busy
        status, said = await explored(*what, "--max-time", "20", folder=tmp_path)

    assert status == 0, said.decode()
    assert re.search(rb"\d+ generated, \d+ passed", said)
    # What is no HTTP at all is refused by the protocol itself.
    assert {record.message for record in caplog.records} <= {"Invalid HTTP request received."}
