"""The fixtures of the plug-in; pytest finds them by the entry point `pytest11`.

They need the extra `altrabits-desktop[qa]`, async tests on the loop of Qt, and no network.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.fake_clock import FakeClock
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.shots import Shots

_SHOTS = "--shots"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer a folder for the pictures of the fixture `shots`."""
    parser.addoption(_SHOTS, metavar="DIR", help="folder for the pictures that tests save")


@pytest.fixture
def streamer_farm() -> Iterator[StreamerFarm]:
    """Give a farm of simulated streamers, not yet started; it ends with the test."""
    # Imported when wanted: the plug-in is loaded in every run of pytest.
    from altrabits_desktop.qa.farm import StreamerFarm

    farm = StreamerFarm()
    yield farm
    farm.stop()


@pytest.fixture
def fake_clock() -> FakeClock:
    """Give the time of the window, which stands still until the test moves it.

    Only in tests that ask for it; the streamers of the farm live in the computer's own time.
    """
    from altrabits_desktop.qa.fake_clock import FakeClock

    return FakeClock()


@pytest_asyncio.fixture
async def desktop(
    request: pytest.FixtureRequest, streamer_farm: StreamerFarm, tmp_path: Path
) -> AsyncIterator[Desktop]:
    """Give a desktop to open the real window on; it hears the test's farm and nothing else."""
    from altrabits_desktop.qa.desktop import Desktop, loopback_alone

    is_time_fake = "fake_clock" in request.fixturenames
    clock = request.getfixturevalue("fake_clock") if is_time_fake else None
    desktop = Desktop(
        tmp_path / "profile",
        surroundings=loopback_alone(streamer_farm.announce_port, clock=clock),
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


@pytest.fixture
def shots(request: pytest.FixtureRequest, desktop: Desktop, tmp_path: Path) -> Shots:
    """Give who saves pictures of the open window, in the folder of `--shots` or one of the test."""
    from altrabits_desktop.qa.shots import Shots

    # The option is known only where the plug-in itself is loaded.
    folder = request.config.getoption(_SHOTS, None)
    return Shots(desktop, tmp_path / "shots" if folder is None else Path(folder))
