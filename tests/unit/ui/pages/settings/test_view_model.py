from __future__ import annotations

import pytest

from altrabits_desktop.actions.cards import CardChoice, card_choices, with_card
from altrabits_desktop.contract.errors import CardUnknown, ProfileUnusable
from altrabits_desktop.contract.streamers import CardKind, NetworkCard
from altrabits_desktop.runtime.settings import Settings, ThemeChoice
from altrabits_desktop.ui.pages.settings.view_model import SettingsViewModel
from tests.fakes.discovery import LOOPBACK
from tests.fakes.full_house import ETHERNET, WIFI, FullHouse

SECOND = NetworkCard("eth0", "10.0.0.2", 8, "10.255.255.255", CardKind.ETHERNET)
BOTH = card_choices((ETHERNET, WIFI), ())


@pytest.fixture
def model(house: FullHouse) -> SettingsViewModel:
    return SettingsViewModel(house.services)


def test_a_theme_is_kept(model: SettingsViewModel, house: FullHouse) -> None:
    model.choose_theme("dark")

    assert house.store.held.theme is ThemeChoice.DARK


def test_a_language_is_kept(model: SettingsViewModel, house: FullHouse) -> None:
    model.choose_language("de")

    assert house.store.held.language == "de"


def test_choosing_says_that_something_changed(model: SettingsViewModel) -> None:
    told: list[bool] = []
    model.changed.connect(lambda: told.append(True))

    model.choose_theme("dark")

    assert told


def test_a_choice_that_cannot_be_kept_holds_and_is_said(
    model: SettingsViewModel, house: FullHouse
) -> None:
    house.store.refusal = ProfileUnusable("profile.unwritable", folder="/x", reason="Read-only")

    model.choose_theme("dark")

    assert house.store.held.theme is ThemeChoice.DARK
    assert model.fault is not None
    assert "until the window is closed" in model.fault.sentence
    assert model.fault.technical == "profile.unwritable: Read-only"


def test_a_choice_is_kept_at_the_second_try(model: SettingsViewModel, house: FullHouse) -> None:
    house.store.refusal = ProfileUnusable("profile.unwritable", folder="/x", reason="Read-only")
    model.choose_theme("dark")
    house.store.refusal = None

    model.try_again()

    assert model.fault is None
    assert house.finder.asked == []


def test_cards_are_looked_on_at_the_second_try(model: SettingsViewModel, house: FullHouse) -> None:
    house.finder.refusals["use_cards"] = CardUnknown("cards.unknown", card="wlan9", known="eth0")
    model.choose_card("wlan0", is_chosen=False)
    was_said = model.fault is not None
    house.finder.refusals.clear()

    model.try_again()

    assert was_said
    assert model.fault is None
    assert house.finder.asked == [("use_cards", ("eth0",))] * 2


def test_a_card_that_is_no_longer_wanted_is_looked_on_no_more(
    model: SettingsViewModel, house: FullHouse
) -> None:
    model.choose_card("wlan0", is_chosen=False)

    assert house.finder.asked == [("use_cards", ("eth0",))]
    assert house.store.held.cards == ("eth0",)
    assert not model.is_on_all_cards


def test_all_cards_are_looked_on_again(model: SettingsViewModel, house: FullHouse) -> None:
    model.choose_card("wlan0", is_chosen=False)

    model.choose_all_cards()

    assert house.finder.asked[-1] == ("use_cards", ())
    assert model.is_on_all_cards


def test_a_choice_that_changes_nothing_asks_nothing(
    model: SettingsViewModel, house: FullHouse
) -> None:
    told: list[bool] = []
    model.changed.connect(lambda: told.append(True))

    model.choose_all_cards()

    assert house.finder.asked == []
    assert told


def test_a_card_that_went_away_meanwhile_is_said(
    model: SettingsViewModel, house: FullHouse
) -> None:
    house.finder.refusals["use_cards"] = CardUnknown("cards.unknown", card="eth0", known="")

    model.choose_card("wlan0", is_chosen=False)

    assert model.fault is not None
    assert "eth0" in model.fault.sentence


def test_a_chosen_card_that_is_not_here_stays_chosen_and_is_not_looked_on(
    model: SettingsViewModel, house: FullHouse
) -> None:
    house.store.held = Settings(cards=("eth0", "usb7"))

    model.choose_card("wlan0", is_chosen=True)

    assert house.finder.asked == [("use_cards", ("eth0", "wlan0"))] or house.store.held.cards == ()


def test_only_absent_cards_chosen_never_means_all_of_them(
    model: SettingsViewModel, house: FullHouse
) -> None:
    house.store.held = Settings(cards=("eth0", "usb7"))

    model.choose_card("eth0", is_chosen=False)

    assert house.finder.asked == [("use_cards", ("usb7",))]


def test_says_where_choices_are_kept(model: SettingsViewModel) -> None:
    assert model.folder == "/home/maple/profile"


def test_without_a_choice_every_card_is_chosen() -> None:
    assert [choice.is_chosen for choice in BOTH] == [True, True]


def test_loopback_is_none_of_all_cards_and_may_be_chosen_beside_them() -> None:
    choices = card_choices((ETHERNET, LOOPBACK), ())
    both = card_choices((ETHERNET, LOOPBACK), ("eth0", "lo"))

    assert [choice.is_chosen for choice in choices] == [True, False]
    assert with_card(choices, "lo", is_chosen=True, before=()) == ("eth0", "lo")
    assert with_card(both, "lo", is_chosen=False, before=("eth0", "lo")) == ()


def test_a_card_with_two_addresses_is_one_choice() -> None:
    [choice] = card_choices((ETHERNET, SECOND), ())

    assert choice.addresses == ("192.168.1.20", "10.0.0.2")


def test_a_chosen_card_that_is_not_here_is_a_choice_without_address() -> None:
    choices = card_choices((ETHERNET,), ("usb7",))

    assert choices == (
        CardChoice("eth0", CardKind.ETHERNET, ("192.168.1.20",), is_chosen=False),
        CardChoice("usb7", CardKind.OTHER, (), is_chosen=True),
    )


def test_a_card_may_be_chosen_by_its_address() -> None:
    choices = card_choices((ETHERNET, WIFI), ("192.168.1.20",))

    assert [(choice.name, choice.is_chosen) for choice in choices] == [
        ("eth0", True),
        ("wlan0", False),
    ]


@pytest.mark.parametrize("available", [(ETHERNET, WIFI), (ETHERNET,)])
@pytest.mark.parametrize("before", [("eth0",), ("192.168.1.20",)])
def test_the_last_card_stays_chosen_as_it_was(
    available: tuple[NetworkCard, ...], before: tuple[str, ...]
) -> None:
    choices = card_choices(available, before)

    assert with_card(choices, "eth0", is_chosen=False, before=before) == before


def test_the_only_card_of_all_cards_stays_one_of_all() -> None:
    assert with_card(card_choices((ETHERNET,), ()), "eth0", is_chosen=False, before=()) == ()


def test_choosing_every_card_is_choosing_all() -> None:
    choices = card_choices((ETHERNET, WIFI), ("eth0",))

    assert with_card(choices, "wlan0", is_chosen=True, before=("eth0",)) == ()
