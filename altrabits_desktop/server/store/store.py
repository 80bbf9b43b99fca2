"""What the server needs of a database; one dialect of SQL that SQLite and PostgreSQL both run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from altrabits_desktop.runtime.database import Database, Duplicate, Reading, Result, Value, Writing
from altrabits_desktop.runtime.database_forms import bundled_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["Duplicate", "Reading", "Store", "Value", "Writing", "sqlite_store"]


class Store(Protocol):
    """The database. All methods belong to the loop that opened it."""

    async def write(self, work: Callable[[Writing], Result]) -> Result:
        """Carry out `work` on the storage thread, in a savepoint of its own.

        Gives what it returned once it is durable. What it raises undoes it alone and is raised
        here; neighbours in the same commit are not touched.

        Raises:
            StoreUnusable: `store.full`, `store.read_only` or `store.damaged`; nothing of it is
                kept. The store goes on with the next request.
        """

    async def read(self, work: Callable[[Reading], Result]) -> Result:
        """Carry out `work` on one consistent view, beside whatever is being written."""

    async def look(self, statement: str, **values: Value) -> Mapping[str, Value] | None:
        """Give the first row of one statement, which is a consistent view of its own."""

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` on the loop after each commit; the answer ends that.

        Also told, within half a second, of what another process wrote.
        """


def sqlite_store(path: Path) -> Database:
    """Make the store of an embedded or household server; not yet open."""
    return Database(path, steps=bundled_steps(f"{__package__}.migrations"))
