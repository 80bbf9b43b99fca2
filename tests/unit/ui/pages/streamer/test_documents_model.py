"""Presets and copies of settings: what takes several steps goes on when its page is left."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import shiboken6

from altrabits_desktop.contract.commands import SavePreset
from altrabits_desktop.contract.streamers import StreamerId
from altrabits_desktop.runtime.late import already
from altrabits_desktop.ui.launching import Launcher
from altrabits_desktop.ui.pages.streamer.documents_model import DocumentsModel
from tests.fakes.clock import settled
from tests.fakes.full_house import FullHouse, fireside
from tests.fakes.kept_upkeep import KeptUpkeep

if TYPE_CHECKING:
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.upkeep import KeptSettings

pytestmark = pytest.mark.usefixtures("qapp")

FIRESIDE = StreamerId("fireside")
SAVED = SavePreset(2)


class SlowUpkeep(KeptUpkeep):
    """Tells its settings when a test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.may_tell = asyncio.Event()

    async def settings(self, streamer_id: StreamerId) -> KeptSettings:
        await self.may_tell.wait()
        return await super().settings(streamer_id)


async def test_a_preset_is_overwritten_though_its_page_is_left(house: FullHouse) -> None:
    house.show(fireside())
    reported: list[AltraBitsError] = []
    upkeep, launcher = SlowUpkeep(), Launcher(report=reported.append)
    services = replace(house.services, launcher=launcher, upkeep=already(upkeep))
    model = DocumentsModel(services, FIRESIDE)

    model.change_preset(SAVED, "Preset 2 holds what plays now.")
    await settled()
    shiboken6.delete(model)
    upkeep.may_tell.set()
    await settled()

    assert house.control.commands == [SAVED]
    assert (reported, launcher.running) == ([], 0)
