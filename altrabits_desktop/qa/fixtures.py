"""The fixtures of the plug-in; pytest finds them by the entry point `pytest11`.

They need the extra `altrabits-desktop[qa]`, async tests on the loop of Qt, and no network.
"""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping

    from altrabits_desktop.qa.console import Console
    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.fake_clock import FakeClock
    from altrabits_desktop.qa.farm import StreamerFarm
    from altrabits_desktop.qa.home_server import HomeServer
    from altrabits_desktop.qa.recorder import NetworkRecorder
    from altrabits_desktop.qa.shots import Shots

_SHOTS = "--shots"
_APPROVED = "--shots-approved"
_APPROVE = "--shots-approve"
_BESIDE_THE_TEST = "approved"
_PROFILE = "profile"
_OF_THE_WINDOW = frozenset({"desktop", "shots"})


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer folders for the pictures of the fixture `shots`, and to approve them."""
    group = parser.getgroup("altrabits", "pictures of AltraBits Desktop")
    group.addoption(_SHOTS, metavar="DIR", help="folder for the pictures that tests save")
    group.addoption(
        _APPROVED,
        metavar="DIR",
        help="folder of the approved pictures; `approved` beside each test if not said",
    )
    group.addoption(
        _APPROVE, action="store_true", help="approve what is shown, instead of comparing it"
    )


@pytest.hookimpl(trylast=True, optionalhook=True)
def pytest_asyncio_loop_factories(
    item: pytest.Item,
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Run tests of the window on the loop of Qt; a conftest that says otherwise wins."""
    if _OF_THE_WINDOW.isdisjoint(getattr(item, "fixturenames", ())):
        return {"plain": asyncio.new_event_loop}
    from altrabits_desktop.qa.loop import make_loop

    return {"qt": make_loop}


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


@pytest.fixture
def home_server(tmp_path: Path) -> Iterator[HomeServer]:
    """Give a server of its own that runs, in a process of its own; it ends with the test."""
    from altrabits_desktop.qa.home_server import HomeServer

    server = HomeServer(tmp_path / "home-server")
    server.start_now()
    yield server
    server.leave()


@pytest.fixture
def console(streamer_farm: StreamerFarm, tmp_path: Path) -> Console:
    """Give the console of the computer of the fixture `desktop`; it hears the test's farm."""
    from altrabits_desktop.qa.console import Console

    return Console(
        tmp_path / _PROFILE,
        announce_port=streamer_farm.announce_port,
        keyring=tmp_path / "keyring.json",
    )


@pytest.fixture
def network_recorder() -> Iterator[NetworkRecorder]:
    """Give who notes every connection, datagram and look-up of a name that this process makes."""
    from altrabits_desktop.qa.recorder import NetworkRecorder

    recorder = NetworkRecorder()
    recorder.start()
    yield recorder
    recorder.stop()


@pytest_asyncio.fixture
async def desktop(
    request: pytest.FixtureRequest, streamer_farm: StreamerFarm, tmp_path: Path
) -> AsyncIterator[Desktop]:
    """Give a desktop to open the real window on; it hears the test's farm and nothing else."""
    from altrabits_desktop.qa.desktop import Desktop, loopback_alone

    is_time_fake = "fake_clock" in request.fixturenames
    clock = request.getfixturevalue("fake_clock") if is_time_fake else None
    desktop = Desktop(
        tmp_path / _PROFILE,
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
    """Give who saves and compares pictures of the open window.

    They are saved in the folder of `--shots` or one of the test. Nothing glides or fades.
    """
    from altrabits_desktop.qa.shots import Shots

    # The options are known only where the plug-in itself is loaded.
    folder, approved = (request.config.getoption(name, None) for name in (_SHOTS, _APPROVED))
    desktop.is_motion_reduced = True
    return Shots(
        desktop,
        Path(folder) if folder else tmp_path / "shots",
        approved=Path(approved) if approved else request.path.parent / _BESIDE_THE_TEST,
        is_approving=bool(request.config.getoption(_APPROVE, default=False)),
    )
