from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.server.accounts import brake as module
from altrabits_desktop.server.accounts.brake import Brake
from altrabits_desktop.server.problem import Problem
from tests.fakes.clock import FakeClock
from tests.fakes.served import PASSWORD, WEAK, served
from tests.fakes.served_routes import OTHER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    import httpx

    from tests.fakes.served import Served

WRONG = "not the password at all"
SPELLINGS = ("ada@example.test", "ADA@example.test", "Ada@Example.Test", " ada@example.test ")


class CountingPasswords(Passwords):
    """Counts how often a password was evaluated."""

    def __init__(self) -> None:
        super().__init__(WEAK)
        self.evaluated = 0

    async def verify(self, kept: str | None, password: str) -> bool:
        self.evaluated += 1
        return await super().verify(kept, password)


def is_let_through(brake: Brake, account: str = "ada", source: str = "here") -> bool:
    try:
        brake.take(account=account, source=source)
    except Problem:
        return False
    return True


def wait_of(brake: Brake, account: str = "ada", source: str = "here") -> int:
    with pytest.raises(Problem) as braked:
        brake.take(account=account, source=source)
    return int(braked.value.headers["Retry-After"])


async def guess(server: Served, email: str = "ada@example.test", **headers: str) -> httpx.Response:
    body = {"email": email, "password": WRONG}
    return await server.ask("POST", "/api/v1/sessions", body, authorization="", **headers)


async def test_r11_guessing_is_braked_by_the_tenth_attempt(server: Served) -> None:
    await server.account()

    answers = [await guess(server) for _ in range(10)]

    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0
    assert answers[-1].json()["arguments"] == {"seconds": int(answers[-1].headers["retry-after"])}


async def test_r11_of_sixty_guesses_at_once_at_most_ten_are_evaluated(tmp_path: Path) -> None:
    passwords = CountingPasswords()
    async with served(tmp_path, passwords=passwords) as server:
        await server.account()
        answers = await asyncio.gather(
            *(
                guess(
                    server,
                    SPELLINGS[number % len(SPELLINGS)],
                    x_forwarded_for=f"10.0.0.{number}",
                    forwarded=f"for=10.0.1.{number}",
                    x_real_ip=f"10.0.2.{number}",
                )
                for number in range(60)
            )
        )

    assert passwords.evaluated <= 10
    assert {answer.status_code for answer in answers} == {401, 429}


async def test_r11_the_right_password_does_not_lift_the_brake(server: Served) -> None:
    await server.account()
    for _ in range(10):
        await guess(server)

    right = [await server.sign_in(email=email) for email in SPELLINGS]
    still = await guess(server)

    assert {answer.status_code for answer in [*right, still]} == {429}


async def test_r11_after_the_wait_the_right_password_opens(server: Served) -> None:
    await server.account()
    answers = [await guess(server) for _ in range(10)]

    server.clock.move(float(answers[-1].headers["retry-after"]))

    assert (await server.sign_in()).status_code == 201


async def test_r11_other_accounts_stay_usable(server: Served) -> None:
    await server.account()
    await server.another()
    for _ in range(30):
        await guess(server)

    assert (await server.sign_in("bob@example.test")).status_code == 201


async def test_r11_unknown_names_are_braked_the_same(server: Served) -> None:
    await server.account()

    known = [(await guess(server)).status_code for _ in range(12)]
    unknown = [(await guess(server, "nobody@example.test")).status_code for _ in range(12)]

    assert known == unknown


async def test_r12_a_known_and_an_unknown_name_cost_one_evaluation_each(tmp_path: Path) -> None:
    passwords = CountingPasswords()
    async with served(tmp_path, passwords=passwords) as server:
        await server.account()
        evaluated = []
        for email in ("ada@example.test", "nobody@example.test"):
            await guess(server, email)
            evaluated.append(passwords.evaluated)

    assert evaluated == [1, 2]


async def change_password(server: Served, password: str) -> httpx.Response:
    body = {"current": password, "new": OTHER_PASSWORD}
    return await server.ask("PUT", "/api/v1/account/password", body)


async def delete(server: Served, password: str) -> httpx.Response:
    return await server.ask("POST", "/api/v1/account/deletion", {"password": password})


@pytest.mark.parametrize("asking", [change_password, delete], ids=lambda ask: ask.__name__)
async def test_r11_whoever_holds_a_session_cannot_guess_the_password_either(
    tmp_path: Path, asking: Callable[[Served, str], Awaitable[httpx.Response]]
) -> None:
    passwords = CountingPasswords()
    async with served(tmp_path, passwords=passwords) as server:
        await server.account()
        wrong = await asyncio.gather(*(asking(server, WRONG) for _ in range(60)))
        right = await asking(server, PASSWORD)
        sign_in = await server.sign_in()

    assert passwords.evaluated <= 10
    assert {answer.status_code for answer in wrong} == {403, 429}
    assert (right.status_code, sign_in.status_code) == (429, 429)


async def test_r11_making_accounts_is_braked_by_source(server: Served) -> None:
    answers = [await server.account(f"{number}@example.test") for number in range(62)]

    assert [answer.status_code for answer in answers] == [201] * 60 + [429] * 2


@given(steps=st.lists(st.floats(0, 7200), min_size=1, max_size=300))
def test_r11_no_more_is_let_through_than_the_refill_gives(steps: list[float]) -> None:
    clock = FakeClock()
    brake = Brake(clock.steady_s)

    through = 0
    for step_s in steps:
        clock.move(step_s)
        through += is_let_through(brake)

    assert through <= module.ACCOUNT_TRIES + clock.steady_s() / module.ACCOUNT_REFILL_S


@given(steps=st.lists(st.tuples(st.floats(0, 3000), st.booleans()), max_size=200))
def test_r11_whoever_waits_as_told_has_a_try(steps: list[tuple[float, bool]]) -> None:
    clock = FakeClock()
    brake = Brake(clock.steady_s)
    for step_s, is_right in steps:
        clock.move(step_s)
        if is_let_through(brake) and is_right:
            brake.give_back(account="ada", source="here")
    while is_let_through(brake):
        pass

    clock.move(wait_of(brake))

    assert is_let_through(brake)


def test_r11_a_guesser_who_never_tires_meets_a_further_barrier_before_a_hundred() -> None:
    clock = FakeClock()
    brake = Brake(clock.steady_s)
    waits: list[int] = []
    for _ in range(100):
        if not is_let_through(brake):
            waits.append(wait_of(brake))
            clock.move(waits[-1])
            assert is_let_through(brake)

    assert max(waits[:30]) <= module.ACCOUNT_REFILL_S + 1
    assert min(waits[-50:]) > 10 * module.ACCOUNT_REFILL_S
    assert len(waits) == 100 - module.ACCOUNT_TRIES


def test_r11_a_day_of_guessing_gives_few_tries() -> None:
    clock = FakeClock()
    brake = Brake(clock.steady_s)

    through = 0
    for _ in range(24 * 60):
        clock.move(60)
        through += is_let_through(brake)

    assert through < 150


def test_r11_a_success_gives_back_its_own_try_and_no_other() -> None:
    brake = Brake(FakeClock().steady_s)
    for _ in range(5):
        brake.take(account="ada", source="here")

    brake.give_back(account="ada", source="here")
    through = [is_let_through(brake) for _ in range(6)]

    assert through == [True] * 4 + [False] * 2


def test_r11_right_passwords_use_nothing_up() -> None:
    brake = Brake(FakeClock().steady_s)
    for _ in range(1000):
        brake.take(account="ada", source="here")
        brake.give_back(account="ada", source="here")

    assert is_let_through(brake)


def test_r11_one_source_cannot_try_one_password_at_many_accounts() -> None:
    brake = Brake(FakeClock().steady_s)

    through = sum(is_let_through(brake, f"account {number}") for number in range(1000))

    assert through == module.SOURCE_TRIES
    assert is_let_through(brake, "ada", "elsewhere")


@pytest.mark.uncounted
def test_r11_memory_is_bounded_and_a_braked_account_is_never_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "KEPT", 100)
    brake = Brake(FakeClock().steady_s)
    while is_let_through(brake, "ada"):
        pass

    for number in range(5000):
        is_let_through(brake, f"account {number}", f"source {number}")

    assert not is_let_through(brake, "ada", "another source")
    assert all(len(book._tries) <= 100 for book in (brake._accounts, brake._sources))  # noqa: SLF001 # what is bounded


def test_r11_asking_in_vain_makes_nobody_forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 100)
    brake = Brake(FakeClock().steady_s)
    while is_let_through(brake, "ada", "guesser"):
        pass
    for number in range(100):
        is_let_through(brake, f"account {number}", "guesser")

    for number in range(5000):
        is_let_through(brake, f"other {number}", "guesser")

    assert not is_let_through(brake, "ada", "another source")
