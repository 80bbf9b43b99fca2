"""Which answers were read: kept with the person's data, and gone with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.sync.replica import ANSWERS_READ, Replica

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

EMAIL, OTHER = "maple@example.net", "oak@example.net"


@pytest.fixture
async def replica(tmp_path: Path) -> AsyncIterator[Replica]:
    opened = Replica(tmp_path / "replica.sqlite3", changed=lambda: None)
    await opened.open()
    await opened.begin_account("account-1", EMAIL)
    yield opened
    await opened.close()


async def test_what_was_read_is_there_after_the_next_start(replica: Replica) -> None:
    before = replica.answers_read
    await replica.note_answers_read(EMAIL, {"first": 1, "second": 1})
    await replica.note_answers_read(EMAIL, {"first": 2})
    await replica.close()

    again = Replica(replica.path, changed=lambda: None)
    await again.open()
    kept = again.answers_read
    await again.close()
    await replica.open()

    assert before is None
    assert kept == {"first": 2, "second": 1}


async def test_what_was_read_goes_with_the_sign_out(replica: Replica) -> None:
    await replica.note_answers_read(EMAIL, {"first": 1})

    await replica.forget_account()
    left = replica.answers_read
    await replica.note_answers_read(EMAIL, {"first": 1})

    assert left is None
    assert replica.answers_read is None
    assert await replica.fact(ANSWERS_READ) == ""


async def test_what_one_person_read_is_not_noted_of_another(replica: Replica) -> None:
    await replica.begin_account("account-2", OTHER)

    await replica.note_answers_read(EMAIL, {"first": 1})

    assert replica.answers_read is None


async def test_a_damaged_note_is_none(replica: Replica) -> None:
    await replica.keep_fact(ANSWERS_READ, "no json")

    assert replica.answers_read is None
