"""What one operation of the server's HTTP API is; the table of all of them is `routes.py`."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from altrabits_desktop.contract.features import Feature


class Access(StrEnum):
    """Who may call."""

    PUBLIC = "public"
    SESSION = "session"


class Special(StrEnum):
    """An answer that is no single JSON message."""

    EVENTS = "text/event-stream"
    OPENAPI = "application/json"
    BYTES = "application/octet-stream"


class Query(NamedTuple):
    """A parameter of the query; always a short text."""

    name: str
    pattern: str
    is_required: bool = False


class Route(NamedTuple):
    """One operation.

    Args:
        operation: its stable name, noun first.
        method: GET, POST, PUT or DELETE.
        path: with `{name}` places for ids.
        access: whether a session is needed.
        feature: what the gate is asked about; None for what is never gated.
        request: type of the body; None for none.
        answer: type of the body of a success; None for none (204).
        status: of a success.
        errors: codes it may refuse with, beside `COMMON` and, with a session, `OF_SESSIONS`.
        query: parameters.
        needs_key: whether an `Idempotency-Key` must come with it.
        needs_revision: whether an `If-Match` must come with it.
        status_untold: of a success, where the server does not say what came of it; no body. 0:
            it always says so.
    """

    operation: str
    method: str
    path: str
    access: Access = Access.SESSION
    feature: Feature | None = None
    request: type | None = None
    answer: type | Special | None = None
    status: int = 200
    errors: tuple[str, ...] = ()
    query: tuple[Query, ...] = ()
    needs_key: bool = False
    needs_revision: bool = False
    status_untold: int = 0
