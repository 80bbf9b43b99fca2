"""Serves the operations of one path: reads and checks a request, and writes what came of it."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response

from altrabits_desktop.contract.routes import Access
from altrabits_desktop.contract.service import KEY_HEADER, KEY_PATTERN
from altrabits_desktop.server.http.bodies import message_of, read_body
from altrabits_desktop.server.http.call import Call, Stored
from altrabits_desktop.server.http.incoming import Incoming
from altrabits_desktop.server.http.problems import problem_response
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.service import note_use

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.types import Receive, Scope, Send

    from altrabits_desktop.contract.routes import Route
    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.server.http.call import Handler, Person
    from altrabits_desktop.server.sessions.door import Door
    from altrabits_desktop.server.store.store import Store

logger = logging.getLogger(__name__)

_encode = msgspec.json.Encoder().encode
_KEY = re.compile(KEY_PATTERN)
_REVISION = re.compile(r'"?(\d{1,15})"?')
_PLACE = re.compile(r"[0-9A-Za-z.-]{1,64}")
_JSON = b"application/json"
_KEY_HEADER = KEY_HEADER.lower().encode()


class Endpoint:
    """One path of the table, with all its methods.

    Args:
        routes: the operations of the path.
        handlers: what carries each out, by operation.
        door: says who is signed in, and whether the gate is open.
        store: for the time of their last use.
        clock: for the instant of each request.
    """

    def __init__(
        self,
        routes: Sequence[Route],
        *,
        handlers: Mapping[str, Handler],
        door: Door,
        store: Store,
        clock: Clock,
    ) -> None:
        self._routes = {route.method: route for route in routes}
        self._handlers = {route.operation: handlers[route.operation] for route in routes}
        self._is_public = all(route.access is Access.PUBLIC for route in routes)
        self._door = door
        self._store = store
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; an ASGI application."""
        try:
            answer = await self._answer(Incoming(scope, receive))
        except Problem as problem:
            answer = problem_response(problem)
        if isinstance(answer, Response):
            await answer(scope, receive, send)
        else:
            await _send(send, answer)

    async def _answer(self, request: Incoming) -> Response | Stored:
        route = self._routes.get(request.method)
        person: Person | None = None
        if route is None:
            # A method that nobody has is not told to strangers either.
            if not self._is_public:
                await self._door.pass_session(request.headers(b"authorization"))
            allowed = ", ".join(sorted(self._routes))
            raise Problem("method.unknown", headers={"Allow": allowed})
        if route.access is Access.SESSION:
            person = await self._person(request, route)
        call = await self._call(request, route, person)
        result = await self._handlers[route.operation](call)
        if isinstance(result, Response | Stored):
            return result
        if result is None:
            return Response(status_code=route.status)
        return Stored(route.status, _encode(result))

    async def _person(self, request: Incoming, route: Route) -> Person:
        headers = request.headers(b"authorization")
        if route.feature is None:
            found = await self._door.pass_session(headers)
        else:
            found = await self._door.pass_gate(headers, route.feature)
        if found.is_stale:
            session_id, used_at = found.person.session_id, self._clock.now()
            await self._store.write(lambda writing: note_use(writing, session_id, now=used_at))
        return found.person

    async def _call(self, request: Incoming, route: Route, person: Person | None) -> Call:
        places = _places(request, person)
        content = await read_body(request) if route.request is not None else b""
        return Call(
            route=route,
            now=self._clock.now(),
            source=request.source(),
            content=content,
            message=message_of(content, route.request) if route.request is not None else None,
            places=places,
            query=_query(request, route),
            key=_key(request) if route.needs_key else "",
            revision=_revision(request) if route.needs_revision else 0,
            person=person,
            computer=request.computer(),
        )


def _places(request: Incoming, person: Person | None) -> dict[str, str]:
    given = request.places()
    if not given:
        return {}
    places = {name: str(value) for name, value in given.items()}
    if not all(_PLACE.fullmatch(value) for value in places.values()):
        raise Problem("object.unknown" if person else "path.unknown")
    return places


async def _send(send: Send, answer: Stored) -> None:
    length = str(len(answer.content)).encode()
    headers = [(b"content-length", length), (b"content-type", _JSON)]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.content})


def _query(request: Incoming, route: Route) -> dict[str, str]:
    given = request.query()
    if not given:
        return {}
    patterns = {query.name: query.pattern for query in route.query}
    is_known = all(
        name in patterns and re.fullmatch(patterns[name], value) for name, value in given
    )
    # A token in the address would stand in histories and logs; no unknown name is let through.
    if not is_known or len(given) != len(dict(given)):
        raise Problem("request.malformed")
    return dict(given)


def _key(request: Incoming) -> str:
    key = request.header(_KEY_HEADER)
    if not _KEY.fullmatch(key):
        raise Problem("request.key_missing")
    return key


def _revision(request: Incoming) -> int:
    matched = _REVISION.fullmatch(request.header(b"if-match"))
    if matched is None:
        raise Problem("request.revision_missing")
    return int(matched[1])
