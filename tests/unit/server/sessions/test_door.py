"""What is known of who stands at the door, over a store whose reading takes its time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest

from altrabits_desktop.contract.features import Feature
from altrabits_desktop.server.problem import Problem
from altrabits_desktop.server.sessions.door import Door

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from altrabits_desktop.server.store.store import Store, Value
    from tests.fakes.served import Served


class SlowStore:
    """Keeps `Store` over another one: gives what it has read only when a test lets it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.has_read = asyncio.Event()
        self.may_answer = asyncio.Event()

    async def look(self, statement: str, **values: Value) -> Mapping[str, Value] | None:
        found = await self._store.look(statement, **values)
        self.has_read.set()
        await self.may_answer.wait()
        return found

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        return self._store.subscribe(listener)


class Visitor:
    """Somebody at a door whose store takes its time."""

    def __init__(self, server: Served) -> None:
        self.store = SlowStore(server.store)
        self._door = Door(cast("Store", self.store), clock=server.clock)
        self._headers = (f"Bearer {server.token}",)

    async def knock(self) -> str:
        """Give what the door says: nothing, or why not."""
        try:
            await self._door.pass_gate(self._headers, Feature.SUPPORT)
        except Problem as problem:
            return problem.code
        return ""

    async def begin(self) -> asyncio.Task[str]:
        """Knock, and be looked up; the door has not heard of it yet."""
        knocking = asyncio.ensure_future(self.knock())
        await self.store.has_read.wait()
        return knocking


@pytest.fixture
async def visitor(server: Served) -> Visitor:
    await server.account()
    return Visitor(server)


async def test_c14_a_session_that_ends_while_it_is_looked_up_is_refused_at_its_next_request(
    server: Served, visitor: Visitor
) -> None:
    knocking = await visitor.begin()
    await server.ask("DELETE", "/api/v1/sessions/current")
    visitor.store.may_answer.set()
    await knocking

    assert await visitor.knock() == "session.ended"


async def test_c48_a_no_that_comes_while_somebody_is_looked_up_holds_at_the_next_request(
    server: Served, visitor: Visitor
) -> None:
    knocking = await visitor.begin()
    await server.decide("declined")
    visitor.store.may_answer.set()
    await knocking

    assert await visitor.knock() == "gate.declined"


async def test_c46_a_yes_that_comes_while_somebody_is_looked_up_opens_at_the_next_request(
    server: Served, visitor: Visitor
) -> None:
    await server.publish("2.0")
    knocking = await visitor.begin()
    await server.decide("accepted", "2.0")
    visitor.store.may_answer.set()

    assert await knocking == "gate.decision_needed"
    assert await visitor.knock() == ""


async def test_who_is_known_is_not_looked_up_again_until_something_is_written(
    server: Served, visitor: Visitor
) -> None:
    visitor.store.may_answer.set()
    await visitor.knock()
    visitor.store.has_read.clear()

    again = await visitor.knock()
    was_read = visitor.store.has_read.is_set()
    await server.publish("2.0")

    assert (again, was_read) == ("", False)
    assert await visitor.knock() == "gate.decision_needed"
