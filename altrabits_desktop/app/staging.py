"""A stage for the window: services that stand still, for pictures without network or disk."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from altrabits_desktop.actions.belongings import Belongings
from altrabits_desktop.actions.finding import Finding
from altrabits_desktop.app.staged_adding import StagedAdding, StagedClaim
from altrabits_desktop.app.staged_control import StagedControl
from altrabits_desktop.app.staged_doctor import StagedDoctor
from altrabits_desktop.app.staged_handing import StagedHanding
from altrabits_desktop.app.staged_home import NO_SERVER, StagedHome, StagedMembership
from altrabits_desktop.app.staged_household import StagedHousehold
from altrabits_desktop.app.staged_remarks import StagedRemarks
from altrabits_desktop.app.staged_upkeep import StagedUpkeep
from altrabits_desktop.contract.answered import Answered
from altrabits_desktop.contract.streamers import FindingReport, HeardBy
from altrabits_desktop.runtime.changes import ChangeFeed, Changes, Topic
from altrabits_desktop.runtime.late import already
from altrabits_desktop.runtime.operations import Operations
from altrabits_desktop.runtime.settings import LoadedSettings, Settings
from altrabits_desktop.sync.merge import NOTHING, View
from altrabits_desktop.ui.launching import Launcher
from altrabits_desktop.ui.services import Services

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.app.staged_groups import StagedGroups
    from altrabits_desktop.app.staged_kiosk import StagedKiosk
    from altrabits_desktop.contract.accounts import Account, SessionMessage
    from altrabits_desktop.contract.doctor import Measurements
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.policies import Policy, Receipt
    from altrabits_desktop.contract.streamers import NetworkCard, Streamer, StreamerId
    from altrabits_desktop.runtime.networks import Network


class StillClock:
    """A clock on which it is always the same instant."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """Give the instant."""
        return self._at

    def steady_s(self) -> float:
        """Give no time passed."""
        return 0.0

    async def sleep(self, _duration_s: float) -> None:
        """Wait for ever: no time passes here."""
        await asyncio.Event().wait()


class StagedDirectory:
    """The streamers that are put on the stage."""

    def __init__(self, streamers: Iterable[Streamer]) -> None:
        self._streamers = {streamer.id: streamer for streamer in streamers}

    def streamers(self) -> tuple[Streamer, ...]:
        """Give all of them."""
        return tuple(self._streamers.values())

    def streamer(self, streamer_id: StreamerId) -> Streamer | None:
        """Give one of them."""
        return self._streamers.get(streamer_id)


class StagedMemory:
    """Keeps `actions.finding.NetworkMemory`: always the same addresses."""

    def __init__(self, typed: tuple[str, ...]) -> None:
        self._typed = typed

    def typed(self) -> tuple[str, ...]:
        """Give them."""
        return self._typed

    here: Callable[[], tuple[Network, ...]] = tuple

    def add_typed(
        self, text: str, *, address: str = "", within: tuple[Network, ...] | None = None
    ) -> None:
        """Remember nothing more."""

    def forget_typed(self, text: str) -> None:
        """Forget nothing."""

    is_elsewhere_shown = False

    def count_elsewhere(self) -> int:
        """Count some."""
        return 2

    def show_elsewhere(self, *, is_shown: bool) -> None:
        """Show nothing more."""


class StagedFinder:
    """Says what is written in its report, and finds nothing else."""

    def __init__(
        self,
        report: FindingReport,
        cards: tuple[NetworkCard, ...],
        *,
        publish: Callable[[Changes], None],
        refusal: AltraBitsError | None = None,
        is_asking_long: bool = False,
    ) -> None:
        self._report = report
        self._cards = cards
        self._publish = publish
        self._refusal = refusal
        self._is_asking_long = is_asking_long

    async def find_again(self) -> None:
        """Find nothing new, at once or never."""
        if self._is_asking_long:
            self._report = replace(self._report, finished_at=None)
            self._publish(Changes(topics=Topic.FINDING))
            await asyncio.Event().wait()

    async def try_address(self, text: str) -> Answered:
        """Find nothing there, with or without a word about it."""
        if self._refusal is not None:
            raise self._refusal
        return Answered(text, "", "", HeardBy.MANUAL)

    def forget_typed(self, _text: str) -> None:
        """Ask nobody, as before."""

    async def use_cards(self, _wanted: tuple[str, ...]) -> None:
        """Look nowhere else."""

    async def sweep(self, report: Callable[[int, int], None]) -> int:
        """Ask nobody, and stand still on the way."""
        report(112, 254)
        await asyncio.Event().wait()
        return 0

    def available_cards(self) -> tuple[NetworkCard, ...]:
        """Give the cards of the stage."""
        return self._cards

    def report(self) -> FindingReport:
        """Give the report of the stage."""
        return self._report


class StagedDemo:
    """A demo that is on or off."""

    def __init__(self, *, is_on: bool) -> None:
        self._is_on = is_on

    @property
    def is_on(self) -> bool:
        """Whether it is on."""
        return self._is_on

    async def start(self, _count: int) -> None:
        """Be on."""
        self._is_on = True

    async def stop(self) -> None:
        """Be off."""
        self._is_on = False


class StagedSettings:
    """Settings that are kept nowhere, with or without a word about it."""

    def __init__(
        self,
        loaded: LoadedSettings,
        publish: Callable[[Changes], None],
        *,
        refusal: AltraBitsError | None = None,
    ) -> None:
        self._loaded = loaded
        self._refusal = refusal
        self._settings = loaded.settings
        self._publish = publish

    @property
    def folder(self) -> Path:
        """Give a folder as people have it; it is shown and never opened."""
        return Path("~/.local/share/AltraBits Desktop")

    @property
    def loaded(self) -> LoadedSettings:
        """What the start found."""
        return self._loaded

    def get(self) -> Settings:
        """Give the choices that hold."""
        return self._settings

    async def change(self, settings: Settings) -> None:
        """Let others hold."""
        self._settings = settings
        self._publish(Changes(topics=Topic.SETTINGS))
        if self._refusal is not None:
            raise self._refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedServer:
    """What the stage knows of the server; the arguments of `StagedHome`."""

    report: HomeReport = NO_SERVER
    policies: tuple[Policy, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    refusal: AltraBitsError | None = None
    account: Account | None = None
    sessions: tuple[SessionMessage, ...] = ()
    account_refusal: AltraBitsError | None = None
    view: View = NOTHING
    """What there is of the person."""


class Stage:
    """Everything the window needs, standing still.

    Args:
        now: the instant that it always is, UTC.
        streamers: who is there.
        report: what was tried.
        measured: what the doctor measured; None where it has not yet.
        cards: what network cards there are; those of the report when left out.
        is_demo_on: whether the demo is running.
        loaded: the settings and what was wrong with them.
        refusal: why settings cannot be kept.
        address_refusal: why nothing is found at a typed address.
        is_asking_long: whether a round of questions that is begun goes on for ever.
        server: the server, and how the person stands to it.
        claim: what streamers ask for when they are added.
        other_owners: ids in the account of those that obey somebody else.
        kiosk: the kiosk that the window is; None for no kiosk.
        household: the home that this computer belongs to, or could join.
        remarks: what the person has noted of streamers.
        groups: which groups of them they keep; None where nobody can.
        report_error: told of errors that nobody else takes.
    """

    def __init__(
        self,
        now: datetime,
        *,
        streamers: Iterable[Streamer] = (),
        report: FindingReport | None = None,
        measured: Measurements | None = None,
        cards: tuple[NetworkCard, ...] | None = None,
        is_demo_on: bool = False,
        loaded: LoadedSettings | None = None,
        refusal: AltraBitsError | None = None,
        address_refusal: AltraBitsError | None = None,
        is_asking_long: bool = False,
        server: StagedServer | None = None,
        claim: StagedClaim | None = None,
        other_owners: frozenset[str] = frozenset(),
        kiosk: StagedKiosk | None = None,
        household: StagedHousehold | None = None,
        remarks: StagedRemarks | None = None,
        groups: StagedGroups | None = None,
        report_error: Callable[[AltraBitsError], None] = lambda _error: None,
    ) -> None:
        clock, directory = StillClock(now), StagedDirectory(streamers)
        feed = ChangeFeed(call_later=call_later, steady_s=clock.steady_s)
        finder = _finder(
            (report or FindingReport(), cards, address_refusal),
            publish=feed.publish,
            is_asking_long=is_asking_long,
        )
        home, belongings = _of_server(server or StagedServer(), feed.publish, clock=clock)
        self.services = Services(
            directory=directory,
            controlling=StagedControl(other_owners),
            finding=_finding(finder, directory, is_demo_on=is_demo_on, publish=feed.publish),
            doctor=already(_doctor(report, measured, directory)),
            home=home,
            belongings=belongings,
            adding=StagedAdding(directory, claim or StagedClaim()),
            feed=feed,
            clock=clock,
            settings=_settings(loaded, feed.publish, refusal),
            launcher=Launcher(report=report_error),
            kiosk=already(kiosk) if kiosk is not None else None,
            handing=already(_handing(feed.publish)),
            household=already(household or StagedHousehold()),
            remarks=remarks or StagedRemarks(),
            groups=groups,
            upkeep=already(StagedUpkeep()),
        )


def _finder(
    said: tuple[FindingReport, tuple[NetworkCard, ...] | None, AltraBitsError | None],
    *,
    publish: Callable[[Changes], None],
    is_asking_long: bool,
) -> StagedFinder:
    report, cards, refusal = said
    there = report.cards if cards is None else cards
    return StagedFinder(
        report, there, publish=publish, refusal=refusal, is_asking_long=is_asking_long
    )


def _doctor(
    report: FindingReport | None, measured: Measurements | None, directory: StagedDirectory
) -> StagedDoctor:
    listed = sum(one.is_here for one in directory.streamers())
    return StagedDoctor(report or FindingReport(), measured, listed=listed)


def call_later(delay_s: float, action: Callable[[], None]) -> None:
    """Call a function after some seconds, by Qt's own timers."""
    QTimer.singleShot(round(delay_s * _MS), action)


_MS = 1000


def _finding(
    finder: StagedFinder,
    directory: StagedDirectory,
    *,
    is_demo_on: bool,
    publish: Callable[[Changes], None],
) -> Finding:
    return Finding(
        finder=finder,
        demo=StagedDemo(is_on=is_demo_on),
        directory=directory,
        check=_check,
        open_address=_open_nothing,
        publish=publish,
        operations=Operations(publish=publish, steady_s=lambda: 0.0),
    )


def _settings(
    loaded: LoadedSettings | None,
    publish: Callable[[Changes], None],
    refusal: AltraBitsError | None,
) -> StagedSettings:
    return StagedSettings(loaded or LoadedSettings(Settings()), publish, refusal=refusal)


def _handing(publish: Callable[[Changes], None]) -> StagedHanding:
    return StagedHanding("Fireside", lambda: publish(Changes(topics=Topic.HOME)))


def _of_server(
    server: StagedServer, publish: Callable[[Changes], None], *, clock: StillClock
) -> tuple[StagedHome, Belongings]:
    home = StagedHome(
        server.report,
        publish=publish,
        policies=server.policies,
        receipts=server.receipts,
        refusal=server.refusal,
        account=server.account,
        sessions=server.sessions,
        account_refusal=server.account_refusal,
    )
    membership = StagedMembership(home, view=server.view, publish=publish)
    return home, Belongings(membership, clock=clock)


async def _check(_streamer_id: StreamerId) -> None:
    """Ask nobody."""


def _open_nothing(_address: str) -> bool:
    return False
