"""What a person can do to find streamers."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.finding import DEMO_STREAMERS, Finding
from altrabits_desktop.contract.answered import Answered
from altrabits_desktop.contract.errors import NotReachable, Refused
from altrabits_desktop.contract.streamers import (
    CardKind,
    FindingReport,
    HeardBy,
    NetworkCard,
    Streamer,
    StreamerId,
)
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.operations import Operations
from tests.fakes.kept_networks import KeptNetworks
from tests.harness.forged_locations import FORGED, SENDER

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 11, 23, tzinfo=UTC)
DEN = StreamerId("mac-0004a3112233")
CARD = NetworkCard("eth0", "192.168.1.20", 24, "192.168.1.255", CardKind.ETHERNET)


ANSWERED = Answered("192.168.1.9", "Den", "S1", HeardBy.SSDP)


class FakeFinder:
    def __init__(self) -> None:
        self.asked: list[object] = []
        self.forgotten: list[str] = []
        self.refusal: NotReachable | None = None

    async def find_again(self) -> None:
        self.asked.append("again")

    async def try_address(self, text: str) -> Answered:
        self.asked.append(text)
        if self.refusal is not None:
            raise self.refusal
        return ANSWERED

    def forget_typed(self, text: str) -> None:
        self.forgotten.append(text)

    async def sweep(self, report: Callable[[int, int], None]) -> int:
        self.asked.append("sweep")
        report(1, 2)
        return 2

    async def use_cards(self, wanted: tuple[str, ...]) -> None:
        self.asked.append(wanted)

    def available_cards(self) -> tuple[NetworkCard, ...]:
        return (CARD,)

    def report(self) -> FindingReport:
        return FindingReport(cards=(CARD,))


class FakeDemo:
    is_on = False
    count = 0
    fault: Refused | None = None

    def __init__(self) -> None:
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def start(self, count: int) -> None:
        await self.go_on.wait()
        if self.fault is not None:
            raise self.fault
        self.is_on, self.count = True, count

    async def stop(self) -> None:
        self.is_on = False


class FakeDirectory:
    def __init__(self) -> None:
        self.address = "192.168.1.40"
        self.page_url: str | None = "http://192.168.1.40/"

    def streamers(self) -> tuple[Streamer, ...]:
        return ()

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        if streamer_id != DEN:
            return None
        return Streamer(
            id=DEN,
            name="Den",
            address=self.address,
            page_url=self.page_url,
            first_heard_at=NOW,
            last_heard_at=NOW,
        )


class Stage:
    def __init__(self) -> None:
        self.finder = FakeFinder()
        self.demo = FakeDemo()
        self.directory = FakeDirectory()
        self.checked: list[StreamerId] = []
        self.opened: list[str] = []
        self.can_open = True
        self.changes: list[Changes] = []
        self.finding = Finding(
            finder=self.finder,
            demo=self.demo,
            directory=self.directory,
            check=self._check,
            open_address=self._open,
            publish=self.changes.append,
            operations=Operations(publish=self.changes.append, steady_s=lambda: 0.0),
        )

    async def _check(self, streamer_id: StreamerId) -> None:
        self.checked.append(streamer_id)

    def _open(self, address: str) -> bool:
        self.opened.append(address)
        return self.can_open


@pytest.fixture
def stage() -> Stage:
    return Stage()


async def test_each_action_reaches_the_one_who_does_it(stage: Stage) -> None:
    await stage.finding.find_again()
    answered = await stage.finding.try_address(" 192.168.1.9 ")
    swept = await stage.finding.sweep()
    await stage.finding.use_cards(("eth0",))
    await stage.finding.check(DEN)

    assert answered == ANSWERED
    assert stage.finder.asked == ["again", "192.168.1.9", "sweep", ("eth0",)]
    assert (swept, stage.finding.is_sweeping) == (2, False)
    assert stage.checked == [DEN]
    assert stage.finding.available_cards() == (CARD,)
    assert stage.finding.report().cards == (CARD,)


async def test_what_answered_is_remembered_and_asked_again_until_it_is_forgotten(
    stage: Stage,
) -> None:
    stage.finding.memory = memory = KeptNetworks()
    await stage.finding.try_address(" 192.168.1.9 ")
    stage.finder.refusal = NotReachable("address.silent", address="192.168.1.7")
    with pytest.raises(NotReachable):
        await stage.finding.try_address("192.168.1.7")
    stage.finder.asked.clear()

    await stage.finding.try_typed()
    asked = stage.finder.asked
    stage.finding.forget_typed("192.168.1.9")

    assert asked == ["192.168.1.9"]
    assert stage.finder.forgotten == ["192.168.1.9"]
    assert (memory.kept, stage.finding.typed()) == ([], ())
    assert stage.changes[-1].topics == Topic.FINDING


async def test_what_is_remembered_is_told_so_that_it_is_shown(stage: Stage) -> None:
    stage.finding.memory = KeptNetworks()

    await stage.finding.try_address("192.168.1.9")

    assert [change.topics for change in stage.changes] == [Topic.FINDING]


async def test_without_an_account_nothing_typed_is_remembered(stage: Stage) -> None:
    await stage.finding.try_address("192.168.1.9")
    stage.finding.forget_typed("192.168.1.9")
    stage.finder.asked.clear()

    await stage.finding.try_typed()

    assert (stage.finding.typed(), stage.finder.asked) == ((), [])


async def test_nothing_goes_on_where_nothing_was_begun(stage: Stage) -> None:
    stage.finding.end_sweep()
    await stage.finding.stop()
    before = stage.finding.is_sweeping
    await stage.finding.sweep()
    stage.finding.end_sweep()
    await stage.finding.stop()

    assert (before, stage.finding.is_sweeping, stage.finder.asked) == (False, False, ["sweep"])


def test_the_page_of_a_streamer_on_one_link_is_not_offered_to_a_browser(stage: Stage) -> None:
    stage.directory.address = "fe80::1%2"
    stage.directory.page_url = "http://[fe80::1%2]/"

    assert stage.finding.page_of(DEN) is None


async def test_the_demo_is_wanted_from_the_moment_it_begins(stage: Stage) -> None:
    stage.demo.go_on.clear()
    starting = asyncio.ensure_future(stage.finding.start_demo())
    await asyncio.sleep(0)
    before = (stage.finding.is_demo_on, stage.finding.is_demo_wanted)

    stage.demo.go_on.set()
    await starting
    after = stage.finding.is_demo_wanted
    await stage.finding.stop_demo()

    assert (before, after) == ((False, True), True)
    assert not stage.finding.is_demo_wanted


async def test_a_demo_that_does_not_start_is_wanted_no_more_and_this_is_told(
    stage: Stage,
) -> None:
    stage.demo.fault = Refused("demo.not_started")

    with pytest.raises(Refused):
        await stage.finding.start_demo()

    assert not stage.finding.is_demo_wanted
    assert stage.changes == [Changes(topics=Topic.DEMO)]


async def test_the_demo_starts_with_three_and_tells_of_begin_and_end(stage: Stage) -> None:
    await stage.finding.start_demo()
    was_on = stage.finding.is_demo_on
    await stage.finding.stop_demo()

    assert was_on
    assert stage.demo.count == DEMO_STREAMERS
    assert not stage.finding.is_demo_on
    assert stage.changes == [Changes(topics=Topic.DEMO)] * 2


def test_a_page_opens_at_the_address_that_was_shown(stage: Stage) -> None:
    shown = stage.finding.page_of(DEN)

    assert shown == "http://192.168.1.40/"
    stage.finding.open_page(DEN, shown_address=shown)
    assert stage.opened == [shown]


def test_a_page_that_changed_since_it_was_shown_stays_closed(stage: Stage) -> None:
    stage.directory.page_url = "http://192.168.1.40:8080/"

    with pytest.raises(Refused) as refused:
        stage.finding.open_page(DEN, shown_address="http://192.168.1.40/")

    assert refused.value.code == "page.changed"
    assert stage.opened == []


@pytest.mark.parametrize(("url", "_why"), FORGED)
def test_r10_no_forged_address_is_shown_or_opened(stage: Stage, url: str, _why: str) -> None:
    stage.directory.page_url = url.replace(SENDER, "192.168.1.40")

    # A colon without a port means the usual one.
    assert stage.finding.page_of(DEN) in {None, "http://192.168.1.40/d.xml"}
    with pytest.raises(Refused):
        stage.finding.open_page(DEN, shown_address=stage.directory.page_url)

    assert stage.opened == []


def test_a_page_that_the_system_cannot_open_is_said_with_its_address(stage: Stage) -> None:
    stage.can_open = False

    with pytest.raises(Refused) as refused:
        stage.finding.open_page(DEN, shown_address="http://192.168.1.40/")

    assert refused.value.code == "page.not_opened"


def test_an_unknown_streamer_has_no_page(stage: Stage) -> None:
    assert stage.finding.page_of(StreamerId("nobody")) is None
