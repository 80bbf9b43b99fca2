"""A decision that is still on its way when its person has left and the next one is signed in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.errors import DecisionNeeded
from altrabits_desktop.contract.policies import DecisionKind, Receipt
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.sync.kept_decision import message_of
from tests.fakes.membership import computer, session_elsewhere
from tests.fakes.served import PASSWORD

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine
    from pathlib import Path

    from tests.fakes.membership import Computer

ACCEPTED, DECLINED = DecisionKind.ACCEPTED, DecisionKind.DECLINED
OTHER = "bob@example.test"


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Computer]:
    async with computer(tmp_path) as made:
        await made.reach()
        await made.sign_up(OTHER)
        await made.person.sign_out()
        await made.sign_up()
        await made.publish("2.0")
        await made.person.refresh()
        yield made


async def answered_late(
    here: Computer, work: Callable[[], Coroutine[Any, Any, object]], monkeypatch: pytest.MonkeyPatch
) -> asyncio.Task[object]:
    """Do something, and let the account's decisions come when another one is signed in."""
    asked, may_go_on = asyncio.Event(), asyncio.Event()
    ask = here.person.contact.ask

    async def ask_slowly(operation: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 # as it is
        answer = await ask(operation, *rest, **more)
        if operation == "decisions.list" and not asked.is_set():
            asked.set()
            await may_go_on.wait()
        return answer

    monkeypatch.setattr(here.person.contact, "ask", ask_slowly)
    working = asyncio.create_task(work())
    await asked.wait()
    await here.person.sign_out()
    await here.person.sign_in(OTHER, PASSWORD)
    may_go_on.set()
    await asyncio.wait((working,))
    return working


async def decided(here: Computer) -> list[str]:
    return [receipt.version for receipt in await here.person.receipts()]


async def test_r46_a_yes_whose_person_has_left_is_nobody_elses(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await here.decide(ACCEPTED)

    deciding = await answered_late(here, lambda: here.decide(ACCEPTED), monkeypatch)

    assert isinstance(deciding.exception(), DecisionNeeded)
    assert here.person.report().email == OTHER
    assert here.person.report().standing is Standing.LIMITED
    assert await decided(here) == ["1.0"]


async def test_c48_a_no_whose_person_has_left_holds_and_is_recorded_of_nobody(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await here.decide(DECLINED)

    deciding = await answered_late(here, lambda: here.decide(DECLINED), monkeypatch)

    assert deciding.exception() is None
    assert here.person.report().standing is Standing.DECLINED
    assert here.person.report().is_no_of_computer
    assert here.person.report().is_asked
    assert await decided(here) == ["1.0"]


async def test_r46_what_the_account_of_somebody_who_has_left_decided_holds_for_nobody_else(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = here.person.report().policy
    assert policy is not None
    elsewhere = await session_elsewhere(here)
    message = message_of(policy, ACCEPTED, shown_at=policy.effective_at, wording="Accept")
    await elsewhere.call("decisions.make", Receipt, body=message, key="a" * 32)
    await elsewhere.aclose()

    asking = await answered_late(here, here.person.refresh, monkeypatch)

    assert asking.exception() is None
    assert here.person.report().email == OTHER
    assert here.person.report().standing is Standing.LIMITED


@pytest.mark.parametrize("operation", ["accounts.delete", "sessions.end"])
async def test_r20_who_leaves_late_takes_nothing_of_the_next_person_along(
    here: Computer, operation: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, answered, may_go_on = here.person, asyncio.Event(), asyncio.Event()
    call = person.contact.client.call

    async def call_slowly(name: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 # as it is
        answer = await call(name, *rest, **more)
        if name == operation and not answered.is_set():
            answered.set()
            await may_go_on.wait()
        return answer

    async def change_places() -> None:
        await person.sign_out()
        await person.sign_in(OTHER, PASSWORD)

    monkeypatch.setattr(person.contact.client, "call", call_slowly)
    is_deleted = operation == "accounts.delete"
    leaving = asyncio.create_task(
        person.delete_account(PASSWORD) if is_deleted else person.sign_out()
    )
    await answered.wait()
    changing = asyncio.create_task(change_places())
    # The next person waits, or is there by then.
    await asyncio.wait((changing,), timeout=1)
    may_go_on.set()
    await asyncio.gather(leaving, changing)

    assert person.report().email == OTHER
    assert await decided(here) == ["1.0"]
