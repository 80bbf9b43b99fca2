"""`altrabits cards` chooses the network cards to look on, with a window and without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.app.cards_desk import CardsDesk, CardsInView
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.app.settings_store import KeptSettings
from altrabits_desktop.cli.finding import cards_lines
from altrabits_desktop.contract.errors import CardUnknown, WrongUsage
from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.runtime.settings import read_settings
from altrabits_desktop.streamers.discovery.card_view import CardSource, CardView

if TYPE_CHECKING:
    from pathlib import Path

ETHERNET = NetworkCard("eth0", "192.168.1.20", 24, "192.168.1.255", CardKind.ETHERNET)
WIFI = NetworkCard("wlan0", "192.168.2.7", 24, "192.168.2.255", CardKind.WIFI)


class Desk:
    """A desk over a profile, on a computer with two cards."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile

    async def ask(self, word: str, *operands: str) -> Any:  # noqa: ANN401 # a record
        loaded = read_settings(self.profile)
        source = CardSource(
            lambda: (ETHERNET, WIFI),
            names=lambda: frozenset({"eth0", "wlan0", "usb0"}),
            networks=tuple,
        )
        view = CardView(loaded.settings.cards, source=source)
        await view.look()
        kept = KeptSettings(
            self.profile, loaded, for_now=loaded.settings, publish=lambda _changes: None
        )
        desk = CardsDesk(kept, cards=CardsInView(view))
        return await desk.carry_out(OwnerErrand(("cards", word), operands))

    @property
    def kept(self) -> tuple[str, ...]:
        return read_settings(self.profile).settings.cards


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Profile(tmp_path))


async def test_all_are_looked_on_until_some_are_chosen(desk: Desk) -> None:
    told = await desk.ask("list")

    assert told["is_all"]
    assert [(card["name"], card["is_used"]) for card in told["cards"]] == [
        ("eth0", True),
        ("wlan0", True),
    ]


async def test_a_chosen_card_is_kept_by_its_name_also_where_its_address_is_said(desk: Desk) -> None:
    told = await desk.ask("use", "192.168.2.7", "wlan0")

    assert desk.kept == ("wlan0",)
    assert [card["is_used"] for card in told["cards"]] == [False, True]
    assert await desk.ask("list") == told


async def test_all_are_looked_on_again(desk: Desk) -> None:
    await desk.ask("use", "wlan0")

    told = await desk.ask("all")

    assert (desk.kept, told["is_all"]) == ((), True)


async def test_an_unknown_card_changes_nothing(desk: Desk) -> None:
    await desk.ask("use", "wlan0")

    with pytest.raises(CardUnknown):
        await desk.ask("use", "eth7")

    assert desk.kept == ("wlan0",)


async def test_a_card_that_is_not_here_now_may_be_chosen_and_is_said(desk: Desk) -> None:
    told = await desk.ask("use", "usb0")

    assert "not here now" in cards_lines(told)
    assert "Only the chosen cards are looked on." in cards_lines(told)


async def test_people_read_which_cards_are_looked_on(desk: Desk) -> None:
    lines = cards_lines(await desk.ask("list")).splitlines()

    assert lines[1].split() == ["eth0", "Ethernet", "192.168.1.20", "yes"]
    assert lines[-1] == "All cards are looked on, also ones that come later."
    assert cards_lines({"is_all": True, "cards": []}) == lines[-1]


async def test_another_word_is_refused(desk: Desk) -> None:
    with pytest.raises(WrongUsage, match=r"usage\.command_unknown"):
        await desk.ask("break")
