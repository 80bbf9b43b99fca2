"""What every request passes first: whose name it calls, and where it comes from (R16 to R18, R24).

A web page in a browser can send requests to loopback. None of them gets through: the names in
`Host` are fixed, anything with a foreign `Origin` or a cross-site mark is refused, and an
embedded server also wants the secret of its start, which only its app knows.
"""

from __future__ import annotations

import hmac
import logging
import re
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.contract.routes import HEALTH_PATH, OPEN_TO_STRANGERS, ROUTES
from altrabits_desktop.contract.service import START_HEADER, TARGET_BYTES
from altrabits_desktop.server.http.incoming import computer_of
from altrabits_desktop.server.http.problems import problem_response
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from altrabits_desktop.server.configuration import Configuration

logger = logging.getLogger(__name__)

_START = START_HEADER.lower().encode()
_OPEN = re.compile(
    "|".join(
        re.sub(r"\{\w+\}", "[0-9A-Za-z.-]{1,64}", route.path.replace(".", r"\."))
        for route in ROUTES
        if route.operation in OPEN_TO_STRANGERS
    )
)
BUSY_S = "5"
"""Seconds after which a client may try again when the database cannot be used."""
_SAME_SITE = frozenset({b"same-origin", b"none"})
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
_ENCODED = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]


class Guard:
    """An ASGI application around the server's own.

    Args:
        application: what is guarded.
        configuration: the server's names and the secret of its start.
        end: ends answers that would go on for ever.
    """

    def __init__(
        self, application: ASGIApp, configuration: Configuration, *, end: Callable[[], None]
    ) -> None:
        self.end = end
        self._application = application
        self._hosts = configuration.hosts
        self._has_joined = configuration.has_joined
        self._secret = configuration.start_secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or refuse it; faults inside are told as such and no more."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close"})
            return
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        has_begun = False

        async def send_guarded(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                message["headers"] = [*message.get("headers", ()), *_ENCODED]
            await send(message)

        try:
            self._check(scope)
            await self._application(scope, receive, send_guarded)
        except ClientDisconnect:
            # Whoever hung up in the middle of a body is told nothing.
            return
        # The outermost place of the server: whatever goes wrong is told without its inside.
        except Exception as error:
            problem = _problem_of(error)
            if has_begun:
                raise
            await problem_response(problem)(scope, receive, send_guarded)

    def _check(self, scope: Scope) -> None:
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        hosts = [value for name, value in headers if name == b"host"]
        if len(hosts) != 1 or not self._is_own(hosts[0].decode("latin-1").lower(), scope):
            raise Problem("request.host")
        target = scope.get("raw_path") or b"/"
        if len(target) + len(scope["query_string"]) > TARGET_BYTES:
            raise Problem("request.target_too_long")
        if not scope["path"].isprintable():
            raise Problem("path.unknown")
        if _comes_from_elsewhere(headers):
            raise Problem("request.origin")
        self._check_computer(scope)
        if self._secret and scope["path"] != HEALTH_PATH:
            said = [value for name, value in headers if name == _START]
            if len(said) != 1 or not hmac.compare_digest(said[0], self._secret):
                raise Problem("request.secret")

    def _is_own(self, host: str, scope: Scope) -> bool:
        if host in self._hosts:
            return True
        if self._has_joined is None:
            return False
        # Addresses come and go on a network: the one that this connection came to is its own.
        address, port = scope.get("server") or ("", 0)
        return host == _spelled(address, port)

    def _check_computer(self, scope: Scope) -> None:
        """See to it that strangers get nothing of a household but the way to join."""
        if self._has_joined is None or _OPEN.fullmatch(scope["path"]):
            return
        if not self._has_joined(computer_of(scope)):
            raise Problem("household.stranger")


def _spelled(address: str, port: int) -> str:
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


def _comes_from_elsewhere(headers: list[tuple[bytes, bytes]]) -> bool:
    names = dict(headers)
    if b"origin" in names:
        return True
    return b"sec-fetch-site" in names and any(
        name == b"sec-fetch-site" and value not in _SAME_SITE for name, value in headers
    )


def _problem_of(error: Exception) -> Problem:
    match error:
        case Problem():
            return error
        case StoreUnusable():
            logger.warning("the database cannot be used: %s", error.code)
            return Problem("server.busy", headers={"Retry-After": BUSY_S})
        case _:
            logger.error("a request failed unexpectedly", exc_info=error)
            return Problem("server.failed")
