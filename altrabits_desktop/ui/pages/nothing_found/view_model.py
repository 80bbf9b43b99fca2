"""What is known while nothing is here, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.runtime.changes import Changes, Topic

if TYPE_CHECKING:
    from altrabits_desktop.contract.streamers import FindingReport
    from altrabits_desktop.ui.services import Services


class NothingFoundViewModel(QObject):
    """Follows the report of what was tried. Main thread only.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._is_finding = False
        self._is_starting_demo = False
        self._unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(self._unsubscribe)

    @property
    def report(self) -> FindingReport:
        """What was tried so far."""
        return self._services.finding.report()

    @property
    def is_looking(self) -> bool:
        """Whether a round of questions is under way."""
        return self._is_finding or self.report.is_looking

    @property
    def is_starting_demo(self) -> bool:
        """Whether the demo was asked for and is not there yet."""
        return self._is_starting_demo

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

    def _end_finding(self) -> None:
        self._is_finding = False
        self.changed.emit()

    def _end_starting(self) -> None:
        self._is_starting_demo = False
        self.changed.emit()

    def _follow(self, changes: Changes) -> None:
        if Topic.FINDING in changes.topics:
            self.changed.emit()
