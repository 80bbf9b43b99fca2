"""`altrabits firmware` as the owner of the profile carries it out, and what people read of it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.actions.firmware_course import Progress, Step
from altrabits_desktop.actions.firmware_report import FirmwareReport, RestReport
from altrabits_desktop.app.firmware_desk import FirmwareDesk
from altrabits_desktop.app.owner_errands import OwnerErrand
from altrabits_desktop.app.seeking import Seeking
from altrabits_desktop.cli.firmware import firmware_lines
from altrabits_desktop.contract.errors import DecisionNeeded, Refused
from altrabits_desktop.contract.streamers import FindingReport, Streamer, StreamerId, StreamerState
from altrabits_desktop.runtime.changes import ChangeFeed
from altrabits_desktop.runtime.firmware_files import UpdateRecord
from tests.fakes.clock import NOON, FakeClock, settled
from tests.fakes.firmware import manifest_for
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.features import Feature

STREAMER = a_streamer(1, name="Kitchen", owned_id="owned-1", is_owned=True, state=StreamerState())
PLAIN = FirmwareReport(version="2.4.1", can_update=True, has_checked=True)
READY = FirmwareReport(version="2.4.1", can_update=True, has_checked=True, ready=manifest_for())
KEPT = UpdateRecord(version="2.5.0", code="firmware.kept_power", at=NOON)


class Updates:
    """Keeps what is used of `actions.firmware.Updater`."""

    def __init__(self) -> None:
        self.shown = READY
        self.asked: list[str] = []
        self.may_end = asyncio.Event()
        self.fault: Refused | None = None
        self.of_others: Refused | None = None

    def report(self, _streamer: Streamer) -> FirmwareReport:
        return self.shown

    async def check(self, _streamer_id: StreamerId) -> FirmwareReport:
        self.asked.append("check")
        return self.shown

    async def install(self, _streamer_id: StreamerId, *, may_stop: bool) -> None:
        self.asked.append("install" if not may_stop else "stop and install")
        self.shown = FirmwareReport(
            version="2.4.1", can_update=True, progress=Progress(Step.LOAD, 1, 2)
        )
        await self.may_end.wait()
        self.shown = FirmwareReport(version="2.5.0", can_update=True, fault=self.fault)
        if self.fault is not None:
            raise self.fault

    async def install_others(self, _streamer_id: StreamerId) -> None:
        self.asked.append("others")
        if self.of_others is not None:
            rest = RestReport(failed="Study", fault=self.of_others)
            self.shown = replace(self.shown, rest=rest)
            raise self.of_others


class Desk:
    """A desk over one streamer."""

    def __init__(self) -> None:
        self.updates, self.clock = Updates(), FakeClock()
        self.closed: str | None = None
        self.is_away = False
        feed = ChangeFeed(
            call_later=asyncio.get_running_loop().call_later, steady_s=self.clock.steady_s
        )
        seeking = Seeking(self, owned=tuple, report=FindingReport, feed=feed, clock=self.clock)
        self.desk = FirmwareDesk(
            self.updates,  # type: ignore[arg-type] # as much of it as is used
            directory=self,
            seeking=seeking,
            closed_by=self._closed_by,
        )

    def _closed_by(self, _feature: Feature, /, *, is_demo: bool) -> str | None:
        return "gate.demo" if is_demo else self.closed

    def streamers(self) -> tuple[Streamer, ...]:
        return () if self.is_away else (STREAMER,)

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        return STREAMER if streamer_id == STREAMER.id and not self.is_away else None

    async def tell(self, verb: str, *more: str) -> Any:  # noqa: ANN401 # JSON
        errand = OwnerErrand(("firmware", verb), (STREAMER.id, *more))
        return await self.desk.works(errand)[errand.words]()


@pytest.fixture
async def desk() -> Desk:
    return Desk()


async def test_a_look_says_what_is_ready(desk: Desk) -> None:
    told = await desk.tell("check")

    assert (told["name"], told["version"], told["id"]) == ("Kitchen", "2.4.1", "owned-1")
    assert told["ready"]["version"] == "2.5.0"
    assert told["ready"]["notes"] == "Quieter fans."
    assert json.loads(json.dumps(told)) == told


async def test_an_update_goes_on_while_it_is_watched(desk: Desk) -> None:
    begun = await desk.tell("install")
    desk.updates.may_end.set()
    await settled()
    ended = await desk.tell("watch")

    assert (begun["is_under_way"], begun["step"]) == (True, "load")
    assert (ended["is_under_way"], ended["version"]) == (False, "2.5.0")
    assert desk.updates.asked == ["check", "install"]


async def test_the_others_follow_where_that_is_wanted(desk: Desk) -> None:
    desk.updates.may_end.set()

    ended = await desk.tell("install", "all")

    assert ended["is_under_way"] is False
    assert desk.updates.asked == ["check", "install", "others"]


async def test_what_one_of_the_others_came_to_is_raised_too(desk: Desk) -> None:
    desk.updates.of_others = Refused("firmware.on_battery")
    desk.updates.may_end.set()

    with pytest.raises(Refused, match=r"firmware\.on_battery"):
        await desk.tell("install", "all")


async def test_what_plays_is_stopped_where_that_was_said(desk: Desk) -> None:
    desk.updates.may_end.set()

    await desk.tell("install", "stop")

    assert desk.updates.asked == ["check", "stop and install"]


async def test_what_an_update_came_to_is_raised_to_who_watches(desk: Desk) -> None:
    desk.updates.fault = Refused("firmware.kept_power")
    desk.updates.may_end.set()

    with pytest.raises(Refused, match=r"firmware\.kept_power"):
        await desk.tell("install", "all")

    assert "others" not in desk.updates.asked


async def test_one_that_is_away_meanwhile_is_watched_all_the_same(desk: Desk) -> None:
    await desk.tell("install")
    desk.is_away = True
    during = await desk.tell("watch")
    desk.updates.may_end.set()
    await settled()
    ended = await desk.tell("watch")

    assert (during["name"], during["is_under_way"]) == ("Kitchen", True)
    assert (ended["is_under_way"], ended["version"]) == (False, "2.5.0")


async def test_nothing_is_begun_where_nothing_is_ready(desk: Desk) -> None:
    desk.updates.shown = PLAIN

    told = await desk.tell("install")

    assert (told["ready"], desk.updates.asked) == (None, ["check"])


async def test_what_is_closed_to_the_person_is_not_looked_for(desk: Desk) -> None:
    desk.closed = "gate.sign_in_needed"

    with pytest.raises(DecisionNeeded):
        await desk.tell("check")

    assert desk.updates.asked == []


async def test_who_stops_watching_ends_it_in_order(desk: Desk) -> None:
    await desk.tell("install")

    await desk.desk.stop()

    assert desk.updates.asked == ["check", "install"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"version": None}, "Kitchen does not say which firmware it has."),
        ({"ready": None}, "Nothing newer is offered."),
        ({}, "2.5.0 is ready. Music stops for about 2 min."),
        ({}, "  Quieter fans."),
        (
            {"against": "firmware.on_battery"},
            "The streamer runs on its battery. Plug it in, then try again.",
        ),
        (
            {"rest": {"now": None, "left_out": ["Study", "Attic"]}},
            "Left out, as they play or do not answer: Study, Attic.",
        ),
    ],
)
async def test_people_are_told_in_lines(desk: Desk, changed: dict[str, object], said: str) -> None:
    record = {**(await desk.tell("check")), **changed}

    assert said in firmware_lines(record).splitlines()


async def test_people_are_told_what_became_of_the_last_update(desk: Desk) -> None:
    desk.updates.shown = FirmwareReport(version="2.4.1", can_update=True, record=KEPT)
    kept = firmware_lines(await desk.tell("check"))
    desk.updates.shown = FirmwareReport(
        version="2.5.0",
        can_update=True,
        record=UpdateRecord(version="2.5.0", is_installed=True, at=NOON),
    )
    installed = firmware_lines(await desk.tell("check"))

    assert "2.5.0 was not installed" in kept
    assert "lost its power" in kept
    assert "2.5.0 was installed" in installed
