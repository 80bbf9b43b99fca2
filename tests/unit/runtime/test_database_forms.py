from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import StoreUnusable
from altrabits_desktop.runtime.database_forms import Step, bundled_steps, renew, statements_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE = Step(1, ("CREATE TABLE a (x)",))
TWO = Step(2, ("CREATE TABLE b (x)", "INSERT INTO b VALUES (7)"))
BROKEN = Step(2, ("CREATE TABLE b (x)", "INSERT INTO nowhere VALUES (7)"))


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def test_bundled_steps_are_numbered_without_a_gap() -> None:
    steps = bundled_steps("altrabits_desktop.server.store.migrations")

    assert [step.number for step in steps] == list(range(1, len(steps) + 1))


def test_bundled_steps_make_a_sound_database(connection: sqlite3.Connection) -> None:
    steps = bundled_steps("altrabits_desktop.server.store.migrations")

    done = renew(connection, steps)

    assert done == len(steps)
    assert {"accounts", "sessions", "decisions", "feed"} <= tables(connection)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_only_what_is_missing_is_carried_out(connection: sqlite3.Connection) -> None:
    renew(connection, [ONE])

    assert renew(connection, [ONE, TWO]) == 1
    assert renew(connection, [ONE, TWO]) == 0
    assert connection.execute("SELECT x FROM b").fetchall() == [(7,)]


def test_r40_a_step_that_fails_leaves_the_form_before_it(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError):
        renew(connection, [ONE, BROKEN])

    assert tables(connection) == {"a"}
    assert renew(connection, [ONE, TWO]) == 1


def test_r40_a_newer_file_is_refused_and_left_alone(connection: sqlite3.Connection) -> None:
    renew(connection, [ONE, TWO])

    with pytest.raises(StoreUnusable) as refused:
        renew(connection, [ONE])

    assert refused.value.code == "store.newer"
    assert tables(connection) == {"a", "b"}


def test_a_trigger_is_one_statement() -> None:
    script = (
        "CREATE TABLE a (x);\n-- why\nCREATE TRIGGER t BEFORE DELETE ON a\nBEGIN SELECT 1; END;\n"
    )

    assert len(list(statements_of(script))) == 2
