"""The little HTTP that a streamer speaks: reads the head of a GET, writes whole answers; pure.

Written by hand as firmware would: one request a connection, no bodies, no codings, fixed limits.
A server library would hide exactly the limits that control-api.md asks of firmware makers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from altrabits_desktop.contract.codec import encode
from altrabits_desktop.contract.control_api import ProblemMessage

HEAD_BYTES = 4096
"""Request line and headers together."""

TARGET_BYTES = 512
JSON_TYPE = "application/json"
PROBLEM_TYPE = "application/problem+json"
PAGE_TYPE = "text/html; charset=utf-8"
STREAM_TYPE = "text/event-stream"

_REASONS = {
    200: "OK",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    413: "Content Too Large",
    414: "URI Too Long",
    431: "Request Header Fields Too Large",
    503: "Service Unavailable",
    505: "HTTP Version Not Supported",
}
_REQUEST_LINE = re.compile(rb"([A-Z]{1,16}) (/[!-~]*) HTTP/(\d)\.(\d)")
_HEADER_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t -~\x80-\xff]*?)[ \t]*")
_METHOD_UNKNOWN = "method.unknown"
_SINGLE = frozenset({b"host", b"content-length", b"transfer-encoding"})


class Problem(Exception):
    """A request that is not answered, with the status and code that say why."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer."""

    content: bytes
    content_type: str = JSON_TYPE
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


def requested_path(head: bytes) -> str:
    """Read the head of a request and give the path it asks for, without the query.

    Args:
        head: request line and headers, up to and with the empty line.

    Raises:
        Problem: anything but one plain GET without a body.
    """
    request_line, *lines = head.removesuffix(b"\r\n\r\n").split(b"\r\n")
    matched = _REQUEST_LINE.fullmatch(request_line)
    if matched is None:
        raise Problem(400, "request.malformed")
    method, target, major, minor = matched.groups()
    if len(target) > TARGET_BYTES:
        raise Problem(414, "request.target_too_long")
    if major != b"1" or minor not in b"01":
        raise Problem(505, "request.version_unknown")
    headers = _headers(lines)
    if minor == b"1" and not headers.get(b"host"):
        raise Problem(400, "request.malformed")
    if headers.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in headers:
        raise Problem(413, "request.body_unexpected")
    if method != b"GET":
        raise Problem(405, _METHOD_UNKNOWN)
    return target.partition(b"?")[0].decode("ascii")


def answer_bytes(answer: Answer) -> bytes:
    """Write an answer; the connection ends after it."""
    fields = (("Content-Length", str(len(answer.content))), *answer.headers)
    return _head(answer.status, answer.content_type, fields) + answer.content


def stream_head() -> bytes:
    """Write the head of an answer that has no end."""
    return _head(200, STREAM_TYPE, ())


def problem_answer(problem: Problem) -> Answer:
    """Give the problem document of a problem."""
    content = encode(
        ProblemMessage(status=problem.status, code=problem.code, title=_REASONS[problem.status])
    )
    allowed = (("Allow", "GET"),) if problem.code == _METHOD_UNKNOWN else ()
    return Answer(content, PROBLEM_TYPE, problem.status, allowed)


def _head(status: int, content_type: str, fields: tuple[tuple[str, str], ...]) -> bytes:
    lines = (
        f"HTTP/1.1 {status} {_REASONS[status]}",
        f"Content-Type: {content_type}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
        "Connection: close",
        *(f"{name}: {value}" for name, value in fields),
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def _headers(lines: list[bytes]) -> dict[bytes, bytes]:
    headers: dict[bytes, bytes] = {}
    for line in lines:
        matched = _HEADER_LINE.fullmatch(line)
        if matched is None:
            raise Problem(400, "request.malformed")
        name = matched[1].lower()
        if name in headers and name in _SINGLE:
            raise Problem(400, "request.malformed")
        headers[name] = matched[2]
    return headers
