"""Updates of several streamers: one first, then the rest."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.actions.firmware_report import NO_REST
from altrabits_desktop.contract.errors import Refused, StreamerSilent
from altrabits_desktop.contract.streamers import Playback, Presence, StreamerId, StreamerState
from tests.fakes.firmware import KEY, manifest_for
from tests.harness.firmware_house import FIRST, NEW, OLD, SECOND, THIRD, FirmwareHouse

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.contract.firmware_api import FirmwareMessage


@pytest.fixture
def house(tmp_path: Path) -> FirmwareHouse:
    return FirmwareHouse(tmp_path / "firmware")


async def test_nothing_is_said_of_the_others_before_one_is_back_and_well(
    house: FirmwareHouse,
) -> None:
    before = await house.updater.check(FIRST)
    after = await house.updater.install(FIRST)

    assert (before.others, after.others) == ((), (SECOND, THIRD))
    assert house.versions() == [NEW, OLD, OLD]


async def test_the_rest_follows_one_after_the_other(house: FirmwareHouse) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    await house.updater.install_others(FIRST)

    assert house.versions() == [NEW, NEW, NEW]


async def test_the_first_that_does_not_go_well_ends_it(
    house: FirmwareHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    house.firmware[SECOND].trusted = frozenset()
    monkeypatch.setattr(house, "offer", refusing)

    with pytest.raises(Refused, match=r"firmware\.refused"):
        await house.updater.install_others(FIRST)

    assert house.versions() == [NEW, OLD, OLD]


async def test_who_did_not_go_well_and_why_is_told_where_the_rest_was_wished(
    house: FirmwareHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    house.known[SECOND] = {"name": "Kitchen"}
    monkeypatch.setattr(house, "offer", refusing)

    with pytest.raises(Refused):
        await house.updater.install_others(FIRST)

    rest = house.report(FIRST).rest
    assert (rest.failed, rest.now) == ("Kitchen", "")
    assert rest.fault is not None
    assert rest.fault.code == "firmware.refused"


async def test_who_looks_again_is_not_told_of_a_rest_that_has_ended(
    house: FirmwareHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    monkeypatch.setattr(house, "offer", refusing)
    with pytest.raises(Refused):
        await house.updater.install_others(FIRST)

    report = await house.updater.check(FIRST)

    assert report.rest == NO_REST
    assert report.others == (SECOND, THIRD)


async def test_whose_turn_it_is_is_told_where_the_rest_was_wished(house: FirmwareHouse) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    house.told.clear()

    await house.updater.install_others(FIRST)

    turns = [rest.now for rest in house.told]
    names = [streamer.name for streamer in house.streamers()]
    assert list(dict.fromkeys(turns)) == [*names[1:], ""]


async def test_the_rest_goes_on_without_who_wished_it(house: FirmwareHouse) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)

    wish = asyncio.ensure_future(house.updater.install_others(FIRST))
    await asyncio.sleep(0)
    wish.cancel()
    await house.updater.install_others(FIRST)

    assert house.versions() == [NEW, NEW, NEW]


async def test_the_rest_is_offered_after_another_start_too(house: FirmwareHouse) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)

    house.updater = house.new_updater()
    report = await house.updater.check(FIRST)

    assert report.others == (SECOND, THIRD)


async def refusing(*_: object) -> FirmwareMessage:
    raise Refused("firmware.refused")


async def test_what_plays_is_left_out_of_the_rest(house: FirmwareHouse) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    house.known[SECOND] = {"state": StreamerState(playback=Playback.PLAYING)}
    await house.updater.install_others(FIRST)

    assert house.versions() == [NEW, OLD, NEW]
    assert house.report(FIRST).rest.left_out == (house.name_of(SECOND),)


async def test_what_begins_to_play_meanwhile_is_left_out_too(house: FirmwareHouse) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    house.begins_to_play.add(SECOND)
    await house.updater.install_others(FIRST)

    assert house.versions() == [NEW, OLD, NEW]
    assert house.report(FIRST).rest.left_out == (house.name_of(SECOND),)


async def test_what_is_away_is_left_out_and_does_not_end_it(house: FirmwareHouse) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    house.known[SECOND] = {"presence": Presence.GONE}
    await house.updater.install_others(FIRST)

    assert house.versions() == [NEW, OLD, NEW]


@pytest.mark.parametrize(
    "known",
    [
        {"product": "Cobalt Amp"},
        {"is_locked": True},
        {"capabilities": frozenset()},
        {"owned_id": None, "is_owned": False},
        {"model_note": NEW},
        {"model_note": None},
    ],
)
async def test_others_are_those_of_the_person_and_product_that_have_something_older(
    house: FirmwareHouse, known: dict[str, Any]
) -> None:
    house.known[SECOND] = known
    await house.updater.check(FIRST)

    assert (await house.updater.install(FIRST)).others == (THIRD,)


async def test_a_key_that_was_named_on_purpose_is_told(house: FirmwareHouse) -> None:
    house.named = frozenset({KEY})

    report = await house.updater.check(FIRST)

    assert (report.ready is not None, report.is_of_maker) == (True, False)


@pytest.mark.parametrize(
    ("known", "code"),
    [
        ({"owned_id": None, "is_owned": False}, "control.not_owned"),
        ({"is_locked": True}, "control.locked"),
        ({"capabilities": frozenset()}, "control.unsupported"),
    ],
)
async def test_only_a_streamer_that_obeys_is_looked_at(
    house: FirmwareHouse, known: dict[str, Any], code: str
) -> None:
    house.known[FIRST] = known

    with pytest.raises(Refused) as refusal:
        await house.updater.check(FIRST)

    assert refusal.value.code == code
    streamer = house.streamer(FIRST)
    assert streamer is not None
    assert not house.updater.report(streamer).can_update


async def test_one_that_does_not_come_back_is_given_up(
    house: FirmwareHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hasty(_seconds: float) -> None:
        pass

    async def silent(_streamer_id: StreamerId, *, may_stop: bool) -> FirmwareMessage:
        house.is_silent = True
        raise StreamerSilent("streamer.silent")

    monkeypatch.setattr(house.clock, "sleep", hasty)
    monkeypatch.setattr(house, "install", silent)
    await house.updater.check(FIRST)

    with pytest.raises(Refused, match=r"firmware\.not_back"):
        await house.updater.install(FIRST)


async def test_an_image_of_firmware_that_is_no_longer_offered_is_removed(
    house: FirmwareHouse,
) -> None:
    old = manifest_for(b"of an update that came to nothing")
    house.files.add(old, b"of an up", offset=0)
    await house.updater.check(FIRST)

    await house.updater.install(FIRST)

    assert house.files.loaded_bytes(old) == 0


async def test_two_wishes_at_once_are_one_update(house: FirmwareHouse) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)

    with pytest.raises(Refused, match=r"firmware\.none"):
        await house.updater.install(FIRST)

    assert house.parts == 1
