"""What the console is told of support requests, and of what the server would not have."""

from __future__ import annotations

from typing import Any

import pytest

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.app.belongings_desk import BelongingsDesk
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.cli.belongings import belongings_lines
from altrabits_desktop.contract.tickets import TicketState
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.clock import SystemClock
from tests.fakes.full_house import FullHouse
from tests.fakes.kept_membership import ticket

NUMBER, OTHER = "AB-7K2Q-9MZT-T", "AB-4XD1-0H8P-1"
SAID = "The server did not take what was asked last of this request."


class Console:
    """Somebody who is signed in, at the console."""

    def __init__(self) -> None:
        house = FullHouse()
        house.home.stand(standing=Standing.SIGNED_IN, email="maple@example.net")
        self.membership = house.membership
        self.membership.show(ticket(NUMBER), ticket(OTHER))
        self._desk = BelongingsDesk(Belongings(self.membership, clock=SystemClock()))

    async def ask(self, *words: str) -> Any:  # noqa: ANN401 # a record or a list of them
        errand = OwnerErrand(words[:2], words[2:])
        return await self._desk.works(errand)[words[:2]]()


@pytest.fixture
def console() -> Console:
    return Console()


async def test_a_close_that_was_not_taken_is_said_once(console: Console) -> None:
    closed = await console.ask("support", "close", NUMBER)
    console.membership.refuse("object.changed")

    listed = await console.ask("support", "list")
    told = await console.ask("support", "show", NUMBER)
    again = await console.ask("support", "show", NUMBER)

    assert (closed["state"], closed["refused"]) == (TicketState.CLOSED.value, None)
    assert {each["number"]: each["refused"] for each in listed} == {
        NUMBER: "object.changed",
        OTHER: None,
    }
    assert SAID in belongings_lines("support", told)
    assert SAID not in belongings_lines("support", again)
    assert console.membership.outbox == []


async def test_words_that_were_not_taken_stay_however_often_they_are_said(
    console: Console,
) -> None:
    await console.ask("support", "reply", NUMBER, "Once more.")
    console.membership.refuse("ticket.closed")

    told = [await console.ask("support", "show", NUMBER) for _ in range(2)]

    assert [each["refused"] for each in told] == ["ticket.closed"] * 2
    assert [waiting.object_id for waiting in console.membership.outbox] == [NUMBER]


async def test_what_was_not_taken_of_another_request_stays(console: Console) -> None:
    await console.ask("support", "close", OTHER)
    console.membership.refuse("object.changed")

    await console.ask("support", "show", NUMBER)

    assert (await console.ask("support", "show", OTHER))["refused"] == "object.changed"
