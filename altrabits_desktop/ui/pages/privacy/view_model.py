"""How the person stands to the policy, what they decided, and which versions there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.contract.errors import NotReachable
from altrabits_desktop.privacy.policy_versions import in_language
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.sentences import sentence_of
from altrabits_desktop.runtime.wording import spoken, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from datetime import datetime

    from altrabits_desktop.actions.home import HomeReport
    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.policies import PolicySummary, Receipt
    from altrabits_desktop.ui.services import Services


class PrivacyViewModel(QObject):
    """Reads what the server knows when it is made, and whenever that may be another. Main thread.

    What was read once stays when the server goes away.

    Args:
        services: what the window was given.
        parent: owner.
    """

    changed = Signal()

    def __init__(self, services: Services, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._asked = 0
        self.versions: tuple[PolicySummary, ...] | None = None
        """One a version, in the person's language, the latest first; None until they are known."""
        self.versions_fault = ""
        """Why they could not be read, in one sentence."""
        self.receipts: tuple[Receipt, ...] | None = None
        """The first one first; None until they are known."""
        self.receipts_fault = ""
        self._read_for = self._cause()
        unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(unsubscribe)
        self._read()

    @property
    def report(self) -> HomeReport:
        """How it stands now."""
        return self._services.home.report()

    @property
    def now(self) -> datetime:
        """The instant now, UTC."""
        return self._services.clock.now()

    @property
    def is_asking(self) -> bool:
        """Whether an answer of the server is being waited for."""
        return self._asked > 0

    def ask_again(self) -> None:
        """Ask the server once more for everything."""
        if not self.is_asking:
            self._launch(self._services.home.refresh(), on_error=self._ignore)
            self._read()

    def _read(self) -> None:
        self._launch(self._read_versions(), on_error=self._fail_versions)
        self._launch(self._read_receipts(), on_error=self._fail_receipts)

    def _launch(
        self,
        coroutine: Coroutine[object, object, object],
        *,
        on_error: Callable[[AltraBitsError], None],
    ) -> None:
        self._asked += 1
        self._services.launcher.launch(self, coroutine, on_error=on_error, on_done=self._end)

    def _end(self) -> None:
        self._asked -= 1
        self.changed.emit()

    async def _read_versions(self) -> None:
        found = await self._services.home.versions()
        self.versions = in_one_language(found.policies, spoken().language)
        self.versions_fault = ""

    async def _read_receipts(self) -> None:
        self.receipts = await self._services.home.receipts()
        self.receipts_fault = ""

    def _fail_versions(self, error: AltraBitsError) -> None:
        self.versions_fault = reading_fault(error)

    def _fail_receipts(self, error: AltraBitsError) -> None:
        self.receipts_fault = reading_fault(error)

    def _ignore(self, _error: AltraBitsError) -> None:
        """Say nothing: the report tells that the server is away, and the rest has its own words."""

    def _follow(self, changes: Changes) -> None:
        if Topic.HOME not in changes.topics:
            return
        cause = self._cause()
        if cause != self._read_for:
            self._read_for = cause
            self._read()
        self.changed.emit()

    def _cause(self) -> tuple[object, ...]:
        """Give what makes reading anew worth it; what merely waits to be sent does not."""
        report = self.report
        version = report.policy.version if report.policy is not None else ""
        return report.server, version, report.email, report.decision, report.decided_at


def in_one_language(policies: Iterable[PolicySummary], language: str) -> tuple[PolicySummary, ...]:
    """Give each version once, in the language that is nearest; the order stays. Pure."""
    by_version: dict[str, list[PolicySummary]] = {}
    for policy in policies:
        by_version.setdefault(policy.version, []).append(policy)
    chosen = (in_language(same, language) for same in by_version.values())
    return tuple(policy for policy in chosen if policy is not None)


def reading_fault(error: AltraBitsError) -> str:
    """Give why something could not be read, in one sentence."""
    if isinstance(error, NotReachable):
        return translate("privacy", "The server does not answer, and this is kept there.")
    return sentence_of(error)
