"""A request for each operation of the table: a new one is tested on the day it is made."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from altrabits_desktop.contract.accounts import (
    ChangePassword,
    CreateAccount,
    DeleteAccount,
    SignIn,
)
from altrabits_desktop.contract.household import BeginJoin, ProveJoin
from altrabits_desktop.contract.policies import DecisionMessage
from altrabits_desktop.contract.possessions import AddOwned, OwnedFields
from altrabits_desktop.contract.routes import ROUTES, Access, Route, Special
from altrabits_desktop.contract.tickets import AddMessage, CloseTicket, OpenTicket
from altrabits_desktop.server.firmware.catalogue import Catalogue
from tests.fakes.firmware import IMAGE, manifest_for, released, signed_for
from tests.fakes.served import PASSWORD, streamer, ticket

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.fakes.served import Served

OTHER_PASSWORD = "a short rest under the lighthouse"
SESSION_ROUTES = tuple(route for route in ROUTES if route.access is Access.SESSION)
BODY_ROUTES = tuple(route for route in ROUTES if route.request is not None)
ENDLESS = tuple(route for route in ROUTES if route.answer is Special.EVENTS)
PLACES = {"id": "streamer-0001", "number": "AB-7K3M-9QXD-5", "version": "1.0"}
REVISION = '"3"'
"""Of the streamer that `furnish` adds: the policy and the acceptance come before it."""
TICKET_REVISION = '"4"'
"""Of the support request that comes after it."""


def path_of(route: Route, **places: str) -> str:
    return route.path.format(**{**PLACES, **places})


def revision_of(route: Route) -> str:
    """Give the revision of what the operation changes, after `furnish`."""
    return TICKET_REVISION if "{number}" in route.path else REVISION


def body_of(route: Route, server: Served) -> dict[str, object] | None:
    """Give a body that the operation takes."""
    bodies: dict[type, dict[str, object]] = {
        CreateAccount: {
            "email": f"{secrets.token_hex(8)}@example.test",
            "password": PASSWORD,
            "acceptance": server.acceptance(),
        },
        SignIn: {"email": "ada@example.test", "password": PASSWORD},
        ChangePassword: {"current": PASSWORD, "new": OTHER_PASSWORD},
        DeleteAccount: {"password": PASSWORD},
        DecisionMessage: server.acceptance(),
        AddOwned: {**streamer(secrets.randbelow(9000) + 1000)},
        OwnedFields: {"name": "Attic"},
        OpenTicket: {**ticket()},
        CloseTicket: {"state": "closed"},
        BeginJoin: {"certificate": "30", "share": "04" * 65, "system": "linux"},
        ProveJoin: {"proof": "ab" * 32},
        AddMessage: {"id": secrets.token_hex(8), "text": "Still silent."},
    }
    return bodies[route.request] if route.request is not None else None


async def shared_places(server: Served, route: Route) -> dict[str, str]:
    """Give the id of what is there without having been made by `furnish`, or is everybody's."""
    if route.operation == "firmware.image":
        return {"id": manifest_for().sha256}
    if route.operation != "sessions.end":
        return {}
    sessions = (await server.ask("GET", "/api/v1/sessions")).json()["sessions"]
    return {"id": sessions[0]["id"]}


def offer(folder: Path, image: bytes = IMAGE) -> None:
    """Have a server offer firmware.

    Args:
        folder: `server/` of its profile.
        image: what is signed.
    """
    with released(folder / "given", image).open("rb") as file:
        Catalogue(folder / "firmware").add(file, signed_for(image))


async def furnish(server: Served, email: str = "ada@example.test") -> Served:
    """Give the person an account, a streamer and a support request, at the places of `PLACES`.

    The server has firmware too, which is nobody's own.
    """
    if server.folder is not None:
        offer(server.folder)
    await server.account(email)
    await server.create("POST", "/api/v1/streamers", streamer())
    await server.create("POST", "/api/v1/tickets", ticket(number=PLACES["number"]))
    return server


async def call(
    server: Served,
    route: Route,
    *,
    places: dict[str, str] | None = None,
    body: object = None,
    **headers: str,
) -> httpx.Response:
    """Carry out an operation as the person; a body of its kind where none is given."""
    sent = {
        "idempotency_key": secrets.token_hex(16) if route.needs_key else "",
        "if_match": revision_of(route) if route.needs_revision else "",
        **headers,
    }
    content = body_of(route, server) if body is None else body
    return await server.ask(route.method, path_of(route, **(places or {})), content, **sent)
