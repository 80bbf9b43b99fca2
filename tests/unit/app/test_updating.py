"""What updates streamers is made late, and nothing of it stays after a sign-out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from altrabits_desktop.actions.home import HomeReport
from altrabits_desktop.app.updating import Updating
from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.runtime.changes import ChangeFeed, Changes, Topic
from altrabits_desktop.runtime.firmware_files import FirmwareFiles, UpdateRecord
from altrabits_desktop.runtime.paths import Profile
from tests.fakes.clock import FakeClock
from tests.fakes.firmware import KEY

if TYPE_CHECKING:
    import asyncio
    from pathlib import Path

    from altrabits_desktop.app.homing import AnyServer
    from altrabits_desktop.app.wiring import House

SOMEBODY = HomeReport(email="ada@example.test")
NOBODY = HomeReport()
UNKNOWN = HomeReport(is_known=False)


class Home:
    """As much of a house and a server as is looked at."""

    def __init__(self, folder: Path) -> None:
        self.profile = Profile(folder)
        self.told = SOMEBODY
        self.clock = FakeClock()
        self.feed = ChangeFeed(call_later=_at_once, steady_s=self.clock.steady_s)
        connections = SimpleNamespace(check=_nobody_is_asked)
        house = SimpleNamespace(
            feed=self.feed,
            clock=self.clock,
            registry=None,
            updates_io=None,
            connections=connections,
        )
        home = SimpleNamespace(
            report=lambda: self.told, contact=None, closed_by=lambda *_, **__: None
        )
        server = SimpleNamespace(home=home)
        self.updating = Updating(self.profile, cast("House", house), cast("AnyServer", server))

    async def becomes(self, report: HomeReport) -> bool:
        """Tell that somebody signed in or out; gives whether anything is kept then."""
        self.told = report
        self.feed.publish(Changes(topics=Topic.HOME))
        await self.updating.stop()
        return bool(FirmwareFiles(self.profile.firmware_folder).records())


async def _nobody_is_asked(_streamer_id: object) -> None:
    pass


def _at_once(_after_s: float, call: object) -> None:
    cast("asyncio.TimerHandle", call)()  # type: ignore[operator] # a function


@pytest.fixture
async def home(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    FirmwareFiles(home.profile.firmware_folder).keep({"owned-1": UpdateRecord(later="2.5.0")})
    return home


async def test_what_was_kept_at_another_time_goes_with_the_sign_out(home: Home) -> None:
    kept = [await home.becomes(each) for each in (UNKNOWN, SOMEBODY, NOBODY)]

    assert kept == [True, True, False]
    assert home.updating.late.made is None


async def test_what_was_made_forgets_too(home: Home) -> None:
    await home.updating.late.ready()

    assert not await home.becomes(NOBODY)


async def test_where_nothing_is_kept_nothing_is_done(tmp_path: Path) -> None:
    home = Home(tmp_path)

    assert not await home.becomes(NOBODY)
    assert not home.profile.firmware_folder.exists()


async def test_a_key_that_was_named_is_trusted_beside_the_makers(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    updater = home.updating.late.get()
    plain = updater._trust()  # noqa: SLF001 # what it is given
    monkeypatch.setenv("ALTRABITS_FIRMWARE_KEY", KEY)

    assert updater._trust() == (plain[0], frozenset({KEY}))  # noqa: SLF001 # see above
    monkeypatch.setenv("ALTRABITS_FIRMWARE_KEY", "no key")
    with pytest.raises(Refused, match=r"firmware\.key_malformed"):
        updater._trust()  # noqa: SLF001 # see above
