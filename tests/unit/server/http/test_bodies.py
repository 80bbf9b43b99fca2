from __future__ import annotations

import json
from itertools import repeat
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.service import BODY_BYTES
from altrabits_desktop.server.http.bodies import is_plain, message_of
from altrabits_desktop.server.problem import Problem
from tests.fakes.asgi import Exchange
from tests.fakes.served import HOST, SECRET, streamer
from tests.fakes.served_routes import BODY_ROUTES, body_of, call, furnish, path_of, revision_of

if TYPE_CHECKING:
    import httpx

    from altrabits_desktop.contract.routes import Route
    from tests.fakes.served import Served

HOSTILE = {
    "nothing": b"",
    "no JSON": b"name=Kitchen",
    "cut": b'{"id": "streamer-0001", "name": "Kit',
    "two": b'{"id": "streamer-0001", "name": "A"}{"id": "streamer-0002", "name": "B"}',
    "list": b"[]",
    "text": b'"streamer-0001"',
    "null": b"null",
    "number": b"1",
    "deep lists": b"[" * 100_000,
    "deep lists, closed": b"[" * 400_000 + b"]" * 400_000,
    "deep objects": b'{"name":' * 100_000,
    "deep in a field": b'{"id": "streamer-0001", "name": ' + b"[" * 33 + b"]" * 33 + b"}",
    "key twice": b'{"id": "streamer-0001", "name": "A", "name": "B"}',
    "key twice, written apart": b'{"id": "streamer-0001", "name": "A", "n\\u0061me": "B"}',
    "NaN": b'{"id": "streamer-0001", "name": NaN}',
    "Infinity": b'{"id": "streamer-0001", "name": -Infinity}',
    "huge power": b'{"id": "streamer-0001", "name": 1e999999}',
    "30 digits": b'{"id": "streamer-0001", "name": 123456789012345678901234567890}',
    "100,000 digits": b'{"id": "streamer-0001", "name": ' + b"9" * 100_000 + b"}",
    "unknown field": b'{"id": "streamer-0001", "name": "A", "colour": "red"}',
    "field missing": b'{"id": "streamer-0001"}',
    "wrong kind": b'{"id": "streamer-0001", "name": {"first": "A"}}',
    "lone surrogate, escaped": b'{"id": "streamer-0001", "name": "\\ud800"}',
    "lone surrogate, in bytes": b'{"id": "streamer-0001", "name": "\xed\xa0\x80"}',
    "surrogates, wrong way round": b'{"id": "streamer-0001", "name": "\\udc00\\ud800"}',
    "NUL, escaped": b'{"id": "streamer-0001", "name": "A\\u0000B"}',
    "NUL, in bytes": b'{"id": "streamer-0001", "name": "A\x00B"}',
    "no UTF-8": b'{"id": "streamer-0001", "name": "\xff\xfe"}',
    "overlong": b'{"id": "streamer-0001", "name": "\xc0\x80"}',
    "UTF-16": '{"id": "streamer-0001", "name": "A"}'.encode("utf-16"),
    "UTF-32": '{"id": "streamer-0001", "name": "A"}'.encode("utf-32"),
    "order mark": b'\xef\xbb\xbf{"id": "streamer-0001", "name": "A"}',
    "comment": b'{"id": "streamer-0001", /* */ "name": "A"}',
    "comma at the end": b'{"id": "streamer-0001", "name": "A",}',
}
OF_THE_SERVER = (
    *("id", "owner", "owner_id", "account", "account_id", "user_id", "role", "is_admin"),
    *("version", "revision", "sequence", "number", "created_at", "updated_at", "added_at"),
    *("opened_at", "decided_at", "digest", "before", "is_deleted", "is_current", "state"),
)
"""Names that a server keeps for itself; where a body has one as its own, another one is tried."""
MEDIA_TYPES = (
    *("text/json", "application/xml", "application/jsonp", "application/json-patch+json"),
    *("text/plain; application/json", "application/x-json", "*/*", "application/"),
)

by_route = pytest.mark.parametrize("route", BODY_ROUTES, ids=lambda route: route.operation)


async def send(server: Served, route: Route, content: bytes, **headers: str) -> httpx.Response:
    given = {
        "authorization": f"Bearer {server.token}",
        "x-altrabits-start": SECRET,
        "content-type": "application/json",
        "idempotency-key": "a-key-of-its-own",
        "if-match": revision_of(route),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    return await server.client.request(route.method, path_of(route), content=content, headers=given)


def posted(server: Served, *headers: tuple[bytes, bytes]) -> Exchange:
    own = [(b"host", HOST.encode()), (b"x-altrabits-start", SECRET.encode())]
    token = (b"authorization", f"Bearer {server.token}".encode())
    json = (b"content-type", b"application/json")
    return Exchange("POST", "/api/v1/streamers", [*own, token, json, *headers])


@by_route
async def test_r22_hostile_bodies_are_refused_by_every_operation(
    server: Served, route: Route
) -> None:
    await furnish(server)

    answers = {name: await send(server, route, body) for name, body in HOSTILE.items()}

    assert {name for name, answer in answers.items() if answer.status_code != 400} == set()
    assert {answer.json()["code"] for answer in answers.values()} == {"request.malformed"}


@by_route
async def test_r22_only_plain_json_is_taken(server: Served, route: Route) -> None:
    await furnish(server)
    content = msgspec.json.encode(body_of(route, server))

    answers = [
        *[await send(server, route, content, content_type=kind) for kind in MEDIA_TYPES],
        *[
            await send(server, route, content, content_encoding=coding)
            for coding in ("gzip", "deflate", "br", "identity, gzip")
        ],
    ]

    assert {answer.json()["code"] for answer in answers} == {"request.media_type"}


async def test_r22_a_body_that_is_announced_too_large_is_not_read(server: Served) -> None:
    await server.account()
    announced = [
        str(BODY_BYTES + 1),
        "1073741824",
        "9" * 5000,
        "-1",
        "1e9",
        "\u00b2",
        "0x10",
        "1, 1",
    ]

    answers = [
        await posted(server, (b"content-length", size.encode("latin-1"))).run(server.application)
        for size in announced
    ]

    assert {(answer.status, answer.code) for answer in answers} == {(413, "request.too_large")}
    assert {answer.taken_bytes for answer in answers} == {0}


async def test_r22_a_body_without_end_is_read_no_further_than_the_limit(server: Served) -> None:
    await server.account()
    endless = posted(server)
    endless.parts = repeat(b" " * 65_536)

    await endless.run(server.application)

    assert (endless.status, endless.code) == (413, "request.too_large")
    assert endless.taken_bytes <= BODY_BYTES + 65_536


async def test_r22_a_body_of_the_largest_size_is_read(server: Served) -> None:
    await server.account()
    route = next(route for route in BODY_ROUTES if route.operation == "streamers.add")
    content = msgspec.json.encode(streamer())

    answer = await send(server, route, content + b" " * (BODY_BYTES - len(content)))

    assert answer.status_code == 201


async def test_r22_strangers_are_refused_before_their_body_is_read(server: Served) -> None:
    stranger = posted(server)
    stranger.parts = [b"{}"]

    await stranger.run(server.application)

    assert (stranger.status, stranger.taken_bytes) == (401, 0)


@by_route
async def test_r21_fields_of_the_server_are_not_taken_over(server: Served, route: Route) -> None:
    await furnish(server)
    body = body_of(route, server) or {}
    fields = [field for field in OF_THE_SERVER if field not in body][:18]
    before = [(await server.ask("GET", p)).json() for p in ("/api/v1/streamers", "/api/v1/tickets")]

    answers = [
        await call(server, route, body={**body, field: value})
        for field in fields
        for value in ("other", 1)
    ]
    after = [(await server.ask("GET", p)).json() for p in ("/api/v1/streamers", "/api/v1/tickets")]

    assert len(fields) == 18
    assert {(a.status_code, a.json()["code"]) for a in answers} == {(400, "request.malformed")}
    assert before == after


@pytest.mark.parametrize("text", ["🎵🎶", "naïve", "日本語", "a\u202eb", "\u0001", "\ud83c\udfb5"])
async def test_odd_texts_that_are_texts_come_back_as_they_were(server: Served, text: str) -> None:
    await server.account()
    sent = text.encode("utf-16", "surrogatepass").decode("utf-16")

    answer = await server.create("POST", "/api/v1/streamers", streamer(name=sent))

    assert answer.json()["name"] == sent


class Counted(msgspec.Struct):
    count: float
    name: str = ""


@pytest.mark.parametrize("number", ["1234567890123456789", "-1234567890123456789", "1.5"])
def test_a_number_of_few_digits_is_taken(number: str) -> None:
    assert isinstance(message_of(b'{"count": %s}' % number.encode(), Counted), Counted)


@pytest.mark.parametrize("number", ["1" * 21, "-" + "1" * 20, "NaN", "Infinity", "1." + "0" * 30])
def test_r22_a_number_of_many_digits_is_refused(number: str) -> None:
    with pytest.raises(Problem):
        message_of(b'{"count": %s}' % number.encode(), Counted)


def test_r22_a_key_that_stands_twice_is_refused_at_any_depth() -> None:
    with pytest.raises(Problem):
        message_of(b'{"count": 1, "other": [{"a": 1, "a": 2}]}', Counted)


def written(value: object) -> str:
    return msgspec.json.encode(value).decode()


KEYS = st.sampled_from(['"a"', '"b"', '"\\u0061"', '"a\\u0000"']) | st.text(max_size=3).map(written)
VALUES = (st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()).map(
    written
) | st.sampled_from(["1" * 20, "1" * 21, '"\\u0000"', '"\\u0061"', "1.0", "-0"])
TEXTS = st.recursive(
    VALUES,
    lambda inner: (
        st.lists(inner, max_size=4).map(lambda parts: f"[{','.join(parts)}]")
        | st.lists(st.tuples(KEYS, inner), max_size=4).map(
            lambda pairs: f"{{{','.join(f'{key}:{value}' for key, value in pairs)}}}"
        )
    ),
)
"""JSON as anybody may write it, without white space; keys often stand twice."""


@given(TEXTS)
def test_r22_what_needs_no_second_look_has_nothing_that_is_refused(text: str) -> None:
    content = text.encode()
    try:
        json.loads(content, object_pairs_hook=_doubled_or_nul, parse_int=_long, parse_float=_long)
    except ValueError:
        assert not is_plain(content)


@pytest.mark.parametrize(
    "content",
    [
        b'{"a":1,"a":1}',
        b'{"a":{"b":1,"b":2}}',
        b'{"a":"\\u0000"}',
        b'{"a":' + b"1" * 21 + b"}",
        b'{"a":-1.2345678901234567e-300}',
        b'{"a": 1}',
        b'{"a":NaN}',
    ],
)
def test_r22_everything_else_is_looked_at_twice(content: bytes) -> None:
    try:
        assert not is_plain(content)
    except msgspec.DecodeError:
        # No JSON at all: refused without any look.
        assert content.endswith(b"NaN}")


def test_what_our_own_clients_write_needs_no_second_look() -> None:
    assert is_plain(msgspec.json.encode(streamer()))


def _doubled_or_nul(pairs: list[tuple[str, object]]) -> None:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError(pairs)
    if any(isinstance(value, str) and "\0" in value for _, value in pairs):
        raise ValueError(pairs)


def _long(number: str) -> None:
    if len(number) > 20:
        raise ValueError(number)
