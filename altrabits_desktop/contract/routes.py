"""The HTTP API of the server module as one table; nothing of it is written twice.

Server routes, the client, the OpenAPI document, the tests of the gate and the fake server derive
from `ROUTES`. Importing this imports msgspec.
"""

from __future__ import annotations

from altrabits_desktop.contract.accounts import (
    Account,
    ChangePassword,
    CreateAccount,
    DeleteAccount,
    SessionGrant,
    Sessions,
    SignIn,
)
from altrabits_desktop.contract.change_feed import CURSOR_PATTERN, ChangePage
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.firmware import FirmwareList
from altrabits_desktop.contract.household import BeginJoin, JoinBegun, Joined, ProveJoin
from altrabits_desktop.contract.policies import DecisionMessage, Policies, Policy, Receipt, Receipts
from altrabits_desktop.contract.possessions import AddOwned, Owned, OwnedFields, OwnedList
from altrabits_desktop.contract.route import Access, Query, Route, Special
from altrabits_desktop.contract.service import Health
from altrabits_desktop.contract.tickets import (
    AddMessage,
    CloseTicket,
    OpenTicket,
    Ticket,
    Tickets,
)

__all__ = [
    "BASE",
    "COMMON",
    "HEALTH_PATH",
    "OF_SESSIONS",
    "OPEN_TO_STRANGERS",
    "ROUTES",
    "STATUS_OF",
    "TO_EVERYBODY",
    "Access",
    "Query",
    "Route",
    "Special",
    "errors_of",
    "route_of",
]

BASE = "/api/v1"
HEALTH_PATH = "/healthz"


STATUS_OF: dict[str, int] = {
    "request.malformed": 400,
    "request.key_missing": 400,
    "request.revision_missing": 428,
    "request.too_large": 413,
    "request.target_too_long": 414,
    "request.media_type": 415,
    "request.host": 421,
    "request.origin": 403,
    "request.secret": 403,
    "path.unknown": 404,
    "method.unknown": 405,
    "server.failed": 500,
    "server.busy": 503,
    "session.missing": 401,
    "session.ended": 401,
    "gate.sign_in_needed": 401,
    "gate.decision_needed": 403,
    "gate.declined": 403,
    "sign_in.refused": 401,
    "sign_in.braked": 429,
    "account.email_malformed": 422,
    "account.email_taken": 409,
    "account.password_short": 422,
    "account.password_common": 422,
    "account.password_long": 422,
    "account.password_wrong": 403,
    "policy.unknown": 404,
    "policy.outdated": 409,
    "policy.text_differs": 409,
    "policy.not_accepted": 422,
    "decision.shown_at_malformed": 422,
    "object.unknown": 404,
    "object.exists": 409,
    "object.changed": 412,
    "streamers.too_many": 422,
    "tickets.too_many": 422,
    "messages.too_many": 422,
    "ticket.closed": 409,
    "key.reused": 422,
    "cursor.unknown": 410,
    "household.not_shared": 404,
    "household.stranger": 403,
    "household.no_code": 409,
    "household.wrong_code": 403,
    "household.braked": 429,
}
"""Every code a problem document may have, and its HTTP status."""

COMMON = (
    "request.malformed",
    "request.too_large",
    "request.target_too_long",
    "request.host",
    "request.origin",
    "request.secret",
    "household.stranger",
    "method.unknown",
    "server.failed",
    "server.busy",
)
TO_EVERYBODY = frozenset(
    {
        *("request.host", "request.origin", "request.secret"),
        *("path.unknown", "method.unknown", "household.stranger"),
    }
)
"""Refused whatever is asked: the server is set up wrongly, or is another one than was meant."""
OF_SESSIONS = ("session.missing", "session.ended")
OF_BODIES = ("request.media_type",)
OF_KEYS = ("request.key_missing", "key.reused")
OF_REVISIONS = ("request.revision_missing", "object.changed")
OF_THE_GATE = ("gate.sign_in_needed", "gate.decision_needed", "gate.declined")

OPEN_TO_STRANGERS = frozenset({"service.health", "household.join", "household.prove"})
"""Operations of a shared server for computers that have not joined; to all others they are told
nothing."""

_PASSWORDS = ("account.password_short", "account.password_common", "account.password_long")
_DECISIONS = (
    "policy.unknown",
    "policy.outdated",
    "policy.text_differs",
    "decision.shown_at_malformed",
)
_LANGUAGE = Query("language", r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")

ROUTES: tuple[Route, ...] = (
    Route("service.health", "GET", HEALTH_PATH, access=Access.PUBLIC, answer=Health),
    Route(
        *("service.openapi", "GET", f"{BASE}/openapi.json"),
        access=Access.PUBLIC,
        answer=Special.OPENAPI,
    ),
    Route(
        *("household.join", "POST", f"{BASE}/household/joins"),
        access=Access.PUBLIC,
        request=BeginJoin,
        answer=JoinBegun,
        status=201,
        errors=("household.not_shared", "household.no_code", "household.braked"),
    ),
    Route(
        *("household.prove", "POST", f"{BASE}/household/joins/{{id}}/proof"),
        access=Access.PUBLIC,
        request=ProveJoin,
        answer=Joined,
        errors=("household.not_shared", "household.no_code", "household.wrong_code"),
    ),
    Route(
        # Who leaves is told by the certificate that it shows, and by nothing that it says.
        *("household.leave", "DELETE", f"{BASE}/household/computer"),
        access=Access.PUBLIC,
        status=204,
        errors=("household.not_shared",),
    ),
    Route(
        *("policies.list", "GET", f"{BASE}/policies"),
        access=Access.PUBLIC,
        feature=Feature.READ_POLICY,
        answer=Policies,
    ),
    Route(
        *("policies.in_force", "GET", f"{BASE}/policies/in-force"),
        access=Access.PUBLIC,
        feature=Feature.READ_POLICY,
        answer=Policy,
        query=(_LANGUAGE,),
        errors=("policy.unknown",),
    ),
    Route(
        *("policies.get", "GET", f"{BASE}/policies/{{version}}"),
        access=Access.PUBLIC,
        feature=Feature.READ_POLICY,
        answer=Policy,
        query=(_LANGUAGE,),
        errors=("policy.unknown",),
    ),
    Route(
        *("accounts.create", "POST", f"{BASE}/accounts"),
        access=Access.PUBLIC,
        request=CreateAccount,
        answer=SessionGrant,
        status=201,
        status_untold=202,
        errors=(
            *("account.email_malformed", "account.email_taken", *_PASSWORDS),
            *("policy.not_accepted", *_DECISIONS, "sign_in.braked"),
        ),
    ),
    Route(*("accounts.get", "GET", f"{BASE}/account"), feature=Feature.OWN_ACCOUNT, answer=Account),
    Route(
        *("accounts.change_password", "PUT", f"{BASE}/account/password"),
        feature=Feature.OWN_ACCOUNT,
        request=ChangePassword,
        status=204,
        errors=("account.password_wrong", *_PASSWORDS, "sign_in.braked"),
    ),
    Route(
        *("accounts.delete", "POST", f"{BASE}/account/deletion"),
        feature=Feature.LEAVE,
        request=DeleteAccount,
        status=204,
        errors=("account.password_wrong", "sign_in.braked"),
    ),
    Route(
        *("sessions.create", "POST", f"{BASE}/sessions"),
        access=Access.PUBLIC,
        request=SignIn,
        answer=SessionGrant,
        status=201,
        errors=("sign_in.refused", "sign_in.braked"),
    ),
    Route(
        *("sessions.list", "GET", f"{BASE}/sessions"),
        feature=Feature.OWN_ACCOUNT,
        answer=Sessions,
    ),
    Route(
        *("sessions.end", "DELETE", f"{BASE}/sessions/{{id}}"),
        feature=Feature.OWN_ACCOUNT,
        status=204,
        errors=("object.unknown",),
    ),
    Route(
        *("decisions.list", "GET", f"{BASE}/decisions"),
        feature=Feature.OWN_ACCOUNT,
        answer=Receipts,
    ),
    Route(
        *("decisions.make", "POST", f"{BASE}/decisions"),
        feature=Feature.OWN_ACCOUNT,
        request=DecisionMessage,
        answer=Receipt,
        status=201,
        errors=_DECISIONS,
        needs_key=True,
    ),
    Route(
        *("streamers.list", "GET", f"{BASE}/streamers"),
        feature=Feature.OWN_STREAMERS,
        answer=OwnedList,
    ),
    Route(
        *("streamers.add", "POST", f"{BASE}/streamers"),
        feature=Feature.OWN_STREAMERS,
        request=AddOwned,
        answer=Owned,
        status=201,
        errors=("object.exists", "streamers.too_many"),
        needs_key=True,
    ),
    Route(
        *("streamers.change", "PUT", f"{BASE}/streamers/{{id}}"),
        feature=Feature.OWN_STREAMERS,
        request=OwnedFields,
        answer=Owned,
        errors=("object.unknown",),
        needs_revision=True,
    ),
    Route(
        *("streamers.release", "DELETE", f"{BASE}/streamers/{{id}}"),
        feature=Feature.OWN_STREAMERS,
        status=204,
        errors=("object.unknown",),
    ),
    Route(
        *("firmware.list", "GET", f"{BASE}/firmware"),
        feature=Feature.FIRMWARE,
        answer=FirmwareList,
        query=(Query("product", r"^[^\x00-\x1f\x7f]{1,128}$"),),
    ),
    Route(
        # In parts of at most 1 MiB, so that whoever was cut off goes on where it was.
        *("firmware.image", "GET", f"{BASE}/firmware/{{id}}/image"),
        feature=Feature.FIRMWARE,
        answer=Special.BYTES,
        query=(Query("from", r"^(0|[1-9][0-9]{0,8})$"),),
        errors=("object.unknown",),
    ),
    Route(*("tickets.list", "GET", f"{BASE}/tickets"), feature=Feature.SUPPORT, answer=Tickets),
    Route(
        *("tickets.get", "GET", f"{BASE}/tickets/{{number}}"),
        feature=Feature.SUPPORT,
        answer=Ticket,
        errors=("object.unknown",),
    ),
    Route(
        *("tickets.open", "POST", f"{BASE}/tickets"),
        feature=Feature.SUPPORT,
        request=OpenTicket,
        answer=Ticket,
        status=201,
        errors=("object.exists", "tickets.too_many"),
        needs_key=True,
    ),
    Route(
        *("tickets.reply", "POST", f"{BASE}/tickets/{{number}}/messages"),
        feature=Feature.SUPPORT,
        request=AddMessage,
        answer=Ticket,
        status=201,
        errors=(
            *("object.unknown", "object.exists", "tickets.too_many", "messages.too_many"),
            "ticket.closed",
        ),
        needs_key=True,
    ),
    Route(
        *("tickets.close", "PUT", f"{BASE}/tickets/{{number}}/state"),
        feature=Feature.SUPPORT,
        request=CloseTicket,
        answer=Ticket,
        errors=("object.unknown",),
        needs_revision=True,
    ),
    Route(
        *("changes.since", "GET", f"{BASE}/changes"),
        feature=Feature.SYNC,
        answer=ChangePage,
        query=(Query("since", CURSOR_PATTERN),),
        errors=("cursor.unknown",),
    ),
    Route(
        *("changes.events", "GET", f"{BASE}/events"),
        feature=Feature.SYNC,
        answer=Special.EVENTS,
    ),
)


def route_of(operation: str) -> Route:
    """Give the route of an operation.

    Raises:
        KeyError: there is none of that name.
    """
    return _BY_OPERATION[operation]


def errors_of(route: Route) -> tuple[str, ...]:
    """Give every code that a route may refuse with."""
    codes = list(COMMON)
    if route.access is Access.SESSION:
        codes += [*OF_SESSIONS, *OF_THE_GATE]
    if route.request is not None:
        codes += OF_BODIES
    if route.needs_key:
        codes += OF_KEYS
    if route.needs_revision:
        codes += OF_REVISIONS
    return tuple(dict.fromkeys((*codes, *route.errors)))


_BY_OPERATION = {route.operation: route for route in ROUTES}
