"""The HTTP client of the server module, made from the same table as the server (R30).

What a server says is input like any other: bounded, typed, and never followed elsewhere.
"""

from __future__ import annotations

import asyncio
import hashlib
import ssl
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

import msgspec

from altrabits_desktop.contract.accounts import SessionGrant
from altrabits_desktop.contract.change_feed import Hint
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    Conflict,
    DecisionNeeded,
    MalformedAnswer,
    Refused,
    ServerAway,
)
from altrabits_desktop.contract.limits import TEXT_CHARACTERS
from altrabits_desktop.contract.plain_text import plain_text
from altrabits_desktop.contract.policies import Policy, is_readable
from altrabits_desktop.contract.routes import STATUS_OF, Access, route_of
from altrabits_desktop.contract.service import KEY_HEADER, START_HEADER, ProblemDocument
from altrabits_desktop.runtime.certificates import trusting_context
from altrabits_desktop.sync.turns import Turns

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    import httpx

    from altrabits_desktop.contract.accounts import CreateAccount
    from altrabits_desktop.contract.routes import Route
    from altrabits_desktop.contract.service import Reached

Message = TypeVar("Message")

ANSWER_BYTES = 4_000_000
LINE_BYTES = 10_000
LIMIT_S = 15.0
"""Of one whole request; a sign-in computes for up to a second, and waits for its turn."""
SILENCE_S = 45.0
"""A stream says something every 15 s."""

_CONNECTIONS_MOST = 100
_IDLE_CONNECTIONS_MOST = 20
_IDLE_CONNECTION_S = 5.0
_PARTS_PER_TURN = 16
_LINES_PER_TURN = 500
_CONFLICT = frozenset({"object.changed", "object.exists", "key.reused", "policy.outdated"})
_AWAY = frozenset({429, 500, 502, 503, 504})
_BRAKED = frozenset({"sign_in.braked", "household.braked"})
_STRANGER = "household.stranger"
_NOTHING: Mapping[str, str] = {}
_UNREADABLE = (msgspec.MsgspecError, ValueError, RecursionError)


class ServerClient:
    """Asks one server. Belongs to one loop.

    Args:
        reached: where the server is now; None while there is none.
        token: of the session in use; empty while nobody is signed in.
        heard: told how each request ended: None for any answer of the server, else `ServerAway`
            or `MalformedAnswer`.
    """

    def __init__(
        self,
        *,
        reached: Callable[[], Reached | None],
        token: Callable[[], str],
        heard: Callable[[AltraBitsError | None], None] = lambda _fault: None,
    ) -> None:
        self._reached = reached
        self._token = token
        self._heard = heard
        self._client: httpx.AsyncClient | None = None
        self._opening = asyncio.Lock()

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
        async with self._faults_told():
            status, received = await self._exchange(
                route, body=body, places=places, query=query, key=key, revision=revision
            )
            if status != route.status:
                raise _refusal(status, received)
            return _decoded(answer, received if route.answer is not None else b"null")

    async def content(
        self, operation: str, *, places: Mapping[str, str], query: Mapping[str, str] = _NOTHING
    ) -> bytes:
        """Give an answer that is no message, at most 4 MB; raises and takes its time as `call`."""
        route = route_of(operation)
        async with self._faults_told():
            status, received = await self._exchange(route, places=places, query=query)
            if status != route.status:
                raise _refusal(status, received)
            return received

    async def create_account(self, body: CreateAccount) -> SessionGrant | None:
        """Make an account; a server that many share does not say whether it did.

        Returns:
            The sign-in, or None: whoever knows the password can sign in now.

        Raises:
            AltraBitsError: as `call`.
        """
        route = route_of("accounts.create")
        async with self._faults_told():
            status, received = await self._exchange(route, body=body)
            if status == route.status_untold:
                return None
            if status != route.status:
                raise _refusal(status, received)
            return _decoded(SessionGrant, received)

    async def _exchange(  # one request has that many parts
        self,
        route: Route,
        *,
        body: object = None,
        places: Mapping[str, str] = _NOTHING,
        query: Mapping[str, str] = _NOTHING,
        key: str = "",
        revision: int = 0,
    ) -> tuple[int, bytes]:
        headers = self._headers(route, key=key, revision=revision)
        content = None
        if body is not None:
            content = msgspec.json.encode(body)
            headers["Content-Type"] = "application/json"
        url = self._url(route, places)
        async with (
            asyncio.timeout(LIMIT_S),
            (await self._http()).stream(
                route.method, url, params=dict(query), content=content, headers=headers
            ) as response,
        ):
            return response.status_code, await _whole(response)

    async def hints(self) -> AsyncIterator[int]:
        """Give the number of the latest change, at once and after each further one.

        Ends by raising as `call` does; silence is an end too: 15 s at the begin, 45 s later.
        """
        route = route_of("changes.events")
        headers = self._headers(route, key="", revision=0)
        async with self._faults_told(), AsyncExitStack() as opened:
            async with asyncio.timeout(LIMIT_S):
                asked = (await self._http()).stream(
                    route.method, self._url(route, {}), headers=headers
                )
                response = await opened.enter_async_context(asked)
                if response.status_code != route.status:
                    raise _refusal(response.status_code, await _whole(response))
            self._heard(None)
            parts, waiting = response.aiter_raw(), b""
            by_parts, by_lines = Turns(_PARTS_PER_TURN), Turns(_LINES_PER_TURN)
            while True:
                async with asyncio.timeout(SILENCE_S):
                    part = await anext(parts, b"")
                if not part:
                    raise ServerAway("server.away")
                *lines, waiting = (waiting + part).split(b"\n")
                if len(waiting) > LINE_BYTES:
                    raise MalformedAnswer("server.malformed")
                for line in lines:
                    after = _hint_in(line)
                    if after is not None:
                        yield after
                    await by_lines.count()
                await by_parts.count()

    def _is_pinned(self) -> bool:
        reached = self._reached()
        return reached is not None and reached.trust is not None

    async def aclose(self) -> None:
        """Close all connections; it may be used again."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    def _headers(self, route: Route, *, key: str, revision: int) -> dict[str, str]:
        reached = self._reached()
        # What is packed may be a thousand times as large: nothing is asked for in that form.
        headers = {"Accept-Encoding": "identity"}
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

    async def _http(self) -> httpx.AsyncClient:
        async with self._opening:
            if self._client is None:
                reached = self._reached()
                is_open = reached is None or not reached.url.startswith("https:")
                trust = reached.trust if reached is not None else None
                self._client = await asyncio.to_thread(_new_client, trust, is_open=is_open)
            return self._client

    @asynccontextmanager
    async def _faults_told(self) -> AsyncIterator[None]:
        """Tell every end of a request, and let faults be errors of the tree."""
        try:
            yield
        except _foreseen() as error:
            told = _as_error(error, is_pinned=self._is_pinned())
            self._heard(told if isinstance(told, ServerAway | MalformedAnswer) else None)
            if told is error:
                raise
            raise told from error
        self._heard(None)


def _new_client(trust: ssl.SSLContext | None, *, is_open: bool) -> httpx.AsyncClient:
    """Make a client; blocks for the library, and for what this computer trusts.

    Args:
        trust: of a household; None for what this computer trusts.
        is_open: whether the line is, so that nobody need be trusted.
    """
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type] # no console, as in `streamers.fetching`
    import httpx

    from altrabits_desktop.runtime.transport import NoCookies, new_transport

    # An open line needs no trust, and has none.
    if trust is None:
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if is_open else trusting_context()
    limits = httpx.Limits(
        max_connections=_CONNECTIONS_MOST,
        max_keepalive_connections=_IDLE_CONNECTIONS_MOST,
        keepalive_expiry=_IDLE_CONNECTION_S,
    )
    return httpx.AsyncClient(
        timeout=None,  # noqa: S113 # the limits around the calls hold for all of them
        transport=new_transport(trust, limits=limits),
        trust_env=False,
        follow_redirects=False,
        # Tokens are all that a server is to know a client by.
        cookies=NoCookies(),
    )


def _foreseen() -> tuple[type[Exception], ...]:
    """Give what may happen on the way; asked for when something has."""
    import httpx

    away = (TimeoutError, httpx.TransportError, OSError)
    # What is nested deeper than can be read raises the last one.
    malformed = (httpx.HTTPError, httpx.InvalidURL, *_UNREADABLE)
    return AltraBitsError, *away, *malformed


def _as_error(error: Exception, *, is_pinned: bool) -> AltraBitsError:
    """Give the error of the tree for a fault on the way; pure.

    Args:
        error: what was raised.
        is_pinned: whether one certificate alone is trusted.
    """
    import httpx

    if isinstance(error, AltraBitsError):
        return error
    if isinstance(error, TimeoutError | httpx.TransportError | OSError):
        return ServerAway(_code_of_tls(error, is_pinned=is_pinned) or "server.away")
    return MalformedAnswer("server.malformed")


def _code_of_tls(error: BaseException | None, *, is_pinned: bool) -> str:
    """Give what a fault of the handshake means, or nothing for any other; pure."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return "household.certificate_changed" if is_pinned else "server.untrusted"
        error = error.__cause__ or error.__context__
    return ""


async def _whole(response: httpx.Response) -> bytes:
    received, turns = bytearray(), Turns(_PARTS_PER_TURN)
    async for part in response.aiter_raw():
        received += part
        if len(received) > ANSWER_BYTES:
            raise MalformedAnswer("server.malformed")
        await turns.count()
    return bytes(received)


def _decoded(kind: type[Message], content: bytes) -> Message:
    message = msgspec.json.decode(content, type=kind)
    if isinstance(message, Policy) and not _is_as_it_says(message):
        raise MalformedAnswer("server.malformed")
    return message


def _is_as_it_says(policy: Policy) -> bool:
    """Tell whether a policy can be read and has its own fingerprint: a decision names it (R46)."""
    is_own = hashlib.sha256(policy.text.encode()).hexdigest() == policy.fingerprint
    return is_own and is_readable(policy.text)


def _refusal(status: int, content: bytes) -> AltraBitsError:
    """Give the error of the tree that a problem document stands for; pure."""
    try:
        problem = _decoded(ProblemDocument, content)
    except _UNREADABLE:
        problem = None
    if problem is None or STATUS_OF.get(problem.code) != status:
        # Something between here and the server has answered in its place.
        return ServerAway("server.away") if status in _AWAY else MalformedAnswer("server.malformed")
    if problem.code == _STRANGER:
        # It is there for others: for this computer it is away until it joins again.
        return ServerAway(_STRANGER)
    if status in _AWAY and problem.code not in _BRAKED:
        return ServerAway("server.away")
    kind: type[AltraBitsError] = Refused
    if problem.code in _CONFLICT:
        kind = Conflict
    elif problem.code.startswith(("session.", "gate.")):
        kind = DecisionNeeded
    return kind(problem.code, **_cleaned(problem.arguments))


def _cleaned(arguments: Mapping[str, str | int]) -> dict[str, str | float]:
    """Let what a server says be shown: an argument stands in a sentence. Pure."""
    return {
        name: plain_text(value, limit=TEXT_CHARACTERS) if isinstance(value, str) else value
        for name, value in arguments.items()
    }


def _hint_in(line: bytes) -> int | None:
    if not line.startswith(b"data:"):
        return None
    return _decoded(Hint, line.removeprefix(b"data:").strip()).after
