"""What waits to be sent: kept before it is called done, sent in order, each with its own key."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.possessions import AddOwned, OwnedFields
from altrabits_desktop.contract.tickets import AddMessage, CloseTicket, OpenTicket
from altrabits_desktop.runtime.instants import as_instant, as_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from altrabits_desktop.runtime.database import Reading, Value, Writing

Body = AddOwned | OwnedFields | OpenTicket | AddMessage | CloseTicket | None


class Errand(StrEnum):
    """An operation of the server that can wait."""

    ADD_STREAMER = "streamers.add"
    CHANGE_STREAMER = "streamers.change"
    RELEASE_STREAMER = "streamers.release"
    OPEN_TICKET = "tickets.open"
    REPLY = "tickets.reply"
    CLOSE_TICKET = "tickets.close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One errand, in the order made."""

    key: str
    """The same at every try, so that the server carries it out once."""
    errand: Errand
    object_id: str
    """Of the streamer, or the number of the ticket."""
    body: Body
    made_at: datetime
    refused_code: str = ""
    """Why the server will not have it; then it waits for the person, and nothing is lost."""


_KEEP = """
INSERT INTO outbox (key, operation, object_id, body, made_at)
VALUES (:key, :operation, :object_id, :body, :made_at)
"""
_ALL = "SELECT * FROM outbox ORDER BY place"
_DONE = "DELETE FROM outbox WHERE key = :key"
_REFUSED = "UPDATE outbox SET refused_code = :code WHERE key = :key"
_EMPTY = "DELETE FROM outbox"


def keep(writing: Writing, waiting: Waiting) -> None:
    """Keep an errand; part of the caller's commit."""
    writing.run(
        _KEEP,
        key=waiting.key,
        operation=waiting.errand.value,
        object_id=waiting.object_id,
        body=msgspec.json.encode(waiting.body),
        made_at=as_number(waiting.made_at),
    )


def done(writing: Writing, key: str) -> None:
    """Drop an errand that the server has carried out."""
    writing.run(_DONE, key=key)


def refused(writing: Writing, key: str, *, code: str) -> None:
    """Mark an errand that the server will not have."""
    writing.run(_REFUSED, key=key, code=code)


def forget_all(writing: Writing) -> None:
    """Drop every errand: the account has left this computer."""
    writing.run(_EMPTY)


def all_waiting(reading: Reading) -> tuple[Waiting, ...]:
    """Give every errand in the order made."""
    return tuple(_waiting(row) for row in reading.rows(_ALL))


def _waiting(row: Mapping[str, Value]) -> Waiting:
    errand = Errand(str(row["operation"]))
    content = row["body"]
    return Waiting(
        key=str(row["key"]),
        errand=errand,
        object_id=str(row["object_id"]),
        body=_body(errand, content if isinstance(content, bytes) else b""),
        made_at=as_instant(row["made_at"]),
        refused_code=str(row["refused_code"]),
    )


def _body(errand: Errand, content: bytes) -> Body:
    match errand:
        case Errand.ADD_STREAMER:
            return msgspec.json.decode(content, type=AddOwned)
        case Errand.CHANGE_STREAMER:
            return msgspec.json.decode(content, type=OwnedFields)
        case Errand.OPEN_TICKET:
            return msgspec.json.decode(content, type=OpenTicket)
        case Errand.REPLY:
            return msgspec.json.decode(content, type=AddMessage)
        case Errand.CLOSE_TICKET:
            return msgspec.json.decode(content, type=CloseTicket)
        case Errand.RELEASE_STREAMER:
            return None
