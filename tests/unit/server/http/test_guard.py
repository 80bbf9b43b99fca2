from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.responses import Response

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.contract.service import TARGET_BYTES
from altrabits_desktop.server.configuration import Configuration
from altrabits_desktop.server.http.guard import Guard
from tests.fakes.asgi import Exchange
from tests.fakes.served import HOST, SECRET, served, streamer
from tests.fakes.served_routes import furnish

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from tests.fakes.asgi import Headers
    from tests.fakes.served import Served

FOREIGN_HOSTS = (
    *("evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:80", "localhost:8000"),
    *("127.0.0.1:8000.evil.example", "127.0.0.1:8000@evil.example", "a@127.0.0.1:8000"),
    *("127.0.0.1:8000,evil.example", "127.0.0.1:8000 evil.example", "", "[::1]:8000"),
    *("127.1:8000", "2130706433:8000", "127.0.0.1.:8000", "127.0.0.1:08000", "0.0.0.0:8000"),
)
FOREIGN_ORIGINS = (
    *("http://evil.example", "https://evil.example", "null", "http://localhost:8000"),
    *(f"http://{HOST}", "file://", "chrome-extension://abcdefgh"),
)
FORM_TYPES = (
    *("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""),
)


def guard_around(application: ASGIApp, host: str = HOST) -> Guard:
    return Guard(application, Configuration(hosts=frozenset({host})), end=lambda: None)


def exchange(server: Served, path: str, *headers: tuple[str, str]) -> Exchange:
    given = [("authorization", f"Bearer {server.token}"), *headers]
    return Exchange("GET", path, [(n.encode(), v.encode("latin-1")) for n, v in given])


def with_secret(*headers: tuple[str, str]) -> list[tuple[str, str]]:
    return [("x-altrabits-start", SECRET), *headers]


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
async def test_r17_a_host_that_is_not_its_own_is_refused(server: Served, host: str) -> None:
    await server.account()

    answers = [
        await exchange(server, path, *with_secret(("host", host))).run(server.application)
        for path in ("/healthz", "/api/v1/account", "/api/v1/policies")
    ]

    assert {(answer.status, answer.code) for answer in answers} == {(421, "request.host")}


@pytest.mark.parametrize(
    "hosts", [(), (HOST, HOST), (HOST, "evil.example"), ("evil.example", HOST)]
)
async def test_r17_a_missing_or_doubled_host_is_refused(
    server: Served, hosts: tuple[str, ...]
) -> None:
    headers = with_secret(*(("host", host) for host in hosts))

    answer = await exchange(server, "/healthz", *headers).run(server.application)

    assert (answer.status, answer.code) == (421, "request.host")


async def test_r17_what_a_proxy_says_of_hosts_counts_for_nothing(server: Served) -> None:
    forwarded = [("x-forwarded-host", HOST), ("forwarded", f"host={HOST}")]
    foreign = with_secret(("host", "evil.example"), *forwarded)
    own = with_secret(("host", HOST), ("x-forwarded-host", "evil.example"))

    refused = await exchange(server, "/healthz", *foreign).run(server.application)
    answered = await exchange(server, "/healthz", *own).run(server.application)

    assert (refused.status, answered.status) == (421, 200)


async def test_r17_its_own_name_counts_in_any_case() -> None:
    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        await Response(status_code=204)(scope, receive, send)

    guard = guard_around(application, host="server.example")

    answer = await Exchange("GET", "/", [(b"host", b"Server.EXAMPLE")]).run(guard)

    assert answer.status == 204


@pytest.mark.parametrize("method", ["GET", "OPTIONS"])
@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
async def test_r18_no_origin_is_let_through_nor_told_that_it_may(
    server: Served, origin: str, method: str
) -> None:
    await server.account()

    answer = await server.ask(
        method,
        "/api/v1/account",
        origin=origin,
        access_control_request_method="GET",
        access_control_request_private_network="true",
    )

    assert (answer.status_code, answer.json()["code"]) == (403, "request.origin")
    assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "anything"])
async def test_r18_what_another_site_fetches_is_refused(server: Served, site: str) -> None:
    await server.account()
    headers = with_secret(("host", HOST), ("sec-fetch-site", site))

    answer = await exchange(server, "/api/v1/account", *headers).run(server.application)

    assert (answer.status, answer.code) == (403, "request.origin")


@pytest.mark.parametrize("site", ["none", "same-origin"])
async def test_r18_what_no_other_site_fetches_is_answered(server: Served, site: str) -> None:
    await server.account()

    answer = await server.ask("GET", "/api/v1/account", sec_fetch_site=site)

    assert answer.status_code == 200


@pytest.mark.parametrize("media_type", FORM_TYPES)
async def test_r18_what_a_form_can_send_is_not_carried_out(server: Served, media_type: str) -> None:
    await server.account()
    headers = {"content-type": media_type, "idempotency-key": "a-key-of-its-own"}

    answer = await server.client.post(
        "/api/v1/streamers",
        content=b'{"id": "streamer-0001", "name": "Kitchen"}',
        headers={
            "authorization": f"Bearer {server.token}",
            "x-altrabits-start": SECRET,
            **{name: value for name, value in headers.items() if value},
        },
    )

    assert (answer.status_code, answer.json()["code"]) == (415, "request.media_type")
    assert (await server.ask("GET", "/api/v1/streamers")).json() == {"streamers": []}


async def test_r18_a_cookie_signs_nobody_in(server: Served) -> None:
    await server.account()

    answer = await server.ask(
        "GET", "/api/v1/account", authorization="", cookie=f"session={server.token}"
    )

    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    "secrets",
    [(), ("",), (SECRET[:-1],), (SECRET + " ",), (SECRET.upper(),), (SECRET, SECRET), ("wrong",)],
)
async def test_r16_without_the_secret_of_its_start_all_but_health_is_refused(
    server: Served, secrets: tuple[str, ...]
) -> None:
    await server.account()
    said = [("host", HOST), *(("x-altrabits-start", secret) for secret in secrets)]

    refused = [
        await exchange(server, path, *said).run(server.application)
        for path in ("/api/v1/account", "/api/v1/policies", "/api/v1/openapi.json", "/none")
    ]
    health = await exchange(server, "/healthz", *said).run(server.application)

    assert {(answer.status, answer.code) for answer in refused} == {(403, "request.secret")}
    assert health.status == 200


async def test_a_server_without_a_secret_asks_for_none(tmp_path: Path) -> None:
    async with served(tmp_path, secret="") as server:
        answer = await server.ask("GET", "/api/v1/policies", x_altrabits_start="")

    assert answer.status_code == 200


async def test_r22_a_target_that_is_too_long_is_refused(server: Served) -> None:
    paths = ["/" + "a" * TARGET_BYTES, "/api/v1/policies/in-force?language=" + "a" * TARGET_BYTES]

    answers = [await server.ask("GET", path) for path in paths]

    assert [answer.json()["code"] for answer in answers] == ["request.target_too_long"] * 2


@pytest.mark.parametrize("path", ["/api/v1/account%0A", "/api/v1/account%00", "/healthz%0D"])
async def test_another_spelling_of_a_path_is_another_path(server: Served, path: str) -> None:
    await server.account()

    answer = await server.ask("GET", path)

    assert (answer.status_code, answer.json()["code"]) == (404, "path.unknown")


def failing(error: Exception) -> ASGIApp:
    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        raise error

    return application


def guarded(error: Exception) -> Guard:
    return guard_around(failing(error))


async def test_r24_a_fault_inside_is_told_without_its_inside(
    caplog: pytest.LogCaptureFixture,
) -> None:
    secret = "SELECT * FROM /home/ada"

    answer = await Exchange("GET", "/x", host_header()).run(guarded(KeyError(secret)))

    assert (answer.status, answer.code) == (500, "server.failed")
    assert secret.encode() not in answer.content
    assert answer.answer_headers["cache-control"] == "no-store"
    assert [record.message for record in caplog.records] == ["a request failed unexpectedly"]


async def test_r33_a_database_that_cannot_be_used_is_said_and_may_be_asked_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = await Exchange("GET", "/x", host_header()).run(guarded(StoreUnusable("store.full")))

    assert (answer.status, answer.code) == (503, "server.busy")
    assert int(answer.answer_headers["retry-after"]) > 0
    assert [record.message for record in caplog.records] == [
        "the database cannot be used: store.full"
    ]


async def test_a_fault_after_the_answer_has_begun_ends_the_connection(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise KeyError("late")

    guard = guard_around(application)

    with pytest.raises(KeyError):
        await Exchange("GET", "/x", host_header()).run(guard)


async def test_a_client_that_hangs_up_in_the_middle_of_a_body_is_no_fault(server: Served) -> None:
    await furnish(server)
    cut = exchange(
        server,
        "/api/v1/tickets",
        *with_secret(("host", HOST), ("content-type", "application/json")),
    )
    cut.method, cut.parts, cut.has_hung_up = "POST", [b'{"number": '], True

    await cut.run(server.application)

    assert cut.status == 0


async def test_r24_a_web_socket_is_refused(server: Served) -> None:
    said: list[Message] = []

    async def send(message: Message) -> None:
        said.append(message)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    scope = {"type": "websocket", "path": "/api/v1/events", "headers": []}
    await server.application(scope, receive, send)

    assert said == [{"type": "websocket.close"}]


async def test_lifespan_goes_on_to_the_application(server: Served) -> None:
    said: list[str] = []
    told = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])

    async def send(message: Message) -> None:
        said.append(message["type"])

    async def receive() -> Message:
        return next(told)

    await server.application({"type": "lifespan", "state": {}}, receive, send)

    assert said == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def host_header() -> Headers:
    return [(b"host", HOST.encode())]


async def test_r24_answers_name_no_product(server: Served) -> None:
    await furnish(server)
    answers = [
        await server.ask("GET", "/api/v1/streamers"),
        await server.create("POST", "/api/v1/streamers", streamer(2)),
        await server.ask("DELETE", "/api/v1/streamers/streamer-0002"),
        await server.ask("GET", "/none"),
    ]

    for answer in answers:
        assert not {"server", "x-powered-by", "via"} & set(answer.headers)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
