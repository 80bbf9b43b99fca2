"""The server as one ASGI application."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response
from starlette.routing import Route as Mount
from starlette.routing import Router

from altrabits_desktop.contract.routes import ROUTES, Route
from altrabits_desktop.contract.service import Health
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.accounts.brake import Brake
from altrabits_desktop.server.accounts.endpoints import AccountEndpoints
from altrabits_desktop.server.changes.endpoints import ChangeEndpoints
from altrabits_desktop.server.decisions.endpoints import DecisionEndpoints
from altrabits_desktop.server.endpoint import Endpoint
from altrabits_desktop.server.firmware.endpoints import FirmwareEndpoints
from altrabits_desktop.server.household.endpoints import HouseholdEndpoints
from altrabits_desktop.server.http.guard import Guard
from altrabits_desktop.server.http.openapi import openapi_document
from altrabits_desktop.server.policies.endpoints import PolicyEndpoints
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.door import Door
from altrabits_desktop.server.sessions.endpoints import SessionEndpoints
from altrabits_desktop.server.streamers.endpoints import StreamerEndpoints
from altrabits_desktop.server.tickets.endpoints import TicketEndpoints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Receive, Scope, Send

    from altrabits_desktop.runtime.clock import Clock
    from altrabits_desktop.server.configuration import Configuration
    from altrabits_desktop.server.household.joining import Joining
    from altrabits_desktop.server.http.call import Call, Handler
    from altrabits_desktop.server.store.store import Store


def make_application(
    store: Store,
    clock: Clock,
    configuration: Configuration,
    *,
    passwords: Passwords | None = None,
    joining: Joining | None = None,
) -> Guard:
    """Give the application; everything it needs is handed in.

    Args:
        store: open, on the loop that will serve.
        clock: for every instant it keeps or judges by.
        configuration: its names, and the secret of its start.
        passwords: weaker ones only in tests.
        joining: lets computers join a shared server.
    """
    passwords = passwords or Passwords()
    brake = Brake(clock.steady_s)
    changes = ChangeEndpoints(store, clock)
    handlers: dict[str, Handler] = {
        "service.health": _health,
        "service.openapi": _openapi,
        **AccountEndpoints(
            store, passwords=passwords, brake=brake, is_shared=not configuration.is_embedded
        ).handlers(),
        **HouseholdEndpoints(joining).handlers(),
        **SessionEndpoints(store).handlers(),
        **PolicyEndpoints(store).handlers(),
        **DecisionEndpoints(store).handlers(),
        **StreamerEndpoints(store).handlers(),
        **TicketEndpoints(store).handlers(),
        **FirmwareEndpoints(configuration.firmware_folder).handlers(),
        **changes.handlers(),
    }
    door = Door(store, clock=clock)
    endpoints = {
        path: Endpoint(tuple(routes), handlers=handlers, door=door, store=store, clock=clock)
        for path, routes in groupby(sorted(ROUTES, key=_path), key=_path)
    }
    return Guard(Paths(endpoints), configuration, end=changes.end)


class Paths:
    """Leads each path to its endpoint; an ASGI application.

    Paths without an id are looked up at once, before those that have to be matched. Another
    spelling of a path is another path: nothing is redirected.
    """

    def __init__(self, endpoints: Mapping[str, Endpoint]) -> None:
        self._exact = {path: found for path, found in endpoints.items() if "{" not in path}
        self._router = Router(
            [Mount(path, found) for path, found in endpoints.items() if "{" in path],
            redirect_slashes=False,
            default=_unknown_path,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        endpoint = self._exact.get(scope.get("path", ""))
        if endpoint is not None:
            await endpoint(scope, receive, send)
        else:
            await self._router(scope, receive, send)


def _path(route: Route) -> str:
    return route.path


async def _health(_call: Call) -> object:
    return Health()


async def _openapi(_call: Call) -> object:
    return Response(_document(), media_type="application/json")


@lru_cache(maxsize=1)
def _document() -> bytes:
    return msgspec.json.encode(openapi_document())


async def _unknown_path(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise Problem("path.unknown")
