"""A database in one SQLite file: durable, with one commit for many requests.

Writes wait in a queue for the thread *storage*. It takes all that wait, carries out each in a
savepoint of its own, and makes them durable together; under load one sync serves many requests.
Reads see the last commit on a second connection and never wait for a writer.
"""

from __future__ import annotations

import asyncio
import queue
import sqlite3
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from altrabits_desktop.contract.errors import FULL, StoreUnusable
from altrabits_desktop.runtime.database_forms import renew

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from altrabits_desktop.runtime.database_forms import Step

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


TOGETHER = 256
"""Requests in one commit at most: the first of them waits for all."""
LOOK_S = 0.4
"""How often it is looked whether another process has written."""
WAIT_S = 5.0
"""How long another process may hold the database before a write is given up."""

_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA journal_size_limit = 16777216",
)
_CODES = {
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_READONLY: "store.read_only",
    sqlite3.SQLITE_CANTOPEN: "store.read_only",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.damaged",
    sqlite3.SQLITE_BUSY: "store.busy",
    sqlite3.SQLITE_LOCKED: "store.busy",
}
_OF_THE_REQUEST = frozenset(
    {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_RANGE}
)
"""Kinds of errors that concern one statement; all others concern the file."""
_PRIMARY = 0xFF
"""The lower bits of SQLite's extended codes say the kind."""


class _Order:
    """A write that waits, and who waits for it."""

    __slots__ = ("done", "is_last_word", "outcome", "work")

    def __init__(
        self,
        work: Callable[[Writing], Any],
        done: asyncio.Future[Any],
        *,
        is_last_word: bool = False,
    ) -> None:
        self.work = work
        self.done = done
        self.is_last_word = is_last_word
        self.outcome: tuple[Any, BaseException | None] = (None, None)


class _View:
    """A connection, seen by a request."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def row(self, statement: str, **values: Value) -> Mapping[str, Value] | None:
        found: sqlite3.Row | None = self._execute(statement, values).fetchone()
        return None if found is None else dict(zip(found.keys(), found, strict=True))

    def rows(self, statement: str, **values: Value) -> list[Mapping[str, Value]]:
        found = self._execute(statement, values)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found]

    def run(self, statement: str, **values: Value) -> int:
        return self._execute(statement, values).rowcount

    def _execute(self, statement: str, values: Mapping[str, Value]) -> sqlite3.Cursor:
        try:
            return self._connection.execute(statement, values)
        except sqlite3.IntegrityError as error:
            unique = (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
            if error.sqlite_errorcode in unique:
                raise Duplicate(str(error)) from error
            raise


class Database:
    """A file with its thread. Belongs to the loop that opens it.

    Args:
        path: made when missing, readable by its owner alone.
        steps: the form it is brought to.
        thread_name: of the thread that writes.
    """

    def __init__(self, path: Path, *, steps: Sequence[Step], thread_name: str = "storage") -> None:
        self._path = path
        self._steps = tuple(steps)
        self._thread_name = thread_name
        self._orders: queue.SimpleQueue[_Order | None] = queue.SimpleQueue()
        self._listeners: list[Callable[[], None]] = []
        self._connections: tuple[sqlite3.Connection, ...] = ()
        self._reader: sqlite3.Connection | None = None
        self._thread: threading.Thread | None = None
        self._looking: asyncio.Task[None] | None = None
        self._seen_version = 0

    async def open(self) -> None:
        """Open the file, bring it to the newest form and begin to take requests.

        Raises:
            StoreUnusable: `store.newer`, `store.damaged`, `store.read_only`, `store.full` or
                `store.busy`.
        """
        self._loop = asyncio.get_running_loop()
        writer, reader = await asyncio.to_thread(self._open)
        self._connections = (reader, writer)
        self._reader = reader
        self._thread = threading.Thread(
            target=self._serve, args=(writer,), name=self._thread_name, daemon=True
        )
        self._thread.start()
        self._looking = asyncio.ensure_future(self._look_for_others(reader))

    async def close(self) -> None:
        """Carry out what waits, then close the file."""
        if self._looking is not None:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking
        if self._thread is not None:
            self._orders.put(None)
            await asyncio.to_thread(self._thread.join)
            self._thread = None
        await asyncio.to_thread(self._close)

    async def write(
        self, work: Callable[[Writing], Result], *, is_last_word: bool = False
    ) -> Result:
        """Carry out `work` on the storage thread, in a savepoint of its own.

        Gives what it returned once it is durable. What it raises undoes it alone and is raised
        here; neighbours in the same commit are not touched.

        Args:
            work: what is done.
            is_last_word: whether nothing that it drops may be left in the log beside the file
                (R52): it is emptied before this returns, unless another process reads just then.

        Raises:
            StoreUnusable: `store.full`, `store.read_only`, `store.busy` or `store.damaged`;
                nothing of it is kept. The database goes on with the next request.
        """
        if self._thread is None:
            raise StoreUnusable("store.closed")
        done: asyncio.Future[Result] = self._loop.create_future()
        self._orders.put(_Order(work, done, is_last_word=is_last_word))
        return await done

    async def read(self, work: Callable[[Reading], Result]) -> Result:
        """Carry out `work` on one consistent view, beside whatever is being written.

        On the loop itself: a view never waits, and going to another thread would cost more than
        the few rows that a request reads.
        """
        if self._reader is None:
            raise StoreUnusable("store.closed")
        try:
            self._reader.execute("BEGIN")
            try:
                return work(_View(self._reader))
            finally:
                self._reader.rollback()
        except sqlite3.Error as error:
            raise _unusable(error) from error

    async def look(self, statement: str, **values: Value) -> Mapping[str, Value] | None:
        """Give the first row of one statement, which is a consistent view of its own; see `read`.

        Raises:
            StoreUnusable: as `read`.
        """
        if self._reader is None:
            raise StoreUnusable("store.closed")
        try:
            return _View(self._reader).row(statement, **values)
        except sqlite3.Error as error:
            raise _unusable(error) from error

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` on the loop after each commit; the answer ends that.

        It is also told, within half a second, of what another process wrote.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _open(self) -> tuple[sqlite3.Connection, sqlite3.Connection]:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._path.touch(mode=0o600, exist_ok=True)
        except OSError as error:
            code = "store.full" if error.errno in FULL else "store.read_only"
            raise StoreUnusable(code) from error
        try:
            writer = _connect(self._path)
            try:
                renew(writer, self._steps)
                reader = _connect(self._path)
            except BaseException:
                writer.close()
                raise
            reader.execute("PRAGMA query_only = ON")
        except sqlite3.Error as error:
            raise _unusable(error) from error
        return writer, reader

    def _close(self) -> None:
        self._reader = None
        for connection in self._connections:
            connection.close()
        self._connections = ()

    def _serve(self, connection: sqlite3.Connection) -> None:
        """Take what waits until the end is ordered; on the thread *storage*."""
        is_open = True
        while is_open:
            orders = [self._orders.get()]
            while len(orders) < TOGETHER:
                try:
                    orders.append(self._orders.get_nowait())
                except queue.Empty:
                    break
            is_open = None not in orders
            taken = [order for order in orders if order is not None]
            if taken:
                _commit_together(connection, taken)
                if any(order.is_last_word for order in taken):
                    _empty_log(connection)
                self._loop.call_soon_threadsafe(self._tell, taken)

    def _tell(self, orders: Sequence[_Order]) -> None:
        has_written = False
        for order in orders:
            result, error = order.outcome
            has_written = has_written or error is None
            if order.done.done():
                continue
            if error is None:
                order.done.set_result(result)
            else:
                order.done.set_exception(error)
        if has_written:
            self._tell_listeners()

    def _tell_listeners(self) -> None:
        for listener in tuple(self._listeners):
            listener()

    async def _look_for_others(self, connection: sqlite3.Connection) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            with suppress(sqlite3.Error):
                (version,) = connection.execute("PRAGMA data_version").fetchone()
                # Our own commits count too: telling them twice costs a look, nothing else.
                if version != self._seen_version:
                    self._seen_version = version
                    self._tell_listeners()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=WAIT_S, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _commit_together(connection: sqlite3.Connection, orders: Sequence[_Order]) -> None:
    try:
        connection.execute("BEGIN IMMEDIATE")
        for order in orders:
            order.outcome = _carry_out(connection, order.work)
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        # Nobody has been told anything yet, so nothing that was acknowledged is lost.
        connection.rollback()
        for order in orders:
            order.outcome = (None, _unusable(error))


def _empty_log(connection: sqlite3.Connection) -> None:
    # What was asked for is done and durable, whether or not somebody is in the way of this.
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _carry_out(
    connection: sqlite3.Connection, work: Callable[[Writing], Any]
) -> tuple[Any, BaseException | None]:
    """Give what a request returned or raised; a fault of the whole file is raised here."""
    connection.execute("SAVEPOINT request")
    try:
        result = work(_View(connection))
    # A request may raise anything; it costs that request alone and is told to whoever waits.
    except BaseException as error:  # see above
        if isinstance(error, sqlite3.Error) and _kind_of(error) not in _OF_THE_REQUEST:
            raise
        connection.execute("ROLLBACK TO request")
        connection.execute("RELEASE request")
        return None, error
    connection.execute("RELEASE request")
    return result, None


def _kind_of(error: sqlite3.Error) -> int:
    # What Python itself refuses, such as a value of no known type, has no code of SQLite's.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return int(code) & _PRIMARY


def _unusable(error: sqlite3.Error) -> StoreUnusable:
    return StoreUnusable(_CODES.get(_kind_of(error), "store.failed"))
