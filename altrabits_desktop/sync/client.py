"""The HTTP client of the server module, made from the same table as the server (R30).

What a server says is input like any other: bounded, typed, and never followed elsewhere.
"""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

import msgspec

from altrabits_desktop.contract.change_feed import Hint
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    Conflict,
    DecisionNeeded,
    MalformedAnswer,
    Refused,
    ServerAway,
)
from altrabits_desktop.contract.routes import STATUS_OF, Access, route_of
from altrabits_desktop.contract.service import KEY_HEADER, START_HEADER, ProblemDocument

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    import httpx

    from altrabits_desktop.contract.routes import Route
    from altrabits_desktop.contract.service import Reached

Message = TypeVar("Message")

ANSWER_BYTES = 4_000_000
LINE_BYTES = 10_000
LIMIT_S = 15.0
"""Of one whole request; a sign-in computes for up to a second, and waits for its turn."""
SILENCE_S = 45.0
"""A stream says something every 15 s."""

_CONFLICT = frozenset({"object.changed", "object.exists", "key.reused", "policy.outdated"})
_AWAY = frozenset({429, 500, 502, 503, 504})
_BRAKED = "sign_in.braked"
_NOTHING: Mapping[str, str] = {}


class ServerClient:
    """Asks one server. Belongs to one loop.

    Args:
        reached: where the server is now; None while there is none.
        token: of the session in use; empty while nobody is signed in.
    """

    def __init__(self, *, reached: Callable[[], Reached | None], token: Callable[[], str]) -> None:
        self._reached = reached
        self._token = token
        self._client: httpx.AsyncClient | None = None

    async def call(  # one request has that many parts
        self,
        operation: str,
        answer: type[Message],
        *,
        body: object = None,
        places: Mapping[str, str] = _NOTHING,
        query: Mapping[str, str] = _NOTHING,
        key: str = "",
        revision: int = 0,
    ) -> Message:
        """Carry out an operation and give its answer; at most 15 s.

        Args:
            operation: its name in the table.
            answer: the type the table says; `type(None)` for none.
            body: the message.
            places: ids in the path.
            query: parameters.
            key: for creates; the same again for a repeated one.
            revision: for updates; what the caller has seen.

        Raises:
            ServerAway: `server.away`: no answer, or one that says to come back.
            DecisionNeeded: a sign-in or a decision comes first; the code says which.
            Conflict: the object is another one by now, or is there already.
            Refused: any other no, with the server's code.
            MalformedAnswer: `server.malformed`: it does not keep to the table.
        """
        route = route_of(operation)
        headers = self._headers(route, key=key, revision=revision)
        content = None
        if body is not None:
            content = msgspec.json.encode(body)
            headers["Content-Type"] = "application/json"
        async with _faults_told(), asyncio.timeout(LIMIT_S):
            async with self._http().stream(
                route.method,
                self._url(route, places),
                params=dict(query),
                content=content,
                headers=headers,
            ) as response:
                received = await _whole(response)
            if response.status_code != route.status:
                raise _refusal(response.status_code, received)
            return _decoded(answer, received if route.answer is not None else b"null")

    async def hints(self) -> AsyncIterator[int]:
        """Give the number of the latest change, at once and after each further one.

        Ends by raising as `call` does; silence of 45 s is an end too.
        """
        route = route_of("changes.events")
        headers = self._headers(route, key="", revision=0)
        async with (
            _faults_told(),
            self._http().stream(route.method, self._url(route, {}), headers=headers) as response,
        ):
            if response.status_code != route.status:
                raise _refusal(response.status_code, await _whole(response))
            parts = response.aiter_bytes()
            waiting = b""
            while True:
                async with asyncio.timeout(SILENCE_S):
                    waiting += await anext(parts, b"")
                if not waiting:
                    raise ServerAway("server.away")
                *lines, waiting = waiting.split(b"\n")
                if len(waiting) > LINE_BYTES:
                    raise MalformedAnswer("server.malformed")
                for line in lines:
                    after = _hint_in(line)
                    if after is not None:
                        yield after

    async def aclose(self) -> None:
        """Close all connections; it may be used again."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    def _headers(self, route: Route, *, key: str, revision: int) -> dict[str, str]:
        reached = self._reached()
        headers: dict[str, str] = {}
        if reached is not None and reached.start_secret:
            headers[START_HEADER] = reached.start_secret
        if self._token() and route.access is Access.SESSION:
            headers["Authorization"] = f"Bearer {self._token()}"
        if key:
            headers[KEY_HEADER] = key
        if route.needs_revision:
            headers["If-Match"] = f'"{revision}"'
        return headers

    def _url(self, route: Route, places: Mapping[str, str]) -> str:
        reached = self._reached()
        if reached is None:
            raise ServerAway("server.away")
        path = route.path
        for name, value in places.items():
            path = path.replace("{" + name + "}", quote(value, safe=""))
        return reached.url + path

    def _http(self) -> httpx.AsyncClient:
        if self._client is None:
            sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type] # no console, as in `streamers.fetching`
            import httpx

            self._client = httpx.AsyncClient(
                timeout=None,  # noqa: S113 # the limits around the calls hold for all of them
                trust_env=False,
                follow_redirects=False,
            )
        return self._client


@asynccontextmanager
async def _faults_told() -> AsyncIterator[None]:
    import httpx

    try:
        yield
    except AltraBitsError:
        raise
    except (TimeoutError, httpx.TransportError, OSError) as error:
        raise ServerAway("server.away") from error
    except (httpx.HTTPError, httpx.InvalidURL, msgspec.MsgspecError, ValueError) as error:
        raise MalformedAnswer("server.malformed") from error


async def _whole(response: httpx.Response) -> bytes:
    received = bytearray()
    async for part in response.aiter_bytes():
        received += part
        if len(received) > ANSWER_BYTES:
            raise MalformedAnswer("server.malformed")
    return bytes(received)


def _decoded(kind: type[Message], content: bytes) -> Message:
    return msgspec.json.decode(content, type=kind)


def _refusal(status: int, content: bytes) -> AltraBitsError:
    """Give the error of the tree that a problem document stands for; pure."""
    try:
        problem = _decoded(ProblemDocument, content)
    except (msgspec.MsgspecError, ValueError):
        problem = None
    if problem is None or STATUS_OF.get(problem.code) != status:
        # Something between here and the server has answered in its place.
        return ServerAway("server.away") if status in _AWAY else MalformedAnswer("server.malformed")
    if status in _AWAY and problem.code != _BRAKED:
        return ServerAway("server.away")
    kind: type[AltraBitsError] = Refused
    if problem.code in _CONFLICT:
        kind = Conflict
    elif problem.code.startswith(("session.", "gate.")):
        kind = DecisionNeeded
    return kind(problem.code, **problem.arguments)


def _hint_in(line: bytes) -> int | None:
    if not line.startswith(b"data:"):
        return None
    return _decoded(Hint, line.removeprefix(b"data:").strip()).after
