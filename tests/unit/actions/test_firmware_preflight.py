"""What is against an update is said before anything is loaded."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.streamers import Playback, StreamerState
from tests.fakes.firmware import IMAGE, signed_for
from tests.harness.firmware_house import FIRST, NEW, OLD, FirmwareHouse

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def house(tmp_path: Path) -> FirmwareHouse:
    return FirmwareHouse(tmp_path / "firmware")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"power": "battery"}, "firmware.on_battery"),
        ({"power": "unsteady"}, "firmware.power_unsteady"),
        ({"space_bytes": len(IMAGE) - 1}, "firmware.no_space"),
    ],
)
async def test_what_is_against_it_is_said_at_the_look_and_refused_before_anything_is_loaded(
    house: FirmwareHouse, told: dict[str, Any], code: str
) -> None:
    for name, value in told.items():
        setattr(house.firmware[FIRST], name, value)

    checked = await house.updater.check(FIRST)
    with pytest.raises(Refused) as refusal:
        await house.updater.install(FIRST)

    assert (checked.against, refusal.value.code) == (code, code)
    assert checked.ready is not None
    assert house.parts == 0
    assert house.firmware[FIRST].message().upload is None


async def test_an_unknown_word_of_power_is_no_hindrance(house: FirmwareHouse) -> None:
    house.firmware[FIRST].power = "solar"

    assert (await house.updater.check(FIRST)).against is None


async def test_what_plays_is_not_updated_by_who_may_not_stop_it_and_nothing_is_loaded(
    house: FirmwareHouse,
) -> None:
    house.known[FIRST] = {"state": StreamerState(playback=Playback.PLAYING)}
    checked = await house.updater.check(FIRST)

    with pytest.raises(Refused, match=r"firmware\.playing"):
        await house.updater.install(FIRST, may_stop=False)

    assert checked.is_playing
    assert house.parts == 0


async def test_r57_firmware_whose_time_ended_after_the_look_is_not_installed(
    house: FirmwareHouse,
) -> None:
    house.signed = signed_for(valid_until=house.clock.now() + timedelta(days=1))
    await house.updater.check(FIRST)
    house.clock.move(2 * 86_400)

    with pytest.raises(Refused, match=r"firmware\.expired"):
        await house.updater.install(FIRST)

    assert (house.parts, house.versions()) == (0, [OLD, OLD, OLD])


async def test_what_the_streamer_has_by_now_counts_not_what_was_heard_before(
    house: FirmwareHouse,
) -> None:
    await house.updater.check(FIRST)
    house.firmware[FIRST].memory.version = NEW
    house.known[FIRST] = {"model_note": OLD}

    with pytest.raises(Refused, match=r"firmware\.not_newer"):
        await house.updater.install(FIRST)

    assert house.parts == 0
