"""The change feed: every change gets the next number, and of each object the last is told.

Source: docs/security-requirements.md R36. Numbers are given inside the one writer's commit, so
they become visible in their order and without a gap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from altrabits_desktop.contract.change_feed import PAGE_ENTRIES, ChangePage, FeedEntry, Noun
from altrabits_desktop.contract.ids import AccountId
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.server.store.store import Reading, Value, Writing

    Describe = Callable[[Reading, AccountId, str], dict[str, object]]

EVERYBODY = AccountId("")
_NEXT = "UPDATE counters SET value = value + 1 WHERE name = 'revision' RETURNING value"
_RECORD = """
INSERT INTO feed VALUES (:account_id, :noun, :object_id, :revision, :is_deleted)
ON CONFLICT (account_id, noun, object_id)
DO UPDATE SET revision = excluded.revision, is_deleted = excluded.is_deleted
"""
_SINCE = """
SELECT noun, object_id, revision, is_deleted FROM feed
WHERE account_id IN (:account_id, '') AND revision > :after ORDER BY revision LIMIT :most
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
    revision = _number(row["value"] if row else None)
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
    return _number(row["latest"]) if row and row["latest"] is not None else 0


def begin_epoch(writing: Writing, epoch: str) -> None:
    """Name this database, once: cursors of another one must not be taken for its own."""
    if writing.row(_EPOCH) is None:
        writing.run(_SET_EPOCH, epoch=epoch)


def changes_since(
    reading: Reading,
    account_id: AccountId,
    cursor: str,
    *,
    describe: Mapping[Noun, Describe],
    most: int = PAGE_ENTRIES,
) -> ChangePage:
    """Give what came after a cursor.

    Args:
        reading: a view.
        account_id: whose changes.
        cursor: from the page before; empty for the beginning.
        describe: gives the object of an entry, by its noun.
        most: entries of a page.

    Raises:
        Problem: `cursor.unknown`: of another database, or no cursor at all; start anew.
    """
    epoch = _epoch(reading)
    after = _after(cursor, epoch=epoch)
    if after > latest_revision(reading, account_id):
        raise Problem("cursor.unknown")
    rows = reading.rows(_SINCE, account_id=account_id, after=after, most=most + 1)
    entries = tuple(_entry(reading, account_id, row, describe) for row in rows[:most])
    last = entries[-1].revision if entries else after
    return ChangePage(cursor=f"{epoch}.{last}", has_more=len(rows) > most, entries=entries)


def _entry(
    reading: Reading,
    account_id: AccountId,
    row: Mapping[str, Value],
    describe: Mapping[Noun, Describe],
) -> FeedEntry:
    noun, object_id = Noun(str(row["noun"])), str(row["object_id"])
    is_deleted = bool(row["is_deleted"])
    is_described = noun in describe and not is_deleted
    return FeedEntry(
        noun=noun,
        id=object_id,
        revision=_number(row["revision"]),
        is_deleted=is_deleted,
        **(describe[noun](reading, account_id, object_id) if is_described else {}),  # type: ignore[arg-type] # fields by name
    )


def _epoch(reading: Reading) -> str:
    row = reading.row(_EPOCH)
    return str(row["value"]) if row else ""


def _after(cursor: str, *, epoch: str) -> int:
    if not cursor:
        return 0
    named, _, number = cursor.rpartition(".")
    if named != epoch or not (number.isascii() and number.isdigit()):
        raise Problem("cursor.unknown")
    return int(number)


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError("a revision is a whole number")
    return value
