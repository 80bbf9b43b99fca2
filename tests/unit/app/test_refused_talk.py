"""What the console says of changes to streamers that the server would not have."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.app.belongings_desk import BelongingsDesk
from altrabits_desktop.app.home_desk import HomeDesk
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.app.refused_talk import RefusedTalk
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.errors import DecisionNeeded, ProfileUnusable
from altrabits_desktop.contract.possessions import OwnedFields
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.keychain import Kept
from altrabits_desktop.sync.outbox import Errand, Waiting
from tests.fakes.full_house import FullHouse

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import Result
    from altrabits_desktop.app.owner_talk import Ask

SAID = (
    "The name and room of “Attic” were not saved. It was removed from your streamers on another"
    " computer.\n"
)


class Console:
    """Somebody who is signed in, and whose new name for a streamer was refused."""

    def __init__(self) -> None:
        self.house = house = FullHouse()
        house.home.stand(standing=Standing.SIGNED_IN, email="maple@example.net")
        house.membership.outbox.append(
            Waiting(
                key="key-1",
                errand=Errand.CHANGE_STREAMER,
                object_id="fireside-1",
                body=OwnedFields(name="Attic"),
                made_at=house.clock.now(),
            )
        )
        house.membership.refuse("object.unknown")
        self.has_talked = False
        self._desk = HomeDesk(
            house.home,
            now=house.clock.now,
            keeping=self._keeping,
            belongings=BelongingsDesk(
                Belongings(house.membership, clock=SystemClock()), arrival=self._arrive
            ),
        )

    async def list(self, *, is_json: bool = False) -> tuple[Result, str]:
        """Give the answer of `streamers list`, and what is said beside it."""
        told = io.StringIO()
        output = Output(io.StringIO(), told, is_json=is_json)
        answer = await RefusedTalk(talk=self._talk, output=output)(self._desk.carry_out)
        return answer, told.getvalue()

    async def _talk(self, ask: Ask) -> Result:
        self.has_talked = True
        return await ask(OwnerErrand(("streamers", "list")))

    async def _arrive(self, _object_id: str) -> None:
        pass

    async def _keeping(self) -> Kept | None:
        return Kept.KEYRING


@pytest.fixture
def console() -> Console:
    return Console()


async def test_a_change_that_was_refused_is_said_once_as_in_the_window(console: Console) -> None:
    first = await console.list()
    second = await console.list()

    assert (first, second) == (([], SAID), ([], ""))
    assert console.house.membership.view.refused == ()


async def test_what_was_seen_in_the_window_is_not_said_again(console: Console) -> None:
    await console.house.services.belongings.forget_refused("key-1")

    assert await console.list() == ([], "")


async def test_programs_are_told_each_time_and_it_stays_for_a_person(console: Console) -> None:
    told = [json.loads((await console.list(is_json=True))[1]) for _ in range(2)]

    change = {"kind": "changed", "name": "Attic", "code": "object.unknown"}
    assert told == [{"refused": {**change, "message": SAID.strip()}}] * 2
    assert len(console.house.membership.view.refused) == 1


async def test_without_a_sign_in_the_command_alone_says_what_is_in_the_way(
    console: Console,
) -> None:
    console.house.home.stand(standing=Standing.ANONYMOUS, email="")

    with pytest.raises(DecisionNeeded) as caught:
        await console.list()

    assert (caught.value.code, console.has_talked) == ("gate.sign_in_needed", True)
    assert len(console.house.membership.view.refused) == 1


async def test_an_owner_that_does_not_answer_is_asked_only_once() -> None:
    asked = []

    async def ask(errand: OwnerErrand) -> Result:
        asked.append(errand.words)
        raise ProfileUnusable("profile.in_use", folder="/p")

    async def talk(ask: Ask) -> Result:
        return await ask(OwnerErrand(("streamers", "list")))

    output = Output(io.StringIO(), io.StringIO(), is_json=False)
    with pytest.raises(ProfileUnusable):
        await RefusedTalk(talk=talk, output=output)(ask)

    assert asked == [("streamers", "refused")]
