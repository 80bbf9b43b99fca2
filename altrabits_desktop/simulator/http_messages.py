"""The little HTTP that a streamer speaks: reads heads of requests, writes whole answers; pure.

Written by hand as firmware would: no codings, fixed limits, and one request a connection where
nothing else is said.
A server library would hide exactly the limits that control-api.md asks of firmware makers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from altrabits_desktop.contract.codec import encode
from altrabits_desktop.contract.control_api import SETTINGS_BYTES, ProblemMessage
from altrabits_desktop.contract.firmware_api import FIRMWARE_BODY_BYTES, FIRMWARE_PATH

HEAD_BYTES = 4096
"""Request line and headers together."""

TARGET_BYTES = 512
JSON_TYPE = "application/json"
PROBLEM_TYPE = "application/problem+json"
PAGE_TYPE = "text/html; charset=utf-8"
STREAM_TYPE = "text/event-stream"

_REASONS = {
    200: "OK",
    202: "Accepted",
    204: "No Content",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    409: "Conflict",
    410: "Gone",
    413: "Content Too Large",
    414: "URI Too Long",
    422: "Unprocessable Content",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
    503: "Service Unavailable",
    505: "HTTP Version Not Supported",
}
_REQUEST_LINE = re.compile(rb"([A-Z]{1,16}) (/[!-~]*) HTTP/(\d)\.(\d)")
_HEADER_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t -~\x80-\xff]*?)[ \t]*")
_METHOD_UNKNOWN = "method.unknown"
_NO_CONTENT = 204
_SINGLE = frozenset({b"host", b"content-length", b"transfer-encoding", b"authorization"})
_BEARER = re.compile(rb"Bearer +([A-Za-z0-9_-]{1,128})", re.IGNORECASE)
_LENGTH = re.compile(rb"[0-9]{1,9}")


class Problem(Exception):
    """A request that is not answered, with the status and code that say why."""

    def __init__(
        self, status: int, code: str, *, headers: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.headers = headers


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer."""

    content: bytes
    content_type: str = JSON_TYPE
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """The head of a request."""

    method: str
    path: str
    """Without the query."""
    body_bytes: int = 0
    """How long its body is: 4,096 at most, 65,536 for firmware."""
    token: str = field(default="", repr=False)
    """What it shows to be the owner's."""
    has_more: bool = False
    """Whether further requests may come on its connection."""


def requested_path(head: bytes) -> str:
    """Read the head of a request and give the path it asks for, without the query.

    Args:
        head: request line and headers, up to and with the empty line.

    Raises:
        Problem: anything but one plain GET without a body.
    """
    method, path, _, headers = _read(head)
    if headers.get(b"content-length", b"0") != b"0" or b"transfer-encoding" in headers:
        raise Problem(413, "request.body_unexpected")
    if method != "GET":
        raise Problem(405, _METHOD_UNKNOWN)
    return path


def requested(head: bytes) -> Request:
    """Read the head of a request that may have a body and a token.

    Args:
        head: like that of `requested_path`.

    Raises:
        Problem: no plain HTTP, a body without a length, or a longer one than is taken.
    """
    method, path, minor, headers = _read(head)
    length = headers.get(b"content-length", b"0")
    if b"transfer-encoding" in headers or not _LENGTH.fullmatch(length):
        raise Problem(400, "request.malformed")
    is_update = path.startswith(FIRMWARE_PATH)
    if int(length) > (FIRMWARE_BODY_BYTES if is_update else SETTINGS_BYTES):
        raise Problem(413, "request.body_too_large")
    shown = _BEARER.fullmatch(headers.get(b"authorization", b""))
    token = shown[1].decode("ascii") if shown is not None else ""
    is_last = minor == b"0" or b"close" in headers.get(b"connection", b"").lower()
    return Request(method, path, int(length), token, has_more=not is_last)


def _read(head: bytes) -> tuple[str, str, bytes, dict[bytes, bytes]]:
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
    path = target.partition(b"?")[0].decode("ascii")
    return method.decode("ascii"), path, minor, headers


def answer_bytes(answer: Answer, *, is_last: bool = True) -> bytes:
    """Write an answer, after which the connection ends where it is the last."""
    ending = ("Connection", "close" if is_last else "keep-alive")
    if answer.status == _NO_CONTENT:
        return _head(answer.status, (ending, *answer.headers))
    length = ("Content-Length", str(len(answer.content)))
    kind = ("Content-Type", answer.content_type)
    return _head(answer.status, (ending, kind, length, *answer.headers)) + answer.content


def stream_head() -> bytes:
    """Write the head of an answer that has no end."""
    return _head(200, (("Connection", "close"), ("Content-Type", STREAM_TYPE)))


def problem_answer(problem: Problem) -> Answer:
    """Give the problem document of a problem."""
    content = encode(
        ProblemMessage(status=problem.status, code=problem.code, title=_REASONS[problem.status])
    )
    allowed = (("Allow", "GET"),) if problem.code == _METHOD_UNKNOWN else ()
    return Answer(content, PROBLEM_TYPE, problem.status, problem.headers or allowed)


def _head(status: int, fields: tuple[tuple[str, str], ...]) -> bytes:
    lines = (
        f"HTTP/1.1 {status} {_REASONS[status]}",
        "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff",
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
