from __future__ import annotations

from dataclasses import replace

import pytest

from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.commands import Rename
from altrabits_desktop.contract.errors import AltraBitsError, Refused, StoreUnusable
from altrabits_desktop.privacy.gate import Standing
from altrabits_desktop.ui.pages.streamer.owned_model import Doing, OwnedModel, Spot, spot_of
from tests.fakes.full_house import FullHouse, fireside
from tests.fakes.house_on_show import Told
from tests.harness.streamer_page import OWNED_ID, own_streamer


@pytest.fixture
def model(house: FullHouse) -> OwnedModel:
    own_streamer(house)
    return OwnedModel(house.services)


@pytest.mark.parametrize(
    ("error", "spot"),
    [
        (Refused("streamer.name_empty"), Spot.NAME),
        (Refused("streamer.name_long", most=64), Spot.NAME),
        (Refused("streamer.room_long", most=64), Spot.ROOM),
        (StoreUnusable("store.full"), Spot.WHOLE),
    ],
)
def test_a_fault_stands_where_it_belongs(error: AltraBitsError, spot: Spot) -> None:
    assert spot_of(error) is spot


def test_name_and_room_are_kept_as_far_as_they_are_new(model: OwnedModel, house: FullHouse) -> None:
    saved = Told(model.saved)

    model.save(OWNED_ID, name="Hearth", room="Living room")

    [waiting] = house.membership.outbox
    kept = house.services.belongings.streamer(OWNED_ID)
    assert (kept.name, kept.room) == ("Hearth", "Living room")
    assert waiting.object_id == OWNED_ID
    assert model.is_waiting(OWNED_ID)
    assert saved == [OWNED_ID]


def test_streamer_that_can_show_its_name_is_told_what_is_new(house: FullHouse) -> None:
    own_streamer(house, capabilities=frozenset({Capability.RENAME}))
    model = OwnedModel(house.services)

    model.save(OWNED_ID, name="Hearth", room="Living room")
    model.save(OWNED_ID, name="Hearth", room="")
    model.save(OWNED_ID, name="Hearth", room="")

    assert house.control.commands == [Rename(name="Hearth"), Rename(room="")]


def test_what_was_closed_is_said_no_longer_once_the_person_stands_otherwise(
    model: OwnedModel, house: FullHouse
) -> None:
    house.home.told = replace(house.home.told, standing=Standing.DECLINED)
    model.save(OWNED_ID, name="Hearth", room="Living room")
    declined = model.fault_at(OWNED_ID, Spot.WHOLE)

    house.home.told = replace(house.home.told, standing=Standing.SIGNED_IN)

    assert declined.startswith("The privacy policy is declined")
    assert model.fault_at(OWNED_ID, Spot.WHOLE) == ""


def test_a_room_may_be_taken_away(model: OwnedModel, house: FullHouse) -> None:
    model.save(OWNED_ID, name="Fireside", room="")

    assert house.services.belongings.streamer(OWNED_ID).room == ""


def test_a_name_that_will_not_do_is_said_at_the_name(model: OwnedModel, house: FullHouse) -> None:
    model.save(OWNED_ID, name="  ", room="Living room")
    said = model.fault_at(OWNED_ID, Spot.NAME)
    elsewhere = (model.fault_at(OWNED_ID, Spot.ROOM), model.fault_at("other", Spot.NAME))

    model.forget_fault()

    assert said == "A streamer needs a name."
    assert elsewhere == ("", "")
    assert model.fault_at(OWNED_ID, Spot.NAME) == ""
    assert house.membership.outbox == []


def test_removing_is_asked_of_whoever_knows_the_streamer(
    model: OwnedModel, house: FullHouse
) -> None:
    model.remove(fireside(), OWNED_ID)

    assert house.adding.asked == [("release", "fireside")]
    assert model.doing is None


def test_one_thing_is_done_at_a_time(model: OwnedModel, house: FullHouse) -> None:
    house.launcher.is_holding = True
    model.remove(fireside(), OWNED_ID)

    model.save(OWNED_ID, name="Hearth", room="")
    doing = model.doing
    house.launcher.let_run()

    assert doing is Doing.REMOVE
    assert house.membership.outbox == []


def test_what_is_not_in_the_account_is_not_owned(model: OwnedModel) -> None:
    assert model.owned(fireside()) is None
    assert model.owned(fireside(owned_id="another")) is None


def test_one_that_is_not_heard_is_taken_off_the_account_alone(
    model: OwnedModel, house: FullHouse
) -> None:
    unheard = own_streamer(house, is_heard=False)
    is_here = model.is_here(OWNED_ID)

    model.remove(unheard, OWNED_ID)

    assert not is_here
    assert house.adding.asked == [("forget", OWNED_ID)]
