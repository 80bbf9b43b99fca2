"""A server that many share does not say who has an account (R12)."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.runtime.passwords import Passwords
from tests.fakes.served import PASSWORD, WEAK, Served, served
from tests.harness.samples import rank_z

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from pathlib import Path

    from altrabits_desktop.server.store.store import Reading, Value, Writing

TAKEN = "ada@example.test"
OTHER_PASSWORD = "somebody else has typed this"


@pytest.fixture
async def shared(tmp_path: Path) -> AsyncIterator[Served]:
    async with served(tmp_path, is_embedded=False) as server:
        await server.account(TAKEN)
        yield server


async def accounts_in(server: Served) -> int:
    return len(await server.store.read(lambda reading: reading.rows("SELECT id FROM accounts")))


@pytest.mark.parametrize("spelling", [TAKEN, "ADA@Example.test", f"  {TAKEN} "])
async def test_r12_a_taken_and_a_new_address_are_answered_alike(
    shared: Served, spelling: str
) -> None:
    new = await shared.account("bob@example.test")
    taken = await shared.account(spelling, password=OTHER_PASSWORD)

    assert taken.status_code == new.status_code == 202
    assert taken.content == new.content == b""
    assert taken.headers.raw == new.headers.raw


@pytest.mark.parametrize(
    "wrong",
    [
        {"password": "short"},
        {"password": "password1234567"},
        {"acceptance": {}},
        {"acceptance": {"version": "1.0"}},
    ],
)
async def test_r12_what_is_wrong_with_a_request_is_told_whoever_has_an_account(
    shared: Served, wrong: dict[str, object]
) -> None:
    new = await shared.account("bob@example.test", **wrong)
    taken = await shared.account(TAKEN, **wrong)

    assert taken.status_code == new.status_code >= 400
    assert taken.content == new.content


async def test_r12_asking_for_a_taken_address_is_braked_as_for_a_new_one(shared: Served) -> None:
    async def until_braked(email: str) -> int:
        asked = 0
        while (await shared.account(email, password=OTHER_PASSWORD)).status_code == 202:
            asked += 1
        return asked

    new, taken = await until_braked("bob@example.test"), await until_braked("eve@example.test")
    of_ada = await until_braked(TAKEN)

    assert new == taken == of_ada + 1


async def test_who_asked_for_a_new_address_signs_in_and_has_accepted(shared: Served) -> None:
    await shared.account("bob@example.test")

    granted = await shared.sign_in("bob@example.test")

    assert granted.status_code == 201
    assert not granted.json()["is_decision_due"]


async def test_whoever_has_the_address_already_notices_nothing(shared: Served) -> None:
    before = await accounts_in(shared)
    await shared.account(TAKEN, password=OTHER_PASSWORD)

    stranger = await shared.sign_in(TAKEN, OTHER_PASSWORD)
    owner = await shared.sign_in(TAKEN)

    assert (stranger.status_code, owner.status_code) == (401, 201)
    assert await accounts_in(shared) == before
    assert len(await shared.store.read(_decisions)) == before


def _decisions(reading: Reading) -> list[Mapping[str, Value]]:
    return reading.rows("SELECT number FROM decisions")


async def test_r12_of_many_at_once_for_one_address_one_makes_it(shared: Served) -> None:
    before = await accounts_in(shared)

    answers = await asyncio.gather(*(shared.account("eve@example.test") for _ in range(6)))

    assert {answer.status_code for answer in answers} == {202}
    assert await accounts_in(shared) == before + 1


async def test_the_server_inside_the_app_says_plainly_that_a_name_is_taken(
    tmp_path: Path,
) -> None:
    async with served(tmp_path) as server:
        await server.account(TAKEN)
        again = await server.account(TAKEN, password=OTHER_PASSWORD)

    assert (again.status_code, again.json()["code"]) == (409, "account.email_taken")


async def timed_ms(server: Served, email: str) -> float:
    server.clock.move(36_000)
    begun = time.perf_counter()
    answer = await server.account(email, password=PASSWORD)
    assert answer.status_code == 202
    return (time.perf_counter() - begun) * 1000


@pytest.mark.long
@pytest.mark.parametrize("others", [0, 10_000])
async def test_r12_a_taken_and_a_new_address_take_the_same_time(
    tmp_path: Path, others: int
) -> None:
    seed = random.randrange(1_000_000)
    print("seed", seed)
    kinds = ["taken", "new"] * 120
    random.Random(seed).shuffle(kinds)
    taken_ms: dict[str, list[float]] = {"taken": [], "new": []}
    # A quick hash: the same is computed for both, and a long one would drown what differs.
    async with served(tmp_path, passwords=Passwords(WEAK), is_embedded=False) as server:
        await server.account(TAKEN)
        await server.store.write(lambda writing: fill(writing, others))
        for number, kind in enumerate(kinds):
            email = TAKEN if kind == "taken" else f"new-{number}@example.test"
            taken_ms[kind].append(await timed_ms(server, email))

    taken, new = taken_ms.values()
    assert abs(statistics.median(taken) - statistics.median(new)) < 5
    assert abs(rank_z(taken, new)) < 3.3


def fill(writing: Writing, others: int) -> None:
    for number in range(others):
        writing.run(
            "INSERT INTO accounts VALUES (:id, :name, :name, 'x', 0, 0)",
            id=f"other-{number}",
            name=f"other-{number}@example.test",
        )
