"""Updates of a real simulated streamer by a real server, and everything that can go wrong."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from altrabits_desktop.actions.firmware_course import Step
from altrabits_desktop.contract.commands import SetVolume
from altrabits_desktop.contract.errors import (
    AltraBitsError,
    DecisionNeeded,
    Refused,
)
from altrabits_desktop.contract.firmware import SignedManifest, signed_bytes, text_of
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.runtime.signatures import sign
from altrabits_desktop.simulator.faults import Fault
from altrabits_desktop.streamers.drivers.altrabits.driver import AltraBitsDriver
from tests.fakes.firmware import (
    IMAGE,
    KEY,
    OTHER_SECRET,
    manifest_for,
    signed_for,
)
from tests.harness.updating_house import updating_house

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.harness.updating_house import UpdatingHouse

OLD, NEW = "2.4.1", "2.5.0"


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[UpdatingHouse]:
    async with updating_house(tmp_path) as opened:
        yield opened


def plant(house: UpdatingHouse, signed: SignedManifest, image: bytes = IMAGE) -> None:
    """Have the server offer something without looking at it, as one that lies does."""
    folder = house.folder / "firmware"
    for path in folder.iterdir():
        path.unlink()
    sha256 = msgspec.json.decode(signed.manifest)["sha256"]
    (folder / f"{sha256}.json").write_bytes(msgspec.json.encode(signed))
    (folder / f"{sha256}.bin").write_bytes(image)


async def turned_to(house: UpdatingHouse, volume: int) -> int | None:
    """Set the volume as the person does, and give what the streamer has then."""
    recognition = house.house.registry.recognition(house.streamer_id)
    assert recognition is not None
    async with AltraBitsDriver().open(recognition.address, house.house.io) as connection:
        await connection.perform(SetVolume(volume))
    return house.simulated.state().volume


async def test_a_streamer_is_updated_to_what_the_server_offers(house: UpdatingHouse) -> None:
    checked = await house.updater.check(house.streamer_id)
    done = await house.updater.install(house.streamer_id, may_stop=True)

    assert (checked.version, checked.ready, checked.is_of_maker) == (OLD, manifest_for(), True)
    assert (done.version, done.ready, done.fault) == (NEW, None, None)
    assert (done.record.version, done.record.is_installed, done.record.code) == (NEW, True, "")
    assert house.progress[0].step is Step.LOAD
    assert {progress.step for progress in house.progress} == set(Step)
    assert house.simulated.info().firmware == NEW
    assert house.looked == 1
    assert not list((house.folder / "firmware-here").glob("*.image"))
    assert await turned_to(house, 23) == 23


async def test_nothing_is_loaded_before_the_person_wants_it(house: UpdatingHouse) -> None:
    await house.updater.check(house.streamer_id)

    assert not (house.folder / "firmware-here").exists()
    assert house.simulated.firmware.message().upload is None


async def test_what_was_checked_is_refused_without_a_check(house: UpdatingHouse) -> None:
    with pytest.raises(Refused, match=r"firmware\.none"):
        await house.updater.install(house.streamer_id, may_stop=True)


@pytest.mark.parametrize(
    "fields",
    [
        {"version": OLD},
        {"version": "2.4.0"},
        {"products": ("Other",)},
        {"least_version": "2.4.2"},
        {"valid_until": datetime(2026, 1, 2, tzinfo=UTC)},
    ],
)
async def test_r57_what_is_older_frozen_or_for_another_product_is_not_offered(
    house: UpdatingHouse, fields: dict[str, Any]
) -> None:
    plant(house, signed_for(**fields))

    report = await house.updater.check(house.streamer_id)

    assert (report.ready, report.has_checked) == (None, True)


@pytest.mark.parametrize("kind", ["another key", "forged", "mixed", "revoked"])
async def test_r57_what_is_not_signed_by_a_trusted_maker_is_not_offered(
    house: UpdatingHouse, kind: str
) -> None:
    good, other = signed_for(), signed_for(version="2.6.0")
    text = text_of(manifest_for(version="9.9"))
    planted = {
        "another key": signed_for(secret=OTHER_SECRET),
        "forged": SignedManifest(
            manifest=text, key=KEY, signature=sign(signed_bytes(text), OTHER_SECRET)
        ),
        "mixed": SignedManifest(manifest=other.manifest, key=good.key, signature=good.signature),
        "revoked": good,
    }
    plant(house, planted[kind])
    if kind == "revoked":
        # A key that its maker has lost is in no later version of the program.
        house.updater._trust = lambda: (frozenset(), frozenset())  # noqa: SLF001 # see above

    report = await house.updater.check(house.streamer_id)

    assert report.ready is None


@pytest.mark.parametrize(
    "image",
    [IMAGE[:-1], IMAGE + b"more", bytes(len(IMAGE)), b""],
    ids=["cut", "endless", "another", "nothing"],
)
async def test_r57_what_is_not_the_signed_image_never_reaches_a_streamer(
    house: UpdatingHouse, image: bytes
) -> None:
    plant(house, signed_for(), image)
    await house.updater.check(house.streamer_id)

    with pytest.raises(Refused, match=r"firmware\.differs"):
        await house.updater.install(house.streamer_id, may_stop=True)

    assert house.simulated.firmware.message().upload is None
    assert house.report.record.code == "firmware.differs"
    assert await turned_to(house, 24) == 24


@pytest.mark.parametrize(
    "fault", [Fault.POWER_AT_BEGIN, Fault.POWER_AT_UPLOAD, Fault.POWER_AT_VERIFY]
)
async def test_an_update_goes_on_when_the_power_is_back(house: UpdatingHouse, fault: Fault) -> None:
    await house.updater.check(house.streamer_id)
    house.simulated.faults = frozenset({fault})

    done = await house.updater.install(house.streamer_id, may_stop=True)

    assert (done.version, done.record.is_installed) == (NEW, True)
    assert any(progress.is_away for progress in house.progress)
    assert house.simulated.faults == frozenset()


@pytest.mark.parametrize("fault", [Fault.POWER_AT_INSTALL, Fault.POWER_AT_RESTART])
async def test_a_loss_of_power_in_the_last_steps_leaves_the_old_firmware_and_is_told(
    house: UpdatingHouse, fault: Fault
) -> None:
    await house.updater.check(house.streamer_id)
    house.simulated.faults = frozenset({fault})

    with pytest.raises(Refused, match=r"firmware\.kept_power"):
        await house.updater.install(house.streamer_id, may_stop=True)

    report = house.report
    assert (report.version, report.ready) == (OLD, manifest_for())
    assert (report.record.is_installed, report.record.code) == (False, "firmware.kept_power")
    assert await turned_to(house, 25) == 25
    done = await house.updater.install(house.streamer_id, may_stop=True)
    assert (done.version, done.record.is_installed) == (NEW, True)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault.NO_SPACE, "firmware.no_space"),
        (Fault.NO_UPDATE, "firmware.refused"),
        (Fault.BAD_MEMORY, "firmware.damaged"),
    ],
)
async def test_what_the_streamer_refuses_is_told_and_the_old_firmware_runs(
    house: UpdatingHouse, fault: Fault, code: str
) -> None:
    await house.updater.check(house.streamer_id)
    house.simulated.faults = frozenset({fault})

    with pytest.raises(Refused) as refusal:
        await house.updater.install(house.streamer_id, may_stop=True)

    assert refusal.value.code == code
    assert (house.report.version, house.report.record.code) == (OLD, code)
    house.simulated.faults = frozenset()
    assert await turned_to(house, 26) == 26


async def test_a_streamer_that_trusts_another_maker_says_so(house: UpdatingHouse) -> None:
    await house.updater.check(house.streamer_id)
    house.simulated.firmware.trusted = frozenset()

    with pytest.raises(Refused, match=r"firmware\.streamer_distrusts"):
        await house.updater.install(house.streamer_id, may_stop=True)


async def test_what_was_loaded_before_the_program_ended_is_not_loaded_again(
    house: UpdatingHouse,
) -> None:
    await house.updater.check(house.streamer_id)
    house.simulated.faults = frozenset({Fault.NO_UPDATE})
    with pytest.raises(Refused):
        await house.updater.install(house.streamer_id, may_stop=True)
    house.simulated.faults = frozenset()
    for path in (house.folder / "firmware").glob("*.bin"):
        # It would be noticed now if the server were asked for it once more.
        path.write_bytes(b"another")

    house.updater = house.new_updater()
    await house.updater.check(house.streamer_id)
    done = await house.updater.install(house.streamer_id, may_stop=True)

    assert done.version == NEW


async def test_control_goes_on_while_an_image_is_loaded(house: UpdatingHouse) -> None:
    await house.updater.check(house.streamer_id)

    installing = asyncio.ensure_future(house.updater.install(house.streamer_id, may_stop=True))
    await house.until_step(Step.INSTALL)
    volume = await turned_to(house, 27)
    await installing

    assert volume == 27


async def test_music_is_stopped_only_by_who_may(house: UpdatingHouse) -> None:
    await house.updater.check(house.streamer_id)
    house.simulated.play()

    with pytest.raises(Refused, match=r"firmware\.playing"):
        await house.updater.install(house.streamer_id, may_stop=False)
    done = await house.updater.install(house.streamer_id, may_stop=True)

    assert done.version == NEW


async def test_what_is_put_off_is_kept_and_can_be_installed_all_the_same(
    house: UpdatingHouse,
) -> None:
    await house.updater.check(house.streamer_id)
    await house.updater.put_off(house.streamer_id)

    house.updater = house.new_updater()
    report = await house.updater.check(house.streamer_id)

    assert report.is_later
    assert (await house.updater.install(house.streamer_id, may_stop=True)).version == NEW


async def test_what_became_of_an_update_is_kept(house: UpdatingHouse) -> None:
    await house.updater.check(house.streamer_id)
    await house.updater.install(house.streamer_id, may_stop=True)

    house.updater = house.new_updater()
    report = await house.updater.check(house.streamer_id)

    assert (report.record.version, report.record.is_installed) == (NEW, True)
    assert report.ready is None


async def test_who_signs_out_leaves_nothing_of_it_behind(house: UpdatingHouse) -> None:
    await house.updater.check(house.streamer_id)
    await house.updater.put_off(house.streamer_id)
    await house.house.here.person.sign_out()

    await house.updater.forget()

    assert list((house.folder / "firmware-here").iterdir()) == []
    with pytest.raises(DecisionNeeded):
        await house.updater.check(house.streamer_id)


async def test_who_declined_updates_nothing(house: UpdatingHouse) -> None:
    await house.updater.check(house.streamer_id)
    await house.house.here.decide(DecisionKind.DECLINED)

    with pytest.raises(DecisionNeeded):
        await house.updater.install(house.streamer_id, may_stop=True)

    assert house.simulated.firmware.message().upload is None


async def test_a_streamer_whose_version_cannot_be_read_is_left_alone(
    house: UpdatingHouse,
) -> None:
    house.now_shown["model_note"] = "beta"

    with pytest.raises(Refused, match=r"firmware\.version_unknown"):
        await house.updater.check(house.streamer_id)


async def test_a_server_that_is_away_is_said(house: UpdatingHouse) -> None:
    await house.house.here.stop_server()

    with pytest.raises(AltraBitsError, match=r"server\.away"):
        await house.updater.check(house.streamer_id)

    assert house.report.fault is not None


async def test_a_server_that_knows_nothing_of_firmware_has_none(
    house: UpdatingHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unknown(*_: object, **__: object) -> object:
        raise Refused("path.unknown")

    monkeypatch.setattr(house.house.here.person.contact, "ask", unknown)

    report = await house.updater.check(house.streamer_id)

    assert (report.ready, report.fault, report.has_checked) == (None, None, True)


async def test_another_refusal_of_the_server_is_told(
    house: UpdatingHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object, **__: object) -> object:
        raise Refused("request.malformed")

    monkeypatch.setattr(house.house.here.person.contact, "ask", busy)

    with pytest.raises(Refused, match=r"request\.malformed"):
        await house.updater.check(house.streamer_id)
