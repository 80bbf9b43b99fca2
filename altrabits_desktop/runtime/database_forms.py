"""Brings a database to the newest form: numbered steps, each one transaction."""

from __future__ import annotations

import re
import sqlite3
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from altrabits_desktop.contract.errors import StoreUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.sql")


class Step(NamedTuple):
    """One step: its number, from 1, and its statements."""

    number: int
    statements: tuple[str, ...]


def bundled_steps(package: str) -> tuple[Step, ...]:
    """Give the steps that ship in a package of this program, in order.

    Args:
        package: holds files such as `0001_first.sql`.
    """
    folder = files(package)
    found = [
        Step(int(matched[1]), tuple(statements_of(entry.read_text(encoding="utf-8"))))
        for entry in folder.iterdir()
        if (matched := _NAME.fullmatch(entry.name))
    ]
    return tuple(sorted(found))


def statements_of(script: str) -> Iterator[str]:
    """Split a script where SQLite sees the end of a statement; comments go along."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting.strip()
            waiting = ""


def renew(connection: sqlite3.Connection, steps: Sequence[Step]) -> int:
    """Carry out the steps that a database lacks; blocks.

    A step that ends half-way, by an error or with the process, leaves the form before it.

    Args:
        connection: in autocommit mode.
        steps: all there are, numbered from 1 without a gap.

    Returns:
        How many were carried out.

    Raises:
        StoreUnusable: `store.newer`: a later version of the program has written it.
    """
    form = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if form > len(steps):
        raise StoreUnusable("store.newer")
    for step in steps[form:]:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in step.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step.number:d}")
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise
    return len(steps) - form
