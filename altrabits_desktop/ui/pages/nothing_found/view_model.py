"""What is known while nothing is here, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.doctor import SystemPage
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.ui.pages.nothing_found.fixes import Fix, FixKind, fix_of

if TYPE_CHECKING:
    from altrabits_desktop.contract.doctor import Diagnosis
    from altrabits_desktop.ui.services import Services


class NothingFoundViewModel(QObject):
    """Follows the report of what was tried, and has the network examined. Main thread only.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()
    settings_wanted = Signal()
    """Page Settings is the way to heal it."""
    copied = Signal(str)
    """A text is to be put where it can be pasted from."""

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._doctor = services.doctor.get()
        self._is_finding = False
        self._is_starting_demo = False
        self._is_seen = False
        self._unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(self._unsubscribe)

    @property
    def diagnosis(self) -> Diagnosis:
        """What the doctor makes of what is known so far."""
        return self._doctor.diagnosis()

    @property
    def fix(self) -> Fix | None:
        """What a button can do about it."""
        return fix_of(self.diagnosis, can_open=self._doctor.can_open)

    @property
    def is_looking(self) -> bool:
        """Whether a round of questions is under way."""
        return self._is_finding or self._services.finding.report().is_looking

    @property
    def is_examining(self) -> bool:
        """Whether the network is examined just now."""
        return self._doctor.is_examining

    @property
    def is_starting_demo(self) -> bool:
        """Whether the demo was asked for and is not there yet."""
        return self._is_starting_demo

    def set_seen(self, is_seen: bool) -> None:
        """Know whether anybody sees the page: only then is the network examined."""
        self._is_seen = is_seen
        self._examine_where_due()

    def find_again(self) -> None:
        """Ask everybody again."""
        if not self._is_finding:
            self._is_finding = True
            self.changed.emit()
            self._services.launcher.launch(
                self, self._services.finding.find_again(), on_done=self._end_finding
            )

    def start_demo(self) -> None:
        """Start the demo streamers."""
        if not self._is_starting_demo:
            self._is_starting_demo = True
            self.changed.emit()
            self._services.launcher.launch(
                self, self._services.finding.start_demo(), on_done=self._end_starting
            )

    def take_fix(self) -> None:
        """Do what the button beside the cause says."""
        fix = self.fix
        if fix is None:
            return
        match fix.kind:
            case FixKind.OPEN_SYSTEM:
                self._doctor.open_system(SystemPage(fix.value))
            case FixKind.OPEN_SETTINGS:
                self.settings_wanted.emit()
            case FixKind.TRY_ADDRESS:
                self._services.launcher.launch(self, self._services.finding.try_address(fix.value))
            case FixKind.COPY:
                self.copied.emit(fix.value)
            case FixKind.LOOK_CLOSER:
                self._services.launcher.launch(self, self._doctor.examine())

    def _examine_where_due(self) -> None:
        is_over = self._services.finding.report().finished_at is not None
        if self._is_seen and is_over and self._doctor.is_due:
            # Nobody asked for it: neighbours are left alone.
            self._services.launcher.launch(self, self._doctor.examine(is_knocking=False))

    def _end_finding(self) -> None:
        self._is_finding = False
        self.changed.emit()

    def _end_starting(self) -> None:
        self._is_starting_demo = False
        self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        if changes.topics & (Topic.FINDING | Topic.DOCTOR):
            self.changed.emit()
        if Topic.FINDING in changes.topics:
            self._examine_where_due()
