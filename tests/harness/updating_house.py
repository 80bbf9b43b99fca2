"""A person's computer with streamers of theirs that take updates: real ones, on loopback."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from altrabits_desktop.actions.firmware import Updater
from altrabits_desktop.actions.firmware_source import FirmwareSource
from altrabits_desktop.contract.capabilities import Capability
from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.firmware_files import FirmwareFiles
from altrabits_desktop.streamers.updating import StreamerUpdates
from tests.fakes.firmware import IMAGE, TRUSTED
from tests.fakes.served_routes import offer
from tests.harness.claiming_house import claiming_house

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from altrabits_desktop.actions.firmware_course import Progress, Step
    from altrabits_desktop.actions.firmware_report import FirmwareReport
    from altrabits_desktop.contract.streamers import Streamer, StreamerId
    from altrabits_desktop.runtime.changes import Changes
    from altrabits_desktop.simulator.streamer import VirtualStreamer
    from tests.harness.claiming_house import House


class HastyClock(SystemClock):
    """Real time, in which nobody waits long."""

    async def sleep(self, seconds: float) -> None:
        await super().sleep(min(seconds, 0.02))


@dataclass
class UpdatingHouse:
    """The directory is the registry, with what a connection would have told of the streamer."""

    house: House
    folder: Path
    streamer_id: StreamerId = field(init=False)
    updater: Updater = field(init=False)
    told: list[Changes] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    looked: int = 0
    now_shown: dict[str, object] = field(default_factory=dict)
    _has_changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def simulated(self) -> VirtualStreamer:
        return self.house.streamer

    @property
    def report(self) -> FirmwareReport:
        streamer = self.streamer(self.streamer_id)
        assert streamer is not None
        return self.updater.report(streamer)

    def streamers(self) -> tuple[Streamer, ...]:
        found = self.streamer(self.streamer_id)
        return () if found is None else (found,)

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        found = self.house.registry.streamer(streamer_id)
        if found is None:
            return None
        told = {
            "model_note": self.simulated.firmware.memory.version,
            "product": self.simulated.persona.product,
            "capabilities": frozenset({Capability.FIRMWARE}),
            "origin": Origin.LAN,
            **self.now_shown,
        }
        return replace(found, **told)  # type: ignore[arg-type] # as a connection tells it

    def new_updater(self) -> Updater:
        """Make one, as at another start of the program."""
        person = self.house.here.person

        async def look(_streamer_id: StreamerId) -> None:
            self.looked += 1

        return Updater(
            source=FirmwareSource(person.contact),
            streamers=StreamerUpdates(self.house.registry, self.house.io),
            directory=self,
            files=FirmwareFiles(self.folder / "firmware-here"),
            trust=lambda: (TRUSTED, frozenset()),
            closed_by=person.closed_by,
            clock=HastyClock(),
            publish=self._take,
            look=look,
            is_somebody=lambda: bool(person.report().email),
        )

    async def until_step(self, step: Step) -> None:
        """Wait until an update has come to a step."""
        while all(progress.step is not step for progress in self.progress):
            self._has_changed.clear()
            await self._has_changed.wait()

    def _take(self, changes: Changes) -> None:
        self.told.append(changes)
        self._has_changed.set()
        progress = self.report.progress
        if progress is not None and progress not in self.progress[-1:]:
            self.progress.append(progress)


@asynccontextmanager
async def updating_house(folder: Path, image: bytes | None = IMAGE) -> AsyncIterator[UpdatingHouse]:
    """Open it; the streamer is the person's, and the server offers firmware for it.

    Args:
        folder: for everything.
        image: of the firmware; None for none.
    """
    async with claiming_house(folder) as house:
        await house.here.sign_up()
        if image is not None:
            offer(folder, image)
        adder = house.adder()
        heard = house.hear()
        adding = await adder.begin(heard)
        await adder.confirm(adding, code=house.streamer.claims.shown_code)
        house.registry.own((await adder.book()).of)
        house.streamer.firmware.trusted = TRUSTED
        opened = UpdatingHouse(house, folder)
        opened.streamer_id = heard
        opened.updater = opened.new_updater()
        yield opened
        await opened.updater.stop()
