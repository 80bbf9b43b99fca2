"""Joining a home from the settings: how far it is, what was found, and why it did not go."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.runtime.changes import Changes, Topic

if TYPE_CHECKING:
    from altrabits_desktop.actions.household import HouseholdReport
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.household import FoundHousehold
    from altrabits_desktop.ui.launching import Launcher
    from altrabits_desktop.ui.services import Joining, Services


class Step(Enum):
    """What is under way."""

    REST = "rest"
    FORM = "form"
    """Address and code are asked for."""
    LOOKING = "looking"
    """So they are, and shared servers are looked for meanwhile."""
    JOINING = "joining"
    LEAVING = "leaving"


_OPEN = frozenset({Step.FORM, Step.LOOKING, Step.JOINING})


class HouseholdModel(QObject):
    """One a page. Main thread only.

    Args:
        services: what the window was given.
        joining: what joins.
        parent: owner.
    """

    changed = Signal()

    def __init__(
        self, services: Services, joining: Joining, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._joining = joining
        self._launcher: Launcher = services.launcher
        self.step = Step.REST
        self.fault: AltraBitsError | None = None
        """Why the latest step did not go."""
        self.found: tuple[FoundHousehold, ...] | None = None
        """None before the first look has ended."""
        self.is_listed_still = False
        """Whether the server of a home that was left just now has not heard of it."""
        unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(unsubscribe)

    @property
    def report(self) -> HouseholdReport:
        """How this computer stands to a home."""
        return self._joining.report()

    @property
    def is_later(self) -> bool:
        """Whether the next start uses another server than this one."""
        report = self.report
        return not report.is_used and not report.is_overruled

    @property
    def is_open(self) -> bool:
        """Whether address and code are asked for."""
        return self.step in _OPEN and self.report.joined is None

    def open(self) -> None:
        """Ask for address and code, and look for shared servers."""
        if self.step in {Step.REST, Step.FORM}:
            self._go_on(Step.LOOKING)
            self._launcher.launch(self, self._look(), on_error=self._fail_to_look)

    def close(self) -> bool:
        """Ask no more; False where nothing was asked, or is already being done."""
        if self.step not in {Step.FORM, Step.LOOKING}:
            return False
        self._go_on(Step.REST)
        return True

    def join(self, address: str, code: str) -> None:
        """Join the home at an address by a code; an empty address is the one that was found."""
        if self.step in {Step.FORM, Step.LOOKING}:
            self._go_on(Step.JOINING)
            self._launcher.launch(self, self._join(address, code), on_error=self._fail)

    def leave(self) -> None:
        """Leave the home."""
        if self.step is Step.REST:
            self._go_on(Step.LEAVING)
            self._launcher.launch(self, self._leave(), on_error=self._fail)

    def forget_fault(self) -> None:
        """Something else is typed now."""
        if self.fault is not None:
            self.fault = None
            self.changed.emit()

    async def _look(self) -> None:
        found = await self._joining.find()
        self.found = found
        if self.step is Step.LOOKING:
            self.step = Step.FORM
        self.changed.emit()

    async def _join(self, address: str, code: str) -> None:
        await self._joining.join(address, code)
        self._go_on(Step.REST)

    async def _leave(self) -> None:
        is_told = await self._joining.leave()
        self._go_on(Step.REST, is_listed_still=not is_told)

    def _go_on(self, step: Step, *, is_listed_still: bool = False) -> None:
        self.step, self.fault, self.is_listed_still = step, None, is_listed_still
        self.changed.emit()

    def _fail(self, error: AltraBitsError) -> None:
        self.step = Step.REST if self.step in {Step.LEAVING, Step.REST} else Step.FORM
        self.fault = error
        self.changed.emit()

    def _fail_to_look(self, error: AltraBitsError) -> None:
        # Whoever has typed an address meanwhile, or given up, is not held up by it.
        if self.step is Step.LOOKING:
            self._fail(error)

    def _follow(self, changes: Changes) -> None:
        if changes.topics & Topic.SETTINGS:
            self.changed.emit()
