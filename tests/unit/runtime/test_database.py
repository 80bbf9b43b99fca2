from __future__ import annotations

import asyncio
import errno
import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.runtime import database as module
from altrabits_desktop.runtime.database import Database, Duplicate
from altrabits_desktop.runtime.database_forms import Step

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from altrabits_desktop.runtime.database import Reading, Writing

STEPS = (Step(1, ("CREATE TABLE words (word TEXT PRIMARY KEY, length BIGINT)",)),)
ADD = "INSERT INTO words VALUES (:word, :length)"


def adding(word: str) -> Callable[[Writing], int]:
    return lambda writing: writing.run(ADD, word=word, length=len(word))


def words_in(reading: Reading) -> list[object]:
    return [row["word"] for row in reading.rows("SELECT word FROM words ORDER BY word")]


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Database]:
    store = Database(tmp_path / "server" / "server.sqlite3", steps=STEPS)
    await store.open()
    yield store
    await store.close()


async def test_what_was_written_is_read(store: Database) -> None:
    changed = await store.write(adding("one"))

    assert changed == 1
    assert await store.read(words_in) == ["one"]
    assert await store.read(lambda r: r.row("SELECT length FROM words")) == {"length": 3}
    assert await store.read(lambda r: r.row("SELECT * FROM words WHERE word = ''")) is None


async def test_it_is_there_after_a_restart(store: Database, tmp_path: Path) -> None:
    await store.write(adding("kept"))
    await store.close()

    again = Database(tmp_path / "server" / "server.sqlite3", steps=STEPS)
    await again.open()

    assert await again.read(words_in) == ["kept"]
    await again.close()


async def test_a_request_that_fails_leaves_its_neighbours_alone(store: Database) -> None:
    def fail(writing: Writing) -> None:
        writing.run(ADD, word="lost", length=4)
        raise KeyError("its own fault")

    outcomes = await asyncio.gather(
        *(store.write(work) for work in (adding("one"), fail, adding("two"))),
        return_exceptions=True,
    )

    assert [type(outcome) for outcome in outcomes] == [int, KeyError, int]
    assert await store.read(words_in) == ["one", "two"]


async def test_a_wrong_statement_costs_its_request_alone(store: Database) -> None:
    outcomes = await asyncio.gather(
        store.write(adding("one")),
        store.write(lambda writing: writing.run("INSERT INTO nowhere VALUES (1)")),
        store.write(lambda writing: writing.run(ADD, word=object(), length=1)),  # type: ignore[arg-type] # that is the fault
        return_exceptions=True,
    )

    assert outcomes[0] == 1
    assert all(isinstance(outcome, sqlite3.Error) for outcome in outcomes[1:])
    assert await store.read(words_in) == ["one"]


async def test_a_value_that_is_there_already_is_a_duplicate(store: Database) -> None:
    await store.write(adding("one"))

    with pytest.raises(Duplicate):
        await store.write(adding("one"))


async def test_many_requests_share_a_commit(store: Database) -> None:
    told: list[int] = []
    store.subscribe(lambda: told.append(1))

    await asyncio.gather(*(store.write(adding(f"word {number}")) for number in range(200)))

    assert len(await store.read(words_in)) == 200
    assert len(told) < 100


async def test_listeners_are_told_of_commits_and_may_leave(store: Database) -> None:
    told: list[str] = []
    leave = store.subscribe(lambda: told.append("told"))

    await store.write(adding("one"))
    heard = list(told)
    leave()
    await store.write(adding("two"))

    assert heard == ["told"]
    assert told == heard


async def test_what_another_process_wrote_is_told(
    store: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(tmp_path / "server" / "server.sqlite3")
    told = asyncio.Event()
    store.subscribe(told.set)
    await store.read(words_in)
    told.clear()

    with other:
        other.execute("INSERT INTO words VALUES ('theirs', 6)")
    other.close()

    await asyncio.wait_for(told.wait(), 10)
    assert await store.read(words_in) == ["theirs"]


async def test_r33_a_full_disk_is_said_and_nothing_before_is_lost(store: Database) -> None:
    await store.write(adding("before"))
    await store.write(lambda writing: writing.rows("PRAGMA max_page_count = 10"))

    with pytest.raises(StoreUnusable) as full:
        await store.write(adding("x" * 100_000))
    await store.write(lambda writing: writing.rows("PRAGMA max_page_count = 100000"))
    await store.write(adding("after"))

    assert full.value.code == "store.full"
    assert await store.read(words_in) == ["after", "before"]


async def test_a_file_that_is_no_database_is_said_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "server.sqlite3"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    before = path.read_bytes()

    with pytest.raises(StoreUnusable) as damaged:
        await Database(path, steps=STEPS).open()

    assert damaged.value.code == "store.damaged"
    assert path.read_bytes() == before


async def test_a_place_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = []
    for path in (tmp_path / ("a" * 300) / "server.sqlite3", tmp_path / "file" / "server.sqlite3"):
        with pytest.raises(StoreUnusable) as unusable:
            await Database(path, steps=STEPS).open()
        refused.append(unusable.value.code)

    assert refused == ["store.read_only", "store.read_only"]


async def test_r33_a_disk_that_is_full_before_there_is_a_file_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def touch(_path: Path, **_how: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("pathlib.Path.touch", touch)

    with pytest.raises(StoreUnusable) as full:
        await Database(tmp_path / "server.sqlite3", steps=STEPS).open()

    assert full.value.code == "store.full"


async def test_a_step_that_cannot_be_taken_is_said(tmp_path: Path) -> None:
    store = Database(tmp_path / "server.sqlite3", steps=(Step(1, ("CREATE NONSENSE",)),))

    with pytest.raises(StoreUnusable) as failed:
        await store.open()

    assert failed.value.code == "store.failed"


async def test_another_program_that_holds_it_is_said(
    store: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.close()
    monkeypatch.setattr(module, "WAIT_S", 0.01)
    other = sqlite3.connect(tmp_path / "server" / "server.sqlite3", isolation_level=None)
    impatient = Database(tmp_path / "server" / "server.sqlite3", steps=STEPS)
    await impatient.open()
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreUnusable) as busy:
        await impatient.write(adding("one"))
    other.execute("ROLLBACK")
    other.close()

    assert busy.value.code == "store.busy"
    assert await impatient.write(adding("one")) == 1
    await impatient.close()


async def test_views_cannot_write(store: Database) -> None:
    with pytest.raises(StoreUnusable) as refused:
        await store.read(lambda reading: reading.rows("INSERT INTO words VALUES ('x', 1)"))

    assert refused.value.code == "store.read_only"


async def test_closed_it_refuses(store: Database) -> None:
    await store.close()

    with pytest.raises(StoreUnusable):
        await store.write(adding("one"))
    with pytest.raises(StoreUnusable):
        await store.read(words_in)
    with pytest.raises(StoreUnusable) as closed:
        await store.look("SELECT 1 AS one")
    assert closed.value.code == "store.closed"


async def test_one_statement_needs_no_view(store: Database) -> None:
    await store.write(adding("one"))

    assert await store.look("SELECT count(*) AS many FROM words") == {"many": 1}
    assert await store.look("SELECT * FROM words WHERE 0") is None
    with pytest.raises(StoreUnusable) as failed:
        await store.look("SELECT nonsense")
    assert failed.value.code == "store.failed"


async def test_what_waits_at_the_end_is_still_written(store: Database, tmp_path: Path) -> None:
    waiting = [asyncio.ensure_future(store.write(adding(f"w{n}"))) for n in range(50)]
    await asyncio.sleep(0)

    await store.close()

    assert await asyncio.gather(*waiting) == [1] * 50


async def test_a_caller_that_gave_up_ends_nothing(store: Database) -> None:
    task = asyncio.ensure_future(store.write(adding("kept all the same")))
    await asyncio.sleep(0)
    task.cancel()

    await store.write(adding("next"))

    assert await store.read(words_in) == ["kept all the same", "next"]


async def test_r51_the_file_is_for_its_owner_alone(store: Database, tmp_path: Path) -> None:
    await store.write(adding("one"))

    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "server").iterdir()}

    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "server").stat().st_mode) == 0o700


async def test_r32_commits_are_synced_before_they_are_told(store: Database) -> None:
    settings = await store.write(
        lambda writing: {
            name: (writing.row(f"PRAGMA {name}") or {}).get(name)
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    )

    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
    }
