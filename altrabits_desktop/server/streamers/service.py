"""Streamers of one's own: kept once a person adds them, and only for that person (C5, C15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import asdict

from altrabits_desktop.contract.change_feed import Noun
from altrabits_desktop.contract.possessions import Owned, OwnedList
from altrabits_desktop.runtime.instants import as_instant, as_number
from altrabits_desktop.server.feed import record_change
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.store.store import Duplicate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from altrabits_desktop.contract.ids import AccountId
    from altrabits_desktop.contract.possessions import AddOwned, OwnedFields
    from altrabits_desktop.server.store.store import Reading, Value, Writing

MOST = 1000
_FIELDS = ("name", "room", "product", "api_id", "udn", "mac", "pin")
_ADD = """
INSERT INTO streamers VALUES (
  :account_id, :id, :name, :room, :product, :api_id, :udn, :mac, :pin, :now, :revision
)
"""
_ALL = "SELECT * FROM streamers WHERE account_id = :account_id ORDER BY added_at, id"
_ONE = "SELECT * FROM streamers WHERE account_id = :account_id AND id = :id"
_CHANGE = """
UPDATE streamers SET name = :name, room = :room, product = :product, api_id = :api_id,
  udn = :udn, mac = :mac, pin = :pin
WHERE account_id = :account_id AND id = :id AND revision = :revision
"""
_NUMBER = "UPDATE streamers SET revision = :revision WHERE account_id = :account_id AND id = :id"
_RELEASE = "DELETE FROM streamers WHERE account_id = :account_id AND id = :id"


def owned_list(reading: Reading, account_id: AccountId) -> OwnedList:
    """Give all streamers of an account, in the order added."""
    rows = reading.rows(_ALL, account_id=account_id)
    return OwnedList(streamers=tuple(_owned(row) for row in rows))


def owned(reading: Reading, account_id: AccountId, owned_id: str) -> Owned | None:
    """Give one streamer of an account."""
    row = reading.row(_ONE, account_id=account_id, id=owned_id)
    return _owned(row) if row else None


def add(writing: Writing, account_id: AccountId, message: AddOwned, *, now: datetime) -> Owned:
    """Add a streamer; whether there is room for it was seen before.

    Raises:
        Problem: `object.exists`.
    """
    revision = record_change(writing, account_id, noun=Noun.STREAMER, object_id=message.id)
    values = asdict(message)
    try:
        writing.run(_ADD, account_id=account_id, now=as_number(now), revision=revision, **values)
    except Duplicate as error:
        raise Problem("object.exists") from error
    return Owned(**values, revision=revision, added_at=now)


def change(
    writing: Writing, account_id: AccountId, owned_id: str, message: OwnedFields, *, revision: int
) -> Owned:
    """Change a streamer that is as the caller has seen it.

    Raises:
        Problem: `object.unknown`, or `object.changed` when it has another revision by now.
    """
    changed = writing.run(
        _CHANGE, account_id=account_id, id=owned_id, revision=revision, **asdict(message)
    )
    if not changed:
        is_there = owned(writing, account_id, owned_id) is not None
        raise Problem("object.changed" if is_there else "object.unknown")
    return _numbered(writing, account_id, owned_id)


def release(writing: Writing, account_id: AccountId, owned_id: str) -> None:
    """Release a streamer; nothing of it is kept.

    Raises:
        Problem: `object.unknown`.
    """
    if not writing.run(_RELEASE, account_id=account_id, id=owned_id):
        raise Problem("object.unknown")
    record_change(writing, account_id, noun=Noun.STREAMER, object_id=owned_id, is_deleted=True)


def _numbered(writing: Writing, account_id: AccountId, owned_id: str) -> Owned:
    revision = record_change(writing, account_id, noun=Noun.STREAMER, object_id=owned_id)
    writing.run(_NUMBER, account_id=account_id, id=owned_id, revision=revision)
    found = owned(writing, account_id, owned_id)
    if found is None:
        raise Problem("object.unknown")
    return found


def _owned(row: Mapping[str, Value]) -> Owned:
    revision = row["revision"]
    return Owned(
        id=str(row["id"]),
        revision=revision if isinstance(revision, int) else 0,
        added_at=as_instant(row["added_at"]),
        **{field: str(row[field]) for field in _FIELDS},
    )
