from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.doctor import Doctor
from altrabits_desktop.contract.doctor import (
    Cause,
    Measurements,
    Neighbour,
    StreamerCause,
    SystemPage,
    Visit,
)
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.streamers import Origin, Presence
from altrabits_desktop.runtime.changes import Changes, Topic
from tests.fakes.full_house import SILENT
from tests.fakes.streamers import a_streamer

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import (
        FindingReport,
        NetworkCard,
        Streamer,
        StreamerId,
    )


class Listed:
    def __init__(self, *streamers: Streamer) -> None:
        self._streamers = streamers

    def streamers(self) -> tuple[Streamer, ...]:
        return self._streamers

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        return next((one for one in self._streamers if one.id == streamer_id), None)


class Bench:
    def __init__(self, *streamers: Streamer, mute: tuple[str, ...] = ()) -> None:
        self.report: FindingReport = SILENT
        self.measured = Measurements()
        self.mute = mute
        self.asked: list[str] = []
        self.visits: list[tuple[str, tuple[int, ...], tuple[NetworkCard, ...]]] = []
        self.visited = Visit()
        self.measurings = self.knockings = 0
        self.told: list[Changes] = []
        self.may_end = asyncio.Event()
        self.may_end.set()
        self.doctor = Doctor(
            measure=self.measure,
            is_streamer=self.is_streamer,
            report=lambda: self.report,
            directory=Listed(*streamers),
            publish=self.told.append,
            system=self,
            visit=self.visit,
        )

    async def measure(
        self, _cards: tuple[NetworkCard, ...], /, *, is_knocking: bool
    ) -> Measurements:
        self.measurings += 1
        self.knockings += is_knocking
        await self.may_end.wait()
        return self.measured

    async def visit(
        self, address: str, /, *, ports: tuple[int, ...], cards: tuple[NetworkCard, ...]
    ) -> Visit:
        self.visits.append((address, ports, cards))
        return self.visited

    def can_open(self, page: SystemPage) -> bool:
        return page is SystemPage.WIFI

    def open(self, page: SystemPage) -> bool:
        return page is SystemPage.WIFI

    async def is_streamer(self, address: str, /) -> bool:
        self.asked.append(address)
        if address not in self.mute:
            raise NotReachable("streamer.silent")
        return True


async def test_before_anything_is_measured_the_report_alone_is_judged() -> None:
    bench = Bench()

    assert bench.doctor.is_due
    assert bench.doctor.diagnosis().measured is None
    assert bench.doctor.diagnosis().cause is Cause.NOTHING_ANSWERED


async def test_an_examination_is_told_at_its_begin_and_its_end() -> None:
    bench = Bench()

    told = await bench.doctor.examine()

    assert told.measured == bench.measured
    assert bench.told == [Changes(topics=Topic.DOCTOR)] * 2
    assert not bench.doctor.is_due


async def test_two_who_ask_at_once_share_one_examination() -> None:
    bench = Bench()
    bench.may_end.clear()
    asking = [asyncio.ensure_future(bench.doctor.examine()) for _ in range(2)]
    await asyncio.sleep(0)
    is_examining = bench.doctor.is_examining

    bench.may_end.set()
    await asyncio.gather(*asking)

    assert is_examining
    assert bench.measurings == 1


async def test_who_asks_why_during_a_look_by_itself_has_neighbours_asked_after_it() -> None:
    bench = Bench()
    bench.may_end.clear()
    looking = asyncio.ensure_future(bench.doctor.examine(is_knocking=False))
    await asyncio.sleep(0)
    asking = asyncio.ensure_future(bench.doctor.examine())
    another = asyncio.ensure_future(bench.doctor.examine())
    await asyncio.sleep(0)
    before = (bench.measurings, bench.knockings)

    bench.may_end.set()
    await asyncio.gather(looking, asking, another)

    assert before == (1, 0)
    assert (bench.measurings, bench.knockings) == (2, 1)


async def test_what_looks_by_itself_shares_an_examination_that_knocks() -> None:
    bench = Bench()
    bench.may_end.clear()
    asking = asyncio.ensure_future(bench.doctor.examine())
    await asyncio.sleep(0)
    looking = asyncio.ensure_future(bench.doctor.examine(is_knocking=False))
    await asyncio.sleep(0)

    bench.may_end.set()
    await asyncio.gather(asking, looking)

    assert (bench.measurings, bench.knockings) == (1, 1)


async def test_what_was_measured_in_another_network_counts_no_more() -> None:
    bench = Bench()
    await bench.doctor.examine()

    bench.report = replace(SILENT, cards=())

    assert bench.doctor.is_due
    assert bench.doctor.diagnosis().measured is None


async def test_whoever_has_a_page_is_asked_whether_it_is_a_streamer() -> None:
    bench = Bench(mute=("10.0.0.4",))
    bench.measured = Measurements(
        neighbours=(
            Neighbour("10.0.0.3", answers=True),
            Neighbour("10.0.0.4", answers=True, has_page=True),
            Neighbour("10.0.0.5", answers=True, has_page=True),
        )
    )

    told = await bench.doctor.examine()

    assert sorted(bench.asked) == ["10.0.0.4", "10.0.0.5"]
    assert (told.cause, told.arguments) == (Cause.STREAMER_MUTE, {"address": "10.0.0.4"})


async def test_no_more_than_eight_are_asked() -> None:
    bench = Bench()
    bench.measured = Measurements(
        neighbours=tuple(Neighbour(f"10.0.0.{n}", answers=True, has_page=True) for n in range(32))
    )

    await bench.doctor.examine()

    assert len(bench.asked) == 8  # the limit


@pytest.mark.parametrize(
    ("origin", "cause"), [(Origin.LAN, Cause.FOUND), (Origin.DEMO, Cause.NOTHING_ANSWERED)]
)
async def test_only_real_streamers_count_as_found(origin: Origin, cause: Cause) -> None:
    bench = Bench(replace(a_streamer(), origin=origin))

    assert (await bench.doctor.examine()).cause is cause


async def test_an_end_waits_for_no_measurement() -> None:
    bench = Bench()
    bench.may_end.clear()
    asking = asyncio.ensure_future(bench.doctor.examine())
    await asyncio.sleep(0)

    await bench.doctor.stop()

    with pytest.raises(asyncio.CancelledError):
        await asking


async def test_a_page_of_the_system_that_is_not_there_is_said() -> None:
    doctor = Bench().doctor

    doctor.open_system(SystemPage.WIFI)

    assert doctor.can_open(SystemPage.WIFI)
    assert not doctor.can_open(SystemPage.VPN)
    with pytest.raises(Refused, match=r"settings\.not_opened"):
        doctor.open_system(SystemPage.VPN)


async def test_one_that_is_silent_is_knocked_at_where_it_was_last() -> None:
    gone = replace(a_streamer(), presence=Presence.GONE, control_url="http://10.0.0.9:8080/api/v1")
    bench = Bench(gone)

    told = await bench.doctor.ask_after(gone)

    assert bench.visits == [(gone.address, (8080, 80), SILENT.cards)]
    assert (told.cause, told.arguments) == (StreamerCause.GONE, {"address": gone.address})


async def test_without_a_network_nobody_is_knocked_at() -> None:
    gone = replace(a_streamer(), presence=Presence.GONE)
    bench = Bench(gone)
    bench.report = replace(SILENT, cards=())

    told = await bench.doctor.ask_after(gone)

    assert told.cause is StreamerCause.NO_NETWORK
    assert bench.visits == []
