"""The change feed in pages: what came after a cursor (R36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from altrabits_desktop.contract.change_feed import PAGE_ENTRIES, ChangePage, FeedEntry, Noun
from altrabits_desktop.server.feed import epoch_of, latest_revision, whole_number
from altrabits_desktop.server.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from altrabits_desktop.contract.ids import AccountId
    from altrabits_desktop.server.store.store import Reading, Value

    Describe = Callable[[Reading, AccountId, str], dict[str, object]]

PAGE_BYTES = 1_000_000
"""Of a page with more than one entry: a client takes no answer of any size."""
_encode = msgspec.json.Encoder().encode

_SINCE = """
SELECT noun, object_id, revision, is_deleted FROM feed
WHERE account_id IN (:account_id, '') AND revision > :after ORDER BY revision LIMIT :most
"""


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
    epoch = epoch_of(reading)
    after = _after(cursor, epoch=epoch)
    if after > latest_revision(reading, account_id):
        raise Problem("cursor.unknown")
    rows = reading.rows(_SINCE, account_id=account_id, after=after, most=most + 1)
    found = (_entry(reading, account_id, row, describe) for row in rows[:most])
    entries = _as_many_as_fit(found)
    last = entries[-1].revision if entries else after
    has_more = len(rows) > len(entries)
    return ChangePage(cursor=f"{epoch}.{last}", has_more=has_more, entries=entries)


def _as_many_as_fit(found: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Give the first entries: one of any size, and more as long as the page stays small."""
    entries: list[FeedEntry] = []
    size_bytes = 0
    for entry in found:
        size_bytes += len(_encode(entry))
        if entries and size_bytes > PAGE_BYTES:
            break
        entries.append(entry)
    return tuple(entries)


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
        revision=whole_number(row["revision"]),
        is_deleted=is_deleted,
        **(describe[noun](reading, account_id, object_id) if is_described else {}),  # type: ignore[arg-type] # fields by name
    )


def _after(cursor: str, *, epoch: str) -> int:
    if not cursor:
        return 0
    named, _, number = cursor.rpartition(".")
    if named != epoch or not (number.isascii() and number.isdigit()):
        raise Problem("cursor.unknown")
    return int(number)
