"""The local replica: what the server said last and what waits, in one file of the profile.

A commit is durable before anything is called done; the view is in memory, so the window reads it
without waiting. Nothing secret is in here: tokens rest in the keyring.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import msgspec

from altrabits_desktop.contract.change_feed import Noun
from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.policies import Receipt
from altrabits_desktop.contract.possessions import Owned
from altrabits_desktop.contract.tickets import Ticket
from altrabits_desktop.runtime.late import Late
from altrabits_desktop.runtime.paths import may_exist
from altrabits_desktop.sync import outbox
from altrabits_desktop.sync.merge import NOTHING, View, view_of
from altrabits_desktop.sync.outbox import Errand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from altrabits_desktop.contract.change_feed import ChangePage, FeedEntry
    from altrabits_desktop.runtime.database import Database, Reading, Writing
    from altrabits_desktop.sync.outbox import Waiting

Result = TypeVar("Result")

_FACT = "SELECT value FROM facts WHERE name = :name"
_SET_FACT = """
INSERT INTO facts VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_OBJECTS = "SELECT noun, id, content FROM objects"
_PUT = """
INSERT INTO objects VALUES (:noun, :id, :content)
ON CONFLICT (noun, id) DO UPDATE SET content = excluded.content
"""
_SIZE = "SELECT COUNT(*) AS count, SUM(LENGTH(content)) AS bytes FROM objects"
_DROP = "DELETE FROM objects WHERE noun = :noun AND id = :id"
_EMPTY = ("DELETE FROM objects", "DELETE FROM facts")
OBJECTS_MOST = 10_000
"""Of an account: 1,000 streamers, 1,000 support requests, and a decision a day for years."""
OBJECTS_BYTES_MOST = 40_000_000
"""Of all of them; what a server lets one account write is less, each character at six bytes."""
_NO_FACTS: Mapping[str, str] = MappingProxyType({})
CURSOR = "cursor"
ACCOUNT = "account"
EMAIL = "email"
ANSWERS_READ = "answers_read"
"""How many answers of support the person has read, by number of the request. Of no server."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What the server said last, by id."""

    streamers: dict[str, Owned] = field(default_factory=dict)
    tickets: dict[str, Ticket] = field(default_factory=dict)
    receipts: dict[str, Receipt] = field(default_factory=dict)


class Replica:
    """The person's data on this computer. Belongs to the loop that opens it.

    Args:
        path: its file; made when first opened.
        changed: told after each commit that changed the view.
    """

    def __init__(self, path: Path, *, changed: Callable[[], None]) -> None:
        self._path = path
        self._database = Late(self._make_database)
        self._listeners = [changed]
        self._on_released: list[Callable[[tuple[str, ...]], None]] = []
        self._said = _Said()
        self._outbox: tuple[Waiting, ...] = ()
        self.answers_read: Mapping[str, int] | None = None
        """How many answers of each support request were read; None before any was noted."""
        self.view: View = NOTHING

    @property
    def path(self) -> Path:
        """Its file."""
        return self._path

    def _make_database(self) -> Database:
        # Without an account there is no file, and SQLite takes as much memory as forty streamers.
        from altrabits_desktop.runtime.database import Database
        from altrabits_desktop.runtime.database_forms import bundled_steps

        steps = bundled_steps(f"{__package__}.forms")
        return Database(self._path, steps=steps, thread_name="replica")

    def follow(self, changed: Callable[[], None]) -> None:
        """Tell this one too after each commit."""
        self._listeners.append(changed)

    def follow_released(self, released: Callable[[tuple[str, ...]], None]) -> None:
        """Tell this one the ids of streamers that the server says are the person's no more."""
        self._on_released.append(released)

    @property
    def outbox(self) -> tuple[Waiting, ...]:
        """What waits, in the order made; refused ones among them."""
        return self._outbox

    def revision_of(self, object_id: str) -> int:
        """Give the revision of a streamer or ticket as the server said it; 0 for an unsent one."""
        said = self._said.streamers.get(object_id) or self._said.tickets.get(object_id)
        return said.revision if said else 0

    def exists(self) -> bool:
        """Tell whether there is a file already, or may be one; blocks for a moment."""
        return may_exist(self._path)

    async def open(self) -> None:
        """Open the file and read it once; what cannot be read of the server's is asked for anew.

        Raises:
            StoreUnusable: it cannot be used.
        """
        database = await asyncio.to_thread(self._database.get)
        await database.open()
        try:
            await self._read_anew()
        except ValueError:
            # Damaged, or taken from a server that lied; it has the truth, and what waits stays.
            await self.begin_anew()

    async def close(self) -> None:
        """Close the file; everything in it is durable already."""
        if self._database.made is not None:
            await self._database.made.close()

    async def fact(self, name: str) -> str:
        """Give a kept fact, such as the cursor; empty where there is none."""
        row = await self._database.get().read(lambda reading: reading.row(_FACT, name=name))
        return str(row["value"]) if row else ""

    async def keep_fact(self, name: str, value: str) -> None:
        """Keep a fact; when this returns it is safe on disk.

        Raises:
            StoreUnusable: it could not be kept.
        """
        await self._write(lambda writing: _set_facts(writing, {name: value}))

    async def begin_account(self, account_id: str, email: str) -> None:
        """Keep whose data this is; another account's is dropped first."""

        def work(writing: Writing) -> None:
            row = writing.row(_FACT, name=ACCOUNT)
            if row is not None and row["value"] != account_id:
                _empty(writing)
            _set_facts(writing, {ACCOUNT: account_id, EMAIL: email})

        # What is dropped here is somebody else's.
        await self._write(work, is_last_word=True)

    async def forget_account(self, *, kept: Mapping[str, str] = _NO_FACTS) -> None:
        """Drop everything but the facts to be kept: the person has left this computer."""

        def work(writing: Writing) -> None:
            _empty(writing)
            _set_facts(writing, {name: value for name, value in kept.items() if value})

        await self._write(work, is_last_word=True)

    async def keep(self, waiting: Waiting) -> None:
        """Keep an errand; when this returns it is safe on disk.

        Raises:
            StoreUnusable: it could not be kept.
        """
        await self._write(lambda writing: outbox.keep(writing, waiting))

    async def take_answer(self, key: str, answer: Owned | Ticket | None) -> None:
        """Keep what the server made of an errand, and drop the errand, in one commit.

        What was released goes with it: it must not come back until the feed says the same.
        """
        released = [
            waiting.object_id
            for waiting in self._outbox
            if waiting.key == key and waiting.errand is Errand.RELEASE_STREAMER
        ]

        def work(writing: Writing) -> None:
            outbox.done(writing, key)
            for owned_id in released:
                writing.run(_DROP, noun=Noun.STREAMER.value, id=owned_id)
            _put_told(writing, answer)

        await self._write(work)

    async def take_refusal(self, key: str, code: str, told: Owned | Ticket | None = None) -> None:
        """Mark an errand as one that the server will not have; it stays for the person.

        Args:
            key: of the errand.
            code: why.
            told: the object as the server gave it with its no.
        """

        def work(writing: Writing) -> None:
            outbox.refused(writing, key, code=code)
            _put_told(writing, told)

        await self._write(work)

    async def note_answers_read(self, email: str, counts: Mapping[str, int]) -> None:
        """Keep how many answers were read; nothing where the data is of somebody else by now.

        Args:
            email: whose requests they are of.
            counts: by number of the request; those of others stay.

        Raises:
            StoreUnusable: it could not be kept.
        """

        def work(writing: Writing) -> None:
            row = writing.row(_FACT, name=EMAIL)
            if row is not None and row["value"] == email:
                kept = {**(_answers_read(writing) or {}), **counts}
                _set_facts(writing, {ANSWERS_READ: msgspec.json.encode(kept).decode()})

        await self._write(work)

    async def drop(self, key: str) -> None:
        """Drop an errand that the person has seen refused."""
        await self._write(lambda writing: outbox.done(writing, key))

    async def take_page(self, page: ChangePage) -> None:
        """Keep a page of the change feed and its cursor, in one commit.

        Raises:
            MalformedAnswer: an entry does not hold what it is about, or the server tells of more
                than anybody has; nothing of the page is kept.
            StoreUnusable: it could not be kept.
        """

        def work(writing: Writing) -> None:
            for entry in page.entries:
                _take_entry(writing, entry)
            _see_bounds(writing)
            _set_facts(writing, {CURSOR: page.cursor})

        deleted = {entry.id for entry in page.entries if entry.is_deleted}
        released = tuple(one for one in self._said.streamers if one in deleted)
        await self._write(work)
        if released:
            for told in self._on_released:
                told(released)

    async def begin_anew(self) -> None:
        """Drop what the server said, as its feed says to start anew; what waits stays."""

        def work(writing: Writing) -> None:
            writing.run(_EMPTY[0])
            _set_facts(writing, {CURSOR: ""})

        await self._write(work)

    async def _write(
        self, work: Callable[[Writing], Result], *, is_last_word: bool = False
    ) -> Result:
        result = await self._database.get().write(work, is_last_word=is_last_word)
        await self._read_anew()
        for changed in self._listeners:
            changed()
        return result

    async def _read_anew(self) -> None:
        self._said, self._outbox, self.answers_read = await self._database.get().read(_whole)
        self.view = view_of(
            streamers=self._said.streamers,
            tickets=self._said.tickets,
            receipts=tuple(self._said.receipts.values()),
            outbox=self._outbox,
        )


def _answers_read(reading: Reading) -> Mapping[str, int] | None:
    row = reading.row(_FACT, name=ANSWERS_READ)
    try:
        return msgspec.json.decode(str(row["value"]), type=dict[str, int]) if row else None
    except ValueError:
        # Damaged: what is there now counts as read, and nothing else is lost.
        return None


def _whole(
    reading: Reading,
) -> tuple[_Said, tuple[Waiting, ...], Mapping[str, int] | None]:
    said = _Said()
    for row in reading.rows(_OBJECTS):
        content, object_id = row["content"], str(row["id"])
        if not isinstance(content, bytes):
            continue
        match Noun(str(row["noun"])):
            case Noun.STREAMER:
                said.streamers[object_id] = msgspec.json.decode(content, type=Owned)
            case Noun.TICKET:
                said.tickets[object_id] = msgspec.json.decode(content, type=Ticket)
            case Noun.DECISION:
                said.receipts[object_id] = msgspec.json.decode(content, type=Receipt)
            case _:
                continue
    return said, outbox.all_waiting(reading), _answers_read(reading)


def _see_bounds(reading: Reading) -> None:
    """See to it that a server fills neither disk nor memory.

    Raises:
        MalformedAnswer: it has told of more than anybody has.
    """
    size = reading.row(_SIZE) or {}
    if int(size["count"] or 0) > OBJECTS_MOST or int(size["bytes"] or 0) > OBJECTS_BYTES_MOST:
        raise MalformedAnswer("server.malformed")


def _take_entry(writing: Writing, entry: FeedEntry) -> None:
    if entry.noun is Noun.POLICY:
        return
    if entry.is_deleted or not (entry.streamer or entry.ticket or entry.receipt):
        writing.run(_DROP, noun=entry.noun.value, id=entry.id)
        return
    told = _told_by(entry)
    if told is None:
        raise MalformedAnswer("server.malformed")
    _put(writing, entry.noun, entry.id, told)


def _told_by(entry: FeedEntry) -> Owned | Ticket | Receipt | None:
    """Give the object that an entry is about; None where it holds another one, or none."""
    streamer, ticket, receipt = entry.streamer, entry.ticket, entry.receipt
    match entry.noun:
        case Noun.STREAMER if streamer is not None and streamer.id == entry.id:
            return streamer
        case Noun.TICKET if ticket is not None and ticket.number == entry.id:
            return ticket
        case Noun.DECISION if receipt is not None and str(receipt.number) == entry.id:
            return receipt
    return None


def _put_told(writing: Writing, told: Owned | Ticket | None) -> None:
    if isinstance(told, Owned):
        _put(writing, Noun.STREAMER, told.id, told)
    elif isinstance(told, Ticket):
        _put(writing, Noun.TICKET, told.number, told)


def _put(writing: Writing, noun: Noun, object_id: str, message: msgspec.Struct) -> None:
    writing.run(_PUT, noun=noun.value, id=object_id, content=msgspec.json.encode(message))


def _set_facts(writing: Writing, facts: dict[str, str]) -> None:
    for name, value in facts.items():
        writing.run(_SET_FACT, name=name, value=value)


def _empty(writing: Writing) -> None:
    for statement in _EMPTY:
        writing.run(statement)
    outbox.forget_all(writing)
