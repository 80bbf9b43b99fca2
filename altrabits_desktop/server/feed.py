"""The numbers of changes: each change gets the next, and of each object the last is kept.

Numbers are given inside the one writer's commit, so they become visible in their order and
without a gap (R36). Pages of them are made in `changes/`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.ids import AccountId

if TYPE_CHECKING:
    from altrabits_desktop.contract.change_feed import Noun
    from altrabits_desktop.server.store.store import Reading, Writing

EVERYBODY = AccountId("")
_NEXT = "UPDATE counters SET value = value + 1 WHERE name = 'revision' RETURNING value"
_RECORD = """
INSERT INTO feed VALUES (:account_id, :noun, :object_id, :revision, :is_deleted)
ON CONFLICT (account_id, noun, object_id)
DO UPDATE SET revision = excluded.revision, is_deleted = excluded.is_deleted
"""
_LATEST = "SELECT MAX(revision) AS latest FROM feed WHERE account_id IN (:account_id, '')"
_EPOCH = "SELECT value FROM facts WHERE name = 'epoch'"
_SET_EPOCH = "INSERT INTO facts VALUES ('epoch', :epoch)"


def record_change(
    writing: Writing,
    account_id: AccountId,
    *,
    noun: Noun,
    object_id: str,
    is_deleted: bool = False,
) -> int:
    """Give a change its number and keep it for the feed; part of the caller's own request."""
    row = writing.row(_NEXT)
    revision = whole_number(row["value"] if row else None)
    writing.run(
        _RECORD,
        account_id=account_id,
        noun=noun.value,
        object_id=object_id,
        revision=revision,
        is_deleted=int(is_deleted),
    )
    return revision


def latest_revision(reading: Reading, account_id: AccountId) -> int:
    """Give the number of an account's latest change; 0 before the first."""
    row = reading.row(_LATEST, account_id=account_id)
    return whole_number(row["latest"]) if row and row["latest"] is not None else 0


def begin_epoch(writing: Writing, epoch: str) -> None:
    """Name this database, once: cursors of another one must not be taken for its own."""
    if writing.row(_EPOCH) is None:
        writing.run(_SET_EPOCH, epoch=epoch)


def epoch_of(reading: Reading) -> str:
    """Give the name of this database."""
    row = reading.row(_EPOCH)
    return str(row["value"]) if row else ""


def whole_number(value: object) -> int:
    """Give a whole number from the database; anything else is a fault of ours."""
    if not isinstance(value, int):
        raise TypeError("a revision is a whole number")
    return value
