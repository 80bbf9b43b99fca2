"""`altrabits addresses` asks, lists and forgets what was typed, as the window does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from altrabits_desktop.app.addresses_desk import AddressesDesk
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.cli.finding import addresses_lines
from altrabits_desktop.contract.answered import Answered
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.streamers import HeardBy

if TYPE_CHECKING:
    from altrabits_desktop.actions.finding import Finding


class Asks:
    """Finds a streamer at one address, and remembers it where somebody is signed in."""

    def __init__(self, *, is_signed_in: bool) -> None:
        self._is_signed_in = is_signed_in
        self.kept: list[str] = []

    async def try_address(self, text: str) -> Answered:
        if text != "den.local":
            raise NotReachable("address.silent", address=text)
        if self._is_signed_in:
            self.kept.insert(0, text)
        return Answered("192.168.1.9", "Den", "Cobalt S1", HeardBy.MANUAL)

    def typed(self) -> tuple[str, ...]:
        return tuple(self.kept)

    def forget_typed(self, text: str) -> None:
        self.kept.remove(text)


async def ask(asks: Asks, word: str, *operands: str) -> Any:  # noqa: ANN401 # a record
    words = ("addresses", word)
    desk = AddressesDesk(cast("Finding", asks))
    return await desk.works(OwnerErrand(words, operands))[words]()


async def test_one_that_answers_is_told_and_remembered_until_it_is_forgotten() -> None:
    asks = Asks(is_signed_in=True)

    told = await ask(asks, "add", " den.local ")
    listed = await ask(asks, "list")
    left = await ask(asks, "forget", "DEN.local")

    assert (told["name"], told["address"], told["kept"]) == ("Den", "192.168.1.9", "account")
    assert addresses_lines(told) == "Den (Cobalt S1) answers at 192.168.1.9."
    assert (addresses_lines(listed), left) == ("den.local", [])
    assert addresses_lines(left) == "No typed address is remembered in this network."


async def test_of_nobody_it_is_asked_and_not_remembered_and_that_is_said() -> None:
    asks = Asks(is_signed_in=False)

    told = await ask(asks, "add", "den.local")

    assert (told["kept"], await ask(asks, "list")) == ("run", [])
    assert "not remembered" in addresses_lines(told)


async def test_one_that_is_silent_is_said_and_not_remembered() -> None:
    asks = Asks(is_signed_in=True)

    with pytest.raises(NotReachable, match=r"address\.silent"):
        await ask(asks, "add", "attic.local")

    assert asks.kept == []


async def test_what_is_not_remembered_cannot_be_forgotten() -> None:
    with pytest.raises(Refused, match=r"address\.not_remembered"):
        await ask(Asks(is_signed_in=True), "forget", "den.local")
