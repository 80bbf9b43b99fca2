"""The fixtures of the plug-in; pytest finds them by the entry point `pytest11`.

They need the extra `altrabits-desktop[qa]`, async tests on the loop of Qt, and no network.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.farm import StreamerFarm


@pytest.fixture
def streamer_farm() -> Iterator[StreamerFarm]:
    """Give a farm of simulated streamers, not yet started; it ends with the test."""
    # Imported when wanted: the plug-in is loaded in every run of pytest.
    from altrabits_desktop.qa.farm import StreamerFarm

    farm = StreamerFarm()
    yield farm
    farm.stop()


@pytest_asyncio.fixture
async def desktop(streamer_farm: StreamerFarm, tmp_path: Path) -> AsyncIterator[Desktop]:
    """Give a desktop to open the real window on; it hears the test's farm and nothing else."""
    from altrabits_desktop.qa.desktop import Desktop, loopback_alone

    desktop = Desktop(
        tmp_path / "profile",
        surroundings=loopback_alone(streamer_farm.announce_port),
        pictures=tmp_path / "pictures",
    )
    was_collecting = gc.isenabled()
    # A window must not die on a thread that happens to collect garbage.
    gc.disable()
    yield desktop
    await desktop.close()
    if was_collecting:
        gc.collect()
        gc.enable()
    if desktop.crashes:
        pytest.fail(f"unforeseen errors in the window: {desktop.crashes}", pytrace=False)
