"""Everything the window is given, over a finder and a demo that a test commands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any, cast

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.actions.finding import Finding
from altrabits_desktop.app.staged_handing import StagedHanding
from altrabits_desktop.contract.answered import Answered
from altrabits_desktop.contract.streamers import (
    Answer,
    CardKind,
    Depth,
    FindingReport,
    HeardBy,
    NetworkCard,
    NowPlaying,
    Playback,
    ProtocolReport,
    ProtocolStatus,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.runtime.changes import ChangeFeed, Changes, Topic
from altrabits_desktop.runtime.late import already
from altrabits_desktop.runtime.operations import Operations
from altrabits_desktop.runtime.settings import LoadedSettings, Settings
from altrabits_desktop.ui.services import Services
from tests.fakes.clock import NOON, FakeClock
from tests.fakes.kept_adding import KeptAdding
from tests.fakes.kept_control import KeptControl
from tests.fakes.kept_doctor import KeptDoctor
from tests.fakes.kept_groups import GroupKeeping
from tests.fakes.kept_home import KeptHome
from tests.fakes.kept_household import KeptHousehold
from tests.fakes.kept_membership import KeptMembership
from tests.fakes.kept_readying import KeptReadying
from tests.fakes.kept_upkeep import KeptUpkeep
from tests.fakes.noted import Noting
from tests.fakes.step_launcher import StepLauncher

if TYPE_CHECKING:
    from collections.abc import Callable

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.ui.launching import Launcher

ETHERNET = NetworkCard("eth0", "192.168.1.20", 24, "192.168.1.255", CardKind.ETHERNET)
WIFI = NetworkCard("wlan0", "192.168.1.57", 24, "192.168.1.255", CardKind.WIFI)
WAYS = (HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP)


def listening(**told: Any) -> tuple[ProtocolReport, ...]:  # noqa: ANN401 # fields of a report
    """Give a report of each way of finding; `told` wins."""
    return tuple(
        replace(ProtocolReport(way, ProtocolStatus.LISTENING, questions_sent=3), **told)
        for way in WAYS
    )


SILENT = FindingReport(
    cards=(WIFI,),
    protocols=listening(),
    started_at=NOON - timedelta(seconds=10),
    finished_at=NOON - timedelta(seconds=7),
)
PLAYING = StreamerState(
    playback=Playback.PLAYING,
    now_playing=NowPlaying(
        title="Harbour Lights at Noon",
        artist="The Lumen Quartet",
        album="Tidewater",
        audio_format="FLAC 24 bit, 96 kHz",
        cover="1",
        position_s=134,
        duration_s=318,
    ),
    volume=34,
    volume_maximum=80,
)


def fireside(**known: Any) -> Streamer:  # noqa: ANN401 # any field of a streamer
    """Give a managed streamer that plays; `known` wins."""
    plain = Streamer(
        id=StreamerId("fireside"),
        name="Fireside",
        product="Cobalt S1",
        maker="AltraBits",
        model_note="Firmware 2.4.1",
        depth=Depth.MANAGED,
        address="192.168.1.40",
        card_name="eth0",
        mac="d8:80:39:12:34:28",
        host_name="fireside.local",
        page_url="http://192.168.1.40/",
        heard_by=frozenset({HeardBy.ANNOUNCE, HeardBy.MDNS}),
        room="Living room",
        first_heard_at=NOON - timedelta(hours=1),
        last_heard_at=NOON - timedelta(seconds=4),
        state=PLAYING,
        answers=(Answer(NOON, 3.4), Answer(NOON, 2.9)),
    )
    return replace(plain, **known)


@dataclass
class FakeFinder:
    """Keeps `actions.finding.Finder`; fails as told."""

    told: FindingReport = SILENT
    cards: tuple[NetworkCard, ...] = (ETHERNET, WIFI)
    asked: list[tuple[str, object]] = field(default_factory=list)
    refusals: dict[str, AltraBitsError] = field(default_factory=dict)
    answering: int = 2

    async def find_again(self) -> None:
        self._take("find_again")

    async def try_address(self, text: str) -> Answered:
        self._take("try_address", text)
        return Answered(text, "Fireside", "Cobalt S1", HeardBy.MANUAL)

    def forget_typed(self, text: str) -> None:
        self._take("forget_typed", text)

    async def sweep(self, report: Callable[[int, int], None]) -> int:
        self._take("sweep")
        report(254, 254)
        return self.answering

    async def use_cards(self, wanted: tuple[str, ...]) -> None:
        self._take("use_cards", wanted)

    async def check(self, streamer_id: StreamerId) -> None:
        self._take("check", streamer_id)

    def available_cards(self) -> tuple[NetworkCard, ...]:
        return self.cards

    def report(self) -> FindingReport:
        return self.told

    def _take(self, name: str, value: object = None) -> None:
        self.asked.append((name, value))
        if name in self.refusals:
            raise self.refusals[name]


class FakeDemo:
    """Keeps `actions.finding.Demo`."""

    def __init__(self) -> None:
        self.is_on = False

    async def start(self, _count: int) -> None:
        self.is_on = True

    async def stop(self) -> None:
        self.is_on = False


class FakeDirectory:
    """Keeps `actions.directory.Directory`."""

    def __init__(self) -> None:
        self.known: dict[StreamerId, Streamer] = {}

    def streamers(self) -> tuple[Streamer, ...]:
        return tuple(self.known.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        return self.known.get(streamer_id)


class FakeStore:
    """Keeps `ui.services.SettingsStore` without a file; fails to keep as told."""

    def __init__(self, publish: Callable[[Changes], None], loaded: LoadedSettings) -> None:
        from pathlib import Path

        self._publish = publish
        self.held = loaded.settings
        self.loaded = loaded
        self.folder = Path("/home/maple/profile")
        self.refusal: AltraBitsError | None = None

    def get(self) -> Settings:
        return self.held

    async def change(self, settings: Settings) -> None:
        self.held = settings
        self._publish(Changes(topics=Topic.SETTINGS))
        if self.refusal is not None:
            raise self.refusal


class FullHouse:
    """Services that stand still until a test moves them.

    Args:
        loaded: what the start found in the profile.
    """

    def __init__(self, loaded: LoadedSettings | None = None) -> None:
        self.clock = FakeClock()
        self.feed = ChangeFeed(call_later=_at_once, steady_s=self.clock.steady_s)
        self.directory = FakeDirectory()
        self.finder = FakeFinder()
        self.demo = FakeDemo()
        self.opened: list[str] = []
        self.can_open = True
        self.store = FakeStore(self.feed.publish, loaded or LoadedSettings(Settings()))
        self.launcher = StepLauncher()
        self.control = KeptControl(self.directory)
        self.home = KeptHome(self.feed.publish)
        self.membership = KeptMembership(self.home, publish=self.feed.publish)
        self.adding = KeptAdding(self.directory)
        self.household = KeptHousehold()
        self.readying = KeptReadying()
        self.handing = StagedHanding(
            "Fireside", lambda: self.feed.publish(Changes(topics=Topic.HOME))
        )
        self.groups = GroupKeeping(publish=self.feed.publish)
        self.noting = Noting(publish=self.feed.publish)
        self.doctor = KeptDoctor(self.finder.report, publish=self.feed.publish)
        self.upkeep = KeptUpkeep()
        self.services = Services(
            directory=self.directory,
            controlling=self.control,
            finding=Finding(
                finder=self.finder,
                demo=self.demo,
                directory=self.directory,
                check=self.finder.check,
                open_address=self._open,
                publish=self.feed.publish,
                operations=Operations(publish=self.feed.publish, steady_s=count(0.0, 1.0).__next__),
            ),
            doctor=already(self.doctor),
            home=self.home,
            belongings=Belongings(self.membership, clock=self.clock, marks=self.membership),
            adding=self.adding,
            feed=self.feed,
            clock=self.clock,
            settings=self.store,
            launcher=cast("Launcher", self.launcher),
            handing=already(self.handing),
            new_owner=already(self.readying),
            household=already(self.household),
            remarks=self.noting.remarks,
            groups=self.groups.groups,
            upkeep=already(self.upkeep),
        )

    def show(self, *streamers: Streamer) -> None:
        """Let these be all streamers there are."""
        former = frozenset(self.directory.known)
        self.directory.known = {each.id: each for each in streamers}
        told = former | frozenset(self.directory.known)
        self.feed.publish(Changes(streamers=told, has_new_set=True))

    def report(self, **told: Any) -> None:  # noqa: ANN401 # any field of a report
        """Let finding report something else."""
        self.finder.told = replace(self.finder.told, **told)
        self.feed.publish(Changes(topics=Topic.FINDING))

    def _open(self, address: str) -> bool:
        self.opened.append(address)
        return self.can_open


def _at_once(_after_s: float, call: Callable[[], None]) -> None:
    call()
