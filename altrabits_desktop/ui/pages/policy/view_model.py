"""One policy as it is read, and the decision about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from altrabits_desktop.privacy.policy_text import policy_blocks
from altrabits_desktop.runtime.changes import Changes, Topic
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.ui.pages.policy import words
from altrabits_desktop.ui.pages.policy.sections import sections_of

if TYPE_CHECKING:
    from datetime import datetime

    from altrabits_desktop.contract.errors import AltraBitsError
    from altrabits_desktop.contract.policies import DecisionKind, Policy
    from altrabits_desktop.privacy.policy_text import Block
    from altrabits_desktop.ui.pages.policy.sections import Section
    from altrabits_desktop.ui.services import Services


class PolicyViewModel(QObject):
    """Main thread only.

    What is shown stays as it is while it is read: a version that comes into force meanwhile takes
    its place only when a decision about the former one is tried.

    Args:
        services: what the window was given.
        version: which one; "" for the one in force.
        parent: owner.
    """

    text_changed = Signal()
    """`policy` is another one."""
    changed = Signal()
    """Anything else is another."""
    ended = Signal()
    """It was decided, or put off."""

    def __init__(
        self, services: Services, *, version: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._version = version
        self.policy: Policy | None = None
        self.blocks: tuple[Block, ...] = ()
        self.sections: tuple[Section, ...] = ()
        self.deciding: DecisionKind | None = None
        """What is being recorded."""
        self.fault = ""
        """Why the latest decision was not recorded, or why there is no text; one sentence."""
        self.is_loading = False
        self._shown_at = services.clock.now()
        in_force = services.home.report().policy
        if in_force is not None and version in {"", in_force.version}:
            self._take(in_force)
        elif version:
            self.load()
        unsubscribe = services.feed.subscribe(self._follow)
        self.destroyed.connect(unsubscribe)

    @property
    def now(self) -> datetime:
        """The instant now, UTC."""
        return self._services.clock.now()

    @property
    def is_in_force(self) -> bool:
        """Whether what is shown can be decided about."""
        in_force = self._services.home.report().policy
        return self.policy is not None and in_force is not None and _are_same(self.policy, in_force)

    @property
    def decision(self) -> DecisionKind | None:
        """What was decided about the version in force."""
        return self._services.home.report().decision

    @property
    def decided_at(self) -> datetime | None:
        """When; UTC."""
        return self._services.home.report().decided_at

    def load(self) -> None:
        """Ask for the version once more."""
        if not self.is_loading:
            self.is_loading = True
            self.fault = ""
            self.changed.emit()
            self._services.launcher.launch(
                self, self._load(), on_error=self._fail_to_load, on_done=self._end_loading
            )

    def decide(self, kind: DecisionKind, *, wording: str) -> None:
        """Record a decision about exactly what is shown.

        Args:
            kind: what was decided.
            wording: the words on the button that was pressed.
        """
        policy, in_force = self.policy, self._services.home.report().policy
        if self.deciding is not None or policy is None:
            return
        if in_force is not None and not _are_same(policy, in_force):
            self._take(in_force)
            self.fault = sentence("policy.outdated", {"version": in_force.version})
            self.changed.emit()
            return
        self.deciding = kind
        self.fault = ""
        self.changed.emit()
        self._services.launcher.launch(
            self, self._decide(policy, kind, wording), on_error=self._fail_to_decide
        )

    def put_off(self) -> None:
        """Leave it undecided until the next start."""
        if self.deciding is None:
            self._services.home.put_off()
            self.ended.emit()

    async def _decide(self, policy: Policy, kind: DecisionKind, wording: str) -> None:
        await self._services.home.decide(policy, kind, shown_at=self._shown_at, wording=wording)
        self.deciding = None
        self.changed.emit()
        self.ended.emit()

    def _fail_to_decide(self, error: AltraBitsError) -> None:
        self.deciding = None
        self.fault = words.decision_fault(error)
        self.changed.emit()

    async def _load(self) -> None:
        policy = await self._services.home.version(self._version)
        self.is_loading = False
        self._take(policy)

    def _fail_to_load(self, error: AltraBitsError) -> None:
        self.fault = words.reading_fault(error)

    def _end_loading(self) -> None:
        self.is_loading = False
        self.changed.emit()

    def _take(self, policy: Policy) -> None:
        self.policy = policy
        self.blocks = policy_blocks(policy.text)
        self.sections = sections_of(self.blocks)
        self._shown_at = self._services.clock.now()
        self.text_changed.emit()

    def _follow(self, changes: Changes) -> None:
        if Topic.HOME not in changes.topics:
            return
        in_force = self._services.home.report().policy
        if self.policy is None and in_force is not None and not self._version:
            self._take(in_force)
        self.changed.emit()


def _are_same(one: Policy, other: Policy) -> bool:
    return (one.version, one.fingerprint) == (other.version, other.fingerprint)
