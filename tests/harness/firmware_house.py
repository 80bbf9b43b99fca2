"""Streamers in memory that take updates, and a server that offers one: without any network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from altrabits_desktop.actions.firmware import Updater
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.errors import Refused, StreamerSilent
from altrabits_desktop.runtime.firmware_files import FirmwareFiles
from altrabits_desktop.simulator.firmware import Firmware
from tests.fakes.clock import FakeClock
from tests.fakes.firmware import IMAGE, TRUSTED, signed_for
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from pathlib import Path

    from altrabits_desktop.actions.firmware_report import FirmwareReport, RestReport
    from altrabits_desktop.contract.features import Feature
    from altrabits_desktop.contract.firmware import SignedManifest
    from altrabits_desktop.contract.firmware_api import FirmwareMessage
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.changes import Changes

OLD, NEW = "2.4.1", "2.5.0"
FIRST, SECOND, THIRD = (a_streamer(number).id for number in (1, 2, 3))


class FirmwareHouse:
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
        self.begins_to_play: set[StreamerId] = set()
        self.told: list[RestReport] = []
        self.updater = self.new_updater()

    def new_updater(self) -> Updater:
        """Make one, as at another start of the program."""
        return Updater(
            source=self,
            streamers=self,
            directory=self,
            files=self.files,
            trust=lambda: (TRUSTED - self.named, self.named),
            closed_by=self._closed_by,
            clock=self.clock,
            publish=self._note,
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

    def _note(self, _changes: Changes) -> None:
        self.told.append(self.report(FIRST).rest)

    def report(self, streamer_id: StreamerId) -> FirmwareReport:
        streamer = self.streamer(streamer_id)
        assert streamer is not None
        return self.updater.report(streamer)

    def name_of(self, streamer_id: StreamerId) -> str:
        streamer = self.streamer(streamer_id)
        assert streamer is not None
        return streamer.name

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
        if streamer_id in self.begins_to_play and not may_stop:
            raise Refused("firmware.playing")
        self.firmware[streamer_id].install()
        self.firmware[streamer_id].restart()
        return await self.read(streamer_id)

    async def _look(self, _streamer_id: StreamerId) -> None:
        pass
