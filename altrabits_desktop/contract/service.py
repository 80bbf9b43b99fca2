"""What the server says of itself, and the problems it refuses with. Importing imports msgspec."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

if TYPE_CHECKING:
    import ssl

START_HEADER = "X-AltraBits-Start"
"""Carries the secret of one start of an embedded server (R16)."""

KEY_HEADER = "Idempotency-Key"
PROBLEM_TYPE = "application/problem+json"
KEY_PATTERN = r"^[0-9A-Za-z-]{8,64}$"
BODY_BYTES = 1_000_000
TARGET_BYTES = 8_192
HEADER_BYTES = 16_384


class Reached(NamedTuple):
    """Where a client reaches its server."""

    url: str
    """Such as `http://127.0.0.1:41233`; no path."""
    start_secret: str = ""
    """What proves to an embedded server that its own app is asking; never kept anywhere."""
    trust: ssl.SSLContext | None = None
    """Of the server of a household: trusts its certificate alone, and shows that of this computer.
    None where authorities vouch for a server, or the line is open."""


class Health(Struct, frozen=True, kw_only=True):
    """That it answers, and nothing more."""

    status: Literal["ok"] = "ok"


class ProblemDocument(Struct, frozen=True, kw_only=True):
    """Why a request was refused (RFC 9457)."""

    status: Annotated[int, Meta(ge=400, le=599)]
    code: str
    """Stable; clients decide by it."""
    title: str
    """For whoever looks at the wire; never shown."""
    type: str = "about:blank"
    arguments: dict[str, str | int] = {}
    """Values for the sentence of the code."""
