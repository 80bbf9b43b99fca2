"""What the server needs of a database; one dialect of SQL that SQLite and PostgreSQL both run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Result = TypeVar("Result")

Value = str | int | float | bytes | None
"""What a column holds. Instants are whole microseconds since 1970, UTC; truth is 0 or 1."""


class Reading(Protocol):
    """A view of the database as it was at one instant."""

    def row(self, statement: str, **values: Value) -> Mapping[str, Value] | None:
        """Give the first row, or None. Values stand as `:name` in the statement."""

    def rows(self, statement: str, **values: Value) -> list[Mapping[str, Value]]:
        """Give all rows."""


class Writing(Reading, Protocol):
    """One request's work: all of it is kept, or nothing."""

    def run(self, statement: str, **values: Value) -> int:
        """Carry out a statement; gives how many rows it changed.

        Raises:
            Duplicate: a value that must be unique is there already.
        """


class Duplicate(Exception):
    """A value that must be unique is there already."""


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

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` on the loop after each commit; the answer ends that.

        Also told, within half a second, of what another process wrote.
        """
