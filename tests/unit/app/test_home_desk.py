"""What the console's errands of an account refuse before anything is lost or asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.actions.home import ServerState
from altrabits_desktop.app.belongings_desk import BelongingsDesk
from altrabits_desktop.app.home_desk import HomeDesk
from altrabits_desktop.app.owner_errands import DISCARD, READY, OwnerErrand
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.keychain import Kept
from tests.fakes.full_house import FullHouse

if TYPE_CHECKING:
    from altrabits_desktop.app.owner_errands import Result


class Console:
    """Somebody who is signed in, or whose session has ended."""

    def __init__(self, *, waits: int, is_signed_in: bool = True) -> None:
        house = FullHouse()
        if is_signed_in:
            stands = {"standing": Standing.SIGNED_IN, "email": "maple@example.net"}
            house.home.stand(**stands, waits=waits, waits_here=waits)
        else:
            house.home.stand(standing=Standing.ANONYMOUS, email="", waits=0, waits_here=waits)
        self.home = house.home
        self._desk = HomeDesk(
            house.home,
            now=house.clock.now,
            keeping=self._keeping,
            belongings=BelongingsDesk(
                Belongings(house.membership, clock=SystemClock()), arrival=self._arrive
            ),
        )

    async def ask(self, words: tuple[str, ...], *operands: str) -> Result:
        return await self._desk.carry_out(OwnerErrand(words, operands))

    async def _arrive(self, _object_id: str) -> None:
        pass

    async def _keeping(self) -> Kept | None:
        return Kept.KEYRING


async def test_what_waits_to_be_sent_is_not_lost_by_a_sign_out_that_did_not_say_so() -> None:
    console = Console(waits=2)

    with pytest.raises(Refused) as refused:
        await console.ask(("account", "sign-out"))

    assert (refused.value.code, refused.value.arguments) == ("account.unsent", {"count": 2})
    assert console.home.report().email


async def test_what_waits_for_a_sign_in_is_not_lost_by_a_sign_out_that_did_not_say_so() -> None:
    console = Console(waits=2, is_signed_in=False)

    with pytest.raises(Refused) as refused:
        await console.ask(("account", "sign-out"))

    assert (refused.value.code, refused.value.arguments) == ("account.unsent_left", {"count": 2})
    await console.ask(("account", "sign-out"), DISCARD)


@pytest.mark.parametrize(("waits", "operands"), [(0, ()), (2, (DISCARD,))])
async def test_else_a_sign_out_asks_nothing(waits: int, operands: tuple[str, ...]) -> None:
    console = Console(waits=waits)

    await console.ask(("account", "sign-out"), *operands)

    assert not console.home.report().email


@pytest.mark.parametrize("server", [ServerState.REACHED, ServerState.AWAY])
async def test_a_sign_out_tells_whether_it_is_over_at_the_server(server: ServerState) -> None:
    console = Console(waits=0)
    console.home.stand(server=server)

    told = await console.ask(("account", "sign-out"))

    assert isinstance(told, dict)
    assert told["ended_at_server"] is (server is ServerState.REACHED)


@pytest.mark.parametrize("command", ["create", "sign-in"])
async def test_nobody_types_a_password_for_another_account_while_somebody_is_signed_in(
    command: str,
) -> None:
    console = Console(waits=0)

    with pytest.raises(Refused) as refused:
        await console.ask(READY, "account", command)

    assert refused.value.code == "account.signed_in"
