"""Support requests as client and server exchange them. Importing this imports msgspec."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct

from altrabits_desktop.contract.instant import Instant

Number = Annotated[
    str, Meta(pattern=r"^AB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$(?!\n)")
]
Subject = Annotated[str, Meta(min_length=1, max_length=120)]
Text = Annotated[str, Meta(min_length=1, max_length=20_000)]
Id = Annotated[str, Meta(min_length=8, max_length=40, pattern=r"^[0-9A-Za-z-]+$(?!\n)")]


class TicketState(StrEnum):
    """Whose turn it is."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Author(StrEnum):
    """Who wrote a message."""

    PERSON = "person"
    SUPPORT = "support"


class OpenTicket(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A new support request; its number is made by the client and given at once."""

    number: Number
    message_id: Id
    subject: Subject
    text: Text
    streamer_id: Annotated[str, Meta(max_length=40)] = ""
    """A streamer of one's own that it is about; empty for none."""


class AddMessage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A further message of the person."""

    id: Id
    text: Text


class CloseTicket(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The end of a support request, by the person who made it."""

    state: Literal["closed"] = "closed"


class TicketMessage(Struct, frozen=True, kw_only=True):
    """One message of the thread."""

    id: str
    author: Author
    text: Text
    written_at: Instant


class Ticket(Struct, frozen=True, kw_only=True):
    """A support request with its thread, the oldest message first."""

    number: Number
    subject: Subject
    state: TicketState
    streamer_id: str
    opened_at: Instant
    revision: int
    messages: Annotated[tuple[TicketMessage, ...], Meta(max_length=2_000)]


class Tickets(Struct, frozen=True, kw_only=True):
    """All support requests of an account, the latest first."""

    tickets: tuple[Ticket, ...]
