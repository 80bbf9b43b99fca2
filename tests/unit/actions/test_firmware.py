"""Updates of several streamers: one first, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.actions.firmware import Updater
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Refused, StreamerSilent
from altrabits_desktop.contract.streamers import Playback, Streamer, StreamerId, StreamerState
from altrabits_desktop.runtime.firmware_files import FirmwareFiles
from altrabits_desktop.simulator.firmware import Firmware
from tests.fakes.clock import FakeClock
from tests.fakes.firmware import IMAGE, KEY, TRUSTED, signed_for
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.contract.firmware import SignedManifest
    from altrabits_desktop.contract.firmware_api import FirmwareMessage

OLD, NEW = "2.4.1", "2.5.0"


class House:
    """Streamers in memory, as a directory and as what takes updates; and a server."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.firmware = {
            a_streamer(number).id: Firmware(OLD, product="Cobalt S1", trusted=TRUSTED)
            for number in (1, 2, 3)
        }
        self.known: dict[StreamerId, dict[str, Any]] = {each: {} for each in self.firmware}
        self.files = FirmwareFiles(folder)
        self.parts = 0
        self.signed = signed_for()
        self.named: frozenset[str] = frozenset()
        self.is_silent = False
        self.updater = Updater(
            source=self,
            streamers=self,
            directory=self,
            files=self.files,
            trust=lambda: (TRUSTED - self.named, self.named),
            closed_by=self._closed_by,
            clock=self.clock,
            publish=lambda _changes: None,
            look=self._look,
            is_somebody=lambda: True,
        )

    def _closed_by(self, _feature: Feature, /, *, is_demo: bool) -> str | None:
        return "gate.demo" if is_demo else None

    def streamers(self) -> tuple[Streamer, ...]:
        found = [self.streamer(each) for each in self.firmware]
        return tuple(one for one in found if one is not None)

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        number = list(self.firmware).index(streamer_id) + 1
        told = {
            "is_owned": True,
            "owned_id": f"owned-{number}",
            "capabilities": frozenset({Capability.FIRMWARE}),
            "model_note": self.firmware[streamer_id].memory.version,
            **self.known[streamer_id],
        }
        return a_streamer(number, **told)

    def versions(self) -> list[str]:
        return [each.memory.version for each in self.firmware.values()]

    async def offered(self, _product: str) -> tuple[SignedManifest, ...]:
        return (self.signed,)

    async def part(self, _image_id: str, *, offset: int) -> bytes:
        self.parts += 1
        return IMAGE[offset:]

    async def read(self, streamer_id: StreamerId) -> FirmwareMessage:
        if self.is_silent:
            self.clock.move(60)
            raise StreamerSilent("streamer.silent")
        return self.firmware[streamer_id].message()

    async def offer(self, streamer_id: StreamerId, signed: SignedManifest) -> FirmwareMessage:
        self.firmware[streamer_id].offer(signed)
        return await self.read(streamer_id)

    async def add(self, streamer_id: StreamerId, offset: int, part: bytes) -> FirmwareMessage:
        self.firmware[streamer_id].add(offset, part)
        return await self.read(streamer_id)

    async def verify(self, streamer_id: StreamerId) -> FirmwareMessage:
        self.firmware[streamer_id].verify()
        return await self.read(streamer_id)

    async def install(self, streamer_id: StreamerId, *, may_stop: bool) -> FirmwareMessage:
        if self.known[streamer_id].get("fails"):
            raise Refused("firmware.refused")
        self.firmware[streamer_id].install()
        self.firmware[streamer_id].restart()
        return await self.read(streamer_id)

    async def _look(self, _streamer_id: StreamerId) -> None:
        pass


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "firmware")


FIRST, SECOND, THIRD = (a_streamer(number).id for number in (1, 2, 3))


async def test_nothing_is_said_of_the_others_before_one_is_back_and_well(house: House) -> None:
    before = await house.updater.check(FIRST)
    after = await house.updater.install(FIRST)

    assert (before.others, after.others) == ((), (SECOND, THIRD))
    assert house.versions() == [NEW, OLD, OLD]


async def test_the_rest_follows_one_after_the_other(house: House) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    await house.updater.install_others(FIRST)

    assert house.versions() == [NEW, NEW, NEW]


async def test_the_first_that_does_not_go_well_ends_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    house.firmware[SECOND].trusted = frozenset()
    monkeypatch.setattr(house, "offer", refusing)

    with pytest.raises(Refused, match=r"firmware\.refused"):
        await house.updater.install_others(FIRST)

    assert house.versions() == [NEW, OLD, OLD]


async def refusing(*_: object) -> FirmwareMessage:
    raise Refused("firmware.refused")


async def test_what_plays_is_left_out_of_the_rest(house: House) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)
    house.known[SECOND] = {"state": StreamerState(playback=Playback.PLAYING)}
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
    house: House, known: dict[str, Any]
) -> None:
    house.known[SECOND] = known
    await house.updater.check(FIRST)

    assert (await house.updater.install(FIRST)).others == (THIRD,)


async def test_a_key_that_was_named_on_purpose_is_told(house: House) -> None:
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
    house: House, known: dict[str, Any], code: str
) -> None:
    house.known[FIRST] = known

    with pytest.raises(Refused) as refusal:
        await house.updater.check(FIRST)

    assert refusal.value.code == code
    streamer = house.streamer(FIRST)
    assert streamer is not None
    assert not house.updater.report(streamer).can_update


async def test_one_that_does_not_come_back_is_given_up(
    house: House, monkeypatch: pytest.MonkeyPatch
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


async def test_two_wishes_at_once_are_one_update(house: House) -> None:
    await house.updater.check(FIRST)
    await house.updater.install(FIRST)

    with pytest.raises(Refused, match=r"firmware\.none"):
        await house.updater.install(FIRST)

    assert house.parts == 1
