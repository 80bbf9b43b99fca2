"""A decision that is still on its way when its person has left and the next one is signed in."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.errors import DecisionNeeded
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.privacy.gate import Standing
from tests.fakes.membership import computer
from tests.fakes.served import PASSWORD

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
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


async def decide_late(
    here: Computer, kind: DecisionKind, monkeypatch: pytest.MonkeyPatch
) -> asyncio.Task[object]:
    """Decide once more, and let the server's answer to that come when another one is signed in."""
    await here.decide(kind)
    asked, may_go_on = asyncio.Event(), asyncio.Event()
    ask = here.person.contact.ask

    async def ask_slowly(operation: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 # as it is
        answer = await ask(operation, *rest, **more)
        if operation == "decisions.list" and not asked.is_set():
            asked.set()
            await may_go_on.wait()
        return answer

    monkeypatch.setattr(here.person.contact, "ask", ask_slowly)
    deciding: asyncio.Task[object] = asyncio.create_task(here.decide(kind))
    await asked.wait()
    await here.person.sign_out()
    await here.person.sign_in(OTHER, PASSWORD)
    may_go_on.set()
    await asyncio.wait((deciding,))
    return deciding


async def decided(here: Computer) -> list[str]:
    return [receipt.version for receipt in await here.person.receipts()]


async def test_r46_a_yes_whose_person_has_left_is_nobody_elses(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    deciding = await decide_late(here, ACCEPTED, monkeypatch)

    assert isinstance(deciding.exception(), DecisionNeeded)
    assert here.person.report().email == OTHER
    assert here.person.report().standing is Standing.LIMITED
    assert await decided(here) == ["1.0"]


async def test_c48_a_no_whose_person_has_left_holds_and_is_recorded_of_nobody(
    here: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    deciding = await decide_late(here, DECLINED, monkeypatch)

    assert deciding.exception() is None
    assert here.person.report().standing is Standing.DECLINED
    assert here.person.report().is_no_of_computer
    assert here.person.report().is_asked
    assert await decided(here) == ["1.0"]
