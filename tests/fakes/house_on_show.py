"""A house to show: streamers that a test sets, a feed that tells at once, actions that are kept."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.contract.answered import Answered
from altrabits_desktop.contract.errors import AltraBitsError
from altrabits_desktop.contract.streamers import (
    Answer,
    CardKind,
    Depth,
    FindingReport,
    HeardBy,
    NetworkCard,
    NowPlaying,
    Origin,
    Playback,
    Presence,
    ProtocolReport,
    ProtocolStatus,
    Reason,
    Streamer,
    StreamerId,
    StreamerState,
)
from altrabits_desktop.runtime.changes import ChangeFeed, Changes, Topic
from altrabits_desktop.runtime.late import already
from altrabits_desktop.runtime.settings import LoadedSettings, Settings
from altrabits_desktop.ui.services import Services
from tests.fakes.clock import FakeClock
from tests.fakes.kept_adding import KeptAdding
from tests.fakes.kept_control import KeptControl
from tests.fakes.kept_doctor import KeptDoctor
from tests.fakes.kept_home import KeptHome
from tests.fakes.kept_membership import KeptMembership

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from PySide6.QtCore import SignalInstance

    from altrabits_desktop.actions.finding import Finding
    from altrabits_desktop.ui.launching import Launcher

NOW = datetime(2026, 11, 23, 14, 14, tzinfo=UTC)
ETHERNET = NetworkCard("eth0", "192.168.1.20", 24, "192.168.1.255", CardKind.ETHERNET)
WIFI = NetworkCard("wlan0", "192.168.1.57", 24, "192.168.1.255", CardKind.WIFI)
FIRESIDE = StreamerId("mac-001ec0000040")
WINDOW_SEAT = StreamerId("mac-001ec0000042")
STUDY = StreamerId("mac-001ec0000044")
BEDROOM = StreamerId("mac-001ec0000046")
COBALT = StreamerId("mac-001ec0003c7f")
ROOMS = ("Lobby", "Breakfast room", "Cellar", "Hall", "Office", "Attic", "Garden", "Pool", "Bar")
LISTENING = tuple(
    ProtocolReport(way, ProtocolStatus.LISTENING)
    for way in (HeardBy.ANNOUNCE, HeardBy.MDNS, HeardBy.SSDP)
)
PORT_TAKEN = ProtocolReport(
    HeardBy.ANNOUNCE,
    ProtocolStatus.FAILED,
    error_code="announce.port_taken",
    error_detail="Address already in use",
)
LOOKED = FindingReport(
    cards=(ETHERNET, WIFI),
    protocols=LISTENING,
    started_at=NOW - timedelta(seconds=7),
    finished_at=NOW - timedelta(seconds=4),
)


def streamer(number: int, **known: Any) -> Streamer:  # noqa: ANN401 # any field of a streamer
    """Give a managed streamer that plays nothing; `known` wins."""
    plain = Streamer(
        id=StreamerId(f"mac-{number:012x}"),
        name=f"Room {number}",
        product="Cobalt Mini",
        maker="AltraBits",
        depth=Depth.MANAGED,
        address=f"192.168.{1 + number // 250}.{1 + number % 250}",
        card_name="eth0",
        page_url="http://192.168.1.1/",
        heard_by=frozenset({HeardBy.MDNS}),
        first_heard_at=NOW - timedelta(hours=1),
        last_heard_at=NOW - timedelta(seconds=4),
        state=StreamerState(playback=Playback.STOPPED, volume=18, input_name="Network"),
        answers=(Answer(NOW - timedelta(seconds=4), 4.2),),
    )
    return replace(plain, **known)


def playing(cover: str, title: str, **more: Any) -> StreamerState:  # noqa: ANN401 # its fields
    """Give the state of a streamer that plays; `more` are fields of what plays, and `volume`."""
    volume = more.pop("volume", 34)
    limit = more.pop("volume_maximum", None)
    return StreamerState(
        playback=Playback.PLAYING,
        now_playing=NowPlaying(title=title, cover=cover, **more),
        volume=volume,
        volume_maximum=limit,
    )


def five() -> tuple[Streamer, ...]:
    """Give the five streamers of the design's picture."""
    return (
        streamer(
            0x40,
            id=FIRESIDE,
            name="Fireside",
            product="Cobalt S1",
            address="192.168.1.40",
            room="Living room",
            state=playing(
                "1",
                "Harbour Lights at Noon",
                artist="The Lumen Quartet",
                album="Tidewater",
                duration_s=272.0,
                volume_maximum=80,
            ),
        ),
        streamer(
            0x42,
            id=WINDOW_SEAT,
            name="Window seat",
            product="Cobalt Amp",
            address="192.168.1.42",
            room="Living room",
            card_name="wlan0",
            state=playing("2", "Morning Desk", station="Radio Meridian", volume=38),
        ),
        gone(),
        streamer(0x46, id=BEDROOM, name="Bedroom", address="192.168.1.46", room="Upstairs"),
        streamer(
            0x3C7F,
            id=COBALT,
            name="Cobalt S2 3C:7F",
            product="Cobalt S2",
            maker=None,
            depth=Depth.ANNOUNCED,
            address="192.168.1.61",
            state=None,
        ),
    )


def gone() -> Streamer:
    """Give the study's streamer, which fell silent at 14:02."""
    since = NOW - timedelta(minutes=12)
    return streamer(
        0x44,
        id=STUDY,
        name="Study",
        product="Cobalt S1",
        address="192.168.1.44",
        room="Upstairs",
        card_name="wlan0",
        presence=Presence.GONE,
        reason=Reason.TIMED_OUT,
        silent_since=since,
        last_heard_at=since,
    )


def many(count: int) -> tuple[Streamer, ...]:
    """Give so many streamers in nine rooms."""
    return tuple(
        streamer(number, room=ROOMS[number % len(ROOMS)], origin=Origin.LAN)
        for number in range(1, count + 1)
    )


class Told(list[object]):
    """What a signal carried, each time."""

    def __init__(self, signal: SignalInstance) -> None:
        super().__init__()
        signal.connect(self._take)

    def _take(self, carried: object = None, *_more: object) -> None:
        self.append(carried)


class KeptDirectory:
    """Keeps `actions.directory.Directory` with what a test sets."""

    def __init__(self) -> None:
        self.known: dict[StreamerId, Streamer] = {}

    def streamers(self) -> tuple[Streamer, ...]:
        return tuple(self.known.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        return self.known.get(streamer_id)


@dataclass
class KeptFinding:
    """The part of `actions.finding.Finding` that the page uses; keeps what was asked of it."""

    told: FindingReport = LOOKED
    asked: list[tuple[str, str]] = field(default_factory=list)
    refusal: AltraBitsError | None = None

    def report(self) -> FindingReport:
        return self.told

    is_sweeping = False

    async def sweep(self) -> int | None:
        self.asked.append(("sweep", ""))
        return 0

    async def find_again(self) -> None:
        self.asked.append(("find_again", ""))

    async def check(self, streamer_id: StreamerId) -> None:
        self.asked.append(("check", streamer_id))

    async def try_address(self, text: str) -> Answered:
        self.asked.append(("try_address", text))
        if self.refusal is not None:
            raise self.refusal
        return Answered(text, "Fireside", "Cobalt S1", HeardBy.MANUAL)

    async def start_demo(self, count: int = 3) -> None:
        self.asked.append(("start_demo", str(count)))


@dataclass
class KeptSettings:
    """Keeps `ui.services.SettingsStore` without a file."""

    feed: ChangeFeed
    held: Settings = field(default_factory=Settings)
    folder: Path = Path("profile")

    @property
    def loaded(self) -> LoadedSettings:
        return LoadedSettings(self.held)

    def get(self) -> Settings:
        return self.held

    async def change(self, settings: Settings) -> None:
        self.held = settings
        self.feed.publish(Changes(topics=Topic.SETTINGS))


class StepLauncher:
    """Keeps what is launched until a test lets it run; nothing in here ever waits."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []
        self.is_holding = False
        self.reported: list[AltraBitsError] = []

    def launch(
        self,
        _owner: object,
        coroutine: Coroutine[object, object, object],
        *,
        on_error: Callable[[AltraBitsError], None] | None = None,
        on_done: Callable[[], None] | None = None,
        is_carried_out: bool = False,  # nothing in here ends before its time
    ) -> None:
        def run() -> None:
            try:
                coroutine.send(None)
            except StopIteration:
                pass
            except AltraBitsError as error:
                (on_error or self.reported.append)(error)
            if on_done is not None:
                on_done()

        self._waiting.append(run)
        if not self.is_holding:
            self.let_run()

    def let_run(self) -> None:
        """Run everything that was launched, to its end."""
        waiting, self._waiting = self._waiting, []
        for run in waiting:
            run()


class House:
    """Everything the page is given, and hands to turn it with."""

    def __init__(self) -> None:
        self.clock = FakeClock(NOW)
        self.directory = KeptDirectory()
        self.finding = KeptFinding()
        self.feed = ChangeFeed(call_later=_at_once, steady_s=self.clock.steady_s)
        self.settings = KeptSettings(self.feed)
        self.launcher = StepLauncher()
        self.control = KeptControl(self.directory)
        self.home = KeptHome(self.feed.publish)
        self.membership = KeptMembership(self.home, publish=self.feed.publish)
        self.adding = KeptAdding(self.directory)
        self.services = Services(
            directory=self.directory,
            controlling=self.control,
            finding=cast("Finding", self.finding),
            doctor=already(KeptDoctor(self.finding.report, publish=self.feed.publish)),
            home=self.home,
            belongings=Belongings(self.membership, clock=self.clock),
            adding=self.adding,
            feed=self.feed,
            clock=self.clock,
            settings=self.settings,
            launcher=cast("Launcher", self.launcher),
        )

    def show(self, *streamers: Streamer) -> None:
        """Let these be all streamers there are."""
        former = frozenset(self.directory.known)
        self.directory.known = {each.id: each for each in streamers}
        told = former | frozenset(self.directory.known)
        self.feed.publish(Changes(streamers=told, has_new_set=True))

    def change(self, streamer_id: StreamerId, **known: Any) -> Streamer:  # noqa: ANN401 # fields
        """Let one streamer be another in some respects; its place stays."""
        newer = replace(self.directory.known[streamer_id], **known)
        self.directory.known[streamer_id] = newer
        self.feed.publish(Changes(streamers=frozenset({streamer_id})))
        return newer

    def report(self, **told: Any) -> None:  # noqa: ANN401 # any field of a report
        """Let finding report something else."""
        self.finding.told = replace(self.finding.told, **told)
        self.feed.publish(Changes(topics=Topic.FINDING))


def _at_once(_after_s: float, call: Callable[[], None]) -> None:
    call()
