"""Heads of requests, and answers."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.codec import decode_problem
from altrabits_desktop.simulator.http_messages import (
    Answer,
    Problem,
    Request,
    answer_bytes,
    problem_answer,
    requested,
    requested_path,
    stream_head,
)

HOST = b"Host: 127.0.0.2\r\n"


def test_path_is_read_without_its_query() -> None:
    head = b"GET /api/v1/state?x=1 HTTP/1.1\r\n" + HOST + b"Accept: */*\r\n\r\n"

    assert requested_path(head) == "/api/v1/state"


def test_http_1_0_needs_no_host() -> None:
    assert requested_path(b"GET / HTTP/1.0\r\n\r\n") == "/"


@pytest.mark.parametrize(
    ("head", "status", "code"),
    [
        (b"\r\n\r\n", 400, "request.malformed"),
        (b"GET /\r\n\r\n", 400, "request.malformed"),
        (b"GET  / HTTP/1.1\r\n" + HOST + b"\r\n", 400, "request.malformed"),
        (b"GET http://a/ HTTP/1.1\r\n" + HOST + b"\r\n", 400, "request.malformed"),
        (b"GET /\xff HTTP/1.1\r\n" + HOST + b"\r\n", 400, "request.malformed"),
        (b"GET / HTTP/1.1\r\n\r\n", 400, "request.malformed"),
        (b"GET / HTTP/1.1\r\n" + HOST + HOST + b"\r\n", 400, "request.malformed"),
        (b"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400, "request.malformed"),
        (b"GET / HTTP/1.1\r\n" + HOST + b" folded\r\n\r\n", 400, "request.malformed"),
        (b"GET / HTTP/1.1\r\nHost: a\x00\r\n\r\n", 400, "request.malformed"),
        (b"GET / HTTP/1.1\nHost: a\r\n\r\n", 400, "request.malformed"),
        (b"get / HTTP/1.1\r\n" + HOST + b"\r\n", 400, "request.malformed"),
        (b"POST / HTTP/1.1\r\n" + HOST + b"\r\n", 405, "method.unknown"),
        (b"HEAD / HTTP/1.1\r\n" + HOST + b"\r\n", 405, "method.unknown"),
        (b"GET / HTTP/2.0\r\n" + HOST + b"\r\n", 505, "request.version_unknown"),
        (b"GET / HTTP/1.9\r\n" + HOST + b"\r\n", 505, "request.version_unknown"),
        (
            b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 1\r\n\r\n",
            413,
            "request.body_unexpected",
        ),
        (
            b"GET / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n",
            413,
            "request.body_unexpected",
        ),
        (
            b"GET /" + b"a" * 512 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
            414,
            "request.target_too_long",
        ),
    ],
)
def test_anything_but_a_plain_get_is_a_problem(head: bytes, status: int, code: str) -> None:
    with pytest.raises(Problem) as caught:
        requested_path(head)

    assert (caught.value.status, caught.value.code) == (status, code)


def test_length_of_nothing_is_no_body() -> None:
    assert requested_path(b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 0\r\n\r\n") == "/"


@given(st.binary(max_size=300))
def test_any_head_is_read_or_a_problem(head: bytes) -> None:
    with contextlib.suppress(Problem):
        assert requested_path(head).startswith("/")


def test_answer_has_its_length_and_ends_the_connection() -> None:
    sent = answer_bytes(Answer(b"{}", headers=(("X-More", "1"),)))

    head, _, body = sent.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    assert lines[0] == "HTTP/1.1 200 OK"
    assert "Content-Length: 2" in lines
    assert "Connection: close" in lines
    assert "Cache-Control: no-store" in lines
    assert "X-Content-Type-Options: nosniff" in lines
    assert "X-More: 1" in lines
    assert body == b"{}"


def test_problem_is_a_document_with_its_code() -> None:
    answer = problem_answer(Problem(404, "path.unknown"))

    assert answer.status == 404
    assert answer.content_type == "application/problem+json"
    assert decode_problem(answer.content).code == "path.unknown"


def test_unknown_method_is_told_the_known_one() -> None:
    assert problem_answer(Problem(405, "method.unknown")).headers == (("Allow", "GET"),)


def test_stream_has_no_length() -> None:
    assert b"Content-Type: text/event-stream\r\n" in stream_head()
    assert b"Content-Length" not in stream_head()


def test_request_with_a_body_and_a_token_is_read() -> None:
    head = (
        b"POST /api/v1/command?x HTTP/1.1\r\n" + HOST + b"Content-Length: 4096\r\n"
        b"Authorization: bearer  abc-_9\r\n\r\n"
    )

    read = requested(head)

    assert read == Request("POST", "/api/v1/command", 4096, "abc-_9", has_more=True)
    assert "abc" not in repr(read)


@pytest.mark.parametrize(
    "head",
    [
        b"POST / HTTP/1.0\r\n" + HOST + b"\r\n",
        b"POST / HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n",
        b"POST / HTTP/1.1\r\n" + HOST + b"Connection: Upgrade, Close\r\n\r\n",
    ],
)
def test_nothing_comes_after_a_last_request(head: bytes) -> None:
    assert not requested(head).has_more


def test_an_answer_says_whether_the_connection_stays() -> None:
    assert b"Connection: close\r\n" in answer_bytes(Answer(b"{}"))
    assert b"Connection: keep-alive\r\n" in answer_bytes(Answer(b"{}"), is_last=False)


@pytest.mark.parametrize(
    "shown",
    [b"", b"Basic abc", b"Bearer", b"Bearer a b", b"Bearer a=", b"Bearer " + b"a" * 129],
)
def test_what_is_no_token_is_none(shown: bytes) -> None:
    head = b"POST / HTTP/1.1\r\n" + HOST + b"Authorization: " + shown + b"\r\n\r\n"

    assert requested(head).token == ""


@given(st.binary(max_size=300))
def test_any_head_is_a_request_or_a_problem(head: bytes) -> None:
    with contextlib.suppress(Problem):
        assert requested(head).path.startswith("/")


def test_answer_without_content_says_so() -> None:
    sent = answer_bytes(Answer(b"", status=204))

    assert sent.startswith(b"HTTP/1.1 204 No Content\r\n")
    assert b"Content-" not in sent.replace(b"X-Content-Type-Options", b"")


def test_problem_may_have_headers_of_its_own() -> None:
    answer = problem_answer(Problem(429, "claim.braked", headers=(("Retry-After", "7"),)))

    assert (answer.status, answer.headers) == (429, (("Retry-After", "7"),))
