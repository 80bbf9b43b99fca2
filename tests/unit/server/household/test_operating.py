"""What an operator does about codes and computers, on the database of a server that runs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.contract.errors import Refused, StoreUnusable
from altrabits_desktop.contract.household import CODE_LIFE_S, TRIES
from altrabits_desktop.server.holding import held
from altrabits_desktop.server.household import rules
from altrabits_desktop.server.household.operating import (
    LAST_TRY_S,
    HouseholdOperator,
    Outcome,
)
from altrabits_desktop.server.household.rules import Joiner
from altrabits_desktop.server.store.store import sqlite_store
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from altrabits_desktop.runtime.database import Database
    from altrabits_desktop.server.household.operating import CodeShown

JOINER = Joiner("ab" * 32, b"certificate", "linux")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Database]:
    store = sqlite_store(tmp_path / "server.sqlite3")
    await store.open()
    await store.write(lambda writing: rules.note_shared(writing, fingerprint="cd" * 32))
    yield store
    await store.close()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[None]:
    with held(tmp_path):
        yield


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def operator(tmp_path: Path, clock: FakeClock, store: Database) -> HouseholdOperator:
    return HouseholdOperator(tmp_path, clock=clock)


async def tried(store: Database, clock: FakeClock, *, source: str) -> str:
    code = await store.write(
        lambda writing: rules.take_try(writing, source=source, now=clock.now())
    )
    return code.id


async def joined(store: Database, clock: FakeClock, code_id: str) -> None:
    await store.write(lambda writing: rules.join(writing, JOINER, code_id=code_id, now=clock.now()))


async def outcome_after(clock: FakeClock, shown: CodeShown, seconds: float) -> tuple[Outcome, str]:
    waiting = asyncio.ensure_future(shown.outcome())
    await clock.advance_until(waiting.done, step_s=seconds / 4, within_s=4 * seconds)
    outcome, computer = await waiting
    return outcome, computer.id if computer else ""


async def test_the_computer_that_joins_is_told(
    operator: HouseholdOperator, store: Database, clock: FakeClock, serving: None
) -> None:
    async with operator.code_shown() as shown:
        await joined(store, clock, await tried(store, clock, source="192.168.1.7"))

        assert await outcome_after(clock, shown, 2.0) == (Outcome.JOINED, JOINER.id)
    assert [each.id for each in await operator.computers()] == [JOINER.id]


async def test_a_computer_that_joins_again_is_told_again(
    operator: HouseholdOperator, store: Database, clock: FakeClock, serving: None
) -> None:
    for _ in range(2):
        clock.move(60.0)
        async with operator.code_shown() as shown:
            await joined(store, clock, await tried(store, clock, source="192.168.1.7"))
            assert (await outcome_after(clock, shown, 2.0))[1] == JOINER.id


async def test_a_code_lapses_after_two_minutes(
    operator: HouseholdOperator, store: Database, clock: FakeClock, serving: None
) -> None:
    async with operator.code_shown() as shown:
        assert await outcome_after(clock, shown, CODE_LIFE_S + 2) == (Outcome.LAPSED, "")


async def test_r26_a_code_that_is_tried_out_is_said_to_be(
    operator: HouseholdOperator, store: Database, clock: FakeClock, serving: None
) -> None:
    async with operator.code_shown() as shown:
        for number in range(TRIES):
            await tried(store, clock, source=f"192.168.1.{number}")

        assert await outcome_after(clock, shown, LAST_TRY_S + 2) == (Outcome.TRIED_OUT, "")


async def test_a_second_code_takes_the_place_of_the_first(
    operator: HouseholdOperator, store: Database, clock: FakeClock, serving: None
) -> None:
    async with operator.code_shown() as first, operator.code_shown():
        assert await outcome_after(clock, first, 2.0) == (Outcome.LAPSED, "")


async def test_whoever_looks_away_lets_nobody_in(
    operator: HouseholdOperator, store: Database, clock: FakeClock, serving: None
) -> None:
    async with operator.code_shown():
        code_id = await tried(store, clock, source="192.168.1.7")

    assert await store.read(lambda reading: rules.tries_of(reading, code_id)) is None


async def test_no_code_is_shown_where_nobody_serves(
    operator: HouseholdOperator, store: Database, tmp_path: Path, clock: FakeClock
) -> None:
    assert await refusal_of(operator) == "household.nobody_serves"
    with held(tmp_path):
        await store.write(lambda writing: rules.note_shared(writing, fingerprint=""))
        assert await refusal_of(operator) == "household.nobody_serves"
    elsewhere = HouseholdOperator(tmp_path / "nowhere", clock=clock)
    assert await refusal_of(elsewhere) == "server.no_database"


async def test_a_profile_that_cannot_be_looked_into_is_said(
    tmp_path: Path, clock: FakeClock
) -> None:
    hidden = HouseholdOperator(tmp_path / ("a" * 300), clock=clock)

    with pytest.raises(StoreUnusable):
        await hidden.computers()


async def refusal_of(operator: HouseholdOperator) -> str:
    with pytest.raises(Refused) as caught:
        async with operator.code_shown():
            pass
    return caught.value.code


@pytest.mark.parametrize("typed", ["", "abababa", "cdcdcdcd", "ab" * 33])
async def test_only_a_computer_that_is_named_for_sure_is_removed(
    operator: HouseholdOperator, store: Database, clock: FakeClock, serving: None, typed: str
) -> None:
    async with operator.code_shown():
        await joined(store, clock, await tried(store, clock, source="192.168.1.7"))

    with pytest.raises(Refused) as caught:
        await operator.remove(typed)
    assert caught.value.code == "household.computer_unknown"
    assert (await operator.remove("ABABABAB")).id == JOINER.id
    assert await operator.computers() == ()
