"""What an owner asks of a streamer and does to it, beside what plays."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.upkeep import Upkeep, is_meant
from altrabits_desktop.contract.commands import Reset, Restart, SetBalance, SetMute
from altrabits_desktop.contract.errors import (
    OTHER_OWNER,
    DecisionNeeded,
    MalformedAnswer,
    Refused,
    StoreUnusable,
    StreamerSilent,
)
from altrabits_desktop.contract.features import Feature
from altrabits_desktop.contract.streamers import Origin, StreamerId
from altrabits_desktop.contract.upkeep import (
    AskHealth,
    AskLogs,
    AskNetwork,
    AskSettings,
    Health,
    KeptSettings,
    LogLines,
    Network,
    TakeSettings,
)
from tests.fakes.clock import settled
from tests.fakes.obeying import PLAYING, ObeyingStreamers
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from altrabits_desktop.contract.upkeep import Inquiry, Told

OWNED = a_streamer(state=PLAYING, is_owned=True, owned_id="one")
ANSWERS: dict[type, Told] = {
    AskNetwork: Network(address="192.168.71.20"),
    AskHealth: Health(uptime_s=90),
    AskLogs: LogLines(("0 s: started",)),
    AskSettings: KeptSettings(balance=3),
    TakeSettings: KeptSettings(balance=4),
}


class House:
    """Streamers that answer their owner, and an account that forgets them."""

    def __init__(self) -> None:
        self.obeying = ObeyingStreamers(OWNED)
        self.id: StreamerId = self.obeying.id
        self.asked: list[Inquiry] = []
        self.forgotten: list[str] = []
        self.failure: Exception | None = None
        self.answers = dict(ANSWERS)
        self.upkeep = Upkeep(
            streamers=self,
            controlling=self.obeying.controlling,
            adder=self,
            directory=self.obeying,
            others=self.obeying.controlling.others,
            closed_by=self.obeying.closed_by,
        )

    async def tell(self, _streamer_id: StreamerId, inquiry: Inquiry) -> Told:
        self.asked.append(inquiry)
        if self.failure is not None:
            raise self.failure
        return self.answers[type(inquiry)]

    async def forget(self, owned_id: str) -> None:
        if self.failure is not None:
            raise self.failure
        self.forgotten.append(owned_id)

    def told(self) -> list[object]:
        return [command for _, command in self.obeying.told]


@pytest.fixture
async def house() -> House:
    return House()


async def test_owner_learns_what_is_asked_for(house: House) -> None:
    network = await house.upkeep.network(house.id)
    health = await house.upkeep.health(house.id)
    lines = await house.upkeep.log_lines(house.id)
    before = await house.upkeep.settings(house.id)
    after = await house.upkeep.take_settings(house.id, KeptSettings(balance=4))

    assert (network.address, health.uptime_s, lines) == ("192.168.71.20", 90, ("0 s: started",))
    assert (before.balance, after.balance) == (3, 4)
    assert house.asked[-1] == TakeSettings(KeptSettings(balance=4))


ASKINGS: dict[str, Callable[[House], Coroutine[object, object, KeptSettings]]] = {
    "are read": lambda house: house.upkeep.settings(house.id),
    "are put back": lambda house: house.upkeep.take_settings(house.id, KeptSettings(balance=4)),
}


@pytest.mark.parametrize("what", ASKINGS)
async def test_settings_wait_for_all_that_was_told_before(house: House, what: str) -> None:
    house.obeying.latencies_s = [0.5, 0.5]
    telling = [
        asyncio.ensure_future(house.obeying.controlling.perform(house.id, command))
        for command in (SetMute(is_muted=True), SetBalance(5))
    ]
    await settled()

    asking = asyncio.ensure_future(ASKINGS[what](house))
    await house.obeying.clock.advance(0.8)
    early = list(house.asked)
    await house.obeying.clock.advance(0.3)
    await asking

    assert early == []
    assert all(task.done() for task in telling)
    await house.obeying.controlling.stop()


async def test_c09_nobody_asks_before_a_sign_in(house: House) -> None:
    house.obeying.closed = "gate.sign_in_needed"

    with pytest.raises(DecisionNeeded, match=r"gate\.sign_in_needed"):
        await house.upkeep.network(house.id)
    with pytest.raises(DecisionNeeded):
        await house.upkeep.restart(house.id)

    assert (house.asked, house.told()) == ([], [])


async def test_c08_streamers_of_the_demo_are_open_to_everybody(house: House) -> None:
    house.obeying.known[house.id] = replace(OWNED, origin=Origin.DEMO)

    await house.upkeep.health(house.id)

    assert house.obeying.asked_gate == [(Feature.CONTROL, True)]


async def test_streamer_that_is_not_known_is_silent(house: House) -> None:
    with pytest.raises(StreamerSilent):
        await house.upkeep.health(StreamerId("nobody"))


@pytest.mark.parametrize("answer", [None, Health(uptime_s=1)])
async def test_answer_that_does_not_fit_is_said_as_such(answer: Told | None, house: House) -> None:
    if answer is None:
        house.failure = MalformedAnswer("control_api.malformed")
    else:
        house.answers[AskNetwork] = answer

    with pytest.raises(MalformedAnswer, match=r"control\.answer_unreadable"):
        await house.upkeep.network(house.id)


async def test_who_says_to_obey_somebody_else_when_asked_is_known(house: House) -> None:
    house.failure = Refused(OTHER_OWNER)
    with pytest.raises(Refused, match=OTHER_OWNER):
        await house.upkeep.network(house.id)
    known = [house.obeying.controlling.has_other_owner("one")]

    house.failure = None
    await house.upkeep.network(house.id)
    known.append(house.obeying.controlling.has_other_owner("one"))

    assert known == [True, False]


async def test_restart_keeps_it_in_the_account(house: House) -> None:
    await house.upkeep.restart(house.id)

    assert (house.told(), house.forgotten) == ([Restart()], [])


async def test_reset_takes_it_off_the_account(house: House) -> None:
    await house.upkeep.reset(house.id)

    assert (house.told(), house.forgotten) == ([Reset()], ["one"])


async def test_streamer_that_refuses_a_reset_stays_in_the_account(house: House) -> None:
    house.obeying.failures = [Refused("control.owner_changed")]

    with pytest.raises(Refused, match=r"control\.owner_changed"):
        await house.upkeep.reset(house.id)

    assert house.forgotten == []


async def test_account_that_cannot_be_told_of_a_reset_is_said(house: House) -> None:
    house.failure = StoreUnusable("store.unwritable")

    with pytest.raises(StoreUnusable):
        await house.upkeep.reset(house.id)

    assert house.told() == [Reset()]


@pytest.mark.parametrize(
    ("typed", "is_this"),
    [
        (OWNED.name, True),
        (f" {OWNED.name.upper()} ", True),
        ("", False),
        ("yes", False),
        (f"{OWNED.name}x", False),
    ],
)
def test_streamer_is_meant_by_whoever_types_its_name(typed: str, is_this: bool) -> None:
    assert is_meant(OWNED, typed) is is_this
