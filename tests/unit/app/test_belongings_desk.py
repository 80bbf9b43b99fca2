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
        self.is_server_there = False
        house.home.stand(standing=Standing.SIGNED_IN, email="maple@example.net")
        self.membership = house.membership
        self.membership.show(ticket(NUMBER), ticket(OTHER))
        self.home = house.home
        self.waited: list[str] = []
        self._desk = BelongingsDesk(
            Belongings(self.membership, clock=SystemClock()), arrival=self._arrive
        )

    async def _arrive(self, number: str) -> None:
        self.waited.append(number)
        if self.is_server_there:
            self.membership.take()

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


@pytest.mark.parametrize(
    "words",
    [("open", "No sound", "It is silent."), ("reply", NUMBER, "Once more."), ("close", OTHER)],
)
async def test_what_the_server_takes_within_a_moment_is_not_said_to_wait(
    console: Console, words: tuple[str, ...]
) -> None:
    console.is_server_there = True

    told = await console.ask("support", *words)

    assert console.waited == [told["number"]]
    assert not told["is_waiting"]
    assert "waits" not in belongings_lines("support", told)


async def test_what_the_server_does_not_take_is_said_to_wait_for_it_alone(console: Console) -> None:
    told = await console.ask("support", "reply", NUMBER, "Once more.")

    assert (told["is_waiting"], told["held_by"]) == (True, None)
    assert "waits to be sent" in belongings_lines("support", told)
    assert "policy" not in belongings_lines("support", told)


@pytest.mark.parametrize(
    ("standing", "code", "said"),
    [
        (Standing.DECLINED, "gate.declined", "because the privacy policy is declined"),
        (Standing.LIMITED, "gate.decision_needed", "before you decide about the privacy policy"),
    ],
)
async def test_c48_what_waits_after_a_no_says_why_and_what_to_do(
    console: Console, standing: Standing, code: str, said: str
) -> None:
    await console.ask("support", "reply", NUMBER, "Once more.")
    console.home.stand(standing=standing)

    listed = await console.ask("support", "list")
    told = await console.ask("support", "show", NUMBER)

    assert {each["number"]: each["held_by"] for each in listed} == {NUMBER: code, OTHER: None}
    for result in (listed, told):
        shown = belongings_lines("support", result)
        assert said in shown
        assert "altrabits policy accept" in shown
    assert "altrabits" not in belongings_lines(
        "support", await console.ask("support", "show", OTHER)
    )
