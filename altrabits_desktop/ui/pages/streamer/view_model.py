"""One streamer as page Streamer shows it, and what can be asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from altrabits_desktop.contract.streamers import Origin
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.pages.streamer.profile import Progress, progress_of
from altrabits_desktop.ui.pages.streamer.undo import Undo
from altrabits_desktop.ui.pages.streamers.offered import NOTHING, offered_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.commands import Command
    from altrabits_desktop.contract.streamers import NetworkCard, Streamer, StreamerId
    from altrabits_desktop.ui.pages.streamers.offered import Offered
    from altrabits_desktop.ui.services import Services

_TICK_MS = 1000

_CONCERNING = Topic.FINDING | Topic.HOME | Topic.REMARKS | Topic.GROUPS


class StreamerViewModel(QObject):
    """Reads snapshots while the page is visible. Main thread only.

    Args:
        services: what the window was given.
        streamer_id: which streamer.
        parent: owner.
    """

    changed = Signal()
    """Something is another, or a second has passed."""
    undo_offered = Signal(object)
    """Something was done that can be undone: an `Undo`."""

    def __init__(
        self, services: Services, streamer_id: StreamerId, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._id = streamer_id
        self._is_checking = False
        self._is_visible = False
        self._told: Progress | None = None
        self._told_at_s = 0.0
        self._sleep_s: float | None = None
        self._sleep_told_at_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._renew)
        self.streamer: Streamer | None = None
        self.last_name = ""
        """What it was called when it was listed last; empty where it never was."""
        self.was_of_demo = False
        """Whether it was one of the demo when it was listed last."""
        self._read()
        unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(unsubscribe)

    @property
    def streamer_id(self) -> StreamerId:
        """Which streamer it is; another id than at first where it is heard only now."""
        return self._id if self.streamer is None else self.streamer.id

    @property
    def now(self) -> datetime:
        """The instant now, UTC."""
        return self._services.clock.now()

    @property
    def cards(self) -> tuple[NetworkCard, ...]:
        """The network cards that are looked on."""
        return self._services.finding.report().cards

    @property
    def has_page(self) -> bool:
        """Whether it has a page of its own that may be opened."""
        return self._services.finding.page_of(self.streamer_id) is not None

    @property
    def is_checking(self) -> bool:
        """Whether it is being asked on the person's wish."""
        return self._is_checking

    @property
    def progress(self) -> Progress | None:
        """Where in the track it is now: as last told, and moved on since."""
        told = self._told
        if told is None or not told.is_moving:
            return told
        passed_s = self._services.clock.steady_s() - self._told_at_s
        return Progress(
            min(told.position_s + passed_s, told.duration_s), told.duration_s, is_moving=True
        )

    @property
    def sleep_left_s(self) -> float | None:
        """Until the sleep timer ends, as last told and counted on since; None where none runs."""
        told_s = self._sleep_s
        if told_s is None:
            return None
        return max(0.0, told_s - (self._services.clock.steady_s() - self._sleep_told_at_s))

    def set_visible(self, is_visible: bool) -> None:
        """Follow while it is to be seen, and rest while it is not."""
        self._is_visible = is_visible
        if is_visible:
            self._timer.start()
            self._renew()
        else:
            self._timer.stop()

    def check(self) -> None:
        """Ask it now whether it answers."""
        if not self._is_checking:
            self._is_checking = True
            self.changed.emit()
            finding = self._services.finding
            is_heard = self.streamer is None or self.streamer.is_heard
            # Nobody knows where the others would have to be asked.
            work = finding.check(self.streamer_id) if is_heard else finding.find_again()
            self._services.launcher.launch(self, work, on_done=self._end_check)

    @property
    def volume_step(self) -> int:
        """By how much a single press may make it louder; 0 for anything."""
        return self._services.settings.get().volume_step

    def choose_volume_step(self, step: int) -> None:
        """Let no single press make any streamer louder by more than this; 0 lets everything."""
        settings = self._services.settings
        self._services.launcher.launch(
            self, settings.change(settings.get()._replace(volume_step=step)), on_done=self._renew
        )

    @property
    def report(self) -> HomeReport:
        """How the person stands."""
        return self._services.home.report()

    @property
    def offered(self) -> Offered:
        """What can be done with it now, and what keeps the person from it."""
        if self.streamer is None:
            return NOTHING
        return offered_of(self.streamer, self.report)

    def tell(self, command: Command) -> None:
        """Tell it to do something; that shows at once, and goes back where it does not obey."""
        controlling = self._services.controlling
        self._services.launcher.launch(
            self, controlling.perform(self.streamer_id, command), on_done=self._renew
        )

    def offer_undo(self, words: str, commands: Sequence[Command]) -> None:
        """Offer to take back what was just told, by other commands; also when the page is left."""
        told, streamer_id = tuple(commands), self.streamer_id

        async def take_back() -> None:
            for command in told:
                await self._services.controlling.perform(streamer_id, command)

        self.undo_offered.emit(Undo(words, take_back))

    def _end_check(self) -> None:
        self._is_checking = False
        self._renew()

    def _follow(self, changes: Changes) -> None:
        if not self._is_visible:
            return
        is_changed = bool({self._id, self.streamer_id} & changes.streamers)
        if is_changed or changes.topics & _CONCERNING:
            self._renew()

    def _renew(self) -> None:
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        self.streamer = self._services.directory.streamer(self._id)
        told = None
        if self.streamer is not None:
            self.last_name = self.streamer.name
            self.was_of_demo = self.streamer.origin is Origin.DEMO
            told = progress_of(self.streamer)
            self._read_sleep(self.streamer)
        # The same place told again is an old answer, not a step back.
        if told != self._told:
            self._told = told
            self._told_at_s = self._services.clock.steady_s()

    def _read_sleep(self, streamer: Streamer) -> None:
        left_s = streamer.state.sleep_left_s if streamer.state is not None else None
        # As with the place in the track: told again it is an old answer.
        if left_s != self._sleep_s:
            self._sleep_s = left_s
            self._sleep_told_at_s = self._services.clock.steady_s()
