"""The server's change feed: what came since a cursor. Importing this imports msgspec."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from altrabits_desktop.contract.policies import Receipt
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.tickets import Ticket

PAGE_ENTRIES = 500
CURSOR_PATTERN = r"^[0-9A-Za-z_.-]{0,64}$"


class Noun(StrEnum):
    """What an entry is about."""

    STREAMER = "streamer"
    TICKET = "ticket"
    DECISION = "decision"
    POLICY = "policy"
    """A version was published: ask for it anew."""


class FeedEntry(Struct, frozen=True, kw_only=True):
    """One object as it is now; of several changes of one object only the last is told."""

    noun: Noun
    id: str
    revision: int
    is_deleted: bool = False
    streamer: Owned | None = None
    ticket: Ticket | None = None
    receipt: Receipt | None = None


class ChangePage(Struct, frozen=True, kw_only=True):
    """What came after a cursor, in the order of the server."""

    cursor: Annotated[str, Meta(pattern=CURSOR_PATTERN + r"(?!\n)")]
    """For the next question; opaque."""
    has_more: bool
    entries: tuple[FeedEntry, ...]


class Hint(Struct, frozen=True, kw_only=True):
    """Data of an event: there is something after this cursor's place; never what."""

    after: int
